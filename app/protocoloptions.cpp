#include "app/protocoloptions.h"

namespace recital {

using namespace Qt::StringLiterals;

namespace {

struct ProtocolText {
    Q_DECLARE_TR_FUNCTIONS(recital::ProtocolText)
};

QStringList protocolNames(bool allowNone) {
    QStringList names;
    for (const Protocol protocol : allProtocols())
        names += protocolName(protocol);
    if (allowNone)
        names += u"none"_s;
    return names;
}

} // namespace

QString protocolName(Protocol protocol) {
    const std::string_view key = protocolKey(protocol);
    return QString::fromLatin1(key.data(), static_cast<qsizetype>(key.size()));
}

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
    arguments.add(
        u"test-share"_s,
        ProtocolText::tr("Share of every user's ratings held out, between 0 and 1; not for official "
                         "folds."),
        u"X"_s, u"0.2"_s);
    arguments.add(u"split-seed"_s, ProtocolText::tr("Seed of user-random."), u"N"_s, u"42"_s);
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

} // namespace recital
