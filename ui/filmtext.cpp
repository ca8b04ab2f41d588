#include "ui/filmtext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace recital {

QString filmTitle(const Dataset& dataset, ItemIndex item) {
    return QString::fromStdString(dataset.item(item).title);
}

QString filmTitleWithYear(const Dataset& dataset, ItemIndex item) {
    const int year = dataset.item(item).year;
    const QString title = filmTitle(dataset, item);
    return year > 0 ? u"%1 (%2)"_s.arg(title, QString::number(year)) : title;
}

QString filmGenres(const Dataset& dataset, ItemIndex item) {
    QStringList names;
    const std::uint32_t genres = dataset.item(item).genres;
    for (std::size_t g = 0; g < dataset.genreNames().size(); ++g)
        if (genres & (1U << g))
            names += QString::fromStdString(dataset.genreNames()[g]);
    return names.join(u", "_s);
}

} // namespace recital
