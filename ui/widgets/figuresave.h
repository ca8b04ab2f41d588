#pragma once

#include "ui/charts/figureexport.h"

#include <QPushButton>

#include <functional>

namespace recital {

/// The button that writes a chart to an SVG, PDF or PNG file of the user's choice. Says in its own words
/// where it went, or why it did not.
class FigureSaveButton : public QPushButton {
    Q_OBJECT
public:
    explicit FigureSaveButton(std::function<Figure()> figure, QWidget* parent = nullptr);

    void refresh(); ///< enabled while there is something to save

signals:
    void written(const QString& sentence);
    void failed(recital::ErrorCode code, const QString& detail);

private:
    void save(FigureFormat format);

    std::function<Figure()> m_figure;
};

} // namespace recital
