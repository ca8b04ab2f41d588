#include "ui/widgets/emptycard.h"

#include "ui/widgets/formrows.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

EmptyCard::EmptyCard(const Theme& theme, const QString& objectName, QWidget* parent)
    : QFrame(parent)
    , m_theme(theme) {
    setObjectName(objectName);
    setProperty("role", u"card"_s);
    m_title = makeLabel("title", objectName + u"Title"_s, this);
    m_text = makeLabel("muted", objectName + u"Text"_s, this);
    for (QLabel* label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    m_button = new QPushButton(this);
    m_button->setObjectName(objectName + u"Button"_s);
    m_button->setProperty("role", u"primary"_s);
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(m_title);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    followTheme(theme, this, [this, layout] {
        layout->setSpacing(m_theme.px(12));
        fitText();
    });
    connect(m_button, &QPushButton::clicked, this, [this] { emit requested(m_purpose); });
}

/// Lines that can be read at a glance, all of them visible.
void EmptyCard::fitText() {
    const int width = m_theme.px(520);
    m_text->setFixedSize(width, std::max(1, m_text->heightForWidth(width)));
}

void EmptyCard::setTexts(const QString& title, const QString& text, const QString& action,
                         const QString& purpose) {
    m_title->setText(title);
    m_text->setText(text);
    fitText();
    m_button->setText(action);
    m_button->setVisible(!action.isEmpty());
    m_button->setAccessibleDescription(text);
    m_purpose = purpose;
    setAccessibleName(title);
    setAccessibleDescription(text);
}

} // namespace recital
