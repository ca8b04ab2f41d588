#include "core/services/movielenseditions.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

struct EditionText {
    Q_DECLARE_TR_FUNCTIONS(recital::DownloadService)
};

} // namespace

std::vector<MovieLensEdition> movieLensEditions() {
    const auto edition = [](const QString& key, const QString& name, const QString& ratings, qint64 bytes) {
        return MovieLensEdition{key, name, ratings, key + u".zip"_s, bytes};
    };
    return {
        edition(u"ml-latest-small"_s, u"MovieLens Latest Small"_s,
                EditionText::tr("100,836 ratings, 610 users, 9,742 films (2018)"), 978'202),
        edition(u"ml-100k"_s, u"MovieLens 100K"_s,
                EditionText::tr("100,000 ratings, 943 users, 1,682 films (1998)"), 4'924'029),
        edition(u"ml-1m"_s, u"MovieLens 1M"_s,
                EditionText::tr("1,000,209 ratings, 6,040 users, 3,900 films (2003)"), 5'917'549),
        edition(u"ml-10m"_s, u"MovieLens 10M"_s,
                EditionText::tr("10,000,054 ratings, 71,567 users, 10,681 films (2009)"), 65'566'137),
        edition(u"ml-20m"_s, u"MovieLens 20M"_s,
                EditionText::tr("20,000,263 ratings, 138,493 users, 27,278 films (2015)"), 198'702'078),
        edition(u"ml-25m"_s, u"MovieLens 25M"_s,
                EditionText::tr("25,000,095 ratings, 162,541 users, 62,423 films (2019)"), 261'978'986),
        edition(u"ml-32m"_s, u"MovieLens 32M"_s,
                EditionText::tr("32,000,204 ratings, 200,948 users, 87,585 films (2024)"), 238'950'008),
    };
}

} // namespace recital
