#pragma once

#include <QFrame>
#include <QString>

#include <vector>

namespace recital {

class Theme;

/// One clicked film's share of a score.
struct WhyRow {
    QString title;
    double value = 0.0; ///< signed
};

/// "Why this": the contributions of the clicked films to one recommendation's score, as signed bars with
/// their exact sum. Films beyond the room are summed in one last line.
class WhyPanel : public QFrame {
    Q_OBJECT
public:
    explicit WhyPanel(const Theme& theme, QWidget* parent = nullptr);

    void setMessage(const QString& message); ///< instead of an explanation
    void setExplanation(const QString& film, std::vector<WhyRow> rows, const QString& printedScore);
    const std::vector<WhyRow>& rows() const noexcept { return m_rows; } ///< largest share first
    double sum() const;

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintRow(QPainter& painter, const QRectF& area, const WhyRow& row, double most) const;
    std::vector<WhyRow> rowsThatFit(int lines) const;
    static QString signedNumber(double value);

    const Theme& m_theme;
    QString m_message;
    QString m_film;
    QString m_score;
    std::vector<WhyRow> m_rows;
};

} // namespace recital
