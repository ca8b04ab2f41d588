#include "app/comparisonoptions.h"

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct ComparisonOptionText {
    Q_DECLARE_TR_FUNCTIONS(recital::ComparisonOptionText)
};

QStringList formatNames() {
    return {u"table"_s, u"json"_s, u"csv"_s, u"latex"_s, u"markdown"_s};
}

const MetricInfo* find(const QString& key) {
    return findMetric(key.toStdString());
}

QString unknownMetric(const QString& key) {
    return ComparisonOptionText::tr("unknown metric \"%1\"; known are %2").arg(key, knownMetrics());
}

} // namespace

void addFormatOptions(Arguments& arguments) {
    arguments.add(u"format"_s,
                  ComparisonOptionText::tr("Layout of the output: %1.").arg(formatNames().join(u", "_s)),
                  u"FORMAT"_s, u"table"_s);
    arguments.addJson();
}

OutputFormat outputFormat(Arguments& arguments) {
    const auto format = static_cast<OutputFormat>(arguments.choice(u"format"_s, formatNames()));
    if (!arguments.isSet(u"json"_s))
        return format;
    if (arguments.isSet(u"format"_s) && format != OutputFormat::Json)
        arguments.reject(ComparisonOptionText::tr("--json and --format ask for different outputs"));
    return OutputFormat::Json;
}

QString knownMetrics() {
    QStringList keys;
    for (const MetricInfo& metric : metricCatalogue())
        keys += QString::fromLatin1(metric.key.data(), static_cast<qsizetype>(metric.key.size()));
    return keys.join(u", "_s);
}

MetricId metricOption(Arguments& arguments, const QString& name) {
    if (const MetricInfo* metric = find(arguments.text(name)))
        return metric->id;
    arguments.reject(unknownMetric(arguments.text(name)));
    return MetricId::Ndcg;
}

void addMetricOptions(Arguments& arguments) {
    arguments.add(u"metrics"_s,
                  ComparisonOptionText::tr("Columns, separated by commas: %1, or all. JSON always has all.")
                      .arg(knownMetrics()),
                  u"LIST"_s);
}

std::vector<MetricId> metricOptions(Arguments& arguments) {
    std::vector<MetricId> metrics;
    if (!arguments.isSet(u"metrics"_s))
        return metrics;
    for (const QString& key : arguments.list(u"metrics"_s)) {
        if (key == "all"_L1)
            for (const MetricInfo& metric : metricCatalogue())
                metrics.push_back(metric.id);
        else if (const MetricInfo* metric = find(key))
            metrics.push_back(metric->id);
        else
            arguments.reject(unknownMetric(key));
    }
    return metrics;
}

void printComparison(const Comparison& comparison, const ComparisonTextOptions& options, OutputFormat format,
                     Console& console) {
    const auto print = [&console](QString text) {
        if (text.endsWith(u'\n'))
            text.chop(1);
        console.print(text);
    };
    switch (format) {
    case OutputFormat::Table:
        return print(toPlainText(comparison, options));
    case OutputFormat::Json:
        return console.printJson(comparisonJson(comparison));
    case OutputFormat::Csv:
        print(toCsv(comparison, options));
        if (!comparison.ratings.empty())
            print(u"\r\n"_s + toRatingsCsv(comparison));
        return;
    case OutputFormat::Latex:
        return print(toLatex(comparison, options));
    case OutputFormat::Markdown:
        return print(toMarkdown(comparison, options));
    }
    Q_UNREACHABLE();
}

} // namespace recital
