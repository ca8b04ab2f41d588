#include "ui/ruletext.h"

#include <QCoreApplication>
#include <QLocale>

namespace recital {

namespace {

struct RuleText {
    Q_DECLARE_TR_FUNCTIONS(RuleText)
};

QString number(double value) {
    return QLocale().toString(value, 'g', 3);
}

} // namespace

QString ruleName(const UpdateRule& rule) {
    if (std::holds_alternative<RecencyRule>(rule))
        return RuleText::tr("Re-solve with recency");
    return std::holds_alternative<ResolveRule>(rule) ? RuleText::tr("Exact re-solve")
                                                     : RuleText::tr("Moving average");
}

QString ruleText(const UpdateRule& rule) {
    if (const auto* recency = std::get_if<RecencyRule>(&rule))
        return RuleText::tr("%1, decay %2").arg(ruleName(rule), number(recency->decay));
    if (const auto* average = std::get_if<MovingAverageRule>(&rule))
        return RuleText::tr("%1, mix %2").arg(ruleName(rule), number(average->mix));
    return ruleName(rule);
}

} // namespace recital
