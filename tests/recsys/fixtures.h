#pragma once

#include "core/recsys/dataset.h"
#include "core/recsys/model.h"
#include "core/recsys/ratingmatrix.h"
#include "core/recsys/split.h"

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <random>
#include <span>
#include <utility>
#include <vector>

namespace recital::test {

/// A model whose scores a test writes down.
class ScriptedModel final : public Model {
public:
    using Script = std::function<void(std::span<const Interaction>, std::span<float>)>;

    ScriptedModel(int itemCount, Script script)
        : m_itemCount(itemCount)
        , m_script(std::move(script)) {
        m_info.name = "Scripted";
        m_info.parameters = "none";
        m_info.trainSeconds = 1.5;
    }
    const ModelInfo& info() const noexcept override { return m_info; }
    int itemCount() const noexcept override { return m_itemCount; }
    void score(std::span<const Interaction> history, std::span<float> scores) const override {
        m_script(history, scores);
    }

private:
    int m_itemCount;
    Script m_script;
    ModelInfo m_info;
};

struct Rating {
    UserId user = 0;
    ItemId item = 0;
    float value = 0.0F;
    Timestamp time = 0;
};

/// A dataset of these ratings, in this order; users and items are those that appear.
inline std::shared_ptr<const Dataset> datasetOf(const std::vector<Rating>& ratings,
                                                std::vector<OfficialFold> folds = {},
                                                bool hasTimestamps = true) {
    DatasetParts parts;
    parts.info.name = "handmade";
    parts.info.minRating = 1.0F;
    parts.info.maxRating = 5.0F;
    parts.info.hasTimestamps = hasTimestamps;
    parts.folds = std::move(folds);
    std::map<UserId, std::int32_t> users;
    std::map<ItemId, std::int32_t> items;
    for (const Rating& rating : ratings) {
        if (users.try_emplace(rating.user, static_cast<std::int32_t>(users.size())).second)
            parts.userIds.push_back(rating.user);
        if (items.try_emplace(rating.item, static_cast<std::int32_t>(items.size())).second) {
            parts.items.emplace_back();
            parts.items.back().id = rating.item;
        }
        parts.ratingUser.push_back(users.at(rating.user));
        parts.ratingItem.push_back(items.at(rating.item));
        parts.ratingValue.push_back(rating.value);
        parts.ratingTime.push_back(rating.time);
    }
    return Dataset::create(std::move(parts)).value();
}

inline SparseRows sparseRows(const std::vector<std::vector<ItemIndex>>& rows) {
    SparseRows result;
    for (const auto& row : rows) {
        result.columns.insert(result.columns.end(), row.begin(), row.end());
        result.offsets.push_back(static_cast<std::int64_t>(result.columns.size()));
    }
    return result;
}

inline RatingMatrix binaryMatrix(int itemCount, const std::vector<std::vector<ItemIndex>>& rows) {
    std::vector<Triple> triples;
    for (std::size_t user = 0; user < rows.size(); ++user)
        for (const ItemIndex item : rows[user])
            triples.push_back({static_cast<UserIndex>(user), item, 1.0F});
    return RatingMatrix::fromTriples(static_cast<int>(rows.size()), itemCount, triples);
}

/// Two groups of users that have nothing in common: users 0..15 like items 0..7, users 16..31 items 8..15.
/// Each user lacks one item of the own block, user u the item u % 8: the one right answer for that user.
inline RatingMatrix twoBlocks() {
    std::vector<std::vector<ItemIndex>> rows(32);
    for (int user = 0; user < 32; ++user)
        for (int i = 0; i < 8; ++i)
            if (i != user % 8)
                rows[static_cast<std::size_t>(user)].push_back((user < 16 ? 0 : 8) + i);
    return binaryMatrix(16, rows);
}

/// What twoBlocks() kept from the user: the one right answer.
inline ItemIndex missingItem(UserIndex user) {
    return (user < 16 ? 0 : 8) + user % 8;
}

/// Every fifth pair by chance; values 1, or whole numbers from 1 to 5.
inline RatingMatrix randomMatrix(int users, int items, bool binary, unsigned seed = 21) {
    std::mt19937 random(seed);
    std::vector<Triple> triples;
    for (UserIndex user = 0; user < users; ++user)
        for (ItemIndex item = 0; item < items; ++item)
            if (random() % 5 == 0)
                triples.push_back({user, item, binary ? 1.0F : static_cast<float>(1 + random() % 5)});
    return RatingMatrix::fromTriples(users, items, triples);
}

/// One row a user.
inline Eigen::MatrixXd dense(const RatingMatrix& matrix) {
    Eigen::MatrixXd result = Eigen::MatrixXd::Zero(matrix.userCount(), matrix.itemCount());
    for (UserIndex user = 0; user < matrix.userCount(); ++user)
        for (const Interaction& entry : matrix.history(user))
            result(user, entry.item) = static_cast<double>(entry.value);
    return result;
}

inline std::vector<float> scoresOf(const Model& model, std::span<const Interaction> history) {
    // A value that no model may leave behind.
    std::vector<float> scores(static_cast<std::size_t>(model.itemCount()), std::nanf(""));
    model.score(history, scores);
    return scores;
}

} // namespace recital::test
