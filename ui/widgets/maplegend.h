#pragma once

#include "ui/widgets/mapscene.h"

#include <QWidget>

#include <memory>
#include <vector>

class QLabel;
class QToolButton;

namespace recital {

class Theme;

/// Genres and signs of the map. A genre can be singled out; several at once too.
class MapLegend : public QWidget {
    Q_OBJECT
public:
    explicit MapLegend(const Theme& theme, QWidget* parent = nullptr);

    void setScene(std::shared_ptr<const MapScene> scene); ///< nullptr: empty
    quint32 highlighted() const;                          ///< bit c stands for category c
    void themeChanged();

signals:
    void highlightedChanged(quint32 categories);

private:
    void rebuild();
    QIcon dot(int category) const;

    const Theme& m_theme;
    std::shared_ptr<const MapScene> m_scene;
    std::vector<QToolButton*> m_buttons;
};

/// The signs that the session puts on the map, each beside its name, and what the map cannot show.
class MapKey : public QWidget {
    Q_OBJECT
public:
    explicit MapKey(const Theme& theme, QWidget* parent = nullptr);

    void setScene(const std::shared_ptr<const MapScene>& scene);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QLabel* m_undrawn = nullptr;
};

} // namespace recital
