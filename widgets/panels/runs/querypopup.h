// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/querycompletionmodel.h"

#include <QFrame>

class QListView;

namespace Assay {

// The list below the filter field: floats over what is there, never takes the focus, is moved in by the field's keys.
class QueryPopup final : public QFrame
{
    Q_OBJECT

public:
    explicit QueryPopup(QWidget *parent);

    QueryCompletionModel &model() { return m_model; }
    // `corner` in the parent's coordinates; as large as the list needs and the parent allows.
    void openAt(const QPoint &corner);
    void step(int rows); // the current row, from the end to the beginning and back
    std::optional<int> currentRow() const;
    QString insertion(int row) const;

Q_SIGNALS:
    void chosen(int row);

private:
    QueryCompletionModel m_model;
    QListView *m_list;
};

} // namespace Assay
