#include "ui/widgets/listcard.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/recommendationview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

// Ten of the least fit beside the rest of a 720-line window.
constexpr double leastRowPixels = 37.0;
constexpr double mostRowPixels = 46.0;

} // namespace

ListCard::ListCard(Theme& theme, const QString& objectName, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme) {
    setObjectName(objectName);
    setProperty("role", u"card"_s);
    m_heading = makeLabel("heading", objectName + u"Heading"_s, this);
    const auto line = [this](const QString& name) {
        auto* label = new ElidedLabel(this);
        label->setObjectName(name);
        label->setProperty("role", u"caption"_s);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        return label;
    };
    m_about = line(objectName + u"About"_s);
    m_source = line(objectName + u"Source"_s);
    m_list = new RecommendationView(theme, this);
    m_list->setObjectName(objectName + u"List"_s);
    m_list->setRowPixels(leastRowPixels, mostRowPixels);
    m_list->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Expanding);
    m_head = new QHBoxLayout;
    m_head->addWidget(m_heading);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(m_head);
    layout->addWidget(m_about);
    layout->addWidget(m_list, 1000);
    layout->addWidget(m_source);
    layout->addStretch(1); // takes what ten rows leave
    followTheme(theme, this, [this, layout] {
        layout->setContentsMargins(m_theme.px(10), m_theme.px(8), m_theme.px(8), m_theme.px(6));
        layout->setSpacing(m_theme.px(4));
        m_head->setSpacing(m_theme.px(8));
        m_list->themeChanged();
        m_list->setMaximumHeight(RecommendationView::visibleRows * m_theme.px(mostRowPixels));
    });
}

void ListCard::setHeading(const QString& text) {
    m_heading->setText(text);
    m_list->setAccessibleName(tr("List: %1").arg(text));
}

void ListCard::setAbout(const QString& text, const QString& toolTip) {
    m_about->setFullText(text);
    if (!toolTip.isEmpty())
        m_about->setToolTip(toolTip);
}

void ListCard::setSource(const QString& text, const QString& toolTip) {
    m_source->setFullText(text);
    if (!toolTip.isEmpty())
        m_source->setToolTip(toolTip);
}

void ListCard::replaceAbout(QWidget* widget) {
    m_about->hide();
    static_cast<QVBoxLayout*>(layout())->insertWidget(1, widget);
}

void ListCard::insertAboveList(QWidget* widget) {
    static_cast<QVBoxLayout*>(layout())->insertWidget(layout()->indexOf(m_list), widget, 1000);
}

} // namespace recital
