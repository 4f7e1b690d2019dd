// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/models/promotiondialog.h"

#include "models/items/displaytext.h"
#include "models/items/versionsmodel.h"
#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// Names that look alike are told apart by their code points.
QString codePoints(const QString &name)
{
    QStringList points;
    for (uint c : name.toUcs4())
        points.append(u"U+%1"_s.arg(c, 4, 16, QChar(u'0')).toUpper());
    return points.join(u' ');
}

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7f; });
}

} // namespace

PromotionDialog::PromotionDialog(const RegisteredModel &model, const QString &version, Stage to, QWidget *parent)
    : QDialog(parent), m_model(model)
{
    setObjectName(u"promotionDialog"_s);
    setWindowTitle(tr("Move a Model Version"));
    setMinimumWidth(480);
    const ModelVersion *shown = model.version(version);
    m_change = {model.name, version, shown ? shown->currentStage : QString(), shown ? shown->lastUpdatedTime : OptionalTime(), to, false};

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setLabelAlignment(Qt::AlignLeft);
    form->addRow(wrappedLabel(tr("Model"), u"muted"_s), wrappedLabel(visibleText(model.name, 300)));
    if (!isAscii(model.name))
        form->addRow(new QWidget, wrappedLabel(codePoints(model.name), u"caption"_s));
    form->addRow(wrappedLabel(tr("Version"), u"muted"_s), wrappedLabel(tr("v%1").arg(version)));
    form->addRow(wrappedLabel(tr("Stage"), u"muted"_s),
                 wrappedLabel(tr("%1  →  %2", "from stage, to stage").arg(visibleText(m_change.fromStage, 60), stageTitle(to))));
    if (shown && !shown->runId.isEmpty())
        form->addRow(wrappedLabel(tr("Source run"), u"muted"_s), wrappedLabel(visibleText(shown->runId, 300)));

    m_archive = new QCheckBox(tr("Archive the versions that stand in %1 now").arg(stageTitle(to)));
    m_archive->setObjectName(u"promotionArchive"_s);
    const bool canArchive = to == Stage::Staging || to == Stage::Production;
    m_archive->setVisible(canArchive);
    m_archive->setChecked(canArchive);
    m_consequences = wrappedLabel({}, u"caution"_s);
    m_consequences->setObjectName(u"promotionConsequences"_s);
    m_reason = new QPlainTextEdit;
    m_reason->setObjectName(u"promotionReason"_s);
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Why? It is kept in the journal with your account and the time."));
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(84);

    m_promote = new QPushButton(tr("Move to %1").arg(stageTitle(to)));
    m_promote->setObjectName(u"promotionConfirm"_s);
    m_promote->setProperty("primary", true);
    m_promote->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_promote);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(m_archive);
    layout->addWidget(m_consequences);
    layout->addWidget(m_reason);
    layout->addLayout(buttons);

    connect(m_archive, &QCheckBox::toggled, this, &PromotionDialog::updateConsequences);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &PromotionDialog::updateConsequences);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_promote, &QPushButton::clicked, this, [this] {
        Q_EMIT confirmed(request());
        accept();
    });
    updateConsequences();
    m_reason->setFocus();
}

PromotionRequest PromotionDialog::request() const
{
    StageChange change = m_change;
    change.archiveExisting = m_archive->isChecked();
    return {change, m_reason->toPlainText().trimmed()};
}

void PromotionDialog::updateConsequences()
{
    const PromotionPlan plan = planPromotion(m_model, request().change);
    QStringList versions;
    for (const QString &number : plan.archives)
        versions.append(tr("v%1").arg(number));
    m_consequences->setText(versions.isEmpty() ? QString() : tr("Will be moved to Archived: %1").arg(versions.join(u", "_s)));
    m_consequences->setVisible(!versions.isEmpty());
    m_promote->setEnabled(!request().reason.isEmpty());
}

} // namespace Assay
