#pragma once

#include <Eigen/Core>

#include <QWidget>

#include <optional>

namespace recital {

class Theme;

/// The factors of a user's vector as small bars around zero, now and (hollow) before the last change.
class VectorChart : public QWidget {
    Q_OBJECT
public:
    explicit VectorChart(const Theme& theme, QWidget* parent = nullptr);

    void setVectors(std::optional<Eigen::VectorXf> now, std::optional<Eigen::VectorXf> before);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    std::optional<Eigen::VectorXf> m_now;
    std::optional<Eigen::VectorXf> m_before;
};

} // namespace recital
