#include "core/recsys/ratingmatrix.h"

#include "core/recsys/dataset.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace recital {

namespace {

std::size_t at(std::int64_t index) {
    return static_cast<std::size_t>(index);
}

/// Counts at [r + 1] become offsets.
void accumulate(std::vector<std::int64_t>& offsets) {
    std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
}

SparseRows transposed(const SparseRows& matrix, int columnCount) {
    SparseRows result;
    result.offsets.assign(at(columnCount) + 1, 0);
    for (const std::int32_t column : matrix.columns)
        ++result.offsets[at(column) + 1];
    accumulate(result.offsets);
    result.columns.resize(matrix.columns.size());
    result.values.resize(matrix.values.size());
    std::vector<std::int64_t> next(result.offsets.begin(), result.offsets.end() - 1);
    for (int r = 0; r < matrix.rowCount(); ++r) { // ascending, so the columns of the result ascend
        const auto columns = matrix.row(r);
        const auto values = matrix.rowValues(r);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::size_t target = at(next[at(columns[i])]++);
            result.columns[target] = r;
            if (!values.empty())
                result.values[target] = values[i];
        }
    }
    return result;
}

/// Rows of users: a stable counting sort by item and then by user, so equal pairs stay in their order.
SparseRows sortedByUser(int userCount, int itemCount, std::span<const Triple> triples) {
    std::vector<std::int64_t> itemNext(at(itemCount) + 1, 0);
    SparseRows rows;
    rows.offsets.assign(at(userCount) + 1, 0);
    for (const Triple& triple : triples) {
        assert(triple.user >= 0 && triple.user < userCount && triple.item >= 0 && triple.item < itemCount);
        ++itemNext[at(triple.item) + 1];
        ++rows.offsets[at(triple.user) + 1];
    }
    accumulate(itemNext);
    accumulate(rows.offsets);
    std::vector<Triple> byItem(triples.size());
    for (const Triple& triple : triples)
        byItem[at(itemNext[at(triple.item)]++)] = triple;
    rows.columns.resize(triples.size());
    rows.values.resize(triples.size());
    std::vector<std::int64_t> userNext(rows.offsets.begin(), rows.offsets.end() - 1);
    for (const Triple& triple : byItem) {
        const std::size_t target = at(userNext[at(triple.user)]++);
        rows.columns[target] = triple.item;
        rows.values[target] = triple.value;
    }
    return rows;
}

/// Of neighbours in the same column the last stays.
void dropRepeated(SparseRows& rows) {
    std::size_t kept = 0;
    std::size_t begin = 0;
    for (int r = 0; r < rows.rowCount(); ++r) {
        const std::size_t end = at(rows.offsets[at(r) + 1]);
        for (std::size_t i = begin; i < end; ++i) {
            if (i + 1 < end && rows.columns[i] == rows.columns[i + 1])
                continue;
            rows.columns[kept] = rows.columns[i];
            rows.values[kept] = rows.values[i];
            ++kept;
        }
        begin = end;
        rows.offsets[at(r) + 1] = static_cast<std::int64_t>(kept);
    }
    rows.columns.resize(kept);
    rows.values.resize(kept);
}

} // namespace

RatingMatrix RatingMatrix::fromTriples(int userCount, int itemCount, std::span<const Triple> triples) {
    RatingMatrix matrix;
    matrix.m_byUser = sortedByUser(userCount, itemCount, triples);
    dropRepeated(matrix.m_byUser);
    auto& values = matrix.m_byUser.values;
    if (std::all_of(values.begin(), values.end(), [](float value) { return value == 1.0F; }))
        values = {};
    matrix.m_byItem = transposed(matrix.m_byUser, itemCount);
    return matrix;
}

RatingMatrix RatingMatrix::positives(const Dataset& dataset, float threshold) {
    RatingMatrix matrix;
    const auto items = dataset.items();
    const auto values = dataset.values();
    SparseRows& rows = matrix.m_byUser;
    const auto positive = [threshold](float value) { return value >= threshold; };
    rows.columns.reserve(at(std::count_if(values.begin(), values.end(), positive)));
    rows.offsets.reserve(at(dataset.userCount()) + 1);
    for (UserIndex user = 0; user < dataset.userCount(); ++user) {
        const auto begin = rows.columns.size();
        for (const std::uint32_t row : dataset.rowsOfUser(user))
            if (positive(values[row]))
                rows.columns.push_back(items[row]);
        // A dataset holds a pair once, so there is nothing to merge.
        std::sort(rows.columns.begin() + static_cast<std::ptrdiff_t>(begin), rows.columns.end());
        rows.offsets.push_back(static_cast<std::int64_t>(rows.columns.size()));
    }
    matrix.m_byItem = transposed(rows, dataset.itemCount());
    return matrix;
}

std::vector<Interaction> RatingMatrix::history(UserIndex user) const {
    const auto columns = m_byUser.row(user);
    const auto values = m_byUser.rowValues(user);
    std::vector<Interaction> history(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i)
        history[i] = {columns[i], values.empty() ? 1.0F : values[i]};
    return history;
}

} // namespace recital
