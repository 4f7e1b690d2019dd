// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/artifacts/transferbar.h"

#include "models/items/displaytext.h"
#include "widgets/panels/artifacts/elidedlabel.h"
#include "widgets/theme/label.h"

#include <QBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int ProgressWidth = 140;
constexpr int Parts = 1000; // of the progress, which counts bytes beyond what an int holds

} // namespace

TransferBar::TransferBar(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"transfer"_s);
    setProperty("role", u"bar"_s);
    m_name = new ElidedLabel(u"caption"_s);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_amount = plainLabel({}, u"caption"_s, u"transferAmount"_s);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(ProgressWidth);
    auto *stop = new QPushButton(tr("Stop"));
    stop->setObjectName(u"transferStop"_s);
    connect(stop, &QPushButton::clicked, this, &TransferBar::stopRequested);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setSpacing(12);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_amount);
    layout->addWidget(m_progress);
    layout->addWidget(stop);
    hide();
}

void TransferBar::setTransfer(const std::optional<ArtifactTransfer> &transfer)
{
    setVisible(transfer.has_value());
    if (!transfer)
        return;
    m_name->setFullText(tr("Saving %1").arg(transfer->path));
    QString amount = transfer->total > 0 ? tr("%1 of %2").arg(sizeText(transfer->done), sizeText(transfer->total)) : sizeText(transfer->done);
    if (transfer->waiting > 0)
        amount += u" · "_s + tr("%n more waiting", nullptr, int(transfer->waiting));
    m_amount->setText(amount);
    m_progress->setRange(0, transfer->total > 0 ? Parts : 0);
    if (transfer->total > 0)
        m_progress->setValue(int(double(transfer->done) / double(transfer->total) * Parts));
}

} // namespace Assay
