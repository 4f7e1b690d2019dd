// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/querycompletionmodel.h"
#include "models/items/runtablemodel.h"

#include <QLineEdit>

class QLabel;

namespace Assay {

class QueryPopup;

// The field for filters: underlines the piece of a query that is a mistake and says below it what was expected there,
// completes keys, operators and values, and remembers the queries of before.
class FilterField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterField(QWidget *parent = nullptr);

    void setMistake(const std::optional<QueryMistake> &mistake);
    void setHint(const QString &hint); // said below while there is no mistake; empty: nothing
    void setTable(const RunTablePtr &table); // whose keys and values are offered; null: nothing is
    void setHistory(const QStringList &queries) { m_history = QueryHistory(queries); }
    bool isOffering() const; // the list is open

Q_SIGNALS:
    void left(); // Return, Down or Escape in an empty field: back to the table
    void historyChanged(const QStringList &queries);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Asked { Typing, Explicitly };

    void underline();
    void placeNote();
    void offer(Asked asked);
    void offerHistory();
    void openPopup();
    void closePopup();
    void accept(int row);
    bool takePopupKey(int key);
    void remember();

    std::optional<QueryMistake> m_mistake;
    QString m_hint;
    QLabel *m_note; // floats over what is below, so that nothing jumps
    QueryPopup *m_popup;
    RunTablePtr m_table;
    QueryHistory m_history;
};

} // namespace Assay
