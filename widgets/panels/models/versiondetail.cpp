// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/models/versiondetail.h"

#include "models/items/displaytext.h"
#include "models/items/versionsmodel.h"
#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int NameWidth = 88;
constexpr int ValueWidth = 150;

QLabel *detailLabel(const QString &text, const QString &role = {})
{
    QLabel *label = wrappedLabel(text, role);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

// The longest word: what has no blank to break a line at, an id or a path, may not fit.
int widestWord(const QString &text, const QFontMetrics &metrics)
{
    int widest = 0;
    for (const QString &word : text.split(u' '))
        widest = std::max(widest, metrics.horizontalAdvance(word));
    return widest;
}

} // namespace

VersionDetail::VersionDetail(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(u"versionDetail"_s);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    content->setProperty("role", u"surface"_s);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(16, 12, 16, 16);
    m_layout->setSpacing(4);
    setWidget(content);
}

void VersionDetail::addRow(const QString &title, const QString &text, const QString &toolTip)
{
    if (text.isEmpty())
        return;
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *name = detailLabel(visibleText(title, 100), u"muted"_s);
    name->setFixedWidth(NameWidth);
    name->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    const QString shown = visibleText(text, 2000);
    auto *value = detailLabel(shown);
    value->setToolTip(toolTipText(toolTip));
    if (widestWord(shown, value->fontMetrics()) > ValueWidth) {
        value->setText(value->fontMetrics().elidedText(shown, Qt::ElideMiddle, ValueWidth));
        value->setToolTip(toolTipText(toolTip.isEmpty() ? shown : toolTip, 2000));
        auto *copy = new QAction(tr("Copy"), value);
        connect(copy, &QAction::triggered, value, [text] { QGuiApplication::clipboard()->setText(text); });
        value->addAction(copy);
        value->setContextMenuPolicy(Qt::ActionsContextMenu);
    }
    layout->addWidget(name);
    layout->addWidget(value, 1);
    m_layout->addWidget(row);
}

void VersionDetail::addHeading(const QString &text)
{
    m_layout->addSpacing(8);
    m_layout->addWidget(detailLabel(text, u"heading"_s));
}

void VersionDetail::addMap(const QString &title, const TextMap &map)
{
    if (map.isEmpty())
        return;
    addHeading(title);
    for (auto it = map.begin(); it != map.end(); ++it)
        addRow(it.key(), it.value());
}

void VersionDetail::setVersion(const RegisteredModel &model, const ModelVersion *version, const QString &runName, bool canMove, const QString &whyNot)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    if (!version) {
        m_layout->addWidget(detailLabel(model.versions.isEmpty() ? tr("This model has no versions.") : tr("Choose a version to see it whole."), u"muted"_s));
        m_layout->addStretch();
        return;
    }
    m_layout->addWidget(detailLabel(tr("Version %1").arg(version->version), u"title"_s));
    auto *move = new QPushButton(icon("promote"_L1), tr("Move to…"));
    move->setObjectName(u"versionMove"_s);
    move->setEnabled(canMove);
    move->setToolTip(canMove ? tr("Move this version to another stage (P)") : whyNot);
    connect(move, &QPushButton::clicked, this, [this, move, number = version->version] {
        Q_EMIT moveMenuRequested(number, move->mapToGlobal(QPoint(0, move->height())));
    });
    m_layout->addWidget(move, 0, Qt::AlignLeft);
    if (!canMove)
        m_layout->addWidget(detailLabel(whyNot, u"caption"_s));
    m_layout->addSpacing(8);
    if (!version->description.isEmpty())
        m_layout->addWidget(detailLabel(version->description.left(5000)));
    const std::optional<Stage> stage = stageFromName(version->currentStage);
    addRow(tr("Stage"), stage ? stageTitle(*stage) : version->currentStage);
    addRow(tr("Aliases"), version->aliases.join(u", "_s));
    addRow(tr("Status"), version->status);
    addRow(tr("Message"), version->statusMessage);
    if (version->creationTime)
        addRow(tr("Created"), timeText(*version->creationTime));
    if (version->lastUpdatedTime)
        addRow(tr("Updated"), timeText(*version->lastUpdatedTime));
    addRow(tr("User"), version->userId);
    addRow(tr("Source"), version->source);
    if (!version->runId.isEmpty()) {
        addRow(tr("Run"), runName.isEmpty() ? version->runId : runName, version->runId);
        auto *go = new QPushButton(icon("chevron-right"_L1), tr("Go to Run"));
        go->setObjectName(u"versionRun"_s);
        go->setEnabled(!runName.isEmpty());
        go->setToolTip(runName.isEmpty() ? tr("This run is not in the store: %1").arg(version->runId) : QString());
        connect(go, &QPushButton::clicked, this, [this, run = version->runId] { Q_EMIT runRequested(run); });
        m_layout->addWidget(go, 0, Qt::AlignLeft);
    }
    addMap(tr("Tags"), version->tags);
    m_layout->addStretch();
}

} // namespace Assay
