// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/models/modelspanel.h"

#include "models/items/displaytext.h"
#include "widgets/panels/models/promotiondialog.h"
#include "widgets/panels/models/stageboard.h"
#include "widgets/panels/models/versiondetail.h"
#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace Assay {

ModelsPanel::ModelsPanel(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"models"_s);
    setProperty("role", u"surface"_s);
    m_message = plainLabel({}, u"muted"_s, u"modelsMessage"_s);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_detail = new VersionDetail;
    connect(m_detail, &VersionDetail::runRequested, this, &ModelsPanel::runRequested);
    connect(m_detail, &VersionDetail::moveMenuRequested, this, &ModelsPanel::showMoveMenu);

    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setHandleWidth(1);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeList());
    splitter->addWidget(makeVersions());
    splitter->addWidget(m_detail);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({180, 740, 290});
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_message);
    m_stack->addWidget(splitter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeNotice());
    layout->addWidget(m_stack, 1);
    setMessage(tr("Loading the models…"));
}

QWidget *ModelsPanel::makeList()
{
    m_list = new QListWidget;
    m_list->setObjectName(u"modelList"_s);
    m_list->setAccessibleName(tr("Registered models"));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setIconSize({16, 16});
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && row < m_models.size() && m_models[row].name != m_current) {
            m_current = m_models[row].name;
            updateModel();
        }
    });
    return m_list;
}

QWidget *ModelsPanel::makeVersions()
{
    m_title = plainLabel({}, u"title"_s, u"modelTitle"_s);
    m_description = plainLabel({}, u"muted"_s, u"modelDescription"_s);
    m_tabs = new QTabBar;
    m_tabs->addTab(tr("Board"));
    m_tabs->addTab(tr("Table"));
    m_board = new StageBoard(m_versions);
    connect(m_board, &StageBoard::currentVersionChanged, this, &ModelsPanel::chooseVersion);
    connect(m_board, &StageBoard::moveRequested, this, &ModelsPanel::askToMove);
    connect(m_board, &StageBoard::menuRequested, this, &ModelsPanel::showMoveMenu);
    m_table = new QTreeView;
    m_table->setObjectName(u"versionTable"_s);
    m_table->setModel(&m_versions);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->header()->setDefaultSectionSize(110);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            chooseVersion(index.data(VersionsModel::VersionRole).toString());
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        const QModelIndex index = m_table->indexAt(position);
        if (index.isValid())
            showMoveMenu(index.data(VersionsModel::VersionRole).toString(), m_table->viewport()->mapToGlobal(position));
    });
    m_views = new QStackedWidget;
    m_views->addWidget(m_board);
    m_views->addWidget(m_table);
    connect(m_tabs, &QTabBar::currentChanged, m_views, &QStackedWidget::setCurrentIndex);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_description);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 12, 4);
    head->addLayout(words, 1);
    head->addWidget(m_tabs, 0, Qt::AlignBottom);
    auto *versions = new QWidget;
    auto *layout = new QVBoxLayout(versions);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_views, 1);
    return versions;
}

QWidget *ModelsPanel::makeNotice()
{
    m_notice = new QFrame;
    m_notice->setObjectName(u"modelsNotice"_s);
    m_notice->setProperty("role", u"notice"_s);
    m_noticeText = plainLabel({}, {}, u"modelsNoticeText"_s);
    m_noticeText->setWordWrap(true);
    m_noticeText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new QToolButton;
    close->setIcon(icon("close"_L1));
    close->setToolTip(tr("Hide"));
    close->setAccessibleName(tr("Hide the message"));
    connect(close, &QToolButton::clicked, m_notice, &QWidget::hide);
    auto *layout = new QHBoxLayout(m_notice);
    layout->setContentsMargins(16, 6, 8, 6);
    layout->addWidget(m_noticeText, 1);
    layout->addWidget(close);
    m_notice->hide();
    return m_notice;
}

void ModelsPanel::setMessage(const QString &message)
{
    m_message->setText(message);
    m_stack->setCurrentIndex(message.isEmpty() ? 1 : 0);
}

void ModelsPanel::setWritable(bool writable, const QString &whyNot)
{
    m_writable = writable;
    m_whyNot = whyNot;
    m_board->setMovable(writable);
    chooseVersion(m_board->currentVersion());
}

void ModelsPanel::setModels(const QList<RegisteredModel> &models, const QHash<QString, QString> &runNames)
{
    m_models = models;
    m_runNames = runNames;
    setMessage(models.isEmpty() ? tr("No models are registered in this store.") : QString());
    if (!model()) {
        const auto first = std::find_if(models.begin(), models.end(), [](const RegisteredModel &each) { return !each.versions.isEmpty(); });
        m_current = first != models.end() ? first->name : models.isEmpty() ? QString() : models.first().name;
    }
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const RegisteredModel &each : models) {
        auto *item = new QListWidgetItem(icon("model"_L1, ColorRole::Muted), visibleText(each.name, 200), m_list);
        item->setToolTip(toolTipText(tr("%1\n%n version(s)", nullptr, int(each.versions.size())).arg(each.name.left(500))));
        if (each.name == m_current)
            m_list->setCurrentItem(item);
    }
    updateModel();
}

const RegisteredModel *ModelsPanel::model() const
{
    const auto it = std::find_if(m_models.begin(), m_models.end(), [this](const RegisteredModel &each) { return each.name == m_current; });
    return it == m_models.end() ? nullptr : &*it;
}

void ModelsPanel::showModel(const QString &name)
{
    for (qsizetype row = 0; row < m_models.size(); ++row)
        if (m_models[row].name == name)
            m_list->setCurrentRow(int(row));
}

void ModelsPanel::updateModel()
{
    const RegisteredModel *shown = model();
    const QString chosen = m_board->currentVersion();
    m_versions.setModel(shown ? *shown : RegisteredModel(), m_runNames, QDateTime::currentMSecsSinceEpoch());
    m_title->setText(shown ? visibleText(shown->name, 200) : QString());
    m_description->setText(shown ? visibleText(summaryLine(shown->description), 300) : QString());
    m_description->setToolTip(shown ? toolTipText(shown->description, 2000) : QString());
    m_description->setVisible(shown && !shown->description.isEmpty());
    const bool isHere = shown && shown->version(chosen);
    chooseVersion(isHere ? chosen : shown && !shown->versions.isEmpty() ? shown->versions.last().version : QString());
}

void ModelsPanel::chooseVersion(const QString &version)
{
    m_board->setCurrentVersion(version);
    const QSignalBlocker blocker(m_table->selectionModel());
    m_table->setCurrentIndex(m_versions.indexOfVersion(version));
    const RegisteredModel *shown = model();
    const ModelVersion *chosen = shown ? shown->version(version) : nullptr;
    m_detail->setVersion(shown ? *shown : RegisteredModel(), chosen, chosen ? m_runNames.value(chosen->runId) : QString(), m_writable, m_whyNot);
}

void ModelsPanel::showMoveMenu(const QString &version, const QPoint &globalPosition)
{
    const RegisteredModel *shown = model();
    const ModelVersion *chosen = shown ? shown->version(version) : nullptr;
    if (!chosen)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"moveMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (Stage stage : AllStages) {
        QAction *move = menu->addAction(tr("Move to %1…").arg(stageTitle(stage)), this, [this, version, stage] { askToMove(version, stage); });
        move->setEnabled(m_writable && chosen->currentStage != stageName(stage));
    }
    menu->addSeparator();
    QAction *go = menu->addAction(tr("Go to Run"), this, [this, run = chosen->runId] { Q_EMIT runRequested(run); });
    go->setEnabled(m_runNames.contains(chosen->runId));
    menu->popup(globalPosition);
}

void ModelsPanel::askToMove(const QString &version, Stage stage)
{
    const RegisteredModel *shown = model();
    if (!shown || !shown->version(version))
        return;
    if (!m_writable) {
        showNotice(m_whyNot, u"caution"_s);
        return;
    }
    auto *dialog = new PromotionDialog(*shown, version, stage, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PromotionDialog::confirmed, this, &ModelsPanel::promotionRequested);
    dialog->open();
}

void ModelsPanel::setPending(bool pending)
{
    m_board->setEnabled(!pending);
    if (pending)
        showNotice(tr("Moving…"), u"muted"_s);
}

void ModelsPanel::showOutcome(const PromotionDone &done)
{
    const QString what = tr("%1 v%2 to %3", "model, version, stage").arg(visibleText(done.change.model, 200), done.change.version, stageTitle(done.change.toStage));
    const QString overlap = visibleText(done.overlap, 600);
    const QString why = done.error ? (visibleText(done.error->message, 600) + u' ' + overlap).trimmed() : QString();
    switch (done.outcome) {
    case Outcome::Applied: {
        const QString applied = done.archived.isEmpty() ? tr("Applied: %1. Journal entry %2.").arg(what, done.entry)
                                                        : tr("Applied: %1; archived: v%2. Journal entry %3.").arg(what, done.archived.join(u", v"_s), done.entry);
        showNotice((applied + u' ' + overlap).trimmed(), overlap.isEmpty() ? u"good"_s : u"caution"_s);
        return;
    }
    case Outcome::NotApplied: showNotice(tr("Not applied: %1. %2").arg(what, why), u"bad"_s); return;
    case Outcome::Unknown: showNotice(tr("Unknown: %1. %2").arg(what, why), u"caution"_s); return;
    }
}

void ModelsPanel::showFailure(const QString &message)
{
    showNotice(tr("Not tried: %1").arg(visibleText(message, 600)), u"bad"_s);
}

void ModelsPanel::showNotice(const QString &text, const QString &role)
{
    m_noticeText->setText(text);
    m_noticeText->setProperty("role", role);
    m_noticeText->style()->unpolish(m_noticeText);
    m_noticeText->style()->polish(m_noticeText);
    m_notice->show();
}

} // namespace Assay
