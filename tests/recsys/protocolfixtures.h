#pragma once

#include "core/recsys/model.h"
#include "core/recsys/split.h"
#include "tests/recsys/fixtures.h"

#include <QTest>

#include <algorithm>
#include <mutex>
#include <random>
#include <set>

namespace recital::test {

using Rows = std::vector<std::uint32_t>;

inline std::vector<Split> splitsOf(const Dataset& dataset, const SplitOptions& options) {
    auto splits = makeSplits(dataset, options);
    if (!splits)
        qFatal("%s", splits.error().detail.c_str());
    return std::move(splits).value();
}

inline Split onlySplit(const Dataset& dataset, const SplitOptions& options) {
    auto splits = splitsOf(dataset, options);
    if (splits.size() != 1)
        qFatal("one split expected");
    return std::move(splits.front());
}

/// Every user rates every item, all at different times in an order of their own; one rating in four is low.
inline std::vector<Rating> grid(int users, int items, unsigned seed = 1) {
    std::vector<Rating> ratings;
    for (int user = 1; user <= users; ++user)
        for (int item = 1; item <= items; ++item)
            ratings.push_back({user, item, (user + item) % 4 == 0 ? 2.0F : 5.0F, 0});
    std::vector<Timestamp> times(ratings.size());
    for (std::size_t i = 0; i < times.size(); ++i)
        times[i] = static_cast<Timestamp>(1000 + i);
    std::shuffle(times.begin(), times.end(), std::mt19937(seed));
    for (std::size_t i = 0; i < times.size(); ++i)
        ratings[i].time = times[i];
    return ratings;
}

inline std::vector<OfficialFold> fiveFolds(std::uint32_t rows) {
    std::vector<OfficialFold> folds;
    for (std::uint32_t fold = 0; fold < 5; ++fold) {
        folds.push_back({"u" + std::to_string(fold + 1), {}, {}});
        for (std::uint32_t row = 0; row < rows; ++row)
            (row % 5 == fold ? folds.back().testRows : folds.back().trainRows).push_back(row);
    }
    return folds;
}

inline Rows sorted(Rows a, const Rows& b) {
    a.insert(a.end(), b.begin(), b.end());
    std::ranges::sort(a);
    return a;
}

inline Rows allRows(std::size_t count) {
    Rows rows(count);
    for (std::size_t row = 0; row < count; ++row)
        rows[row] = static_cast<std::uint32_t>(row);
    return rows;
}

inline void addProtocolRows() {
    QTest::addColumn<Protocol>("protocol");
    for (const Protocol protocol : allProtocols())
        QTest::newRow(std::string(protocolKey(protocol)).c_str()) << protocol;
}

/// Notes the history that each user was scored with.
class Listener final : public Model {
public:
    explicit Listener(int items)
        : m_items(items) {}
    const ModelInfo& info() const noexcept override { return m_info; }
    int itemCount() const noexcept override { return m_items; }
    void score(std::span<const Interaction> history, std::span<float> scores) const override {
        std::ranges::fill(scores, 0.0F);
        const std::scoped_lock lock(m_mutex);
        m_histories.emplace(history.begin(), history.end());
    }
    struct Less {
        bool operator()(const std::vector<Interaction>& a, const std::vector<Interaction>& b) const {
            return std::ranges::lexicographical_compare(a, b, {}, &Interaction::item, &Interaction::item);
        }
    };
    mutable std::set<std::vector<Interaction>, Less> m_histories;

private:
    int m_items;
    ModelInfo m_info;
    mutable std::mutex m_mutex;
};

} // namespace recital::test
