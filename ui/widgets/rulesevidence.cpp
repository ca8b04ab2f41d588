#include "ui/widgets/rulesevidence.h"

#include "core/services/comparisontext.h"
#include "ui/comparetext.h"
#include "ui/format.h"
#include "ui/metrictext.h"
#include "ui/widgets/formrows.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

enum RowIndex : std::size_t { Found, Distinct, Reaction, Outside, Coverage, Cost };

QString share(int part, int whole) {
    return whole > 0 ? formatPercent(static_cast<double>(part) / whole, 1) : notMeasuredText();
}

QString milliseconds(double seconds) {
    const double value = 1000.0 * seconds;
    return RulesEvidence::tr("%1 ms").arg(formatNumber(value, value < 10.0 ? 1 : 0));
}

} // namespace

RulesEvidence::RulesEvidence(const Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme) {
    setObjectName(u"rulesEvidence"_s);
    setProperty("role", u"card"_s);
    auto* grid = new QGridLayout(this);
    grid->addWidget(makeLabel("heading", u"rulesEvidenceTitle"_s, this, tr("What each can and cannot do")), 0,
                    0);
    grid->addWidget(makeLabel("heading", u"rulesEvidenceRules"_s, this, tr("Rules")), 0, 1,
                    Qt::AlignRight | Qt::AlignBottom);
    grid->addWidget(makeLabel("heading", u"rulesEvidenceModel"_s, this, tr("Model")), 0, 2,
                    Qt::AlignRight | Qt::AlignBottom);
    addRow(grid, u"found"_s, tr("Find what was hidden"));
    addRow(grid, u"distinct"_s, tr("Tell users apart"));
    addRow(grid, u"reaction"_s, tr("React to one more like"));
    addRow(grid, u"outside"_s, tr("Find likes outside the user's genres"));
    addRow(grid, u"coverage"_s, tr("Reach the catalogue"));
    addRow(grid, u"cost"_s, tr("Be ready without training"));
    grid->setColumnStretch(0, 1);
    grid->setRowStretch(static_cast<int>(m_rows.size()) + 1, 1);
    followTheme(theme, this, [this, grid] {
        grid->setContentsMargins(m_theme.px(12), m_theme.px(8), m_theme.px(12), m_theme.px(8));
        grid->setHorizontalSpacing(m_theme.px(14));
        grid->setVerticalSpacing(m_theme.px(7));
        for (const Row& row : m_rows)
            for (QLabel* value : {row.rules, row.model})
                value->setFont(m_theme.font(16, QFont::DemiBold));
    });
    showNothing();
}

void RulesEvidence::addRow(QGridLayout* grid, const QString& name, const QString& statement) {
    const int line = static_cast<int>(m_rows.size()) + 1;
    Row row;
    row.statement = makeLabel("", name + u"Statement"_s, this, statement);
    row.evidence = makeLabel("caption", name + u"Evidence"_s, this);
    row.evidence->setWordWrap(true);
    row.rules = makeLabel("", name + u"Rules"_s, this);
    row.model = makeLabel("", name + u"Model"_s, this);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(row.statement);
    words->addWidget(row.evidence);
    grid->addLayout(words, line, 0);
    grid->addWidget(row.rules, line, 1, Qt::AlignRight | Qt::AlignTop);
    grid->addWidget(row.model, line, 2, Qt::AlignRight | Qt::AlignTop);
    m_rows.push_back(row);
}

void RulesEvidence::set(std::size_t index, const QString& rules, const QString& model,
                        const QString& evidence) {
    const Row& row = m_rows[index];
    row.rules->setText(rules);
    row.model->setText(model);
    row.rules->setAccessibleName(tr("Rules: %1").arg(rules));
    row.model->setAccessibleName(tr("Model: %1").arg(model));
    row.evidence->setText(evidence);
}

void RulesEvidence::showNothing() {
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        set(row, notMeasuredText(), notMeasuredText(), tr("not measured"));
}

void RulesEvidence::setProof(std::shared_ptr<const RulesProof> proof) {
    if (!proof)
        return showNothing();
    const RulesSide& rules = proof->rules;
    const RulesSide& model = proof->model;
    set(Found, formatMetric(rules.report.means.ndcg), formatMetric(model.report.means.ndcg),
        tr("Mean %1. Model − rules: %2 (95 % interval %3), p %4: %5.")
            .arg(metricLabel(MetricId::Ndcg, proof->k),
                 formatDifference(MetricId::Ndcg, proof->ndcg.difference),
                 intervalText(MetricId::Ndcg, proof->ndcg.interval, true), pValueText(proof->ndcg.pValue),
                 verdictText(proof->ndcg)));
    set(Distinct, formatCount(rules.distinctLists), formatCount(model.distinctLists),
        tr("Different lists for %Ln user(s), before what each has seen is left out. Rules give one list to "
           "everybody with the same genres.",
           nullptr, proof->users));
    set(Reaction, share(rules.changedLists, proof->users), share(model.changedLists, proof->users),
        tr("Of the lists are different after one more like, apart from that film."));
    set(Outside, formatCount(rules.outsideHits), formatCount(model.outsideHits),
        tr("Found of %Ln hidden like(s) without any of the user's top genres (%1 of all).", nullptr,
           proof->outsideLikes)
            .arg(share(proof->outsideLikes, proof->hiddenLikes)));
    set(Coverage, formatPercent(rules.report.coverage, 1), formatPercent(model.report.coverage, 1),
        tr("Of all films stand on somebody's list."));
    set(Cost, milliseconds(rules.report.trainSeconds), milliseconds(model.report.trainSeconds),
        tr("To count, or to train. Rules can be read and changed by hand; the model's factors cannot."));
}

} // namespace recital
