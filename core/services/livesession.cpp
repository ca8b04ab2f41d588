#include "core/services/livesession.h"

#include "core/recsys/recommend.h"

#include <QThread>

#include <algorithm>
#include <chrono>

namespace recital {

namespace {

/// More changes than anybody takes back; bounds the memory of a demo that runs all day.
constexpr std::size_t maxStates = 1000;

std::vector<Interaction> historyOf(const std::vector<ItemIndex>& clicks) {
    std::vector<Interaction> history;
    history.reserve(clicks.size());
    for (const ItemIndex item : clicks)
        history.push_back({item, 1.0F});
    return history;
}

} // namespace

LiveSession::LiveSession(ModelStore& store, QObject* parent)
    : QObject(parent)
    , m_store(store)
    , m_snapshot(store.snapshot()) {
    update();
    connect(&m_store, &ModelStore::snapshotChanged, this, &LiveSession::takeSnapshot);
}

void LiveSession::takeSnapshot() {
    const std::shared_ptr<const ModelSnapshot> before = std::exchange(m_snapshot, m_store.snapshot());
    const bool sameData = before->dataset && m_snapshot->dataset &&
                          before->dataset->info().fingerprint == m_snapshot->dataset->info().fingerprint;
    if (!sameData) {
        m_states = {Clicks{}};
        m_position = 0;
        m_list.clear();
    }
    update();
    emit changed();
}

bool LiveSession::known(ItemIndex item) const {
    return m_snapshot->dataset && item >= 0 && item < m_snapshot->dataset->itemCount();
}

bool LiveSession::isClicked(ItemIndex item) const {
    return std::ranges::find(clicks(), item) != clicks().end();
}

void LiveSession::click(ItemIndex item) {
    Q_ASSERT(known(item));
    if (!known(item))
        return;
    Clicks next = clicks();
    if (const auto found = std::ranges::find(next, item); found != next.end())
        next.erase(found);
    else
        next.push_back(item);
    push(std::move(next));
}

void LiveSession::reset() {
    if (!clicks().empty())
        push({});
}

void LiveSession::push(Clicks next) {
    m_states.resize(m_position + 1); // what was undone is forgotten by a new change
    m_states.push_back(std::move(next));
    if (m_states.size() > maxStates)
        m_states.erase(m_states.begin());
    m_position = m_states.size() - 1;
    update();
    emit changed();
}

void LiveSession::undo() {
    if (!canUndo())
        return;
    --m_position;
    update();
    emit changed();
}

void LiveSession::redo() {
    if (!canRedo())
        return;
    ++m_position;
    update();
    emit changed();
}

void LiveSession::askAgain() {
    update();
    emit changed();
}

void LiveSession::restore(const std::vector<ItemIndex>& restored) {
    Clicks clicks;
    for (const ItemIndex item : restored) {
        if (known(item) && std::ranges::find(clicks, item) == clicks.end())
            clicks.push_back(item);
    }
    m_states = {std::move(clicks)};
    m_position = 0;
    update();
    emit changed();
}

/// Sets tier and user vector, and returns the list that follows from them.
std::vector<ScoredItem> LiveSession::rank() {
    m_tier = Tier::None;
    m_userVector.resize(0);
    if (!m_snapshot->dataset || !m_snapshot->popularity)
        return {};
    const std::vector<Interaction> history = historyOf(clicks());
    m_scores.resize(static_cast<std::size_t>(m_snapshot->dataset->itemCount()));
    m_tier = Tier::Popular;
    if (m_snapshot->trained && !history.empty()) {
        const AlsModel& model = *m_snapshot->trained->model;
        Eigen::VectorXf vector = model.foldIn(history);
        if (!vector.isZero(0.0F)) {
            m_tier = Tier::Personal;
            m_userVector = std::move(vector);
            model.scoreVector(m_userVector, m_scores);
        }
    }
    if (m_tier == Tier::Popular)
        m_snapshot->popularity->score(history, m_scores);
    Clicks excluded = clicks();
    std::ranges::sort(excluded);
    Result<std::vector<ScoredItem>> best = topK(m_scores, excluded, listLength);
    Q_ASSERT(best.ok()); // factors are finite: training and model files are checked
    return best.ok() ? std::move(best).value() : std::vector<ScoredItem>{};
}

void LiveSession::update() {
    Q_ASSERT(QThread::currentThread() == thread());
    const auto start = std::chrono::steady_clock::now();
    std::vector<ScoredItem> list = rank();
    const std::chrono::duration<double, std::micro> elapsed = std::chrono::steady_clock::now() - start;
    m_updateMicroseconds = elapsed.count();
    m_recommendations = rankDifference(m_list, list);
    m_list = std::move(list);
}

std::optional<Eigen::VectorXf> LiveSession::userVector() const {
    if (m_tier != Tier::Personal)
        return std::nullopt;
    return m_userVector;
}

std::optional<Eigen::Vector2f> LiveSession::userPosition() const {
    if (m_tier != Tier::Personal)
        return std::nullopt;
    return m_snapshot->trained->projection.project(m_userVector);
}

std::vector<Contribution> LiveSession::explain(ItemIndex item) const {
    if (m_tier != Tier::Personal || !known(item))
        return {};
    return m_snapshot->trained->model->explain(historyOf(clicks()), item);
}

} // namespace recital
