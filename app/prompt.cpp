// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prompt.h"

#include <QFileDialog>
#include <QFileInfo>
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

void DialogPrompt::confirm(QWidget *parent, const QString &title, const QString &text, const QString &action,
                           std::function<void()> confirmed)
{
    const QString question = text.section(u"\n\n"_s, 0, 0);
    auto *box = new QMessageBox(QMessageBox::NoIcon, title, question, QMessageBox::Cancel, parent);
    box->setObjectName(u"confirm"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(text.section(u"\n\n"_s, 1));
    QPushButton *button = box->addButton(action, QMessageBox::AcceptRole);
    button->setProperty("primary", true);
    box->setDefaultButton(button);
    QObject::connect(button, &QPushButton::clicked, box, std::move(confirmed));
    box->open();
}

} // namespace Assay
