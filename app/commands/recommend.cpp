#include "core/recsys/recommend.h"
#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/filmlabel.h"
#include "core/services/texttable.h"
#include "core/store/modelfile.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <vector>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct RecommendText {
    Q_DECLARE_TR_FUNCTIONS(recital::RecommendText)
};

/// Whom to recommend to: what they like and what is not to be shown to them.
struct Taste {
    std::vector<Interaction> history;
    std::vector<ItemIndex> excluded; ///< ascending
};

Result<Taste> tasteOfUser(const SavedModel& saved, UserId id) {
    const auto found = std::ranges::lower_bound(saved.userIds, id);
    if (found == saved.userIds.end() || *found != id)
        return Error{ErrorCode::UnknownId, "user " + std::to_string(id) + " is not among the " +
                                               std::to_string(saved.userIds.size()) + " users of " +
                                               saved.datasetName};
    const auto user = static_cast<UserIndex>(found - saved.userIds.begin());
    const auto seen = saved.seen.row(user);
    return Taste{saved.train.history(user), {seen.begin(), seen.end()}};
}

Result<Taste> tasteOfLikes(const SavedModel& saved, const std::vector<ItemId>& ids) {
    Taste taste;
    for (const ItemId id : ids) {
        const auto found = std::ranges::lower_bound(saved.items, id, {}, &Item::id);
        if (found == saved.items.end() || found->id != id)
            return Error{ErrorCode::UnknownId, "item " + std::to_string(id) + " is not among the " +
                                                   std::to_string(saved.items.size()) + " items of " +
                                                   saved.datasetName};
        taste.excluded.push_back(static_cast<ItemIndex>(found - saved.items.begin()));
    }
    std::ranges::sort(taste.excluded);
    const auto repeated = std::ranges::unique(taste.excluded);
    taste.excluded.erase(repeated.begin(), repeated.end());
    for (const ItemIndex item : taste.excluded)
        taste.history.push_back({item, 1.0F});
    return taste;
}

/// The liked film with the largest share of the score.
const Contribution* mainReason(const std::vector<Contribution>& contributions) {
    const auto largest = std::ranges::max_element(contributions, {}, &Contribution::value);
    return largest == contributions.end() ? nullptr : &*largest;
}

QString listText(const SavedModel& saved, const Taste& taste, const std::vector<ScoredItem>& list) {
    TextTable table({RecommendText::tr("Rank"), RecommendText::tr("Film"), RecommendText::tr("Id"),
                     RecommendText::tr("Score"), RecommendText::tr("Mostly because of")},
                    {1, 4});
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Item& item = saved.items[static_cast<std::size_t>(list[i].item)];
        const auto contributions = saved.model->explain(taste.history, list[i].item);
        const Contribution* reason = mainReason(contributions);
        table.addRow({QString::number(i + 1), filmLabel(item), QString::number(item.id),
                      QLocale().toString(static_cast<double>(list[i].score), 'f', 4),
                      reason
                          ? u"%1 (%2)"_s.arg(filmLabel(saved.items[static_cast<std::size_t>(reason->item)]),
                                             QLocale().toString(reason->value, 'f', 4))
                          : QString()});
    }
    return table.toString();
}

QJsonArray listJson(const SavedModel& saved, const Taste& taste, const std::vector<ScoredItem>& list) {
    QJsonArray array;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Item& item = saved.items[static_cast<std::size_t>(list[i].item)];
        QJsonArray reasons;
        for (const Contribution& contribution : saved.model->explain(taste.history, list[i].item))
            reasons += QJsonObject{
                {u"itemId"_s,
                 static_cast<qint64>(saved.items[static_cast<std::size_t>(contribution.item)].id)},
                {u"value"_s, contribution.value}};
        array += QJsonObject{{u"rank"_s, static_cast<int>(i + 1)},
                             {u"itemId"_s, static_cast<qint64>(item.id)},
                             {u"title"_s, QString::fromStdString(item.title)},
                             {u"year"_s, item.year},
                             {u"score"_s, static_cast<double>(list[i].score)},
                             {u"contributions"_s, reasons}};
    }
    return array;
}

/// An id as it stands in the dataset; what is none is recorded.
qint64 readId(Arguments& options, const QString& option, const QString& text) {
    bool read = false;
    const qint64 id = text.toLongLong(&read);
    if (!read)
        options.reject(RecommendText::tr("--%1 needs ids of the dataset, which are whole numbers, not \"%2\"")
                           .arg(option, text));
    return id;
}

void declare(Arguments& options) {
    options.add(u"model"_s, RecommendText::tr("Model file of recital train."), u"FILE"_s);
    options.add(u"user"_s, RecommendText::tr("Id of a user of the dataset."), u"ID"_s);
    options.add(u"items"_s, RecommendText::tr("Ids of films that a new user liked, separated by commas."),
                u"LIST"_s);
    options.add(u"k"_s, RecommendText::tr("Length of the list, 1 to 1000."), u"N"_s, u"10"_s);
    options.addJson();
}

/// To whom: a user of the dataset, or somebody who likes these films.
struct Wanted {
    UserId user = 0;
    std::vector<ItemId> items;
};

Wanted wantedOf(Arguments& options) {
    Wanted wanted;
    if (options.isSet(u"user"_s) == options.isSet(u"items"_s))
        options.reject(RecommendText::tr("either --user or --items is needed, and not both"));
    if (options.isSet(u"user"_s))
        wanted.user = readId(options, u"user"_s, options.text(u"user"_s));
    else if (options.isSet(u"items"_s))
        for (const QString& text : options.list(u"items"_s))
            wanted.items.push_back(readId(options, u"items"_s, text));
    return wanted;
}

} // namespace

ExitCode runRecommend(const QStringList& arguments, Console& console) {
    Arguments options(
        u"recommend"_s,
        RecommendText::tr("Recommends films with a trained model: to a user of its dataset, or to a "
                          "new user who liked some films."));
    declare(options);
    if (const auto done = options.parse(arguments, console))
        return *done;
    const QString path = options.requiredText(u"model"_s);
    const int k = options.integer(u"k"_s, 1, 1000);
    const Wanted wanted = wantedOf(options);
    if (!options.ok())
        return options.usageError(console);

    const auto saved = loadModel(path);
    if (!saved.ok())
        return console.failure(saved.error());
    const auto taste =
        wanted.items.empty() ? tasteOfUser(*saved, wanted.user) : tasteOfLikes(*saved, wanted.items);
    if (!taste.ok())
        return console.failure(taste.error());
    if (saved->model->foldIn(taste->history).isZero())
        return console.failure(
            {ErrorCode::InvalidData, "the model learned nothing about what this user likes (" +
                                         std::to_string(taste->history.size()) +
                                         " likes), so any list would be arbitrary"});
    const auto list = recommend(*saved->model, {taste->history, taste->excluded, k});
    if (!list.ok())
        return console.failure(list.error());
    if (options.isSet(u"json"_s))
        console.printJson({{u"dataset"_s, QString::fromStdString(saved->datasetName)},
                           {u"model"_s, QString::fromStdString(saved->model->info().parameters)},
                           {u"likes"_s, static_cast<int>(taste->history.size())},
                           {u"recommendations"_s, listJson(*saved, *taste, *list)}});
    else
        console.print(listText(*saved, *taste, *list));
    return ExitSuccess;
}

} // namespace recital
