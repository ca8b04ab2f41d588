#include "ui/widgets/filmsearch.h"

#include "ui/filmtext.h"
#include "ui/theme.h"
#include "ui/widgets/mappainter.h"

#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace recital {

namespace {

constexpr int matchLimit = 50;
constexpr int visibleMatches = 8;

class MatchDelegate : public QStyledItemDelegate {
public:
    MatchDelegate(const Theme& theme, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {m_theme.px(200), m_theme.px(38)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const ThemeColors& colors = m_theme.colors();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, colors.selection);
        QRectF area = QRectF(option.rect).adjusted(m_theme.px(12), 0, -m_theme.px(12), 0);
        const QString ratings = index.data(FilmMatchModel::RatingsRole).toString();
        painter->setFont(m_theme.font(13));
        painter->setPen(colors.mutedText);
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, ratings);
        area.setRight(area.right() - painter->fontMetrics().horizontalAdvance(ratings) - m_theme.px(12));
        if (index.data(FilmMatchModel::LikedRole).toBool()) {
            const double radius = m_theme.px(7);
            painter->setPen(Qt::NoPen);
            painter->setBrush(colors.accent);
            painter->drawPolygon(starPolygon(QPointF(area.left() + radius, area.center().y()), radius));
            area.setLeft(area.left() + 2 * radius + m_theme.px(6));
        }
        painter->setFont(m_theme.font(16, QFont::Medium));
        painter->setPen(colors.text);
        const QString title = painter->fontMetrics().elidedText(
            index.data(Qt::DisplayRole).toString(), Qt::ElideRight, static_cast<int>(area.width()));
        painter->drawText(area, Qt::AlignVCenter, title);
        painter->restore();
    }

private:
    const Theme& m_theme;
};

} // namespace

FilmSearch::FilmSearch(const Theme& theme, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme) {
    setObjectName(u"filmSearch"_s);
    setAccessibleName(tr("Find a film"));
    setPlaceholderText(tr("Find a film and press Enter: the simulated user likes it"));
    setClearButtonEnabled(true);
    m_popup = new QListView(this);
    m_popup->setObjectName(u"filmSearchPopup"_s);
    m_popup->setAccessibleName(tr("Films found"));
    m_popup->setModel(&m_matches);
    m_popup->setItemDelegate(new MatchDelegate(theme, m_popup));
    m_popup->setFocusPolicy(Qt::NoFocus);
    m_popup->setUniformItemSizes(true);
    m_popup->setMouseTracking(true);
    m_popup->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_popup->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_popup->hide();
    connect(m_popup, &QListView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
    connect(m_popup, &QListView::entered, m_popup, &QListView::setCurrentIndex);
    connect(this, &QLineEdit::textEdited, this, &FilmSearch::updateMatches);
    connect(this, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty())
            hidePopup();
    });
    themeChanged();
}

void FilmSearch::setDataset(std::shared_ptr<const Dataset> dataset,
                            std::shared_ptr<const DatasetStatistics> statistics) {
    if (m_dataset == dataset)
        return;
    m_dataset = std::move(dataset);
    m_statistics = std::move(statistics);
    m_index.reset();
    clear();
    hidePopup();
    setEnabled(m_dataset != nullptr);
}

void FilmSearch::themeChanged() {
    setFont(m_theme.font(16));
    m_popup->setStyleSheet(u"QListView { background: %1; border: 1px solid %2; border-radius: 4px; }"_s.arg(
        m_theme.colors().surface.name(), m_theme.colors().outline.name()));
}

void FilmSearch::updateMatches() {
    if (!m_dataset || !m_statistics)
        return;
    if (!m_index)
        m_index.emplace(*m_dataset, *m_statistics);
    std::vector<FilmMatch> matches;
    for (const ItemIndex item : m_index->find(text(), matchLimit)) {
        FilmMatch match;
        match.item = item;
        match.title = filmTitleWithYear(*m_dataset, item);
        match.genres = filmGenres(*m_dataset, item);
        match.ratings = m_statistics->perItem[static_cast<std::size_t>(item)].ratings;
        match.liked = std::find(m_liked.begin(), m_liked.end(), item) != m_liked.end();
        matches.push_back(std::move(match));
    }
    m_matches.setMatches(std::move(matches));
    setProperty("invalid", !text().trimmed().isEmpty() && m_matches.rowCount() == 0);
    const QString count = tr("%n film(s) found", nullptr, m_matches.rowCount());
    setAccessibleDescription(m_matches.rowCount() == matchLimit ? tr("the first %1").arg(count) : count);
    if (m_matches.rowCount() == 0)
        return hidePopup();
    showPopup();
    m_popup->setCurrentIndex(m_matches.index(0));
}

QWidget* FilmSearch::popupParent() const {
    return window();
}

void FilmSearch::showPopup() {
    QWidget* parent = popupParent();
    if (m_popup->parentWidget() != parent)
        m_popup->setParent(parent);
    const int rows = std::min(m_matches.rowCount(), visibleMatches);
    const QPoint corner = mapTo(parent, QPoint(0, height() + m_theme.px(2)));
    m_popup->setGeometry(QRect(corner, QSize(width(), rows * m_theme.px(38) + 4)));
    m_popup->raise();
    m_popup->show();
}

void FilmSearch::hidePopup() {
    m_popup->hide();
}

void FilmSearch::choose(int row) {
    if (row < 0 || row >= m_matches.rowCount())
        return;
    const ItemIndex item = m_matches.matches()[static_cast<std::size_t>(row)].item;
    clear();
    hidePopup();
    emit filmChosen(item);
}

void FilmSearch::step(int rows) {
    if (!m_popup->isVisible())
        return updateMatches();
    const int row = std::clamp(m_popup->currentIndex().row() + rows, 0, m_matches.rowCount() - 1);
    m_popup->setCurrentIndex(m_matches.index(row));
    m_popup->scrollTo(m_popup->currentIndex());
    setAccessibleDescription(m_popup->currentIndex().data(Qt::AccessibleTextRole).toString());
}

bool FilmSearch::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && text().isEmpty()) {
        // A line edit claims the undo keys even when it has nothing to undo.
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return false;
        }
    }
    return QLineEdit::event(event);
}

void FilmSearch::keyPressEvent(QKeyEvent* event) {
    if (text().isEmpty() && (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo))) {
        event->ignore();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Down:
        return step(1);
    case Qt::Key_Up:
        return step(-1);
    case Qt::Key_PageDown:
        return step(visibleMatches);
    case Qt::Key_PageUp:
        return step(-visibleMatches);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_popup->isVisible())
            choose(m_popup->currentIndex().row());
        return;
    case Qt::Key_Escape:
        if (!m_popup->isVisible() && text().isEmpty())
            break;
        clear();
        return hidePopup();
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void FilmSearch::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    if (!text().isEmpty())
        updateMatches();
}

void FilmSearch::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    hidePopup();
}

} // namespace recital
