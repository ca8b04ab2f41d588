#include "core/recsys/algorithms/biasedmf.h"

#include "core/recsys/algorithms/biases.h"

#include <algorithm>

namespace recital {

namespace {

/// The numbers (users or items) that the rows name, each once, in the order of first appearance.
std::vector<std::int32_t> firstAppearances(std::span<const std::int32_t> column, int count,
                                           std::span<const std::uint32_t> rows) {
    std::vector<bool> met(static_cast<std::size_t>(count));
    std::vector<std::int32_t> order;
    for (const std::uint32_t row : rows) {
        const std::int32_t number = column[row];
        if (met[static_cast<std::size_t>(number)])
            continue;
        met[static_cast<std::size_t>(number)] = true;
        order.push_back(number);
    }
    return order;
}

/// The rows user by user, users in the given order, those of one user as they stand.
std::vector<std::uint32_t> groupedByUser(const Dataset& dataset, std::span<const std::uint32_t> rows,
                                         std::span<const UserIndex> userOrder) {
    std::vector<std::int32_t> place(static_cast<std::size_t>(dataset.userCount()));
    for (std::size_t i = 0; i < userOrder.size(); ++i)
        place[static_cast<std::size_t>(userOrder[i])] = static_cast<std::int32_t>(i);
    std::vector<std::uint32_t> grouped(rows.begin(), rows.end());
    std::ranges::stable_sort(grouped, {}, [&](std::uint32_t row) {
        return place[static_cast<std::size_t>(dataset.users()[row])];
    });
    return grouped;
}

RatingFactors startFactors(int rows, std::span<const std::int32_t> order,
                           const BiasedMfParameters& parameters,
                           const std::function<double()>& standardNormal) {
    RatingFactors factors = RatingFactors::Zero(rows, parameters.factors);
    for (const std::int32_t row : order)
        for (int f = 0; f < parameters.factors; ++f)
            factors(row, f) = parameters.startDeviation * standardNormal();
    return factors;
}

/// One visit of every rating.
void descend(const Dataset& dataset, std::span<const std::uint32_t> visits,
             const BiasedMfParameters& parameters, RatingTerms& terms) {
    const double eta = parameters.learningRate;
    const double lambda = parameters.regularization;
    const double kept = 1.0 - eta * lambda; // p + eta (e q - lambda p), with one multiplication less
    Eigen::RowVectorXd before(parameters.factors);
    for (const std::uint32_t row : visits) {
        const UserIndex user = dataset.users()[row];
        const ItemIndex item = dataset.items()[row];
        double& userTerm = terms.userTerm[static_cast<std::size_t>(user)];
        double& itemTerm = terms.itemTerm[static_cast<std::size_t>(item)];
        auto p = terms.users.row(user);
        auto q = terms.items.row(item);
        const double error = dataset.values()[row] - (terms.mean + userTerm + itemTerm + p.dot(q));
        userTerm += eta * (error - lambda * userTerm);
        itemTerm += eta * (error - lambda * itemTerm);
        before = p;
        p = kept * p + eta * error * q;
        q = kept * q + eta * error * before;
    }
}

} // namespace

Result<RatingTerms> trainBiasedMf(const Dataset& dataset, std::span<const std::uint32_t> rows,
                                  const BiasedMfParameters& parameters,
                                  const std::function<double()>& standardNormal, const JobControl& control) {
    const auto userOrder = firstAppearances(dataset.users(), dataset.userCount(), rows);
    const auto itemOrder = firstAppearances(dataset.items(), dataset.itemCount(), rows);
    const auto visits = groupedByUser(dataset, rows, userOrder);
    RatingTerms terms;
    terms.mean = meanRating(dataset, rows);
    terms.userTerm.resize(static_cast<std::size_t>(dataset.userCount()));
    terms.itemTerm.resize(static_cast<std::size_t>(dataset.itemCount()));
    terms.users = startFactors(dataset.userCount(), userOrder, parameters, standardNormal);
    terms.items = startFactors(dataset.itemCount(), itemOrder, parameters, standardNormal);
    constexpr std::size_t block = 100'000; // between two looks at the stop token: some 20 ms
    for (int epoch = 0; epoch < parameters.epochs; ++epoch) {
        for (std::size_t begin = 0; begin < visits.size(); begin += block) {
            if (control.stopRequested())
                return Error{ErrorCode::Cancelled, "training was cancelled"};
            const std::size_t count = std::min(block, visits.size() - begin);
            descend(dataset, std::span(visits).subspan(begin, count), parameters, terms);
        }
        control.report(static_cast<double>(epoch + 1) / parameters.epochs);
    }
    if (!terms.users.allFinite() || !terms.items.allFinite())
        return Error{ErrorCode::InvalidParameters, "the descent diverged: choose a smaller learning rate"};
    return terms;
}

} // namespace recital
