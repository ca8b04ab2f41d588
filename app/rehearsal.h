#pragma once

#include "app/console.h"
#include "app/interrupt.h"
#include "core/services/services.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"

#include <QSize>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <string_view>
#include <vector>

namespace recital {

/// The program's services and window on a workspace of their own that is gone afterwards, driven step by step
/// without a display: what the window does, for pictures and for the tour. The user's workspace is not
/// touched.
class Rehearsal {
public:
    struct Look {
        QSize size{1280, 720};
        ThemeKind theme = ThemeKind::Light;
    };

    static Result<std::unique_ptr<Rehearsal>> create(const Look& look);

    Services& services() { return *m_services; }

    // Each runs its job to the end. `interrupt` stops it.
    Status load(const QString& location, const Interrupt& interrupt);
    Status train(const Interrupt& interrupt, const std::function<void(const TrainingPoint&)>& onPoint);

    /// The quick algorithms of the menu against the default form of ALS, one seed: enough for a picture.
    Status compare(const Interrupt& interrupt);

    /// One PNG a page: data.png, train.png, compare.png, stage.png. Makes the folder.
    Status savePages(const QString& folder);
    /// Plays the stage to the end: a second user, and everything there is to measure on it.
    Status measureStage(const Interrupt& interrupt);
    /// One PNG a view of the stage, a panel of its drawer and a dialog: stage-pair.png, stage-history.png...
    Status saveStage(const QString& folder);

private:
    Rehearsal() = default;
    Status simulate(const Interrupt& interrupt);
    Status saveWindow(const QString& folder, const QString& name);
    static Status saveWidget(QWidget& widget, const QString& folder, const QString& name);
    Status saveViews(const QString& folder);
    Status saveDrawer(const QString& folder);
    Status saveDialogs(const QString& folder);

    QTemporaryDir m_workspace;
    std::unique_ptr<Services> m_services;
    Theme m_theme;
    std::unique_ptr<MainWindow> m_window; // last: it refers to services and theme
};

/// Up to `count` films to click that make a recognisable taste: the most liked ones of the genre, or of all
/// films where the data do not have it.
std::vector<ItemIndex> filmsToClick(const ModelSnapshot& snapshot, int count,
                                    std::string_view genre = "Animation");

} // namespace recital
