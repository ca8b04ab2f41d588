#include "app/liveoptions.h"

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct RuleOptionText {
    Q_DECLARE_TR_FUNCTIONS(recital::RuleOptionText)
};

template<typename... Callables>
struct Overloaded : Callables... {
    using Callables::operator()...;
};

QString plain(double value) {
    return QString::number(value, 'g', 6);
}

} // namespace

QString knownRules() {
    return RuleOptionText::tr("recency or recency=DECAY, resolve, average or average=MIX");
}

UpdateRule ruleOf(Arguments& arguments, const QString& option, const QString& text) {
    const QString name = text.section(u'=', 0, 0).trimmed();
    UpdateRule rule;
    if (name == "resolve"_L1)
        rule = ResolveRule{};
    else if (name == "average"_L1)
        rule = MovingAverageRule{};
    else if (name != "recency"_L1)
        arguments.reject(
            RuleOptionText::tr("--%1: unknown rule \"%2\"; known are %3").arg(option, text, knownRules()));
    if (!text.contains(u'='))
        return rule;
    bool read = false;
    const double value = text.section(u'=', 1).toDouble(&read);
    if (auto* recency = std::get_if<RecencyRule>(&rule); recency && read)
        recency->decay = value;
    else if (auto* average = std::get_if<MovingAverageRule>(&rule); average && read)
        average->mix = value;
    else
        arguments.reject(
            RuleOptionText::tr("--%1: \"%2\" is no rule; known are %3").arg(option, text, knownRules()));
    if (const Status valid = validate(rule); !valid)
        arguments.reject(u"--%1: %2"_s.arg(option, QString::fromStdString(valid.error().detail)));
    return rule;
}

std::vector<UpdateRule> ruleOptions(Arguments& arguments, const QString& option) {
    std::vector<UpdateRule> rules;
    for (const QString& text : arguments.list(option))
        rules.push_back(ruleOf(arguments, option, text));
    return rules;
}

QString ruleKey(const UpdateRule& rule) {
    return std::visit(Overloaded{[](const RecencyRule& r) { return u"recency="_s + plain(r.decay); },
                                 [](const ResolveRule&) { return u"resolve"_s; },
                                 [](const MovingAverageRule& r) { return u"average="_s + plain(r.mix); }},
                      rule);
}

} // namespace recital
