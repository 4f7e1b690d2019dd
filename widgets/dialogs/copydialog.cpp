// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/copydialog.h"

#include "models/items/displaytext.h"
#include "widgets/theme/label.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

QString offerText(const CopyOffer &offer)
{
    const QString count = countText(offer.count);
    switch (offer.runs) {
    case CopyChoice::Runs::Experiments: return CopyDialog::tr("All runs of the chosen experiments (%1)").arg(count);
    case CopyChoice::Runs::Selected: return CopyDialog::tr("The selected runs (%1)").arg(count);
    case CopyChoice::Runs::Shown: return CopyDialog::tr("The runs that are shown (%1)").arg(count);
    case CopyChoice::Runs::All: break;
    }
    return CopyDialog::tr("The whole store, deleted runs too (%1)").arg(count);
}

} // namespace

CopyDialog::CopyDialog(const Texts &texts, const QList<CopyOffer> &offers, QWidget *parent)
    : QDialog(parent), m_runs(new QButtonGroup(this)), m_files(new QComboBox), m_contents(wrappedLabel({}, u"muted"_s))
{
    setObjectName(u"copyDialog"_s);
    setWindowTitle(texts.title);
    setMinimumWidth(460);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(wrappedLabel(texts.introduction));
    auto *runs = new QVBoxLayout;
    runs->setSpacing(4);
    for (const CopyOffer &offer : offers) {
        if (offer.count == 0)
            continue;
        auto *button = new QRadioButton(offerText(offer));
        button->setObjectName(u"copyRuns%1"_s.arg(int(offer.runs)));
        m_runs->addButton(button, int(offer.runs));
        runs->addWidget(button);
    }
    layout->addLayout(runs);
    if (!m_runs->buttons().isEmpty())
        m_runs->buttons().first()->setChecked(true);
    m_files->setObjectName(u"copyFiles"_s);
    m_files->setAccessibleName(tr("Files of the runs"));
    m_files->addItem(tr("Without the files that the runs logged"), qint64(0));
    for (const qint64 megabytes : {1, 10, 100})
        m_files->addItem(tr("With files of up to %1 each").arg(tr("%1 MiB").arg(megabytes)), megabytes << 20);
    m_files->addItem(tr("With all files that the runs logged"), CopyChoice::AllFiles);
    layout->addWidget(m_files);
    m_contents->setObjectName(u"copyContents"_s);
    m_contents->setMinimumHeight(m_contents->fontMetrics().height() * 2);
    m_contents->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    layout->addWidget(m_contents);
    auto *action = new QPushButton(texts.action);
    action->setObjectName(u"copyConfirm"_s);
    action->setProperty("primary", true);
    action->setDefault(true);
    action->setEnabled(!m_runs->buttons().isEmpty());
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(action);
    layout->addLayout(buttons);
    connect(m_runs, &QButtonGroup::idClicked, this, [this] { emit measureRequested(choice()); });
    connect(m_files, &QComboBox::currentIndexChanged, this, [this] { emit measureRequested(choice()); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(action, &QPushButton::clicked, this, [this] {
        emit confirmed(choice());
        accept();
    });
}

CopyChoice CopyDialog::choice() const
{
    return {m_runs->checkedId() < 0 ? CopyChoice::Runs::All : CopyChoice::Runs(m_runs->checkedId()), m_files->currentData().toLongLong()};
}

void CopyDialog::setContents(const QString &contents)
{
    m_contents->setText(contents);
}

void CopyDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    emit measureRequested(choice());
}

} // namespace Assay
