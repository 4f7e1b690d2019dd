// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs/saveviewdialog.h"

#include "widgets/theme/label.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Assay {

SaveViewDialog::SaveViewDialog(const QStringList &known, QWidget *parent)
    : QDialog(parent), m_known(known), m_name(new QLineEdit), m_onlyHere(new QCheckBox(tr("Offer it for this store only"))),
      m_note(wrappedLabel({}, u"muted"_s)), m_save(new QPushButton(tr("Save View")))
{
    setObjectName(u"saveViewDialog"_s);
    setWindowTitle(tr("Save View"));
    setMinimumWidth(400);
    m_name->setObjectName(u"viewName"_s);
    m_name->setAccessibleName(tr("Name of the view"));
    m_name->setPlaceholderText(tr("Name, as it stands in the menu"));
    m_name->setMaxLength(80);
    m_onlyHere->setObjectName(u"viewOnlyHere"_s);
    m_note->setMinimumHeight(m_note->fontMetrics().height() * 2);
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_save->setObjectName(u"viewSave"_s);
    m_save->setProperty("primary", true);
    m_save->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_name);
    layout->addWidget(m_onlyHere);
    layout->addWidget(m_note);
    layout->addLayout(buttons);
    connect(m_name, &QLineEdit::textChanged, this, &SaveViewDialog::update);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        emit confirmed(m_name->text().trimmed(), m_onlyHere->isChecked());
        accept();
    });
    update();
    m_name->setFocus();
}

void SaveViewDialog::update()
{
    const QString name = m_name->text().trimmed();
    m_save->setEnabled(!name.isEmpty());
    m_note->setText(m_known.contains(name) ? tr("A view has this name. It is replaced if it is offered for the same stores.")
                                           : tr("Query, order, columns, groups and colours are kept as they are shown now."));
}

} // namespace Assay
