#pragma once

#include <QString>

#include <vector>

namespace recital {

/// A set that GroupLens offers. Sizes are what the dialog announces before asking.
struct MovieLensEdition {
    QString key;      ///< "ml-100k"
    QString name;     ///< "MovieLens 100K"
    QString ratings;  ///< "100,000 ratings, 943 users, 1,682 films (1998)": shown as such, as the publisher's
                      ///< claim
    QString fileName; ///< "ml-100k.zip"; the checksum is beside it as fileName + ".md5"
    qint64 approximateBytes = 0;
};

std::vector<MovieLensEdition> movieLensEditions();

} // namespace recital
