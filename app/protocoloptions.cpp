#include "app/protocoloptions.h"

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct ProtocolText {
    Q_DECLARE_TR_FUNCTIONS(recital::ProtocolText)
};

QStringList protocolNames(bool allowNone) {
    QStringList names;
    for (const Protocol protocol : allProtocols()) {
        const std::string_view key = protocolKey(protocol);
        names += QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size()));
    }
    if (allowNone)
        names += u"none"_s;
    return names;
}

} // namespace

void addProtocolOptions(Arguments& arguments, bool allowNone) {
    const QString list = protocolNames(allowNone).join(u", "_s);
    arguments.add(u"protocol"_s,
                  allowNone
                      ? ProtocolText::tr("What is held out to measure with: %1. Default: none, the model "
                                         "learns from every like.")
                            .arg(list)
                      : ProtocolText::tr("What is held out to measure with: %1. Default: official-folds "
                                         "where the data has them, else user-temporal with times, else "
                                         "user-random.")
                            .arg(list),
                  u"PROTOCOL"_s);
    arguments.add(u"test-share"_s,
                  ProtocolText::tr("Share held out, between 0 and 1: of every user's ratings, of all ratings "
                                   "(global-temporal) or of the users (held-out-users)."),
                  u"X"_s, u"0.2"_s);
    arguments.add(u"split-seed"_s, ProtocolText::tr("Seed of user-random, held-out-users and random-folds."),
                  u"N"_s, u"42"_s);
}

std::optional<SplitOptions> protocolOptions(Arguments& arguments, bool allowNone,
                                            std::optional<Protocol> fallback) {
    SplitOptions options;
    options.testShare = arguments.number(u"test-share"_s, 0.01, 0.99);
    options.seed = arguments.seed(u"split-seed"_s);
    if (!arguments.isSet(u"protocol"_s)) {
        if (!fallback)
            return std::nullopt;
        options.protocol = *fallback;
        return options;
    }
    const std::size_t index = arguments.choice(u"protocol"_s, protocolNames(allowNone));
    if (index >= allProtocols().size())
        return std::nullopt;
    options.protocol = allProtocols()[index];
    return options;
}

void addSplitOptions(Arguments& arguments) {
    addProtocolOptions(arguments, false);
    arguments.add(u"folds"_s, ProtocolText::tr("Number of folds of random-folds, 2 to 100."), u"N"_s, u"5"_s);
    arguments.add(
        u"threshold"_s,
        ProtocolText::tr("A rating of at least this is a like. Default: 4 of 5 stars, whatever the scale."),
        u"X"_s);
    arguments.add(u"min-user-ratings"_s,
                  ProtocolText::tr("Leave users with fewer ratings out, on both sides."), u"N"_s, u"0"_s);
    arguments.add(u"min-item-ratings"_s,
                  ProtocolText::tr("Leave items with fewer ratings out, on both sides."), u"N"_s, u"0"_s);
}

SplitOptions splitOptions(Arguments& arguments, const SplitOptions& natural) {
    constexpr int mostFolds = 100;
    constexpr int mostRatings = 1'000'000;
    SplitOptions options = protocolOptions(arguments, false, natural.protocol).value_or(natural);
    options.folds = arguments.integer(u"folds"_s, 2, mostFolds);
    options.positiveThreshold = natural.positiveThreshold;
    if (arguments.isSet(u"threshold"_s))
        options.positiveThreshold =
            static_cast<float>(arguments.number(u"threshold"_s, -1'000'000.0, 1'000'000.0));
    options.minimumUserRatings = arguments.integer(u"min-user-ratings"_s, 0, mostRatings);
    options.minimumItemRatings = arguments.integer(u"min-item-ratings"_s, 0, mostRatings);
    return options;
}

} // namespace recital
