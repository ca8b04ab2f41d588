#include "core/recsys/live/rulesproof.h"

#include "core/recsys/algorithms/genrerules.h"
#include "core/recsys/jobprogress.h"
#include "core/recsys/parallel.h"
#include "core/recsys/recommend.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace recital {

namespace {

using List = std::vector<ItemIndex>;

/// The lists of one user that the report does not have.
struct ExtraLists {
    List nothingLeftOut;
    List before; ///< without what was seen and the film that is about to be liked
    List after;  ///< the same candidates, with that like in the history
};

/// A part of the progress of the whole.
JobControl partOf(const JobControl& control, double from, double to) {
    JobControl part = control;
    if (control.progress)
        part.progress = [&control, from, to](double done) { control.report(from + done * (to - from)); };
    return part;
}

class Lists {
public:
    Lists(const Model& model, const Split& split, int k)
        : m_model(model)
        , m_split(split)
        , m_k(k) {}

    ExtraLists of(UserIndex user) const {
        std::vector<float> scores(static_cast<std::size_t>(m_model.itemCount()));
        std::vector<Interaction> history = m_split.interactionsOf(user);
        m_model.score(history, scores);
        const ItemIndex liked = m_split.relevant.row(user).front();
        const List candidatesLeftOut = leftOut(user, liked);
        ExtraLists lists;
        lists.nothingLeftOut = top(scores, m_split.removedItems);
        lists.before = top(scores, candidatesLeftOut);
        history.push_back({liked, 1.0F});
        std::ranges::sort(history, {}, &Interaction::item);
        m_model.score(history, scores);
        lists.after = top(scores, candidatesLeftOut);
        return lists;
    }

private:
    List leftOut(UserIndex user, ItemIndex liked) const {
        const auto seen = m_split.seen.row(user);
        List items;
        std::ranges::set_union(seen, m_split.removedItems, std::back_inserter(items));
        items.insert(std::ranges::upper_bound(items, liked), liked);
        return items;
    }

    List top(std::span<const float> scores, std::span<const ItemIndex> excluded) const {
        List items;
        if (const auto list = topK(scores, excluded, m_k)) // scores were found finite by evaluate()
            std::ranges::transform(*list, std::back_inserter(items), &ScoredItem::item);
        return items;
    }

    const Model& m_model;
    const Split& m_split;
    int m_k;
};

Status measureLists(RulesSide& side, const Model& model, const Split& split, const JobControl& control) {
    const std::vector<UserMetrics>& users = side.report.users;
    std::vector<ExtraLists> extra(users.size());
    const Lists lists(model, split, side.report.k);
    JobProgress progress(control, static_cast<std::int64_t>(users.size()));
    forEachBlock(static_cast<std::int64_t>(users.size()), 16, control.threads,
                 [&](std::int64_t begin, std::int64_t end) {
                     for (std::int64_t i = begin; i < end && !control.stopRequested(); ++i)
                         extra[static_cast<std::size_t>(i)] =
                             lists.of(users[static_cast<std::size_t>(i)].user);
                     progress.add(end - begin);
                 });
    if (control.stopRequested())
        return Error{ErrorCode::Cancelled, "the measurement was cancelled"};
    std::set<List> distinct;
    for (ExtraLists& user : extra) {
        side.changedLists += user.before != user.after ? 1 : 0;
        distinct.insert(std::move(user.nothingLeftOut));
    }
    side.distinctLists = static_cast<int>(distinct.size());
    return success();
}

/// Counts what one list shows outside of the user's genres.
void countOutside(RulesSide& side, const UserMetrics& user, std::uint32_t genres, const Split& split) {
    side.shown += static_cast<int>(user.list.size());
    for (const ItemIndex item : user.list) {
        if ((split.itemGenres[static_cast<std::size_t>(item)] & genres) != 0)
            continue;
        ++side.outsideShown;
        side.outsideHits += std::ranges::binary_search(split.relevant.row(user.user), item) ? 1 : 0;
    }
}

/// The same users in the same order are in both reports.
void countOutside(RulesProof& proof, const GenreRulesParameters& parameters, const Split& split) {
    for (std::size_t i = 0; i < proof.rules.report.users.size(); ++i) {
        const UserMetrics& user = proof.rules.report.users[i];
        const std::uint32_t genres =
            likedGenres(split.interactionsOf(user.user), split.itemGenres, parameters.genres);
        const auto relevant = split.relevant.row(user.user);
        proof.hiddenLikes += static_cast<int>(relevant.size());
        proof.outsideLikes += static_cast<int>(std::ranges::count_if(relevant, [&](ItemIndex item) {
            return (split.itemGenres[static_cast<std::size_t>(item)] & genres) == 0;
        }));
        countOutside(proof.rules, user, genres, split);
        countOutside(proof.model, proof.model.report.users[i], genres, split);
    }
}

std::vector<double> ndcgOf(const EvaluationReport& report) {
    std::vector<double> values;
    for (const UserMetrics& user : report.users)
        values.push_back(user.metrics.ndcg);
    return values;
}

} // namespace

Result<RulesProof> proveRules(const Model& rules, const GenreRulesParameters& parameters, const Model& model,
                              const Split& split, int k, const StatisticsOptions& statistics,
                              const JobControl& control) {
    RulesProof proof;
    proof.k = k;
    EvaluationOptions options;
    options.k = k;
    options.auc = false;
    double from = 0.0;
    for (const auto& [side, measured] : {std::pair{&proof.rules, &rules}, {&proof.model, &model}}) {
        auto report = evaluate(*measured, split, options, partOf(control, from, from + 0.2));
        if (!report)
            return report.error();
        side->report = std::move(report).value();
        if (const Status done =
                measureLists(*side, *measured, split, partOf(control, from + 0.2, from + 0.45));
            !done)
            return done.error();
        from += 0.45;
    }
    proof.users = proof.rules.report.evaluatedUsers;
    countOutside(proof, parameters, split);
    proof.ndcg = comparePaired(ndcgOf(proof.model.report), ndcgOf(proof.rules.report), statistics,
                               partOf(control, 0.9, 1.0));
    judgeFamily({&proof.ndcg, 1}, statistics.level);
    if (control.stopRequested())
        return Error{ErrorCode::Cancelled, "the measurement was cancelled"};
    return proof;
}

} // namespace recital
