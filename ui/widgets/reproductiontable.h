#pragma once

#include "ui/models/reproductionmodel.h"

#include <QTreeView>

namespace recital {

class Theme;

/// The tree of targets and their figures: a target shows its source on a second line; a bad verdict has the
/// colour of a loss besides its sign and words.
class ReproductionTable : public QTreeView {
    Q_OBJECT
public:
    ReproductionTable(Theme& theme, ReproductionModel& model, QWidget* parent = nullptr);

    QStringList selectedTargets() const; ///< ids, in the order of the rows

signals:
    void selectionMoved(); ///< current or selected rows changed

private:
    void fitColumns();

    Theme& m_theme;
    ReproductionModel& m_model;
};

} // namespace recital
