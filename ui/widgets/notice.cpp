#include "ui/widgets/notice.h"

#include "ui/errortext.h"
#include "ui/theme.h"
#include "ui/widgets/icons.h"

#include <QGridLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace recital {

using namespace Qt::StringLiterals;

Notice::Notice(Theme& theme, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme) {
    setObjectName(u"notice"_s);
    m_icon = new QLabel(this);
    m_text = new QLabel(this);
    m_text->setObjectName(u"noticeText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_detail = new QLabel(this);
    m_detail->setObjectName(u"noticeDetail"_s);
    m_detail->setProperty("role", u"muted"_s);
    m_detail->setWordWrap(true);
    m_detail->setTextFormat(Qt::PlainText);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_close = new QToolButton(this);
    m_close->setObjectName(u"noticeClose"_s);
    m_close->setToolTip(tr("Put away"));
    m_close->setAccessibleName(tr("Put this message away"));
    m_close->setFocusPolicy(Qt::TabFocus);

    auto* grid = new QGridLayout(this);
    grid->addWidget(m_icon, 0, 0, Qt::AlignTop);
    grid->addWidget(m_text, 0, 1);
    grid->addWidget(m_detail, 1, 1);
    grid->addWidget(m_close, 0, 2, Qt::AlignTop);
    grid->setColumnStretch(1, 1);
    hide();
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(&theme, &Theme::changed, this, &Notice::restyle);
    restyle();
}

void Notice::showError(ErrorCode code, const QString& detail, const QString& context) {
    const QString sentence = errorSentence(code);
    fill(u"errornotice"_s, context.isEmpty() ? sentence : context + u' ' + sentence, detail);
}

void Notice::showText(const QString& text) {
    fill(u"notice"_s, text, QString());
}

void Notice::fill(const QString& role, const QString& text, const QString& detail) {
    setProperty("role", role);
    style()->unpolish(this);
    style()->polish(this);
    m_text->setText(text);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_icon->setVisible(role == u"errornotice"_s);
    setAccessibleName(text);
    setAccessibleDescription(detail);
    show();
}

void Notice::restyle() {
    auto* grid = static_cast<QGridLayout*>(layout());
    grid->setContentsMargins(m_theme.px(14), m_theme.px(10), m_theme.px(10), m_theme.px(10));
    grid->setHorizontalSpacing(m_theme.px(12));
    grid->setVerticalSpacing(m_theme.px(2));
    m_text->setFont(m_theme.font(14, QFont::Medium));
    m_icon->setPixmap(iconPixmap(u"warning"_s, m_theme.colors().loss, m_theme.px(20), devicePixelRatioF()));
    m_close->setIcon(themedIcon(u"close"_s, m_theme, m_theme.px(14)));
    m_close->setIconSize(QSize(m_theme.px(14), m_theme.px(14)));
}

} // namespace recital
