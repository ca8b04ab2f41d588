#include "core/recsys/io/itemtitle.h"

#include "core/recsys/io/text.h"

#include <algorithm>
#include <array>

namespace recital::io {

namespace {

/// Articles that MovieLens puts behind the title. "I" (Italian), "A" and "O" (Portuguese) are among them, so
/// a word stands here only if it never ends a title by itself after a comma.
constexpr std::array<std::string_view, 44> articles = {
    "The", "A",    "An", "La",  "Le",  "Les", "L'",  "L\u2019", "Un",  "Une", "Il",
    "Lo",  "Gli",  "I",  "Uno", "Una", "El",  "Los", "Las",     "Der", "Die", "Das",
    "Ein", "Eine", "De", "Het", "Een", "Den", "Det", "En",      "Et",  "Ett", "O",
    "Os",  "As",   "Um", "Uma", "Da",  "Az",  "the", "a",       "an",  "la",  "le"};

bool isArticle(std::string_view word) {
    return std::find(articles.begin(), articles.end(), word) != articles.end();
}

/// "Matrix, The" becomes "The Matrix"; anything else stays.
std::string articleInFront(std::string_view title) {
    const std::size_t comma = title.rfind(", ");
    if (comma == std::string_view::npos || comma == 0)
        return std::string(title);
    const std::string_view article = trimmed(title.substr(comma + 2));
    if (!isArticle(article))
        return std::string(title);
    const bool elided = article.ends_with('\'') || article.ends_with("\u2019");
    return std::string(article) + (elided ? "" : " ") + std::string(trimmed(title.substr(0, comma)));
}

/// "a.k.a. Innocents, The": the article belongs behind the prefix.
std::string alias(std::string_view text) {
    for (const std::string_view prefix : {"a.k.a. ", "a.k.a ", "aka ", "AKA ", "A.K.A. "})
        if (text.starts_with(prefix))
            return std::string(prefix) + articleInFront(text.substr(prefix.size()));
    return articleInFront(text);
}

bool isYear(std::string_view text) {
    return text.size() == 4 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Year of "1995", "2006-2007", "2006–2007", "2007-" or "1994/I"; 0 for any other text.
std::int16_t yearOf(std::string_view text) {
    if (!isYear(text.substr(0, 4)))
        return 0;
    std::string_view rest = trimmed(text.substr(4));
    if (rest.starts_with('/'))
        rest = {};
    if (rest.starts_with('-'))
        rest.remove_prefix(1);
    else if (rest.starts_with("\u2013"))
        rest.remove_prefix(3);
    else if (!rest.empty())
        return 0;
    rest = trimmed(rest);
    if (!rest.empty() && !isYear(rest))
        return 0;
    return static_cast<std::int16_t>(toInteger(text.substr(0, 4)).value_or(0));
}

/// Text in the last parentheses of `title` if they end it, and what stands before them.
bool splitLastParentheses(std::string_view title, std::string_view& before, std::string_view& inside) {
    if (!title.ends_with(')'))
        return false;
    int depth = 0;
    for (std::size_t i = title.size(); i-- > 0;) {
        depth += title[i] == ')' ? 1 : title[i] == '(' ? -1 : 0;
        if (depth == 0) {
            before = trimmed(title.substr(0, i));
            inside = title.substr(i + 1, title.size() - i - 2);
            return true;
        }
    }
    return false;
}

/// The title and the other titles behind it in parentheses, each with its article in front.
std::string withArticlesInFront(std::string_view title) {
    std::string_view before;
    std::string_view inside;
    if (splitLastParentheses(title, before, inside) && !before.empty())
        return withArticlesInFront(before) + " (" + alias(trimmed(inside)) + ')';
    return articleInFront(title);
}

} // namespace

ItemTitle parseTitle(std::string_view raw) {
    std::string_view title = trimmed(raw);
    std::string_view before;
    std::string_view inside;
    std::string_view candidate = title;
    while (splitLastParentheses(candidate, before, inside) && (inside == "V" || inside == "TV"))
        candidate = before;
    if (splitLastParentheses(candidate, before, inside) && !before.empty())
        if (const std::int16_t year = yearOf(trimmed(inside)); year > 0)
            return {withArticlesInFront(before), year};
    return {withArticlesInFront(title), 0};
}

} // namespace recital::io
