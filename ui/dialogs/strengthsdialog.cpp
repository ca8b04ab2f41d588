#include "ui/dialogs/strengthsdialog.h"

#include "ui/livetext.h"
#include "ui/widgets/formrows.h"
#include "ui/widgets/numberfield.h"
#include "ui/widgets/rowactions.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace recital {

using namespace Qt::StringLiterals;

StrengthsDialog::StrengthsDialog(const EventStrengths& strengths, const Theme& theme, QWidget* parent)
    : QDialog(parent)
    , m_strengths(strengths) {
    setObjectName(u"strengthsDialog"_s);
    setWindowTitle(tr("Strengths of the events"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(18));
    layout->setSpacing(theme.px(10));
    layout->addWidget(makeLabel("title", u"strengthsTitle"_s, this, windowTitle()));
    QLabel* about =
        makeLabel("muted", u"strengthsAbout"_s, this,
                  tr("In units of one positive rating of the training data. Negative: real negative "
                     "feedback. 0 says nothing. The stage, the HTTP server and retraining read this "
                     "same table."));
    about->setWordWrap(true);
    layout->addWidget(about);
    layout->addWidget(buildTable(theme));
    m_problem = makeLabel("error", u"strengthsProblem"_s, this);
    m_problem->setWordWrap(true);
    layout->addWidget(m_problem);
    layout->addStretch(1);

    auto* buttons = new QDialogButtonBox(this);
    m_take = buttons->addButton(tr("&Take"), QDialogButtonBox::AcceptRole);
    m_take->setObjectName(u"strengthsTake"_s);
    m_take->setProperty("role", u"primary"_s);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    QPushButton* reset = buttons->addButton(tr("&Defaults"), QDialogButtonBox::ResetRole);
    reset->setObjectName(u"strengthsDefaults"_s);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(reset, &QPushButton::clicked, this, [this] { show(EventStrengths{}); });
    resize(theme.px(520), theme.px(440));
    show(strengths);
}

/// Events on the left, stars on the right.
QWidget* StrengthsDialog::buildTable(const Theme& theme) {
    auto* table = new QWidget(this);
    auto* grid = new QGridLayout(table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(theme.px(10));
    grid->setVerticalSpacing(theme.px(6));
    grid->setColumnMinimumWidth(2, theme.px(24));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(3, 1);
    int events = 0;
    int stars = 0;
    for (const RowActions::Action& action : RowActions::all()) {
        const bool rating = action.type == EventType::Rating;
        auto* field = new NumberField(table);
        field->setObjectName(u"strength_"_s + eventLetter(action.type, action.stars));
        field->setDecimals(2);
        field->setSingleStep(0.1);
        // Beyond the limit too, so that the table can say why it is refused.
        field->setRange(-10 * EventStrengths::greatest, 10 * EventStrengths::greatest);
        auto* name = new QLabel(eventWord(action.type, action.stars), table);
        name->setBuddy(field);
        field->setAccessibleName(name->text());
        field->setAccessibleDescription(eventHelp(action.type));
        name->setToolTip(eventHelp(action.type));
        field->setToolTip(eventHelp(action.type));
        const int row = rating ? stars++ : events++;
        grid->addWidget(name, row, rating ? 3 : 0);
        grid->addWidget(field, row, rating ? 4 : 1);
        keepWidth(theme, field, 92);
        m_fields.push_back({action.type, action.stars, field});
        connect(field, &QDoubleSpinBox::valueChanged, this, &StrengthsDialog::readFields);
    }
    return table;
}

void StrengthsDialog::show(const EventStrengths& strengths) {
    m_filling = true;
    for (const Field& field : m_fields)
        field.field->setValue(strengths.of(field.type, field.stars));
    m_filling = false;
    readFields();
}

void StrengthsDialog::readFields() {
    if (m_filling)
        return;
    for (const Field& field : m_fields) {
        const double value = field.field->value();
        m_strengths.set(field.type, field.stars, value);
        setStyleProperty(field.field, "invalid", std::abs(value) > EventStrengths::greatest);
    }
    const Status status = m_strengths.validate();
    m_problem->setText(
        status.ok() ? QString() : tr("A strength is at most %1 in magnitude.").arg(EventStrengths::greatest));
    m_problem->setVisible(!status.ok());
    m_take->setEnabled(status.ok());
}

} // namespace recital
