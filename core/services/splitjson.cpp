#include "core/services/splitjson.h"

#include "core/services/jsontext.h"

using namespace Qt::StringLiterals;

namespace recital {

QJsonObject splitOptionsToJson(const SplitOptions& options) {
    return {{u"protocol"_s, static_cast<int>(options.protocol)},
            {u"testShare"_s, json::number(options.testShare)},
            {u"positiveThreshold"_s, json::number(static_cast<double>(options.positiveThreshold))},
            {u"seed"_s, json::seed(options.seed)},
            {u"folds"_s, options.folds},
            {u"minimumUserRatings"_s, options.minimumUserRatings},
            {u"minimumItemRatings"_s, options.minimumItemRatings}};
}

std::optional<SplitOptions> splitOptionsFromJson(const QJsonObject& object) {
    SplitOptions options;
    const json::Reader reader(object);
    if (!reader.readEnum("protocol"_L1, options.protocol, static_cast<int>(allProtocols().size())))
        return std::nullopt;
    reader.read("testShare"_L1, options.testShare);
    reader.read("positiveThreshold"_L1, options.positiveThreshold);
    reader.read("seed"_L1, options.seed);
    reader.read("folds"_L1, options.folds);
    reader.read("minimumUserRatings"_L1, options.minimumUserRatings);
    reader.read("minimumItemRatings"_L1, options.minimumItemRatings);
    return options;
}

} // namespace recital
