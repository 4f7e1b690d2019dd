// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/rundetailmodel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QTreeView;

namespace Assay {

// One run whole, at the right of the table.
class InspectorPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorPanel(QWidget *parent = nullptr);

    void setRun(const std::optional<Run> &run); // nothing: no run is chosen

private:
    void restoreSections();
    void copySelected();

    RunDetailModel m_model;
    QLabel *m_title;
    QLineEdit *m_search;
    QTreeView *m_tree;
    QStackedWidget *m_stack;
};

} // namespace Assay
