#include "core/services/livepresets.h"

#include "core/recsys/split.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace recital {

namespace {

constexpr std::size_t mostGenres = 32;
/// With fewer positives a share of one genre is chance.
constexpr int enoughPositives = 20;
/// How far from the median number of positives a user is still usual.
constexpr double usualDistance = 0.2;

/// Positives of one user, and how many of them have each genre.
struct Profile {
    UserIndex user = 0;
    int positives = 0;
    std::array<int, mostGenres> genres{};

    double share(std::size_t genre) const { return static_cast<double>(genres[genre]) / positives; }
};

void add(Profile& profile, std::uint32_t genres) {
    ++profile.positives;
    for (; genres != 0; genres &= genres - 1)
        ++profile.genres[static_cast<std::size_t>(std::countr_zero(genres))];
}

std::vector<Profile> profilesOf(const Dataset& dataset, const Split* split, float threshold,
                                const std::stop_token& stop) {
    std::vector<Profile> profiles;
    for (UserIndex user = 0; user < dataset.userCount(); ++user) {
        if (stop.stop_requested())
            return {};
        Profile profile{.user = user, .positives = 0, .genres = {}};
        if (split) {
            for (const ItemIndex item : split->historyOf(user))
                add(profile, dataset.item(item).genres);
        } else {
            for (const std::uint32_t row : dataset.rowsOfUser(user))
                if (dataset.values()[row] >= threshold)
                    add(profile, dataset.item(dataset.items()[row]).genres);
        }
        if (profile.positives > 0)
            profiles.push_back(profile);
    }
    return profiles;
}

UserPreset presetOf(UserPreset::Kind kind, const Profile& profile) {
    return {.kind = kind, .user = profile.user, .positives = profile.positives, .genre = -1, .share = 0.0};
}

Profile sumOf(const std::vector<Profile>& profiles) {
    Profile sum;
    for (const Profile& profile : profiles) {
        sum.positives += profile.positives;
        for (std::size_t g = 0; g < mostGenres; ++g)
            sum.genres[g] += profile.genres[g];
    }
    return sum;
}

std::optional<UserPreset> oneGenre(const std::vector<Profile>& profiles, const Profile& all) {
    std::optional<UserPreset> best;
    double most = 0.0;
    for (const Profile& profile : profiles) {
        if (profile.positives < enoughPositives)
            continue;
        for (std::size_t g = 0; g < mostGenres; ++g) {
            const double excess = profile.share(g) - all.share(g);
            if (excess <= most)
                continue;
            most = excess;
            best = presetOf(UserPreset::Kind::OneGenre, profile);
            best->genre = static_cast<int>(g);
            best->share = profile.share(g);
        }
    }
    return best;
}

std::optional<UserPreset> typical(const std::vector<Profile>& profiles, const Profile& all) {
    std::vector<int> counts;
    for (const Profile& profile : profiles)
        counts.push_back(profile.positives);
    const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2);
    std::ranges::nth_element(counts, middle);
    const double median = *middle;
    const Profile* nearest = nullptr;
    double least = 0.0;
    for (const Profile& profile : profiles) {
        if (std::abs(profile.positives - median) > usualDistance * median)
            continue;
        double distance = 0.0;
        for (std::size_t g = 0; g < mostGenres; ++g)
            distance += std::pow(profile.share(g) - all.share(g), 2);
        if (!nearest || distance < least) {
            nearest = &profile;
            least = distance;
        }
    }
    return nearest ? std::optional(presetOf(UserPreset::Kind::Typical, *nearest)) : std::nullopt;
}

} // namespace

std::vector<UserPreset> findPresets(const Dataset& dataset, const Split* split, float positiveThreshold,
                                    const std::stop_token& stop) {
    const std::vector<Profile> profiles = profilesOf(dataset, split, positiveThreshold, stop);
    if (profiles.empty())
        return {};
    const Profile all = sumOf(profiles);
    std::vector<UserPreset> presets{
        presetOf(UserPreset::Kind::Heavy, *std::ranges::max_element(profiles, {}, &Profile::positives))};
    if (const auto preset = oneGenre(profiles, all))
        presets.push_back(*preset);
    if (const auto preset = typical(profiles, all))
        presets.push_back(*preset);
    presets.push_back(
        presetOf(UserPreset::Kind::Newcomer, *std::ranges::min_element(profiles, {}, &Profile::positives)));
    return presets;
}

} // namespace recital
