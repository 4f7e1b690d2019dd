// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/bundledialog.h"

#include "models/items/displaytext.h"
#include "widgets/theme/label.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace Assay {

BundleDialog::BundleDialog(const QString &storeTitle, const Counts &counts, QWidget *parent)
    : QDialog(parent), m_runs(new QButtonGroup(this)), m_artifacts(new QCheckBox(tr("With the files that the runs logged"))),
      m_contents(wrappedLabel({})), m_note(wrappedLabel({}, u"muted"_s))
{
    setObjectName(u"bundleDialog"_s);
    setWindowTitle(tr("Export Bundle"));
    setMinimumWidth(460);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(wrappedLabel(tr("A copy of %1 in one file. It opens in Assay as a store of its own, without a network.").arg(visibleText(storeTitle, 200))));
    const auto offer = [&](Runs runs, const QString &text, qsizetype count) {
        if (count == 0)
            return;
        auto *button = new QRadioButton(text.arg(countText(count)));
        button->setObjectName(u"bundleRuns%1"_s.arg(int(runs)));
        m_runs->addButton(button, int(runs));
        layout->addWidget(button);
    };
    offer(Runs::Selected, tr("The selected runs (%1)"), counts.selected);
    offer(Runs::Shown, tr("The runs that are shown (%1)"), counts.shown);
    offer(Runs::All, tr("The whole store, deleted runs too (%1)"), counts.all);
    if (!m_runs->buttons().isEmpty())
        m_runs->buttons().first()->setChecked(true);
    m_artifacts->setObjectName(u"bundleArtifacts"_s);
    layout->addWidget(m_artifacts);
    m_contents->setObjectName(u"bundleContents"_s);
    m_note->setMinimumHeight(m_note->fontMetrics().height() * 2);
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    layout->addWidget(m_contents);
    layout->addWidget(m_note);
    auto *save = new QPushButton(tr("Export…"));
    save->setObjectName(u"bundleExport"_s);
    save->setProperty("primary", true);
    save->setDefault(true);
    save->setEnabled(!m_runs->buttons().isEmpty());
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    layout->addLayout(buttons);
    connect(m_runs, &QButtonGroup::idClicked, this, &BundleDialog::choiceChanged);
    connect(m_artifacts, &QCheckBox::toggled, this, &BundleDialog::choiceChanged);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, [this] {
        emit confirmed();
        accept();
    });
}

BundleDialog::Runs BundleDialog::runs() const
{
    return m_runs->checkedId() < 0 ? Runs::All : Runs(m_runs->checkedId());
}

bool BundleDialog::withArtifacts() const
{
    return m_artifacts->isChecked();
}

void BundleDialog::setContents(const QString &contents, const QString &note)
{
    m_contents->setText(contents);
    m_note->setText(note);
}

} // namespace Assay
