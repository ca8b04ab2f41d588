#include "core/services/comparisontext.h"

#include "core/services/comparisontable.h"
#include "core/services/latextext.h"
#include "core/services/texttable.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

struct ComparisonText {
    Q_DECLARE_TR_FUNCTIONS(recital::ComparisonText)
};

// So many metrics fit beside each other on a terminal of 160 columns, in a document and on a page of paper.
constexpr TableWidth plainWidth{10, 10};
constexpr TableWidth markdownWidth{12, 12};
constexpr TableWidth latexWidth{5, 2};

const QString& markOf(Verdict verdict, const QStringList& marks) {
    static const QString none;
    switch (verdict) {
    case Verdict::Better:
        return marks[0];
    case Verdict::Worse:
        return marks[1];
    case Verdict::NoDetectableDifference:
        return marks[2];
    case Verdict::NotComparable:
        return none;
    }
    Q_UNREACHABLE();
}

/// Means and differences in this order, with the legend of the marks.
struct Tables {
    std::vector<ComparisonTable> all;
    QStringList legend;
};

Tables tablesOf(const Comparison& comparison, const ComparisonTextOptions& options, const QLocale& locale,
                const TableWidth& width, const QString& best, const QStringList& marks) {
    Tables tables{meanTables(comparison, options, locale, width), {}};
    tables.legend = tableLegend(comparison, tables.all, best, marks);
    std::ranges::move(differenceTables(comparison, options, locale), std::back_inserter(tables.all));
    if (ComparisonTable ratings = ratingTable(comparison, locale); !ratings.rows.empty())
        tables.all.push_back(std::move(ratings));
    return tables;
}

const QStringList plainMarks{u"+"_s, u"-"_s, u"="_s};
const QStringList markdownMarks{u"▲"_s, u"▼"_s, u"○"_s};
const QStringList latexMarks{u"\\textsuperscript{$+$}"_s, u"\\textsuperscript{$-$}"_s,
                             u"\\textsuperscript{$\\circ$}"_s};

QString plainTable(const ComparisonTable& table) {
    std::vector<int> left;
    for (int column = 0; column < table.leftColumns; ++column)
        left.push_back(column);
    // Marks stand in places of their own, so that the digits stay below each other.
    QList<bool> marked(table.header.size(), false);
    for (const std::vector<TableCell>& row : table.rows)
        for (std::size_t c = 0; c < row.size(); ++c)
            if (row[c].best || row[c].verdict != Verdict::NotComparable)
                marked[static_cast<qsizetype>(c)] = true;
    QStringList header = table.header;
    for (qsizetype c = 0; c < header.size(); ++c)
        header[c] += marked[c] ? u"  "_s : QString();
    TextTable text(header, left);
    for (const std::vector<TableCell>& row : table.rows) {
        QStringList cells;
        for (const TableCell& cell : row) {
            QString mark = markOf(cell.verdict, plainMarks);
            if (marked[cells.size()])
                mark = (cell.best ? u"*"_s : u" "_s) + (mark.isEmpty() ? u" "_s : mark);
            cells += cell.text + mark;
        }
        text.addRow(cells);
    }
    return text.toString();
}

QString markdownEscaped(QString text) {
    text.replace(u'\n', u' ');
    for (const QChar special : u"\\`*_{}[]<>#|"_s)
        text.replace(special, u'\\' + QString(special));
    return text;
}

QString markdownTable(const ComparisonTable& table) {
    QStringList header;
    QStringList rule;
    for (qsizetype c = 0; c < table.header.size(); ++c) {
        header += markdownEscaped(table.header[c]);
        rule += c < table.leftColumns ? u":--"_s : u"--:"_s;
    }
    QStringList lines{u"| "_s + header.join(u" | "_s) + u" |"_s, u"| "_s + rule.join(u" | "_s) + u" |"_s};
    for (const std::vector<TableCell>& row : table.rows) {
        QStringList cells;
        for (const TableCell& cell : row) {
            const QString text = markdownEscaped(cell.text);
            const QString mark = markOf(cell.verdict, markdownMarks);
            cells += (cell.best ? u"**"_s + text + u"**"_s : text) + (mark.isEmpty() ? mark : u' ' + mark);
        }
        lines += u"| "_s + cells.join(u" | "_s) + u" |"_s;
    }
    return lines.join(u'\n');
}

QString latexTabular(const ComparisonTable& table) {
    const auto numbers = static_cast<int>(table.header.size()) - table.leftColumns;
    QStringList header;
    for (const QString& text : table.header)
        header += latexEscaped(text);
    QStringList lines{u"\\begin{tabular}{"_s + QString(table.leftColumns, u'l') + QString(numbers, u'r') +
                          u'}',
                      u"\\toprule"_s, header.join(u" & "_s) + u" \\\\"_s, u"\\midrule"_s};
    for (const std::vector<TableCell>& row : table.rows) {
        QStringList cells;
        for (const TableCell& cell : row) {
            const QString text = latexEscaped(cell.text);
            cells += (cell.best ? u"\\textbf{"_s + text + u'}' : text) + markOf(cell.verdict, latexMarks);
        }
        lines += cells.join(u" & "_s) + u" \\\\"_s;
    }
    lines += {u"\\bottomrule"_s, u"\\end{tabular}"_s};
    constexpr qsizetype wide = 7;
    const QString text = lines.join(u'\n');
    return table.header.size() < wide ? text : u"{\\scriptsize\n"_s + text + u'}';
}

/// Everything between \begin{table} and \end{table}. `notes` are LaTeX.
QString latexFloat(const QStringList& tabulars, const QString& caption, const QString& label,
                   const QStringList& notes) {
    QStringList lines{u"\\begin{table}[htbp]"_s,
                      u"\\centering"_s,
                      u"\\caption{"_s + latexEscaped(caption) + u'}',
                      u"\\label{"_s + label + u'}',
                      u"\\footnotesize"_s,
                      u"\\setlength{\\tabcolsep}{2.5pt}"_s,
                      tabulars.join(u"\n\n\\medskip\n"_s)};
    if (!notes.isEmpty())
        lines += {QString(), u"\\medskip"_s, u"\\begin{minipage}{\\linewidth}\\scriptsize"_s,
                  notes.join(u"\\\\\n"_s), u"\\end{minipage}"_s};
    lines += u"\\end{table}\n"_s;
    return lines.join(u'\n');
}

} // namespace

QString toPlainText(const Comparison& comparison, const ComparisonTextOptions& options) {
    const Tables tables = tablesOf(comparison, options, QLocale(), plainWidth, u"*"_s, plainMarks);
    QStringList parts{comparisonCaption(comparison)};
    for (const ComparisonTable& table : tables.all)
        parts += (table.title.isEmpty() ? QString() : table.title + u'\n') + plainTable(table);
    parts += (tables.legend + comparisonNotes(comparison)).join(u'\n');
    return parts.join(u"\n\n"_s) + u'\n';
}

QString toMarkdown(const Comparison& comparison, const ComparisonTextOptions& options) {
    const QString best = ComparisonText::tr("Bold");
    const Tables tables = tablesOf(comparison, options, QLocale::c(), markdownWidth, best, markdownMarks);
    QStringList parts{u"**"_s + markdownEscaped(comparisonCaption(comparison)) + u"**"_s};
    for (const ComparisonTable& table : tables.all) {
        if (!table.title.isEmpty())
            parts += u"**"_s + markdownEscaped(table.title) + u"**"_s;
        parts += markdownTable(table);
    }
    QStringList notes;
    for (const QString& note : tables.legend + comparisonNotes(comparison))
        notes += u"- "_s + markdownEscaped(note);
    return parts.join(u"\n\n"_s) + u"\n\n"_s + notes.join(u'\n') + u'\n';
}

QString toLatex(const Comparison& comparison, const ComparisonTextOptions& options) {
    const QLocale locale = QLocale::c();
    std::vector<ComparisonTable> means = meanTables(comparison, options, locale, latexWidth);
    QStringList notes;
    for (const QString& line :
         tableLegend(comparison, means, ComparisonText::tr("Bold"), {u"+"_s, u"-"_s, u"\u25cb"_s}) +
             comparisonNotes(comparison))
        notes += latexEscaped(line);
    QStringList tabulars;
    for (const ComparisonTable& table : means)
        tabulars += latexTabular(table);
    const QString caption = comparisonCaption(comparison);
    QString text = u"% \\usepackage[T1]{fontenc}, \\usepackage[utf8]{inputenc}, \\usepackage{booktabs}\n"_s;
    text += latexFloat(tabulars, caption, u"tab:comparison"_s, notes);
    int count = 0;
    for (const ComparisonTable& table : differenceTables(comparison, options, locale)) {
        const QString label = u"tab:comparison-difference-%1"_s.arg(++count);
        text += u'\n' + latexFloat({latexTabular(table)}, table.title + u". "_s + caption, label, notes);
    }
    if (const ComparisonTable ratings = ratingTable(comparison, locale); !ratings.rows.empty())
        text += u'\n' + latexFloat({latexTabular(ratings)}, ratings.title + u". "_s + caption,
                                   u"tab:comparison-ratings"_s, notes);
    return text;
}

QString toJson(const Comparison& comparison) {
    return QString::fromUtf8(QJsonDocument(comparisonJson(comparison)).toJson(QJsonDocument::Indented));
}

} // namespace recital
