#pragma once

#include "core/recsys/live/liveranking.h"
#include "core/services/modelstore.h"

#include <QDialog>

#include <memory>
#include <optional>
#include <vector>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace recital {

class FilmSearch;
class LiveSession;
class TastePanel;
class Theme;

/// A user made on the spot: a name, and what is known of them to begin with.
class NewUserDialog : public QDialog {
    Q_OBJECT
public:
    enum class Start { Nothing, Films, Taste };
    static constexpr std::size_t filmsToChoose = 3;

    /// `names` are those that are taken.
    NewUserDialog(const ModelSnapshot& snapshot, const QStringList& names, const Theme& theme,
                  QWidget* parent = nullptr);

    QString name() const;
    Start start() const;
    std::vector<ItemIndex> films() const; ///< Start::Films: the chosen ones, in order
    GenreTaste taste() const;             ///< Start::Taste

private:
    QWidget* buildStarts(const Theme& theme);
    QWidget* buildNothing();
    QWidget* buildFilms(const Theme& theme);
    void addFilm(ItemIndex item);
    void check();

    std::shared_ptr<const Dataset> m_dataset;
    std::shared_ptr<const DatasetStatistics> m_statistics;
    QStringList m_names;
    QLineEdit* m_name = nullptr;
    QButtonGroup* m_starts = nullptr;
    QStackedWidget* m_pages = nullptr;
    FilmSearch* m_search = nullptr;
    QListWidget* m_films = nullptr;
    TastePanel* m_taste = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_take = nullptr;
};

/// Asks, puts the user on the stage and lets them like the films that were chosen. Their id; nothing where it
/// was cancelled, there is no dataset, or it could not be written (LiveSession::problem said why).
std::optional<qint64> createNewUser(LiveSession& session, const Theme& theme, QWidget* parent);

} // namespace recital
