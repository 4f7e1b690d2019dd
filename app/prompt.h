// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QObject>
#include <QString>

#include <functional>

class QWidget;

namespace Assay {

// Every question to the person that needs a dialog of the desktop. Injected, so that tests answer ahead of time.
// Answers come later; an empty path means that the person thought better of it.
class Prompt
{
public:
    using PathAnswer = std::function<void(const QString &path)>;

    virtual ~Prompt() = default;
    virtual void chooseFolder(QWidget *parent, const QString &title, PathAnswer answer) = 0;
    virtual void chooseFile(QWidget *parent, const QString &title, const QString &filter, PathAnswer answer) = 0;
    virtual void chooseSaveFile(QWidget *parent, const QString &title, const QString &suggested, const QString &filter,
                                PathAnswer answer) = 0;
    virtual void tell(QWidget *parent, const QString &title, const QString &text, const QString &detail) = 0;
    // `action` is the verb on the button that does it; without it nothing is called.
    virtual void confirm(QWidget *parent, const QString &title, const QString &question, const QString &text, const QString &action,
                         std::function<void()> confirmed) = 0;
};

class DialogPrompt final : public Prompt
{
    Q_DECLARE_TR_FUNCTIONS(DialogPrompt)

public:
    void chooseFolder(QWidget *parent, const QString &title, PathAnswer answer) override;
    void chooseFile(QWidget *parent, const QString &title, const QString &filter, PathAnswer answer) override;
    void chooseSaveFile(QWidget *parent, const QString &title, const QString &suggested, const QString &filter,
                        PathAnswer answer) override;
    void tell(QWidget *parent, const QString &title, const QString &text, const QString &detail) override;
    void confirm(QWidget *parent, const QString &title, const QString &question, const QString &text, const QString &action,
                 std::function<void()> confirmed) override;
};

} // namespace Assay
