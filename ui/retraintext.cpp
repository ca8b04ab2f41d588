#include "ui/retraintext.h"

#include "core/services/comparisontext.h"
#include "ui/comparetext.h"
#include "ui/livetext.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct RetrainText {
    Q_DECLARE_TR_FUNCTIONS(RetrainText)
};

int newFilms(const RetrainUser& user) {
    return static_cast<int>(std::ranges::count_if(user.after, [&user](const ScoredItem& entry) {
        return std::ranges::find(user.before, entry.item, &ScoredItem::item) == user.before.end();
    }));
}

} // namespace

std::vector<RetrainEventRow> retrainEventRows(const LiveState& state, const Dataset& dataset) {
    std::vector<RetrainEventRow> rows;
    for (const auto& user : state.users) {
        std::map<std::pair<EventType, int>, int> counts;
        for (const LiveEvent& event : user->events)
            ++counts[{event.event.type, event.event.stars}];
        for (const auto& [kind, count] : counts)
            rows.push_back({userTitle(*user, &dataset), eventWord(kind.first, kind.second), count,
                            state.strengths.of(kind.first, kind.second)});
    }
    return rows;
}

QString learnedText(const LearnedEvents& learned) {
    QString text = RetrainText::tr("%n event(s) will be learned.", nullptr, learned.events);
    if (learned.heldOut > 0)
        text += u' ' + RetrainText::tr("%n stand(s) in the hidden part that both models are tested on and "
                                       "stay(s) out.",
                                       nullptr, learned.heldOut);
    if (learned.silent > 0)
        text += u' ' + RetrainText::tr("%n say(s) nothing: strength 0, or cancelled by another.", nullptr,
                                       learned.silent);
    return text;
}

QString candidateVerdict(const RetrainCandidate& candidate) {
    const auto ndcg = std::ranges::find(candidate.metrics, MetricId::Ndcg, &RetrainMetric::id);
    if (ndcg == candidate.metrics.end())
        return {};
    const PairedComparison& pair = ndcg->difference;
    return RetrainText::tr("New − old: %1 %2 (95 % interval %3), adjusted p %4: %5.")
        .arg(formatDifference(MetricId::Ndcg, pair.difference), metricLabel(MetricId::Ndcg, candidate.k),
             intervalText(MetricId::Ndcg, pair.interval, true), pValueText(pair.adjustedP),
             verdictText(pair));
}

QString candidateLists(const RetrainCandidate& candidate, const Dataset& dataset) {
    QStringList lines;
    for (const RetrainUser& user : candidate.lists) {
        const int fresh = newFilms(user);
        const QString name = userTitle(user.name, user.datasetUser, &dataset);
        lines += fresh == 0 ? RetrainText::tr("%1: the same films").arg(name)
                            : RetrainText::tr("%1: %2 of %n film(s) are new", nullptr,
                                              static_cast<int>(user.after.size()))
                                  .arg(name)
                                  .arg(fresh);
    }
    return lines.join(u'\n');
}

} // namespace recital
