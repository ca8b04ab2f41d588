#include "ui/stageusertext.h"

#include "ui/filmtext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <ranges>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct StageUserText {
    Q_DECLARE_TR_FUNCTIONS(StageUserText)
};

constexpr std::size_t namedFilms = 6; ///< in the line: as many as may fit
constexpr std::size_t listedFilms = 25;

/// Newest first: events that count, then what the data knows, each film once.
QStringList films(const LiveUser& user, std::span<const Interaction> known, const Dataset& dataset,
                  std::size_t most) {
    std::vector<ItemIndex> items;
    const auto add = [&](ItemIndex item) {
        if (items.size() < most && std::ranges::find(items, item) == items.end())
            items.push_back(item);
    };
    for (const LiveEvent& event : user.events | std::views::reverse)
        if (!event.muted)
            add(event.event.item);
    for (const Interaction& entry : known | std::views::reverse)
        add(entry.item);
    QStringList titles;
    for (const ItemIndex item : items)
        titles += filmTitle(dataset, item);
    return titles;
}

QString counts(const LiveUser& user, std::span<const Interaction> known) {
    const auto events = static_cast<int>(
        std::ranges::count_if(user.events, [](const LiveEvent& event) { return !event.muted; }));
    QStringList parts;
    if (!known.empty())
        parts += StageUserText::tr("%n like(s) in the data", nullptr, static_cast<int>(known.size()));
    if (events > 0)
        parts += StageUserText::tr("%n event(s)", nullptr, events);
    return parts.join(u", "_s);
}

} // namespace

QString stageUserHistory(const LiveUser& user, std::span<const Interaction> known, const Dataset& dataset) {
    const QString count = counts(user, known);
    if (count.isEmpty())
        return user.taste.empty() ? StageUserText::tr("Nothing known yet")
                                  : StageUserText::tr("A taste for genres, no films yet");
    return count + u": "_s + films(user, known, dataset, namedFilms).join(u", "_s);
}

QString stageUserHistoryDetails(const LiveUser& user, std::span<const Interaction> known,
                                const Dataset& dataset) {
    QStringList lines = films(user, known, dataset, listedFilms);
    lines.prepend(counts(user, known));
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString tierName(Tier tier) {
    switch (tier) {
    case Tier::None:
        return StageUserText::tr("no data");
    case Tier::Popular:
        return StageUserText::tr("popular");
    case Tier::Blended:
        return StageUserText::tr("blended");
    case Tier::Personal:
        return StageUserText::tr("personal");
    }
    Q_UNREACHABLE();
}

} // namespace recital
