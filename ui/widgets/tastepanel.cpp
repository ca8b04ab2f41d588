#include "ui/widgets/tastepanel.h"

#include "ui/format.h"
#include "ui/widgets/formrows.h"

#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

#include <algorithm>
#include <cmath>

namespace recital {

using namespace Qt::StringLiterals;

namespace {

constexpr int steps = 20;

} // namespace

TastePanel::TastePanel(const Theme& theme, QWidget* parent)
    : QScrollArea(parent)
    , m_theme(theme) {
    setObjectName(u"tastePanel"_s);
    setAccessibleName(tr("Taste for genres"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    content->setProperty("role", u"page"_s);
    m_grid = new QGridLayout(content);
    setWidget(content);
    followTheme(theme, this, [this] {
        const int pad = m_theme.px(6);
        m_grid->setContentsMargins(pad, pad, pad, pad);
        m_grid->setHorizontalSpacing(m_theme.px(8));
        m_grid->setVerticalSpacing(m_theme.px(2));
        place();
    });
}

void TastePanel::setGenres(const std::vector<std::string>& names) {
    if (names == m_names)
        return;
    m_names = names;
    for (const Row& row : m_rows)
        for (QWidget* widget : {static_cast<QWidget*>(row.name), static_cast<QWidget*>(row.slider),
                                static_cast<QWidget*>(row.value)})
            delete widget;
    m_rows.clear();
    for (std::size_t genre = 0; genre < names.size(); ++genre) {
        const QString name = QString::fromStdString(names[genre]);
        if (name.startsWith(u'(') || name == u"unknown")
            continue;
        Row row{genre, new QLabel(name, widget()), new QSlider(Qt::Horizontal, widget()),
                new QLabel(widget())};
        row.slider->setObjectName(u"taste_"_s + name);
        row.slider->setRange(0, steps);
        row.slider->setPageStep(steps / 4);
        row.slider->setAccessibleName(tr("Taste for %1").arg(name));
        row.name->setBuddy(row.slider);
        row.value->setProperty("role", u"caption"_s);
        row.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        connect(row.slider, &QSlider::valueChanged, this, [this, at = m_rows.size()] {
            showValue(m_rows[at]);
            emit tasteChanged(taste());
        });
        m_rows.push_back(row);
        showValue(row);
    }
    place();
}

void TastePanel::setColumns(int columns) {
    m_columns = columns;
    place();
}

/// Column by column, so that the order of the data can be read downwards.
void TastePanel::place() {
    const int rows = (static_cast<int>(m_rows.size()) + m_columns - 1) / m_columns;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const int row = static_cast<int>(i) % std::max(1, rows);
        const int column = 3 * (static_cast<int>(i) / std::max(1, rows));
        m_rows[i].name->setFont(m_theme.font(13));
        m_rows[i].value->setFixedWidth(m_theme.px(34));
        m_grid->addWidget(m_rows[i].name, row, column);
        m_grid->addWidget(m_rows[i].slider, row, column + 1);
        m_grid->addWidget(m_rows[i].value, row, column + 2);
        m_grid->setColumnStretch(column + 1, 1);
    }
    m_grid->setRowStretch(rows, 1);
}

void TastePanel::showValue(const Row& row) const {
    const double weight = static_cast<double>(row.slider->value()) / steps;
    row.value->setText(row.slider->value() == 0 ? u"\u2013"_s : formatNumber(weight, 2));
}

void TastePanel::setTaste(const GenreTaste& taste) {
    for (const Row& row : m_rows) {
        const double weight = row.genre < taste.weights.size() ? taste.weights[row.genre] : 0.0;
        const QSignalBlocker block(row.slider);
        row.slider->setValue(static_cast<int>(std::lround(weight * steps)));
        showValue(row);
    }
}

GenreTaste TastePanel::taste() const {
    GenreTaste taste;
    if (std::ranges::all_of(m_rows, [](const Row& row) { return row.slider->value() == 0; }))
        return taste;
    taste.weights.resize(m_names.size(), 0.0);
    for (const Row& row : m_rows)
        taste.weights[row.genre] = static_cast<double>(row.slider->value()) / steps;
    return taste;
}

} // namespace recital
