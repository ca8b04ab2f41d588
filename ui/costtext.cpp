#include "ui/costtext.h"

#include "core/recsys/algorithms/ease.h"
#include "ui/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

/// At most two digits that mean something: an estimate is not exact.
QString roughly(double value) {
    if (!(value > 0.0))
        return u"0"_s;
    const double unit = std::pow(10.0, std::floor(std::log10(value)) - 1.0);
    const double rounded = std::round(value / unit) * unit;
    return rounded >= 10.0 ? formatCount(std::llround(rounded)) : QLocale().toString(rounded, 'g', 2);
}

QString operationsText(double operations) {
    if (operations >= 1e12)
        return roughly(operations / 1e12) + u" TFlop"_s;
    if (operations >= 1e8)
        return roughly(operations / 1e9) + u" GFlop"_s;
    return roughly(std::max(operations / 1e6, 0.01)) + u" MFlop"_s;
}

QString bytesText(double bytes) {
    return bytes >= 1e9 ? roughly(bytes / 1e9) + u" GB"_s : roughly(std::max(bytes / 1e6, 0.1)) + u" MB"_s;
}

/// What training does, in words; the counts are those of the data.
class WorkText {
    Q_DECLARE_TR_FUNCTIONS(recital::CostText)
public:
    explicit WorkText(const TrainingCost& cost)
        : m_cost(cost) {}

    QString operator()(const RandomParameters&) const { return {}; }
    QString operator()(const PopularityParameters&) const {
        return tr("counts %1 likes").arg(formatCount(m_cost.entries));
    }
    QString operator()(const GenreRulesParameters&) const {
        return tr("counts %1 likes and learns nothing").arg(formatCount(m_cost.entries));
    }
    QString operator()(const ItemKnnParameters&) const { return comparesItems(); }
    QString operator()(const Rp3BetaParameters&) const { return comparesItems(); }
    QString operator()(const UserKnnParameters&) const {
        return tr("keeps the likes, and every list searches %1 users").arg(formatCount(m_cost.users));
    }
    QString operator()(const PureSvdParameters& p) const {
        return tr("finds %1 singular vectors of a %2 × %3 matrix")
            .arg(formatCount(p.rank), formatCount(m_cost.users), formatCount(m_cost.items));
    }
    QString operator()(const EaseParameters&) const {
        const QString side = formatCount(m_cost.inverted);
        return tr("inverts a %1 × %2 matrix for weights between %3 films")
            .arg(side, side, formatCount(m_cost.items));
    }
    QString operator()(const SlimParameters&) const {
        return tr("solves %1 regressions on the films that share a user").arg(formatCount(m_cost.items));
    }
    QString operator()(const BprParameters& p) const {
        return tr("%1 gradient steps, one after another").arg(formatCount(p.epochs * m_cost.entries));
    }
    QString operator()(const AlsParameters& p) const {
        return tr("solves %1 systems of %2 equations %3 times")
            .arg(formatCount(m_cost.users + m_cost.items), formatCount(p.factors), formatCount(p.iterations));
    }

    QString withAmounts(const QString& work) const {
        if (work.isEmpty())
            return tr("nothing to train");
        return tr("%1: about %2, %3").arg(work, operationsText(m_cost.operations), bytesText(m_cost.bytes));
    }
    QString easeRefused(const QString& sentence) const {
        return tr("EASE is not attempted above %1 films; here it %2")
            .arg(formatCount(kMaxEaseItems), sentence);
    }

private:
    QString comparesItems() const {
        return tr("compares %1 films through the users they share").arg(formatCount(m_cost.items));
    }

    const TrainingCost& m_cost;
};

} // namespace

QString costText(const TrainingSpec& specification, const TrainingCost& cost) {
    const WorkText text(cost);
    const QString sentence = text.withAmounts(std::visit(text, specification));
    if (!cost.refusal)
        return sentence;
    if (std::holds_alternative<EaseParameters>(specification) && cost.items > kMaxEaseItems)
        return text.easeRefused(sentence);
    return QString::fromStdString(cost.refusal->detail);
}

} // namespace recital
