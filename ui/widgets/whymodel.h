#pragma once

#include "core/recsys/types.h"

#include <QAbstractListModel>
#include <QString>

#include <vector>

namespace recital {

/// One share of a printed score.
struct WhyRow {
    enum class Kind {
        Event, ///< an event of the live user; can be left out
        Known, ///< a film of the dataset user's history
        Rest,  ///< the smaller ones of that history, summed
        Base   ///< what popularity or taste adds in the tiers before "personal"
    };
    Kind kind = Kind::Event;
    QString title;
    double value = 0.0;  ///< signed; of a row that is left out not part of the sum
    qint64 logId = 0;    ///< Event
    bool counted = true; ///< Event: false when it is left out
    ItemIndex item = -1; ///< Event, Known

    friend bool operator==(const WhyRow&, const WhyRow&) = default;
};

/// The shares as a list: events can be ticked, the rest is read.
class WhyModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// Keeps selection and focus where the same rows are only valued anew. Largest share first within events
    /// and within history; then the rest, the base, and what is left out.
    void setRows(std::vector<WhyRow> rows);
    const std::vector<WhyRow>& rows() const noexcept { return m_rows; }
    double sum() const;
    bool hasNegative() const;
    double largest() const; ///< magnitude; at least a tiny number

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override; ///< only asks
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    QString sentence(const WhyRow& row) const;

signals:
    void countRequested(qint64 logId, bool counted);

private:
    std::vector<WhyRow> m_rows;
};

} // namespace recital
