// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prompt.h"

#include "widgets/theme/label.h"

#include <QDialog>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

void open(QFileDialog *dialog, Prompt::PathAnswer answer)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(answer));
    dialog->open();
}

} // namespace

void DialogPrompt::chooseFolder(QWidget *parent, const QString &title, PathAnswer answer)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    open(dialog, std::move(answer));
}

void DialogPrompt::chooseFile(QWidget *parent, const QString &title, const QString &filter, PathAnswer answer)
{
    auto *dialog = new QFileDialog(parent, title, {}, filter);
    dialog->setFileMode(QFileDialog::ExistingFile);
    open(dialog, std::move(answer));
}

void DialogPrompt::chooseSaveFile(QWidget *parent, const QString &title, const QString &suggested, const QString &filter,
                                  PathAnswer answer)
{
    auto *dialog = new QFileDialog(parent, title, {}, filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(suggested);
    dialog->setDefaultSuffix(QFileInfo(suggested).suffix());
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &chosen) {
        static const QRegularExpression suffix(u"\\*\\.(\\w+)"_s);
        dialog->setDefaultSuffix(suffix.match(chosen).captured(1));
    });
    open(dialog, std::move(answer));
}

void DialogPrompt::tell(QWidget *parent, const QString &title, const QString &text, const QString &detail)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, title, text, QMessageBox::Close, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setDetailedText(detail);
    box->open();
}

void DialogPrompt::confirm(QWidget *parent, const QString &title, const QString &question, const QString &text, const QString &action,
                           std::function<void()> confirmed)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(u"confirm"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setMinimumWidth(440);
    auto *confirm = new QPushButton(action);
    confirm->setObjectName(u"confirmAction"_s);
    confirm->setProperty("primary", true);
    confirm->setDefault(true);
    auto *cancel = new QPushButton(DialogPrompt::tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(confirm);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(wrappedLabel(question, u"heading"_s));
    if (!text.isEmpty())
        layout->addWidget(wrappedLabel(text, u"muted"_s));
    layout->addLayout(buttons);
    QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(confirm, &QPushButton::clicked, dialog, [dialog, confirmed = std::move(confirmed)] {
        dialog->accept();
        confirmed();
    });
    cancel->setAutoDefault(false);
    confirm->setFocus();
    dialog->open();
}

} // namespace Assay
