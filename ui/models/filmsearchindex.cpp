#include "ui/models/filmsearchindex.h"

#include <algorithm>
#include <numeric>
#include <string_view>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

/// Letters that Unicode does not decompose into a base letter and an accent.
QString plainLetter(QChar c) {
    switch (c.unicode()) {
    case u'ø':
        return u"o"_s;
    case u'ł':
        return u"l"_s;
    case u'đ':
    case u'ð':
        return u"d"_s;
    case u'ı':
        return u"i"_s;
    case u'æ':
        return u"ae"_s;
    case u'œ':
        return u"oe"_s;
    case u'ß':
        return u"ss"_s;
    case u'þ':
        return u"th"_s;
    default:
        return QString(c);
    }
}

bool isDropped(QChar c) {
    return c == u'\'' || c == u'\u2019' || c == u'.' || c.isMark();
}

std::string_view view(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

std::string_view withoutArticle(std::string_view title) {
    using namespace std::string_view_literals;
    for (const std::string_view article : {"the "sv, "a "sv, "an "sv})
        if (title.starts_with(article))
            return title.substr(article.size());
    return title;
}

/// "spider-man" can also be typed as "spiderman".
QString joinHyphens(const QString& title) {
    QString joined;
    const QStringList words = title.split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words)
        if (word.contains(u'-'))
            joined += u' ' + QString(word).remove(u'-');
    return joined;
}

} // namespace

QByteArray FilmSearchIndex::fold(const QString& text) {
    const bool ascii = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; });
    const QString plain =
        ascii ? text.toLower() : text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    QString folded;
    folded.reserve(plain.size());
    for (const QChar c : plain) {
        if (isDropped(c))
            continue;
        if (c.isLetterOrNumber())
            folded += ascii ? QString(c) : plainLetter(c);
        else if (!folded.isEmpty() && folded.back() != u' ')
            folded += u' ';
    }
    while (folded.endsWith(u' '))
        folded.chop(1);
    return folded.toUtf8();
}

FilmSearchIndex::FilmSearchIndex(const Dataset& dataset, const DatasetStatistics& statistics) {
    std::vector<ItemIndex> order(static_cast<std::size_t>(dataset.itemCount()));
    std::iota(order.begin(), order.end(), 0);
    const auto ratings = [&](ItemIndex i) { return statistics.perItem[static_cast<std::size_t>(i)].ratings; };
    std::stable_sort(order.begin(), order.end(),
                     [&](ItemIndex a, ItemIndex b) { return ratings(a) > ratings(b); });
    m_entries.reserve(order.size());
    m_text.reserve(static_cast<qsizetype>(order.size()) * 32);
    for (const ItemIndex item : order)
        append(item, QString::fromStdString(dataset.item(item).title), dataset.item(item).year);
}

void FilmSearchIndex::append(ItemIndex item, const QString& title, int year) {
    Entry entry;
    entry.item = item;
    entry.begin = m_text.size();
    m_text += ' ';
    m_text += fold(title);
    entry.titleEnd = m_text.size();
    if (year > 0)
        m_text += ' ' + QByteArray::number(year);
    if (const QByteArray joined = fold(joinHyphens(title)); !joined.isEmpty())
        m_text += ' ' + joined;
    entry.end = m_text.size();
    m_entries.push_back(entry);
}

std::vector<ItemIndex> FilmSearchIndex::find(const QString& query, int limit) const {
    const QByteArray folded = fold(query);
    if (folded.isEmpty())
        return {};
    QList<QByteArray> words;
    for (const QByteArray& word : folded.split(' '))
        words += ' ' + word;
    std::vector<ItemIndex> exact;
    std::vector<ItemIndex> others;
    const std::size_t most = static_cast<std::size_t>(std::max(0, limit));
    for (const Entry& entry : m_entries) {
        const auto text = view(m_text).substr(static_cast<std::size_t>(entry.begin),
                                              static_cast<std::size_t>(entry.end - entry.begin));
        const bool all = std::all_of(words.begin(), words.end(), [&](const QByteArray& word) {
            return text.find(view(word)) != std::string_view::npos;
        });
        if (!all)
            continue;
        const auto title = text.substr(1, static_cast<std::size_t>(entry.titleEnd - entry.begin - 1));
        if (title == view(folded) || withoutArticle(title) == view(folded))
            exact.push_back(entry.item);
        else if (others.size() < most)
            others.push_back(entry.item);
    }
    exact.insert(exact.end(), others.begin(), others.end());
    if (exact.size() > most)
        exact.resize(most);
    return exact;
}

} // namespace recital
