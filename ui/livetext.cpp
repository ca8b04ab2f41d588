#include "ui/livetext.h"

#include "ui/filmtext.h"
#include "ui/format.h"
#include "ui/ruletext.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct LiveText {
    Q_DECLARE_TR_FUNCTIONS(recital::LiveText)
};

struct Shortcut {
    EventType type;
    int stars;
    Qt::Key key;
};

constexpr std::array shortcuts{
    Shortcut{EventType::View, 0, Qt::Key_V},     Shortcut{EventType::Click, 0, Qt::Key_C},
    Shortcut{EventType::Like, 0, Qt::Key_L},     Shortcut{EventType::Dislike, 0, Qt::Key_D},
    Shortcut{EventType::Purchase, 0, Qt::Key_P}, Shortcut{EventType::Share, 0, Qt::Key_S},
    Shortcut{EventType::Rating, 1, Qt::Key_1},   Shortcut{EventType::Rating, 2, Qt::Key_2},
    Shortcut{EventType::Rating, 3, Qt::Key_3},   Shortcut{EventType::Rating, 4, Qt::Key_4},
    Shortcut{EventType::Rating, 5, Qt::Key_5},
};

QString withUser(const LiveChange& change, const Dataset* dataset, const QString& what) {
    return LiveText::tr("%1 \u00B7 %2", "user, what was done")
        .arg(userTitle(change.userName, change.datasetUser, dataset), what);
}

QString eventChange(const LiveChange& change, const Dataset& dataset) {
    const QString event = eventText(change.event, dataset);
    switch (change.kind) {
    case LiveChange::Kind::TakenBack:
        return change.count > 1
                   ? LiveText::tr("taken back, %n event(s) of one film: %1", nullptr, change.count)
                         .arg(filmTitle(dataset, change.event.item))
                   : LiveText::tr("taken back: %1").arg(event);
    case LiveChange::Kind::Muted:
        return LiveText::tr("left out: %1").arg(event);
    case LiveChange::Kind::Unmuted:
        return LiveText::tr("counted again: %1").arg(event);
    default:
        return event;
    }
}

} // namespace

QString userTitle(const QString& name, UserIndex datasetUser, const Dataset* dataset) {
    if (!name.isEmpty())
        return name;
    if (datasetUser >= 0 && dataset != nullptr && datasetUser < dataset->userCount())
        return LiveText::tr("User %1").arg(QString::number(dataset->userId(datasetUser)));
    return LiveText::tr("Newcomer");
}

QString userTitle(const LiveUser& user, const Dataset* dataset) {
    return userTitle(user.name, user.datasetUser, dataset);
}

QString presetText(const UserPreset& preset, const Dataset& dataset) {
    const QString likes = LiveText::tr("%n like(s)", nullptr, preset.positives);
    switch (preset.kind) {
    case UserPreset::Kind::Heavy:
        return LiveText::tr("Heavy viewer, %1").arg(likes);
    case UserPreset::Kind::OneGenre: {
        const auto genre = static_cast<std::size_t>(std::max(0, preset.genre));
        const QString name = genre < dataset.genreNames().size()
                                 ? QString::fromStdString(dataset.genreNames()[genre])
                                 : QString();
        return LiveText::tr("One genre: %1 is %2 of %3").arg(name, formatPercent(preset.share, 0), likes);
    }
    case UserPreset::Kind::Typical:
        return LiveText::tr("Typical viewer, %1").arg(likes);
    case UserPreset::Kind::Newcomer:
        return LiveText::tr("Hardly known, %1").arg(likes);
    }
    return {};
}

QString eventWord(EventType type, int stars) {
    switch (type) {
    case EventType::View:
        return LiveText::tr("View");
    case EventType::Click:
        return LiveText::tr("Click");
    case EventType::Like:
        return LiveText::tr("Like");
    case EventType::Dislike:
        return LiveText::tr("Dislike");
    case EventType::Purchase:
        return LiveText::tr("Purchase");
    case EventType::Share:
        return LiveText::tr("Share");
    case EventType::Rating:
        return stars > 0 ? LiveText::tr("%n star(s)", nullptr, stars) : LiveText::tr("Rating");
    }
    return {};
}

QString eventText(const Event& event, const Dataset& dataset) {
    if (event.item < 0 || event.item >= dataset.itemCount())
        return eventWord(event.type, event.stars);
    return LiveText::tr("%1: %2", "event: film")
        .arg(eventWord(event.type, event.stars), filmTitle(dataset, event.item));
}

QString eventHelp(EventType type) {
    switch (type) {
    case EventType::View:
        return LiveText::tr("A look: says little, and the film may still be recommended");
    case EventType::Click:
        return LiveText::tr("Opened the film");
    case EventType::Like:
        return LiveText::tr("Liked it: as strong as one positive rating of the data");
    case EventType::Dislike:
        return LiveText::tr("Real negative feedback: holds this film and its neighbours down");
    case EventType::Purchase:
        return LiveText::tr("Paid for it");
    case EventType::Share:
        return LiveText::tr("Told others about it");
    case EventType::Rating:
        return LiveText::tr("One or two stars are negative feedback");
    }
    return {};
}

Qt::Key eventShortcut(EventType type, int stars) {
    for (const Shortcut& shortcut : shortcuts)
        if (shortcut.type == type && (type != EventType::Rating || shortcut.stars == stars))
            return shortcut.key;
    return Qt::Key_unknown;
}

std::optional<std::pair<EventType, int>> eventOfKey(int key) {
    for (const Shortcut& shortcut : shortcuts)
        if (shortcut.key == key)
            return std::pair(shortcut.type, shortcut.stars);
    return std::nullopt;
}

QString eventLetter(EventType type, int stars) {
    return QKeySequence(eventShortcut(type, stars)).toString(QKeySequence::NativeText);
}

QString ruleFormula(const UpdateRule& rule) {
    const auto number = [](double value) { return QLocale().toString(value, 'g', 3); };
    if (const auto* average = std::get_if<MovingAverageRule>(&rule))
        return LiveText::tr("u \u2190 %1 u + %2 y for an event of strength 1, y being the film's vector.\n"
                            "No objective behind it; the last events count most.")
            .arg(number(1.0 - average->mix), number(average->mix));
    if (std::holds_alternative<ResolveRule>(rule))
        return LiveText::tr("u = (Y\u1D40Y + \u03A3 (c \u2212 1) y y\u1D40 + \u03BBI)\u207B\u00B9 \u03A3 c y "
                            "over everything known.\n"
                            "The exact half-step of training: the order of events does not matter.");
    return LiveText::tr("u = (Y\u1D40Y + \u03A3 (c \u2212 1) y y\u1D40 + \u03BBI)\u207B\u00B9 \u03A3 c y, "
                        "each weight times %1 to the power of its age.\n"
                        "The newest event has age 0; the history ages as well.")
        .arg(number(std::get<RecencyRule>(rule).decay));
}

QString changeText(const LiveChange& change, const Dataset* dataset) {
    using Kind = LiveChange::Kind;
    switch (change.kind) {
    case Kind::Start:
        return LiveText::tr("Start");
    case Kind::Event:
    case Kind::TakenBack:
    case Kind::Muted:
    case Kind::Unmuted:
        return dataset == nullptr ? QString() : withUser(change, dataset, eventChange(change, *dataset));
    case Kind::Cleared:
        return withUser(change, dataset, LiveText::tr("%n event(s) taken back", nullptr, change.count));
    case Kind::Rule:
        return LiveText::tr("Rule: %1").arg(ruleText(change.rule));
    case Kind::Strengths:
        return LiveText::tr("Strengths of the events changed");
    case Kind::Taste:
        return withUser(change, dataset, LiveText::tr("taste for genres"));
    case Kind::UserAdded:
        return LiveText::tr("%1 comes on the stage")
            .arg(userTitle(change.userName, change.datasetUser, dataset));
    case Kind::UserRemoved:
        return LiveText::tr("%1 leaves the stage")
            .arg(userTitle(change.userName, change.datasetUser, dataset));
    case Kind::UserChosen:
        return LiveText::tr("Switched to %1").arg(userTitle(change.userName, change.datasetUser, dataset));
    case Kind::Imported:
        return withUser(change, dataset, LiveText::tr("%n event(s) imported", nullptr, change.count));
    case Kind::Replayed:
        return withUser(change, dataset, LiveText::tr("%n event(s) replayed", nullptr, change.count));
    }
    return {};
}

QString tierText(const LiveRanking& ranking, int known, int events, bool trained) {
    QStringList counts;
    if (known > 0)
        counts += LiveText::tr("%n like(s)", nullptr, known);
    if (events > 0 || known == 0)
        counts += LiveText::tr("%n event(s)", nullptr, events);
    const QString count = counts.join(u" + "_s);
    switch (ranking.tier) {
    case Tier::None:
        return LiveText::tr("No dataset");
    case Tier::Popular:
        return LiveText::tr("Popular \u2013 %1")
            .arg(events == 0 ? LiveText::tr("no events yet")
                 : trained   ? LiveText::tr("no training data for these events")
                             : LiveText::tr("no trained model"));
    case Tier::Blended:
        if (ranking.personalShare == 0.0)
            return LiveText::tr("By taste \u2013 %1", "genres").arg(count);
        return LiveText::tr("Blended %2 \u2013 %1", "counts, share of the model")
            .arg(count, formatPercent(ranking.personalShare, 0));
    case Tier::Personal:
        return LiveText::tr("Personal \u2013 %1").arg(count);
    }
    return {};
}

QString signedNumber(double value, int decimals) {
    const QString digits = QLocale().toString(std::abs(value), 'f', decimals);
    return (value < 0 ? u"\u2212"_s : u"+"_s) + digits;
}

} // namespace recital
