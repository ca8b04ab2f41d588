#pragma once

#include "core/services/labservice.h"

#include <QWidget>

class QFrame;

namespace recital {

class ElidedLabel;
class LabCharts;
class LabControls;
class LabUser;
class Notice;
class SegmentedSwitch;
class Services;
class Theme;

/// What does a parameter do? Sliders retrain ALS from scratch while they are dragged, and loss, NDCG and the
/// list of one user follow. Always says which part of the data it measures on; the test part only with a
/// warning that stays.
class CompareLab : public QWidget {
    Q_OBJECT
public:
    CompareLab(Services& services, Theme& theme, QWidget* parent = nullptr);

    const AlsParameters& parameters() const;
    /// What stands right of the page's switch: the part of the data that is measured on.
    QWidget* actions() const noexcept { return m_strip; }

signals:
    void pageRequested(const QString& name);                                 ///< "data"
    void trainParametersRequested(const recital::AlsParameters& parameters); ///< to be used on the Train page

protected:
    void showEvent(QShowEvent* event) override;

private:
    void buildSplitStrip();
    QWidget* buildEmpty();
    QWidget* buildLab();
    void connectService();

    void snapshotChanged();
    void prepare();
    void prepared();
    void request();
    void resultChanged();
    void failed(ErrorCode code, const QString& detail);
    void laneFree();
    void lookAt(const QString& part);
    void reset();
    void showSplit();
    void showSpeed();
    QString splitSentence() const;
    QString partName() const;

    Services& m_services;
    Theme& m_theme;
    QWidget* m_empty = nullptr;
    QWidget* m_lab = nullptr;
    QWidget* m_strip = nullptr;
    SegmentedSwitch* m_part = nullptr;
    ElidedLabel* m_splitText = nullptr;
    QFrame* m_warning = nullptr;
    Notice* m_notice = nullptr;
    LabControls* m_controls = nullptr;
    LabCharts* m_charts = nullptr;
    LabUser* m_user = nullptr;
    std::string m_fingerprint; ///< of the data that parameters and split belong to
    std::string m_prepared;    ///< fingerprint of the data that was last prepared
    bool m_validation = true;  ///< else the test part
    bool m_preparing = false;  ///< asked for, not there yet
    bool m_choosingUser = false;
    bool m_waiting = false; ///< another job holds the lane; asked again when it is done
};

} // namespace recital
