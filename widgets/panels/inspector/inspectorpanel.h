// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/rundetailmodel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace Assay {

class NoteEditor;

// One run whole, at the right of the table.
class InspectorPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit InspectorPanel(QWidget *parent = nullptr);

    void setRun(const std::optional<Run> &run); // nothing: no run is chosen
    void setEditable(bool editable);

Q_SIGNALS:
    void noteWritten(const Assay::RunRef &run, const QString &from, const QString &to);
    void tagEditRequested(const Assay::RunRef &run, const QString &key); // an empty key: a new one
    void tagRemovalRequested(const Assay::RunRef &run, const QString &key);

private:
    QWidget *makeContent();
    void updateEditable();
    void restoreSections();
    void copySelected();
    void showMenu(const QPoint &position);

    RunDetailModel m_model;
    std::optional<RunInfo> m_run;
    bool m_isEditable = false;
    QLabel *m_title;
    QLineEdit *m_search;
    QTreeView *m_tree;
    NoteEditor *m_note;
    QToolButton *m_addTag;
    QStackedWidget *m_stack;
};

} // namespace Assay
