// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/waitingeditsmodel.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeView;

namespace Assay {

// The changes that wait for their stores, and those on which somebody has to decide: side by side what it was, what is
// wanted and what stands there now. Shows values, asks by signals.
class WaitingEditsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit WaitingEditsDialog(QWidget *parent = nullptr);

    void setEntries(const QList<WaitingEditsModel::Entry> &entries);

Q_SIGNALS:
    void insistRequested(const QString &location, const WaitingEdit &shown); // make it all the same
    void dropRequested(const QString &location, const WaitingEdit &shown);
    void tryRequested();

private:
    QWidget *makeSides();
    void showCurrent();

    WaitingEditsModel m_model;
    QTreeView *m_list;
    QLabel *m_explanation;
    QPlainTextEdit *m_sides[3];
    QWidget *m_now; // with its caption
    QPushButton *m_insist;
    QPushButton *m_drop;
    QPushButton *m_try;
};

} // namespace Assay
