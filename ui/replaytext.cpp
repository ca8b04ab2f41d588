#include "ui/replaytext.h"

#include "core/services/comparisontext.h"
#include "ui/comparetext.h"
#include "ui/metrictext.h"
#include "ui/ruletext.h"

#include <QCoreApplication>

namespace recital {

namespace {

struct ReplayText {
    Q_DECLARE_TR_FUNCTIONS(ReplayText)
};

bool tested(const ReplayTable& table, std::size_t row) {
    return table.complete && table.rows[row].difference.verdict != Verdict::NotComparable;
}

} // namespace

bool isReplayReference(const ReplayRow& row) {
    return row.kind == ReplayRow::Kind::Rule && std::holds_alternative<ResolveRule>(row.rule);
}

QString replayRowName(const ReplayRow& row) {
    switch (row.kind) {
    case ReplayRow::Kind::Rule:
        return ruleText(row.rule);
    case ReplayRow::Kind::NoUpdate:
        return ReplayText::tr("No update");
    case ReplayRow::Kind::Popular:
        return ReplayText::tr("Popular films");
    }
    Q_UNREACHABLE();
}

QString replayVerdict(const ReplayTable& table, std::size_t row) {
    if (row == table.reference)
        return ReplayText::tr("reference");
    return tested(table, row) ? verdictText(table.rows[row].difference) : notMeasuredText();
}

QString replaySentence(const ReplayTable& table, std::size_t row) {
    if (!tested(table, row))
        return {};
    const PairedComparison& pair = table.rows[row].difference;
    return ReplayText::tr("%1 against the exact re-solve: %2 NDCG@%3 (95 % interval %4), adjusted p %5: %6.")
        .arg(replayRowName(table.rows[row]), formatDifference(MetricId::Ndcg, pair.difference),
             QString::number(table.options.k), intervalText(MetricId::Ndcg, pair.interval, true),
             pValueText(pair.adjustedP), verdictText(pair));
}

QString replayDescription(const ReplayOptions& options) {
    if (options.users == ReplayUsers::Known)
        return ReplayText::tr(
            "The model knows the first 80 % of every user's ratings. The next %n like(s) are "
            "clicked, and the list is held against what they liked after that.",
            nullptr, options.revealed);
    const QString held = options.holdout == ReplayHoldout::Newest
                             ? ReplayText::tr("the newest fifth of their likes")
                             : ReplayText::tr("a random fifth of their likes");
    return ReplayText::tr(
               "Users in %n part(s), each in turn unknown to the model. The rest of their likes is "
               "clicked in order of time, and the list is held against %1.",
               nullptr, options.folds)
        .arg(held);
}

} // namespace recital
