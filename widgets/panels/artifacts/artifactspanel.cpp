// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/artifacts/artifactspanel.h"

#include "models/items/displaytext.h"
#include "widgets/panels/artifacts/artifacttreedelegate.h"
#include "widgets/panels/artifacts/artifacttreeview.h"
#include "widgets/panels/artifacts/elidedlabel.h"
#include "widgets/panels/artifacts/previewpane.h"
#include "widgets/theme/theme.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int TreeWidth = 320;
constexpr int SizeWidth = 80;

QPixmap dot(const QWidget *widget, int colorIndex)
{
    QPixmap pixmap(QSize(10, 10) * widget->devicePixelRatioF());
    pixmap.setDevicePixelRatio(widget->devicePixelRatioF());
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::of(widget->palette()).series(colorIndex));
    painter.drawEllipse(1, 1, 8, 8);
    return pixmap;
}

} // namespace

ArtifactsPanel::ArtifactsPanel(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"artifacts"_s);
    setProperty("role", u"surface"_s);
    m_preview = new PreviewPane;
    m_splitter = new QSplitter;
    m_splitter->setObjectName(u"artifactsSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(makeTree());
    m_splitter->addWidget(m_preview);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({TreeWidth, 3 * TreeWidth});
    m_stack = new QStackedWidget;
    m_stack->addWidget(makeMessagePage());
    m_stack->addWidget(m_splitter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_stack, 1);
    m_transfer = new TransferBar;
    layout->addWidget(m_transfer);
    connectViews();
    setRun(std::nullopt);
}

QToolButton *ArtifactsPanel::makeButton(const QString &name, QLatin1StringView iconName, const QString &text)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setToolTip(text);
    button->setAccessibleName(text);
    return button;
}

QWidget *ArtifactsPanel::makeBar()
{
    m_dot = new QLabel;
    m_name = new ElidedLabel(u"heading"_s);
    m_name->setObjectName(u"artifactsRun"_s);
    m_place = new ElidedLabel(u"caption"_s);
    m_place->setObjectName(u"artifactsPlace"_s);
    m_place->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_position = new QLabel;
    m_position->setProperty("role", u"caption"_s);
    m_position->setTextFormat(Qt::PlainText);
    m_previous = makeButton(u"artifactsPrevious"_s, "chevron-left"_L1, tr("Previous Run"));
    m_next = makeButton(u"artifactsNext"_s, "chevron-right"_L1, tr("Next Run"));
    m_reload = makeButton(u"artifactsReload"_s, "reload"_L1, tr("Read the Files Again"));
    auto *bar = new QWidget;
    bar->setProperty("role", u"bar"_s);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(8);
    layout->addWidget(m_dot);
    layout->addWidget(m_name);
    layout->addWidget(m_place, 1);
    layout->addWidget(m_position);
    for (QToolButton *button : {m_previous, m_next, m_reload})
        layout->addWidget(button);
    return bar;
}

QWidget *ArtifactsPanel::makeTree()
{
    m_tree = new ArtifactTreeView;
    m_tree->setObjectName(u"artifactsTree"_s);
    m_tree->setAccessibleName(tr("Files of the run"));
    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(new ArtifactTreeDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(16);
    m_tree->setMinimumWidth(160);
    m_tree->setExpandsOnDoubleClick(true);
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ArtifactTreeModel::NameColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(ArtifactTreeModel::SizeColumn, QHeaderView::Fixed);
    header->resizeSection(ArtifactTreeModel::SizeColumn, SizeWidth);
    return m_tree;
}

QWidget *ArtifactsPanel::makeMessagePage()
{
    m_message = new QLabel;
    m_message->setObjectName(u"artifactsMessage"_s);
    m_messageDetail = new QLabel;
    m_messageDetail->setProperty("role", u"caption"_s);
    for (QLabel *label : {m_message, m_messageDetail}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_message->setProperty("role", u"muted"_s);
    m_map = new QPushButton(tr("Choose Where It Is…"));
    m_map->setObjectName(u"artifactsMap"_s);
    m_messagePage = new QWidget;
    m_messagePage->setProperty("role", u"surface"_s);
    m_messagePage->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(m_messagePage);
    layout->setContentsMargins(32, 12, 32, 12);
    layout->setSpacing(8);
    layout->addStretch();
    layout->addWidget(m_message);
    layout->addWidget(m_messageDetail);
    layout->addSpacing(4);
    layout->addWidget(m_map, 0, Qt::AlignHCenter);
    layout->addStretch();
    return m_messagePage;
}

void ArtifactsPanel::connectViews()
{
    connect(m_transfer, &TransferBar::stopRequested, this, &ArtifactsPanel::transferStopRequested);
    connect(&m_model, &ArtifactTreeModel::listingRequested, this, [this](const QString &folder) {
        if (!m_run)
            return;
        ++m_pending;
        Q_EMIT listingRequested(m_run->ref, folder);
    });
    // Not what is current: a click makes a row current before it selects it, and a tree that gets the focus makes its first row
    // current without selecting it: nobody chose that.
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { choose(m_tree->currentIndex()); });
    connect(m_previous, &QToolButton::clicked, this, &ArtifactsPanel::previousRunRequested);
    connect(m_next, &QToolButton::clicked, this, &ArtifactsPanel::nextRunRequested);
    connect(m_reload, &QToolButton::clicked, this, &ArtifactsPanel::reload);
    connect(m_map, &QPushButton::clicked, this, [this] { Q_EMIT rootMappingRequested(m_uri); });
    connect(m_preview, &PreviewPane::saveRequested, this, [this] {
        if (m_run)
            Q_EMIT saveRequested(m_run->ref, currentPath());
    });
    connect(m_preview, &PreviewPane::openFolderRequested, this, [this] {
        const QString path = currentPath();
        Q_EMIT openFolderRequested(localPath(path.left(std::max<qsizetype>(path.lastIndexOf(u'/'), 0))));
    });
    connect(m_preview, &PreviewPane::copyPathRequested, this, [this] {
        QGuiApplication::clipboard()->setText(QDir::toNativeSeparators(localPath(currentPath())));
    });
    connect(m_preview, &PreviewPane::linkOpenRequested, this, &ArtifactsPanel::linkOpenRequested);
}

void ArtifactsPanel::setRun(const std::optional<ArtifactRun> &run)
{
    const bool isSame = run && m_run && run->ref == m_run->ref;
    m_run = run;
    m_dot->setVisible(run.has_value());
    m_reload->setVisible(run.has_value());
    const bool walks = run && run->position >= 0 && run->count > 1;
    for (QWidget *widget : {static_cast<QWidget *>(m_position), static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next)})
        widget->setVisible(walks);
    if (walks) {
        m_position->setText(tr("%1 of %2").arg(countText(run->position + 1), countText(run->count)));
        m_previous->setEnabled(run->position > 0);
        m_next->setEnabled(run->position + 1 < run->count);
    }
    m_name->setFullText(run ? (run->name.isEmpty() ? run->ref.run.value : run->name) : QString());
    updateDot();
    if (isSame)
        return;
    reload();
}

void ArtifactsPanel::updateDot()
{
    if (m_run)
        m_dot->setPixmap(dot(this, m_run->colorIndex));
}

void ArtifactsPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateDot();
}

void ArtifactsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!window()->focusWidget())
        m_tree->setFocus(); // what one works with
}

void ArtifactsPanel::reload()
{
    m_uri.clear();
    m_root.clear();
    m_pending = 0;
    m_place->setFullText({});
    m_preview->clear(m_run ? tr("Choose a file to look at it.") : QString());
    if (!m_run)
        showMessage(tr("Choose a run to see its files."), {}, false);
    else
        m_stack->setCurrentWidget(m_splitter);
    m_model.reset(m_run.has_value());
}

void ArtifactsPanel::showMessage(const QString &text, const QString &detail, bool canMap)
{
    m_message->setText(visibleText(text, 1000));
    m_messageDetail->setText(visibleText(detail, 1000));
    m_messageDetail->setVisible(!detail.isEmpty());
    m_map->setVisible(canMap);
    m_stack->setCurrentWidget(m_messagePage);
}

void ArtifactsPanel::setListing(const RunRef &run, const QString &folder, const Result<ArtifactListing> &listing)
{
    if (!m_run || m_run->ref != run || !m_model.isLoading(folder))
        return;
    --m_pending;
    if (folder.isEmpty())
        showRoot(listing);
    m_model.setListing(folder, listing);
    if (folder.isEmpty() && m_model.rowCount() == 1)
        m_tree->expand(m_model.index(0, 0)); // nothing to choose from
    reveal();
}

void ArtifactsPanel::showRoot(const Result<ArtifactListing> &listing)
{
    if (!listing)
        return showMessage(listing.error().message, listing.error().detail, false);
    m_uri = listing->artifactUri;
    m_root = listing->root;
    m_place->setFullText(m_root.isEmpty() ? m_uri : QDir::toNativeSeparators(m_root));
    if (!listing->reachable)
        return showMessage(listing->note.isEmpty() ? tr("The files are not here.") : listing->note, {}, !m_uri.isEmpty());
    if (listing->entries.isEmpty())
        showMessage(tr("This run logged no files."), {}, false);
}

void ArtifactsPanel::setPreview(const RunRef &run, const QString &path, const Result<Preview> &preview)
{
    if (m_run && m_run->ref == run && path == currentPath())
        m_preview->setPreview(path, preview);
}

void ArtifactsPanel::setSaved(const RunRef &run, const QString &path, const QString &target)
{
    if (m_run && m_run->ref == run && path == currentPath())
        m_preview->setSaved(target);
}

void ArtifactsPanel::setTransfer(const std::optional<ArtifactTransfer> &transfer)
{
    m_transfer->setTransfer(transfer);
}

void ArtifactsPanel::choose(const QModelIndex &index)
{
    const auto kind = ArtifactTreeModel::Kind(index.data(ArtifactTreeModel::KindRole).toInt());
    const QString path = index.data(ArtifactTreeModel::PathRole).toString();
    if (!m_run || path.isEmpty() || !m_tree->selectionModel()->isSelected(index))
        return;
    m_wanted = path;
    if (kind == ArtifactTreeModel::Kind::Folder)
        return m_preview->clear(tr("A folder. Choose a file in it."));
    if (kind == ArtifactTreeModel::Kind::Link)
        return m_preview->clear(tr("A link to another place. Links are not followed."));
    m_preview->setLoading(path);
    Q_EMIT previewRequested(m_run->ref, path, index.data(ArtifactTreeModel::SizeRole).toLongLong());
}

void ArtifactsPanel::showArtifact(const QString &path)
{
    m_wanted = path;
    reveal();
}

void ArtifactsPanel::reveal()
{
    if (m_wanted.isEmpty() || currentPath() == m_wanted)
        return;
    for (qsizetype end = m_wanted.indexOf(u'/'); end >= 0; end = m_wanted.indexOf(u'/', end + 1)) {
        const QModelIndex folder = m_model.indexOf(m_wanted.left(end));
        if (!folder.isValid())
            return;
        m_model.fetchMore(folder); // a tree that is not shown yet would wait with it
        m_tree->expand(folder);
    }
    const QModelIndex index = m_model.indexOf(m_wanted);
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

QString ArtifactsPanel::currentPath() const
{
    const QModelIndex current = m_tree->currentIndex();
    return m_tree->selectionModel()->isSelected(current) ? current.data(ArtifactTreeModel::PathRole).toString() : QString();
}

bool ArtifactsPanel::isBusy() const
{
    return m_pending > 0 || m_preview->isLoading();
}

QString ArtifactsPanel::localPath(const QString &path) const
{
    if (m_root.isEmpty())
        return path;
    return path.isEmpty() ? m_root : m_root + u'/' + path;
}

} // namespace Assay
