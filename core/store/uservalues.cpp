#include "core/store/uservalues.h"

#include "core/store/binarystream.h"

#include <QBuffer>

namespace recital {

namespace {

constexpr std::string_view magic = "RCTLUSR1";
constexpr qsizetype headerSize = 16; ///< magic and u64 XXH64 of the compressed bytes
constexpr int fastCompression = 1;   ///< a row of ten thousands of users must not take seconds

std::uint64_t hashOf(const char* bytes, qsizetype size) {
    Hash64 hash;
    hash.add(std::as_bytes(std::span(bytes, static_cast<std::size_t>(size))));
    return hash.value();
}

void writeFold(BinaryWriter& out, const UserValues::FoldLists& fold) {
    out.putText(fold.split);
    out.put(static_cast<std::uint32_t>(fold.users.size()));
    out.putArray<UserIndex>(fold.users);
    for (const std::vector<ItemIndex>& list : fold.lists) {
        out.put(static_cast<std::uint32_t>(list.size()));
        out.putArray<ItemIndex>(list);
    }
}

UserValues::FoldLists readFold(BinaryReader& in) {
    UserValues::FoldLists fold;
    fold.split = in.getText();
    const auto users = in.get<std::uint32_t>();
    fold.users = in.getArray<UserIndex>(users);
    in.require(users, sizeof(std::uint32_t));
    for (std::uint32_t u = 0; u < users; ++u)
        fold.lists.push_back(in.getArray<ItemIndex>(in.get<std::uint32_t>()));
    return fold;
}

UserValues readValues(BinaryReader& in) {
    UserValues values;
    const auto users = in.get<std::uint32_t>();
    values.users = in.getArray<UserIndex>(users);
    values.trainPositives = in.getArray<std::int32_t>(users);
    values.cold = in.getArray<std::uint8_t>(users);
    const auto columns = in.get<std::uint32_t>();
    in.require(columns, sizeof(std::uint32_t));
    for (std::uint32_t c = 0; c < columns; ++c) {
        std::string metric = in.getText();
        values.columns.push_back({std::move(metric), in.getArray<double>(users)});
    }
    const auto folds = in.get<std::uint32_t>();
    in.require(folds, 2 * sizeof(std::uint32_t));
    for (std::uint32_t f = 0; f < folds; ++f)
        values.folds.push_back(readFold(in));
    if (in.remaining() > 0)
        throw BinaryError("there is more than there should be");
    return values;
}

} // namespace

QByteArray packUserValues(const UserValues& values) {
    QBuffer raw;
    raw.open(QIODevice::WriteOnly);
    BinaryWriter out(raw, {});
    out.put(static_cast<std::uint32_t>(values.users.size()));
    out.putArray<UserIndex>(values.users);
    out.putArray<std::int32_t>(values.trainPositives);
    out.putArray<std::uint8_t>(values.cold);
    out.put(static_cast<std::uint32_t>(values.columns.size()));
    for (const UserValues::Column& column : values.columns) {
        out.putText(column.metric);
        out.putArray<double>(column.values);
    }
    out.put(static_cast<std::uint32_t>(values.folds.size()));
    for (const UserValues::FoldLists& fold : values.folds)
        writeFold(out, fold);

    const QByteArray compressed = qCompress(raw.data(), fastCompression);
    QBuffer blob;
    blob.open(QIODevice::WriteOnly);
    BinaryWriter framed(blob, {});
    framed.putBytes(magic);
    framed.put(hashOf(compressed.constData(), compressed.size()));
    return blob.data() + compressed;
}

Result<UserValues> unpackUserValues(const QByteArray& blob) {
    const auto damaged = [](const std::string& reason) {
        return Error{ErrorCode::BadFormat, "per-user values of a stored comparison: " + reason};
    };
    if (blob.size() < headerSize || !blob.startsWith(QByteArray(magic.data(), magic.size())))
        return damaged("not in a known format");
    const auto expected = qFromLittleEndian<quint64>(blob.constData() + magic.size());
    // Asked before anything is unpacked: a damaged length must not cost memory.
    if (hashOf(blob.constData() + headerSize, blob.size() - headerSize) != expected)
        return damaged("damaged");
    QByteArray raw = qUncompress(blob.mid(headerSize));
    QBuffer buffer(&raw);
    buffer.open(QIODevice::ReadOnly);
    try {
        BinaryReader in(buffer, {});
        return readValues(in);
    } catch (const BinaryError& error) {
        return damaged(error.what());
    }
}

} // namespace recital
