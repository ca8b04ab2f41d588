#include "ui/widgets/bignumber.h"

#include "ui/widgets/formrows.h"

#include <QLabel>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr double valuePixels = 42.0;
constexpr double wordPixels = 18.0; ///< of "not measured", which is no figure

/// A percent sign does not begin a line.
QString keepPercents(QString text) {
    return text.replace(u" %"_s, u"\u00A0%"_s);
}

} // namespace

BigNumber::BigNumber(const Theme& theme, const QString& objectName, const QString& name, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_pixels(wordPixels) {
    setObjectName(objectName);
    setProperty("role", u"card"_s);
    m_name = makeLabel("heading", objectName + u"Name"_s, this, name);
    m_value = makeLabel("", objectName + u"Value"_s, this);
    m_meaning = makeLabel("", objectName + u"Meaning"_s, this);
    m_against = makeLabel("caption", objectName + u"Against"_s, this);
    auto* layout = new QVBoxLayout(this);
    for (QLabel* label : {m_name, m_value, m_meaning, m_against}) {
        label->setWordWrap(label == m_meaning || label == m_against); // the figure keeps its line
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    layout->addStretch(1);
    followTheme(theme, this, [this, layout] {
        layout->setContentsMargins(m_theme.px(14), m_theme.px(8), m_theme.px(14), m_theme.px(8));
        layout->setSpacing(m_theme.px(2));
        m_value->setFont(m_theme.font(m_pixels, QFont::DemiBold));
        m_meaning->setFont(m_theme.font(15));
    });
    setNotMeasured({});
}

void BigNumber::setNotMeasured(const QString& meaning) {
    setStyleProperty(m_value, "role", u"muted"_s);
    show(tr("not measured"), meaning, {}, wordPixels);
    m_value->setToolTip({});
}

void BigNumber::setValue(const QString& value, const QString& meaning, const QString& against,
                         const QString& toolTip) {
    setStyleProperty(m_value, "role", QString());
    show(value, meaning, against, valuePixels);
    m_value->setToolTip(toolTip);
}

void BigNumber::show(const QString& value, const QString& meaning, const QString& against, double pixels) {
    m_pixels = pixels;
    m_value->setFont(m_theme.font(m_pixels, QFont::DemiBold));
    m_value->setText(value);
    m_meaning->setText(keepPercents(meaning));
    m_meaning->setVisible(!meaning.isEmpty());
    m_against->setText(keepPercents(against));
    m_against->setVisible(!against.isEmpty());
    setAccessibleName(u"%1: %2"_s.arg(m_name->text(), value));
    setAccessibleDescription(meaning + u' ' + against);
}

} // namespace recital
