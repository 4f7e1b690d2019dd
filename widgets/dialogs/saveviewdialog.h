// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Assay {

// Asks for the name of a view.
class SaveViewDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit SaveViewDialog(const QStringList &known, QWidget *parent = nullptr);

Q_SIGNALS:
    void confirmed(const QString &name, bool onlyThisStore);

private:
    void update();

    QStringList m_known;
    QLineEdit *m_name;
    QCheckBox *m_onlyHere;
    QLabel *m_note;
    QPushButton *m_save;
};

} // namespace Assay
