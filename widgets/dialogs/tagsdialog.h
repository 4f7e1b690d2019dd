// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/run.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Assay {

// One tag of some runs: which, what it is to be, or that it goes.
class TagsDialog final : public QDialog
{
    Q_OBJECT

public:
    // `tags` of each run as it is shown; `key` is what is asked for first, empty for a new one.
    TagsDialog(const QList<TextMap> &tags, const QString &key, QWidget *parent = nullptr);

Q_SIGNALS:
    void setRequested(const QString &key, const QString &value);
    void removeRequested(const QString &key);

private:
    void takeKey();
    QString key() const;

    QList<TextMap> m_tags;
    QString m_offered; // the value that was put into the field
    QComboBox *m_key;
    QPlainTextEdit *m_value;
    QLabel *m_now;
    QPushButton *m_set;
    QPushButton *m_remove;
};

} // namespace Assay
