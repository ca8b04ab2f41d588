#pragma once

#include "core/recsys/dataset.h"

#include <QScrollArea>

#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace recital {

class Theme;

/// The films the simulated user likes, in the order of the clicks; a chip takes its film back.
class ClickStrip : public QScrollArea {
    Q_OBJECT
public:
    explicit ClickStrip(const Theme& theme, QWidget* parent = nullptr);

    void setClicks(const Dataset* dataset, const std::vector<ItemIndex>& clicks); ///< dataset may be nullptr
    void themeChanged();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void removeRequested(recital::ItemIndex item);

protected:
    void wheelEvent(QWheelEvent* event) override; ///< scrolls sideways

private:
    struct Chip {
        ItemIndex item = 0;
        QToolButton* button = nullptr;
    };

    QToolButton* makeChip(const Dataset& dataset, ItemIndex item);
    void removeChip(std::size_t position);
    void applyTheme(QToolButton* chip) const;
    QIcon starIcon() const;

    const Theme& m_theme;
    QHBoxLayout* m_row = nullptr;
    QLabel* m_hint = nullptr;
    std::vector<Chip> m_chips;
    const Dataset* m_dataset = nullptr; ///< of the chips; compared only
};

} // namespace recital
