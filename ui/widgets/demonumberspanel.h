#pragma once

#include "core/services/demonumbersservice.h"

#include <QWidget>

namespace recital {

class BigNumber;
class FigureSaveButton;
class FigureView;
class Notice;
class RunStatus;
class Theme;

/// What this demo claims, measured over all users of the data: each figure with its meaning and with what it
/// must be held against.
class DemoNumbersPanel : public QWidget {
    Q_OBJECT
public:
    DemoNumbersPanel(DemoNumbersService& service, ModelStore& store, Theme& theme, QWidget* parent = nullptr);

    void setRule(const UpdateRule& rule); ///< that the next measurement is made with

private:
    void build();
    void connectService();
    void showState();
    void showNumbers();
    void showNothing();
    void showNewcomers(const DemoNumbers& numbers);
    void showLatency(const DemoNumbers& numbers);
    QString sentence(const UpdateRule& rule) const;

    DemoNumbersService& m_service;
    ModelStore& m_store;
    Theme& m_theme;
    UpdateRule m_rule;
    RunStatus* m_status = nullptr;
    Notice* m_notice = nullptr;
    BigNumber* m_distinct = nullptr;
    BigNumber* m_overlap = nullptr;
    BigNumber* m_newcomers = nullptr;
    BigNumber* m_latency = nullptr;
    FigureView* m_change = nullptr;
    FigureSaveButton* m_save = nullptr;
    bool m_cancelled = false;
};

} // namespace recital
