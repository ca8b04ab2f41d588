#include "core/recsys/algorithms/random.h"

#include "core/recsys/mixbits.h"

#include <bit>
#include <cassert>

namespace recital {

namespace {

class RandomModel final : public Model {
public:
    RandomModel(int itemCount, const RandomParameters& parameters)
        : m_itemCount(itemCount)
        , m_seed(parameters.seed)
        , m_info{.kind = ModelKind::Random,
                 .name = "Random",
                 .parameters = "seed " + std::to_string(parameters.seed),
                 .scoreMeaning = ScoreMeaning::Arbitrary,
                 .trainSeconds = 0.0} {}

    const ModelInfo& info() const noexcept override { return m_info; }
    int itemCount() const noexcept override { return m_itemCount; }

    void score(std::span<const Interaction> history, std::span<float> scores) const override {
        assert(scores.size() == static_cast<std::size_t>(m_itemCount));
        const std::uint64_t user = mixBits(m_seed, historyHash(history));
        for (std::size_t item = 0; item < scores.size(); ++item)
            // The top 24 bits are all that a float in [0, 1) can hold evenly.
            scores[item] = static_cast<float>(mixBits(user, item) >> 40) * 0x1p-24F;
    }

private:
    /// A sum, so that the order of the history does not matter.
    static std::uint64_t historyHash(std::span<const Interaction> history) {
        std::uint64_t hash = 0;
        for (const Interaction& entry : history)
            hash +=
                mixBits(static_cast<std::uint64_t>(entry.item), std::bit_cast<std::uint32_t>(entry.value));
        return hash;
    }

    int m_itemCount;
    std::uint64_t m_seed;
    ModelInfo m_info;
};

} // namespace

std::shared_ptr<const Model> trainRandom(int itemCount, const RandomParameters& parameters) {
    return std::make_shared<RandomModel>(itemCount, parameters);
}

} // namespace recital
