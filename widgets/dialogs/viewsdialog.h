// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>

class QListWidget;

namespace Assay {

// The saved views by their names: to be renamed in place, or deleted.
class ViewsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ViewsDialog(const QStringList &names, QWidget *parent = nullptr);

Q_SIGNALS:
    void confirmed(const QStringList &names); // in the order in which they came; an empty one is to be deleted

private:
    QStringList names() const;
    void toggleDeleted();

    QStringList m_before;
    QListWidget *m_list;
};

} // namespace Assay
