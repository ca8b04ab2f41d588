#include "core/recsys/algorithms/catalogue.h"
#include "core/recsys/algorithms/ease.h"
#include "core/recsys/algorithms/gramianinverse.h"
#include "core/recsys/numbertext.h"

#include <algorithm>
#include <cmath>

namespace recital {

namespace {

/// "1,682"
std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number);
    for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > 0; place -= 3)
        digits.insert(static_cast<std::size_t>(place), 1, ',');
    return digits;
}

/// At most two digits that mean something: an estimate is not exact.
std::string roughly(double value) {
    if (!(value > 0.0))
        return "0";
    const double unit = std::pow(10.0, std::floor(std::log10(value)) - 1.0);
    const double rounded = std::round(value / unit) * unit;
    return rounded >= 10.0 ? grouped(std::llround(rounded)) : numberText(std::round(rounded * 1e3) / 1e3);
}

std::string operationsText(double operations) {
    if (operations >= 1e12)
        return roughly(operations / 1e12) + " TFlop";
    if (operations >= 1e8)
        return roughly(operations / 1e9) + " GFlop";
    return roughly(std::max(operations / 1e6, 0.01)) + " MFlop";
}

std::string bytesText(double bytes) {
    return bytes >= 1e9 ? roughly(bytes / 1e9) + " GB" : roughly(std::max(bytes / 1e6, 0.1)) + " MB";
}

TrainingCost cost(double operations, double bytes, const std::string& work) {
    TrainingCost cost;
    cost.operations = operations;
    cost.bytes = bytes;
    cost.sentence = work + ": about " + operationsText(operations) + ", " + bytesText(bytes);
    return cost;
}

Error refusal(const char* name, int maxItems, const TrainingCost& cost) {
    return {ErrorCode::InvalidData, std::string(name) + " is not attempted above " + grouped(maxItems) +
                                        " items; here it " + cost.sentence};
}

/// Floating-point operations of all products of item columns: each user adds to n_u^2 of them.
double productOperations(const RatingMatrix& matrix) {
    double pairs = 0.0;
    for (UserIndex user = 0; user < matrix.userCount(); ++user) {
        const auto size = static_cast<double>(matrix.byUser().row(user).size());
        pairs += size * size;
    }
    return 2.0 * pairs;
}

struct CostOf {
    const RatingMatrix& matrix;
    double users = static_cast<double>(matrix.userCount());
    double items = static_cast<double>(matrix.itemCount());
    double entries = static_cast<double>(matrix.entryCount());

    std::string itemText() const { return grouped(matrix.itemCount()); }
    std::string userText() const { return grouped(matrix.userCount()); }
    std::string entryText() const { return grouped(matrix.entryCount()); }

    TrainingCost operator()(const RandomParameters&) const {
        TrainingCost nothing;
        nothing.sentence = "nothing to train";
        return nothing;
    }
    TrainingCost operator()(const PopularityParameters&) const {
        return cost(entries, 4.0 * items, "counts " + entryText() + " positives");
    }
    TrainingCost operator()(const GenreRulesParameters&) const {
        return cost(entries, 8.0 * items, "counts " + entryText() + " positives and learns nothing");
    }
    TrainingCost neighbours(int kept) const {
        const double each = std::min(static_cast<double>(kept), items);
        return cost(productOperations(matrix) + items * items, 28.0 * items * each,
                    "compares " + itemText() + " items through the users they share");
    }
    TrainingCost operator()(const ItemKnnParameters& p) const { return neighbours(p.neighbours); }
    TrainingCost operator()(const Rp3BetaParameters& p) const { return neighbours(p.neighbours); }
    TrainingCost operator()(const UserKnnParameters&) const {
        return cost(entries, 8.0 * entries + 16.0 * (users + items),
                    "keeps the interactions, and every list searches " + userText() + " users");
    }
    TrainingCost operator()(const PureSvdParameters& p) const {
        const double rank = std::min({static_cast<double>(p.rank), users, items});
        const double width = std::min(rank + 16.0, std::min(users, items));
        constexpr double kPasses = 40.0;
        return cost(kPasses * width * (4.0 * entries + 4.0 * items * width),
                    8.0 * (users + 3.0 * items) * width,
                    "finds " + roughly(rank) + " singular vectors of a " + userText() + " x " + itemText() +
                        " matrix");
    }
    TrainingCost operator()(const EaseParameters& p) const {
        const InverseWay way = cheaperWay(matrix, p.regularization);
        const std::int64_t inverted = way == InverseWay::Items ? matrix.itemCount() : matrix.userCount();
        const std::string side = grouped(inverted);
        TrainingCost result =
            cost(inverseOperations(matrix, way) + productOperations(matrix),
                 8.0 * items * items + (way == InverseWay::Users ? 8.0 * users * users : 0.0),
                 "inverts a " + side + " x " + side + " matrix for weights between " + itemText() + " items");
        result.inverted = inverted;
        if (matrix.itemCount() > kMaxEaseItems)
            result.refusal = refusal("EASE", kMaxEaseItems, result);
        return result;
    }
    TrainingCost operator()(const SlimParameters& p) const {
        constexpr double kSweeps = 30.0;   // what it takes to converge, mostly
        constexpr double kWeights = 150.0; // of an item
        double squares = 0.0;
        for (ItemIndex item = 0; item < matrix.itemCount(); ++item)
            squares += std::pow(static_cast<double>(matrix.byItem().row(item).size()), 2);
        const double visits =
            std::min(static_cast<double>(p.sweeps), kSweeps) * items * std::min(items, kWeights);
        return cost(4.0 * visits * squares / std::max(1.0, entries), 28.0 * items * std::min(items, kWeights),
                    "solves " + itemText() + " regressions on the items that share a user");
    }
    TrainingCost operator()(const BprParameters& p) const {
        constexpr double kEachFactor = 20.0;
        return cost(kEachFactor * p.epochs * entries * p.factors, 4.0 * (users + items) * p.factors,
                    grouped(p.epochs * matrix.entryCount()) + " gradient steps, one after another");
    }
    TrainingCost operator()(const AlsParameters& p) const {
        const double d = p.factors;
        const double rows = users + items;
        const double sweep = p.solver == AlsSolver::Cholesky
                                 ? 2.0 * entries * d * d + rows * (d * d * d / 3.0 + 2.0 * d * d)
                                 : p.cgSteps * (8.0 * entries * d + rows * 2.0 * d * d);
        return cost(p.iterations * (sweep + 2.0 * rows * d * d), 12.0 * rows * d,
                    "solves " + grouped(std::int64_t{matrix.userCount()} + matrix.itemCount()) +
                        " systems of " + grouped(p.factors) + " equations " + grouped(p.iterations) +
                        " times");
    }
};

} // namespace

TrainingCost trainingCost(const TrainingSpec& specification, const RatingMatrix& matrix) {
    TrainingCost cost = std::visit(CostOf{matrix}, specification);
    cost.users = matrix.userCount();
    cost.items = matrix.itemCount();
    cost.entries = matrix.entryCount();
    return cost;
}

} // namespace recital
