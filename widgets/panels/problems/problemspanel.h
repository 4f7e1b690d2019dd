// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/problemsmodel.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace Assay {

// The list of what could not be read, below the pages. Stays out of the way until it is asked for.
class ProblemsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemsPanel(QWidget *parent = nullptr);

    void setProblems(const QList<ProblemsModel::Entry> &entries);

Q_SIGNALS:
    void closeRequested();

private:
    void copySelected();

    ProblemsModel m_model;
    QLabel *m_title;
    QTreeView *m_list;
};

} // namespace Assay
