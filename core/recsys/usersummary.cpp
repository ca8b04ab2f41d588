#include "core/recsys/usersummary.h"

#include <algorithm>
#include <array>

namespace recital {

namespace {

constexpr std::size_t mostGenres = 32;

} // namespace

std::vector<UserSummary> summarizeUsers(const Dataset& dataset, float positiveThreshold) {
    std::vector<UserSummary> summaries(static_cast<std::size_t>(dataset.userCount()));
    for (UserIndex user = 0; user < dataset.userCount(); ++user) {
        UserSummary& summary = summaries[static_cast<std::size_t>(user)];
        summary.user = user;
        std::array<int, mostGenres> counts{};
        for (const std::uint32_t row : dataset.rowsOfUser(user)) {
            if (dataset.values()[row] < positiveThreshold)
                continue;
            ++summary.positives;
            const std::uint32_t genres = dataset.item(dataset.items()[row]).genres;
            for (std::size_t g = 0; g < mostGenres; ++g)
                counts[g] += static_cast<int>((genres >> g) & 1U);
        }
        const auto most = std::ranges::max_element(counts);
        if (*most == 0)
            continue;
        summary.genre = static_cast<int>(most - counts.begin());
        summary.share = static_cast<double>(*most) / summary.positives;
    }
    return summaries;
}

} // namespace recital
