#include "core/store/modelfile.h"

#include "core/store/binarystream.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

constexpr std::string_view tag("RECITAL\0", 8);
constexpr std::uint32_t version = 1;

void putRows(BinaryWriter& out, const SparseRows& rows) {
    out.put(static_cast<std::uint64_t>(rows.entryCount()));
    out.putArray<std::int64_t>(rows.offsets);
    out.putArray<std::int32_t>(rows.columns);
}

void putParameters(BinaryWriter& out, const AlsParameters& parameters) {
    out.put(static_cast<std::uint8_t>(parameters.form));
    out.put(static_cast<std::uint8_t>(parameters.solver));
    out.put(static_cast<std::uint32_t>(parameters.iterations));
    out.put(static_cast<std::uint32_t>(parameters.cgSteps));
    out.put(parameters.regularization);
    out.put(parameters.alpha);
    out.put(parameters.unobservedWeight);
    out.put(parameters.regularizationExponent);
    out.put(parameters.seed);
}

void putMatrix(BinaryWriter& out, const FactorMatrix& matrix) {
    out.putArray<float>(std::span(matrix.data(), static_cast<std::size_t>(matrix.size())));
}

void putPayload(BinaryWriter& out, const SavedModel& saved) {
    const LatentFactors& factors = *saved.model->latentFactors();
    out.putText(saved.datasetName);
    out.putText(saved.datasetFingerprint);
    out.put(static_cast<std::uint32_t>(saved.userIds.size()));
    out.put(static_cast<std::uint32_t>(saved.items.size()));
    out.put(static_cast<std::uint32_t>(factors.items.cols()));
    putParameters(out, saved.model->parameters());
    out.put(saved.model->info().trainSeconds);
    for (const Item& item : saved.items) {
        out.put(static_cast<std::int64_t>(item.id));
        out.put(item.year);
        out.put(item.genres);
        out.putText(item.title);
    }
    out.putArray<std::int64_t>(saved.userIds);
    putMatrix(out, factors.users);
    putMatrix(out, factors.items);
    const SparseRows& train = saved.train.byUser();
    putRows(out, train);
    out.put(static_cast<std::uint8_t>(train.binary() ? 0 : 1));
    out.putArray<float>(train.values);
    putRows(out, saved.seen);
}

/// Everything of one file; fails by throwing BinaryError, which never leaves this file.
class ModelReader {
public:
    ModelReader(BinaryReader& in)
        : m_in(in) {}

    SavedModel read();

private:
    AlsParameters readParameters(std::uint32_t factors);
    std::vector<Item> readItems(std::uint32_t count);
    std::vector<UserId> readUserIds(std::uint32_t count);
    FactorMatrix readMatrix(std::uint32_t rows, std::uint32_t columns);
    SparseRows readRows(std::uint32_t rows, std::uint32_t columns);
    static RatingMatrix matrixOf(const SparseRows& rows, std::uint32_t items);

    BinaryReader& m_in;
};

SavedModel ModelReader::read() {
    SavedModel saved;
    saved.datasetName = m_in.getText();
    saved.datasetFingerprint = m_in.getText();
    const auto users = m_in.get<std::uint32_t>();
    const auto items = m_in.get<std::uint32_t>();
    const auto factors = m_in.get<std::uint32_t>();
    constexpr auto most = static_cast<std::uint32_t>(std::numeric_limits<std::int32_t>::max() - 1);
    if (users > most || items == 0 || items > most)
        throw BinaryError("impossible numbers of users or items");
    const AlsParameters parameters = readParameters(factors);
    const auto trainSeconds = m_in.getFinite<double>();
    saved.items = readItems(items);
    saved.userIds = readUserIds(users);
    LatentFactors latent;
    latent.users = readMatrix(users, factors);
    latent.items = readMatrix(items, factors);
    SparseRows train = readRows(users, items);
    if (const auto valued = m_in.get<std::uint8_t>(); valued > 1)
        throw BinaryError("unknown kind of history");
    else if (valued == 1)
        train.values = m_in.getFiniteArray<float>(train.columns.size());
    saved.train = matrixOf(train, items);
    saved.seen = readRows(users, items);
    saved.model = std::make_shared<const AlsModel>(parameters, std::move(latent), trainSeconds);
    return saved;
}

AlsParameters ModelReader::readParameters(std::uint32_t factors) {
    const auto form = m_in.get<std::uint8_t>();
    const auto solver = m_in.get<std::uint8_t>();
    if (form > static_cast<std::uint8_t>(AlsForm::FrequencyScaled) ||
        solver > static_cast<std::uint8_t>(AlsSolver::ConjugateGradient))
        throw BinaryError("unknown form or solver");
    AlsParameters parameters;
    parameters.form = static_cast<AlsForm>(form);
    parameters.solver = static_cast<AlsSolver>(solver);
    parameters.factors = static_cast<int>(std::min(factors, 1'000'000U));
    parameters.iterations = static_cast<int>(m_in.get<std::uint32_t>());
    parameters.cgSteps = static_cast<int>(m_in.get<std::uint32_t>());
    parameters.regularization = m_in.getFinite<double>();
    parameters.alpha = m_in.getFinite<double>();
    parameters.unobservedWeight = m_in.getFinite<double>();
    parameters.regularizationExponent = m_in.getFinite<double>();
    parameters.seed = m_in.get<std::uint64_t>();
    if (const Status valid = parameters.validate(); !valid)
        throw BinaryError(valid.error().detail);
    return parameters;
}

std::vector<Item> ModelReader::readItems(std::uint32_t count) {
    constexpr std::uint64_t smallestItem = 8 + 2 + 4 + 4;
    m_in.require(count, smallestItem);
    std::vector<Item> items(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        items[i].id = m_in.get<std::int64_t>();
        items[i].year = m_in.get<std::int16_t>();
        items[i].genres = m_in.get<std::uint32_t>();
        items[i].title = m_in.getText();
        if (i > 0 && items[i].id <= items[i - 1].id)
            throw BinaryError("item ids do not ascend");
    }
    return items;
}

std::vector<UserId> ModelReader::readUserIds(std::uint32_t count) {
    std::vector<UserId> ids = m_in.getArray<std::int64_t>(count);
    if (std::ranges::adjacent_find(ids, std::greater_equal<>()) != ids.end())
        throw BinaryError("user ids do not ascend");
    return ids;
}

FactorMatrix ModelReader::readMatrix(std::uint32_t rows, std::uint32_t columns) {
    m_in.require(rows, std::uint64_t{columns} * sizeof(float));
    FactorMatrix matrix(rows, columns);
    m_in.getInto<float>(std::span(matrix.data(), static_cast<std::size_t>(matrix.size())));
    if (!matrix.allFinite())
        throw BinaryError("a factor is not finite");
    return matrix;
}

SparseRows ModelReader::readRows(std::uint32_t rows, std::uint32_t columns) {
    const auto entries = m_in.get<std::uint64_t>();
    SparseRows sparse;
    sparse.offsets = m_in.getArray<std::int64_t>(std::uint64_t{rows} + 1);
    sparse.columns = m_in.getArray<std::int32_t>(entries);
    if (sparse.offsets.front() != 0 || sparse.offsets.back() != static_cast<std::int64_t>(entries) ||
        !std::ranges::is_sorted(sparse.offsets))
        throw BinaryError("histories do not fit together");
    for (std::uint32_t r = 0; r < rows; ++r) {
        const std::span<const std::int32_t> row = sparse.row(static_cast<int>(r));
        if (!row.empty() && (row.front() < 0 || row.back() >= static_cast<std::int32_t>(columns) ||
                             std::ranges::adjacent_find(row, std::greater_equal<>()) != row.end()))
            throw BinaryError("a history names impossible items");
    }
    return sparse;
}

RatingMatrix ModelReader::matrixOf(const SparseRows& rows, std::uint32_t items) {
    std::vector<Triple> triples;
    triples.reserve(rows.columns.size());
    for (int user = 0; user < rows.rowCount(); ++user) {
        const std::span<const std::int32_t> columns = rows.row(user);
        const std::span<const float> values = rows.rowValues(user);
        for (std::size_t i = 0; i < columns.size(); ++i)
            triples.push_back({user, columns[i], values.empty() ? 1.0F : values[i]});
    }
    return RatingMatrix::fromTriples(rows.rowCount(), static_cast<int>(items), triples);
}

SavedModel readChecked(QIODevice& device, const JobControl& control) {
    BinaryReader in(device, control.stop);
    if (in.getBytes(tag.size()) != tag)
        throw BinaryError("not a model of this program");
    const auto found = in.get<std::uint32_t>();
    if (found > version)
        throw BinaryError("written by a newer version (format " + std::to_string(found) + ", known " +
                          std::to_string(version) + ")");
    const auto zero = in.get<std::uint32_t>();
    const auto payload = in.get<std::uint64_t>();
    constexpr std::uint64_t checksumBytes = 8;
    if (found == 0 || zero != 0 || in.remaining() < checksumBytes ||
        payload != in.remaining() - checksumBytes)
        throw BinaryError("truncated or damaged: the sizes do not fit");
    in.limit(payload);
    SavedModel saved = ModelReader(in).read();
    if (in.remaining() != 0)
        throw BinaryError("damaged: bytes are left over");
    if (!in.checksumFits())
        throw BinaryError("damaged: the checksum does not fit");
    return saved;
}

} // namespace

SavedModel makeSavedModel(std::shared_ptr<const AlsModel> model, const Dataset& dataset, RatingMatrix train,
                          SparseRows seen) {
    SavedModel saved;
    saved.model = std::move(model);
    saved.datasetName = dataset.info().name;
    saved.datasetFingerprint = dataset.info().fingerprint;
    for (ItemIndex item = 0; item < dataset.itemCount(); ++item)
        saved.items.push_back(dataset.item(item));
    for (UserIndex user = 0; user < dataset.userCount(); ++user)
        saved.userIds.push_back(dataset.userId(user));
    saved.train = std::move(train);
    saved.seen = std::move(seen);
    return saved;
}

Status writeModel(const SavedModel& model, QIODevice& device, const JobControl& control) {
    BinaryWriter counter;
    putPayload(counter, model);
    BinaryWriter out(device, control.stop);
    out.putBytes(tag);
    out.put(version);
    out.put(std::uint32_t{0});
    out.put(counter.bytes());
    putPayload(out, model);
    out.putChecksum();
    if (control.stopRequested())
        return Error{ErrorCode::Cancelled, {}};
    if (out.failed())
        return Error{ErrorCode::FileWrite, device.errorString().toStdString()};
    return success();
}

Status saveModel(const SavedModel& model, const QString& path, const JobControl& control) {
    QSaveFile file(path);
    const auto failed = [&path](const QString& reason) {
        return Error{ErrorCode::FileWrite, (path + u": "_s + reason).toStdString()};
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed(file.errorString());
    if (const Status written = writeModel(model, file, control); !written) {
        file.cancelWriting();
        if (written.error().code == ErrorCode::Cancelled)
            return written;
        return failed(QString::fromStdString(written.error().detail));
    }
    if (!file.commit())
        return failed(file.errorString());
    return success();
}

Result<SavedModel> readModel(QIODevice& device, const QString& nameForMessages, const JobControl& control) {
    try {
        if (device.isSequential())
            throw BinaryError("not a file: a pipe does not tell its size");
        return readChecked(device, control);
    } catch (const BinaryError& error) {
        if (control.stopRequested())
            return Error{ErrorCode::Cancelled, {}};
        return Error{ErrorCode::BadFormat, nameForMessages.toStdString() + ": " + error.what()};
    }
}

Result<SavedModel> loadModel(const QString& path, const JobControl& control) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileNotFound, (path + u": "_s + file.errorString()).toStdString()};
    return readModel(file, path, control);
}

} // namespace recital
