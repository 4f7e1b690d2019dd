// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/charts/metricchooser.h"

#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QVBoxLayout>

namespace Assay {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize WholeSize{320, 360};

} // namespace

MetricChooser::MetricChooser(const QStringList &metrics, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_model(metrics), m_search(new QLineEdit), m_list(new QListView)
{
    setObjectName(u"metricChooser"_s);
    setProperty("role", u"card"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    m_found.setSourceModel(&m_model);
    m_found.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_search->setObjectName(u"metricSearch"_s);
    m_search->setPlaceholderText(tr("Find a metric"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon("search"_L1, ColorRole::Muted), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"metricList"_s);
    m_list->setModel(&m_found);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    const auto selectFirst = [this] { m_list->setCurrentIndex(m_found.index(0, 0)); };
    connect(m_search, &QLineEdit::textChanged, this, [this, selectFirst](const QString &text) {
        m_found.setFilterFixedString(text);
        selectFirst();
    });
    connect(m_list, &QListView::clicked, this, &MetricChooser::choose);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    selectFirst();
}

void MetricChooser::openAt(const QPoint &globalPosition)
{
    resize(WholeSize);
    const QRect screen = this->screen()->availableGeometry();
    move(std::clamp(globalPosition.x(), screen.left(), std::max(screen.left(), screen.right() - width())),
         std::clamp(globalPosition.y(), screen.top(), std::max(screen.top(), screen.bottom() - height())));
    show();
    m_search->setFocus(Qt::PopupFocusReason);
}

// The list has no focus of its own: the field's arrows move in it.
bool MetricChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        switch (key->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown: QCoreApplication::sendEvent(m_list, event); return true;
        case Qt::Key_Return:
        case Qt::Key_Enter: choose(m_list->currentIndex()); return true;
        default: break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void MetricChooser::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    Q_EMIT chosen(index.data().toString());
    close();
}

} // namespace Assay
