#pragma once

#include "core/recsys/dataset.h"
#include "core/recsys/datasetstatistics.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

namespace recital {

/// Finds films by what somebody types in a hurry: every typed word must begin a word of the title or be its
/// year; case, accents, punctuation and hyphens do not matter ("amelie", "spiderman", "schindlers").
class FilmSearchIndex {
public:
    FilmSearchIndex(const Dataset& dataset, const DatasetStatistics& statistics);

    /// Exact titles first (a leading article may be missing), then the most rated. Empty for an empty query.
    std::vector<ItemIndex> find(const QString& query, int limit) const;

    /// Lower-case words without accents and punctuation, separated by single spaces.
    static QByteArray fold(const QString& text);

private:
    struct Entry {
        ItemIndex item = 0;
        qsizetype begin = 0;    ///< of " word word year joinedword" in m_text
        qsizetype titleEnd = 0; ///< end of the words of the title
        qsizetype end = 0;
    };

    void append(ItemIndex item, const QString& title, int year);

    QByteArray m_text;
    std::vector<Entry> m_entries; ///< most rated first, then lower index
};

} // namespace recital
