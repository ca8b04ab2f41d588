#pragma once

#include "ui/models/filmmatchmodel.h"
#include "ui/models/filmsearchindex.h"

#include <QLineEdit>

#include <memory>
#include <optional>

class QListView;

namespace recital {

class Theme;

/// A field for finding a film by typing. The matches appear below it while it has the focus; Up, Down, Page
/// Up and Page Down choose, Enter or a click takes, Esc closes. With an empty field the undo keys belong to
/// the page, not to the text.
class FilmSearch : public QLineEdit {
    Q_OBJECT
public:
    explicit FilmSearch(const Theme& theme, QWidget* parent = nullptr);

    /// Both nullptr: nothing to find. The index is made when somebody first types.
    void setDataset(std::shared_ptr<const Dataset> dataset,
                    std::shared_ptr<const DatasetStatistics> statistics);
    void setLiked(const std::vector<ItemIndex>& liked) { m_liked = liked; }
    void themeChanged();

signals:
    void filmChosen(recital::ItemIndex item);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void updateMatches();
    void showPopup();
    void hidePopup();
    void choose(int row);
    void step(int rows);
    QWidget* popupParent() const;

    const Theme& m_theme;
    std::shared_ptr<const Dataset> m_dataset;
    std::shared_ptr<const DatasetStatistics> m_statistics;
    std::optional<FilmSearchIndex> m_index;
    std::vector<ItemIndex> m_liked;
    FilmMatchModel m_matches;
    QListView* m_popup = nullptr; ///< child of the window, so that it is on every picture of it
};

} // namespace recital
