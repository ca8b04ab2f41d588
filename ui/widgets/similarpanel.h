#pragma once

#include "core/recsys/live/similaritems.h"

#include <QWidget>

class QTableWidget;

namespace recital {

class ElidedLabel;
class LiveSession;
class SegmentedSwitch;
class Theme;

/// "More like this" under one of three similarities, with the rank that the two others give the same film.
class SimilarPanel : public QWidget {
    Q_OBJECT
public:
    SimilarPanel(LiveSession& session, const Theme& theme, QWidget* parent = nullptr);

    void setFilm(ItemIndex item) { m_film = item; } ///< shown with the next refresh()
    void refresh();

    static constexpr int shown = 10;

signals:
    void filmSelected(recital::ItemIndex item);  ///< a row was gone to; the panel stays with its film
    void filmActivated(recital::ItemIndex item); ///< films like this one are wanted

private:
    ItemSimilarity similarity() const;
    ItemIndex currentFilm() const; ///< of the table's row; -1: none
    void fill(const std::vector<SimilarItem>& items);

    LiveSession& m_session;
    ItemIndex m_film = -1;
    std::vector<SimilarItem> m_items;
    ElidedLabel* m_title = nullptr;
    SegmentedSwitch* m_switch = nullptr;
    QTableWidget* m_table = nullptr;
};

} // namespace recital
