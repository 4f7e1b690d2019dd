// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/models/stageboard.h"

#include "widgets/panels/models/stagecard.h"
#include "widgets/theme/theme.h"

#include <QDrag>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr QLatin1StringView MimeType{"application/x-assay-model-version"};

QString laneTitle(std::optional<Stage> stage)
{
    return stage ? stageTitle(*stage) : StageBoard::tr("Other");
}

// The rows whose recorded stage is the column's.
class StageProxy final : public QSortFilterProxyModel
{
public:
    StageProxy(std::optional<Stage> stage, QObject *parent) : QSortFilterProxyModel(parent), m_stage(stage) {}

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QString recorded = sourceModel()->index(row, 0, parent).data(VersionsModel::StageRole).toString();
        for (Stage stage : AllStages)
            if (recorded == stageName(stage))
                return m_stage == stage;
        return !m_stage;
    }

private:
    std::optional<Stage> m_stage;
};

} // namespace

StageColumn::StageColumn(std::optional<Stage> stage, QWidget *parent) : QListView(parent), m_stage(stage)
{
    setItemDelegate(new StageCard(this));
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setSelectionMode(SingleSelection);
    setMouseTracking(true);
    setDragEnabled(true);
    setAcceptDrops(stage.has_value());
    setContextMenuPolicy(Qt::CustomContextMenu);
    setProperty("flush", u"window"_s);
}

void StageColumn::startDrag(Qt::DropActions)
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return;
    auto *mime = new QMimeData;
    mime->setData(MimeType, index.data(VersionsModel::VersionRole).toString().toUtf8());
    auto *drag = new QDrag(this);
    drag->setMimeData(mime);
    const QRect rect = visualRect(index);
    drag->setPixmap(viewport()->grab(rect));
    drag->setHotSpot(viewport()->mapFromGlobal(QCursor::pos()) - rect.topLeft());
    drag->exec(Qt::MoveAction);
}

bool StageColumn::accepts(const QDropEvent *event) const
{
    return m_stage && event->source() != this && event->mimeData()->hasFormat(MimeType);
}

void StageColumn::dragEnterEvent(QDragEnterEvent *event)
{
    m_isTarget = accepts(event);
    event->setAccepted(m_isTarget);
    viewport()->update();
}

void StageColumn::dragMoveEvent(QDragMoveEvent *event)
{
    event->setAccepted(accepts(event));
}

void StageColumn::dragLeaveEvent(QDragLeaveEvent *)
{
    m_isTarget = false;
    viewport()->update();
}

void StageColumn::dropEvent(QDropEvent *event)
{
    m_isTarget = false;
    viewport()->update();
    if (!accepts(event))
        return;
    event->acceptProposedAction();
    Q_EMIT versionDropped(QString::fromUtf8(event->mimeData()->data(MimeType)), *m_stage);
}

void StageColumn::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    const bool isEmpty = model() && model()->rowCount() == 0;
    if (!m_isTarget && !isEmpty)
        return;
    const Theme &theme = Theme::of(palette());
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_isTarget) {
        painter.setPen(QPen(theme.color(ColorRole::Accent), 1.5, Qt::DashLine));
        painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(4, 4, -4, -4), 4, 4);
    }
    if (isEmpty) {
        painter.setPen(theme.color(ColorRole::Muted));
        painter.drawText(viewport()->rect().adjusted(12, 20, -12, 0), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                         m_isTarget ? tr("Drop to move here") : tr("No version"));
    }
}

StageBoard::StageBoard(VersionsModel &model, QWidget *parent) : QWidget(parent), m_model(model)
{
    setObjectName(u"stageBoard"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    for (Stage stage : AllStages)
        addLane(stage);
    addLane({});
    connect(&model, &QAbstractItemModel::modelReset, this, &StageBoard::updateTitles);
    updateTitles();
}

void StageBoard::addLane(std::optional<Stage> stage)
{
    auto *box = new QFrame;
    box->setProperty("role", u"lane"_s);
    auto *title = new QLabel;
    title->setProperty("role", u"heading"_s);
    title->setContentsMargins(12, 8, 8, 0);
    auto *view = new StageColumn(stage);
    view->setObjectName("stage"_L1 + (stage ? stageName(*stage) : u"Other"_s));
    view->setAccessibleName(laneTitle(stage));
    auto *proxy = new StageProxy(stage, view);
    proxy->setSourceModel(&m_model);
    view->setModel(proxy);
    view->installEventFilter(this);
    connect(view, &StageColumn::versionDropped, this, &StageBoard::moveRequested);
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (m_selecting || !current.isValid())
            return;
        setCurrentVersion(current.data(VersionsModel::VersionRole).toString());
        Q_EMIT currentVersionChanged(m_current);
    });
    connect(view, &QWidget::customContextMenuRequested, this, [this, view](const QPoint &position) {
        const QModelIndex index = view->indexAt(position);
        if (index.isValid())
            Q_EMIT menuRequested(index.data(VersionsModel::VersionRole).toString(), view->viewport()->mapToGlobal(position));
    });
    auto *laneLayout = new QVBoxLayout(box);
    laneLayout->setContentsMargins(0, 0, 0, 8);
    laneLayout->setSpacing(0);
    laneLayout->addWidget(title);
    laneLayout->addWidget(view, 1);
    layout()->addWidget(box);
    m_lanes.push_back({view, proxy, title, box});
}

void StageBoard::updateTitles()
{
    for (const Lane &lane : m_lanes) {
        const int count = lane.proxy->rowCount();
        lane.title->setText(tr("%1  %2", "stage and number of versions").arg(laneTitle(lane.view->stage())).arg(count));
        lane.box->setVisible(lane.view->stage() || count > 0);
    }
}

void StageBoard::setCurrentVersion(const QString &version)
{
    m_selecting = true;
    m_current = version;
    for (const Lane &lane : m_lanes) {
        const QModelIndex index = lane.proxy->mapFromSource(m_model.indexOfVersion(version));
        lane.view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
        if (!index.isValid())
            lane.view->clearSelection();
        else
            lane.view->scrollTo(index);
    }
    m_selecting = false;
}

void StageBoard::setMovable(bool movable)
{
    for (const Lane &lane : m_lanes)
        lane.view->setDragEnabled(movable);
}

// Left and right go to the neighbouring stage's cards; P and the menu key open what can be done with the card.
bool StageBoard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    auto lane = std::find_if(m_lanes.begin(), m_lanes.end(), [&](const Lane &each) { return each.view == watched; });
    if (lane == m_lanes.end())
        return false;
    const QModelIndex current = lane->view->currentIndex();
    if (key == Qt::Key_P || key == Qt::Key_Menu || key == Qt::Key_Return) {
        if (current.isValid())
            Q_EMIT menuRequested(m_current, lane->view->viewport()->mapToGlobal(lane->view->visualRect(current).center()));
        return true;
    }
    if (key != Qt::Key_Left && key != Qt::Key_Right)
        return false;
    const ptrdiff_t step = key == Qt::Key_Left ? -1 : 1;
    for (ptrdiff_t at = lane - m_lanes.begin() + step; at >= 0 && at < ptrdiff_t(m_lanes.size()); at += step) {
        const Lane &next = m_lanes[size_t(at)];
        if (next.proxy->rowCount() == 0)
            continue;
        next.view->setFocus();
        next.view->setCurrentIndex(next.proxy->index(0, 0));
        break;
    }
    return true;
}

} // namespace Assay
