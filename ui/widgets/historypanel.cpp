#include "ui/widgets/historypanel.h"

#include "core/services/livesession.h"
#include "ui/livetext.h"
#include "ui/widgets/formrows.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLocale>
#include <QPalette>

namespace recital {

using namespace Qt::StringLiterals;

HistoryModel::HistoryModel(LiveSession& session, QObject* parent)
    : QAbstractListModel(parent)
    , m_session(session) {}

void HistoryModel::refresh() {
    beginResetModel();
    m_rows = static_cast<int>(m_session.history().size());
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_rows;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) ||
        index.row() >= static_cast<int>(m_session.history().size()))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const LiveChange& change = m_session.history()[row];
    const bool ahead = row > m_session.position();
    const bool present = row == m_session.position();
    const QString text = changeText(change, m_session.snapshot()->dataset.get());
    const QString time = change.at.isValid()
                             ? QLocale().toString(change.at.toLocalTime().time(), u"HH:mm:ss"_s)
                             : u"--:--:--"_s;
    switch (role) {
    case Qt::DisplayRole:
        return (present ? u"\u25B6  "_s : u"     "_s) + time + u"   "_s + text;
    case Qt::AccessibleTextRole:
        return present ? tr("%1, the present state").arg(text) : ahead ? tr("%1, undone").arg(text) : text;
    case Qt::ToolTipRole:
        return ahead ? tr("Click: bring this back") : tr("Click: go back to this state");
    case Qt::FontRole: {
        QFont font = QApplication::font();
        font.setBold(present);
        return font;
    }
    case Qt::ForegroundRole:
        return ahead ? QVariant(QApplication::palette().brush(QPalette::Disabled, QPalette::Text))
                     : QVariant();
    default:
        return {};
    }
}

HistoryPanel::HistoryPanel(LiveSession& session, const Theme& theme, QWidget* parent)
    : QListView(parent)
    , m_session(session)
    , m_model(session) {
    setObjectName(u"historyPanel"_s);
    setAccessibleName(tr("History; Enter goes to an entry"));
    setModel(&m_model);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListView::clicked, this, &HistoryPanel::jumpTo);
    followTheme(theme, this, [this] { refresh(); });
}

void HistoryPanel::refresh() {
    m_model.refresh();
    const QModelIndex present = m_model.index(static_cast<int>(m_session.position()));
    setCurrentIndex(present);
    scrollTo(present);
}

void HistoryPanel::jumpTo(const QModelIndex& index) {
    if (index.isValid())
        (void)m_session.jumpTo(static_cast<std::size_t>(index.row()));
}

void HistoryPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        return jumpTo(currentIndex());
    QListView::keyPressEvent(event);
}

} // namespace recital
