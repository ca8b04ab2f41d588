#pragma once

#include <QFrame>

class QLabel;

namespace recital {

class Theme;

/// One figure that a room can read, what it means, and what it must be held against. "not measured" until it
/// has a value.
class BigNumber : public QFrame {
    Q_OBJECT
public:
    /// Parts are called objectName + "Value", "Name", "Meaning" and "Against".
    BigNumber(const Theme& theme, const QString& objectName, const QString& name, QWidget* parent = nullptr);

    void setNotMeasured(const QString& meaning);
    void setValue(const QString& value, const QString& meaning, const QString& against,
                  const QString& toolTip = {});

private:
    void show(const QString& value, const QString& meaning, const QString& against, double pixels);

    const Theme& m_theme;
    QLabel* m_value = nullptr;
    QLabel* m_name = nullptr;
    QLabel* m_meaning = nullptr;
    QLabel* m_against = nullptr;
    double m_pixels = 0.0; ///< of the value
};

} // namespace recital
