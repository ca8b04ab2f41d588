#include "core/recsys/algorithms/catalogue.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>
#include <type_traits>

namespace recital {

namespace {

/// In the order of the menu; the specification is the one of plainSpecification().
struct Entry {
    AlgorithmInfo info;
    TrainingSpec (*make)();
};

template<typename Parameters>
TrainingSpec plain() {
    return Parameters{};
}

TrainingSpec alsOfForm(AlsForm form) {
    AlsParameters p;
    p.form = form;
    if (form == AlsForm::FrequencyScaled)
        return p;
    p.iterations = 15;
    p.regularization = 50.0;
    p.alpha = form == AlsForm::Implicit ? 10.0 : 9.0;
    return p;
}

constexpr Entry kEntries[] = {
    {{.key = "random", .name = "Random", .stochastic = true}, plain<RandomParameters>},
    {{.key = "popular", .name = "Popular"}, plain<PopularityParameters>},
    {{.key = "genrerules", .name = "GenreRules", .needsGenres = true}, plain<GenreRulesParameters>},
    {{.key = "itemknn", .name = "ItemKNN"}, plain<ItemKnnParameters>},
    {{.key = "userknn", .name = "UserKNN"}, plain<UserKnnParameters>},
    {{.key = "rp3beta", .name = "RP3beta"}, plain<Rp3BetaParameters>},
    {{.key = "puresvd", .name = "PureSVD"}, plain<PureSvdParameters>},
    {{.key = "ease", .name = "EASE"}, plain<EaseParameters>},
    {{.key = "slim", .name = "SLIM"}, plain<SlimParameters>},
    {{.key = "bpr", .name = "BPR-MF", .stochastic = true}, plain<BprParameters>},
    {{.key = "als-hkv", .name = "ALS (Hu-Koren-Volinsky)", .stochastic = true},
     [] { return alsOfForm(AlsForm::HuKorenVolinsky); }},
    {{.key = "als-implicit", .name = "ALS (implicit)", .stochastic = true},
     [] { return alsOfForm(AlsForm::Implicit); }},
    {{.key = "als-ials", .name = "ALS (frequency-scaled)", .stochastic = true},
     [] { return alsOfForm(AlsForm::FrequencyScaled); }},
};

const Entry* findEntry(std::string_view key) noexcept {
    const auto found =
        std::ranges::find_if(kEntries, [key](const Entry& entry) { return entry.info.key == key; });
    return found == std::end(kEntries) ? nullptr : found;
}

constexpr std::string_view keyOf(AlsForm form) noexcept {
    switch (form) {
    case AlsForm::HuKorenVolinsky:
        return "als-hkv";
    case AlsForm::Implicit:
        return "als-implicit";
    case AlsForm::FrequencyScaled:
        break;
    }
    return "als-ials";
}

struct KeyOf {
    std::string_view operator()(const RandomParameters&) const { return "random"; }
    std::string_view operator()(const PopularityParameters&) const { return "popular"; }
    std::string_view operator()(const GenreRulesParameters&) const { return "genrerules"; }
    std::string_view operator()(const ItemKnnParameters&) const { return "itemknn"; }
    std::string_view operator()(const UserKnnParameters&) const { return "userknn"; }
    std::string_view operator()(const Rp3BetaParameters&) const { return "rp3beta"; }
    std::string_view operator()(const PureSvdParameters&) const { return "puresvd"; }
    std::string_view operator()(const EaseParameters&) const { return "ease"; }
    std::string_view operator()(const SlimParameters&) const { return "slim"; }
    std::string_view operator()(const BprParameters&) const { return "bpr"; }
    std::string_view operator()(const AlsParameters& als) const { return keyOf(als.form); }
};

} // namespace

std::span<const AlgorithmInfo> algorithmCatalogue() noexcept {
    static const auto menu = [] {
        std::array<AlgorithmInfo, std::size(kEntries)> infos;
        std::ranges::transform(kEntries, infos.begin(), &Entry::info);
        return infos;
    }();
    return menu;
}

const AlgorithmInfo* findAlgorithm(std::string_view key) noexcept {
    const auto menu = algorithmCatalogue();
    const auto found = std::ranges::find(menu, key, &AlgorithmInfo::key);
    return found == menu.end() ? nullptr : &*found;
}

const AlgorithmInfo& algorithmOf(const TrainingSpec& specification) noexcept {
    return *findAlgorithm(std::visit(KeyOf{}, specification));
}

TrainingSpec plainSpecification(std::string_view key) {
    const Entry* entry = findEntry(key);
    assert(entry != nullptr && "ask findAlgorithm() first");
    return entry->make();
}

Status validate(const TrainingSpec& specification) {
    return std::visit([](const auto& parameters) { return parameters.validate(); }, specification);
}

std::string describe(const TrainingSpec& specification) {
    return std::visit([](const auto& parameters) { return parameters.describe(); }, specification);
}

namespace {

template<typename Specification>
auto* seedIn(Specification& specification) {
    using Seed = std::conditional_t<std::is_const_v<Specification>, const std::uint64_t, std::uint64_t>;
    return std::visit(
        [](auto& parameters) -> Seed* {
            if constexpr (requires { parameters.seed; })
                return &parameters.seed;
            else
                return nullptr;
        },
        specification);
}

} // namespace

std::optional<std::uint64_t> seedOf(const TrainingSpec& specification) {
    const std::uint64_t* seed = seedIn(specification);
    return seed == nullptr ? std::nullopt : std::optional(*seed);
}

void setSeed(TrainingSpec& specification, std::uint64_t seed) {
    if (std::uint64_t* own = seedIn(specification))
        *own = seed;
}

} // namespace recital
