#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace recital {

class ElidedLabel;
class RecommendationView;
class Theme;

/// One of several ranked lists side by side: a head with room for controls, a line about whose list it is,
/// the list in low rows, and a line about where it comes from.
class ListCard : public QFrame {
    Q_OBJECT
public:
    /// Parts are called objectName + "Heading", "About", "List" and "Source".
    ListCard(Theme& theme, const QString& objectName, QWidget* parent = nullptr);

    void setHeading(const QString& text);
    void setAbout(const QString& text, const QString& toolTip = {});
    void setSource(const QString& text, const QString& toolTip = {});
    QHBoxLayout* head() const noexcept { return m_head; } ///< beside the heading
    RecommendationView& list() const noexcept { return *m_list; }
    void replaceAbout(QWidget* widget);    ///< in the place of the line about the list
    void insertAboveList(QWidget* widget); ///< shares the list's room

private:
    Theme& m_theme;
    QHBoxLayout* m_head = nullptr;
    QLabel* m_heading = nullptr;
    ElidedLabel* m_about = nullptr;
    RecommendationView* m_list = nullptr;
    ElidedLabel* m_source = nullptr;
};

} // namespace recital
