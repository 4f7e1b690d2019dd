// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/runtablemodel.h"

#include <QLineEdit>

class QLabel;

namespace Assay {

// The field for filters: underlines the piece of a query that is a mistake and says below it what was expected there.
class FilterField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterField(QWidget *parent = nullptr);

    void setMistake(const std::optional<QueryMistake> &mistake);

Q_SIGNALS:
    void left(); // Return, Down or Escape in an empty field: back to the table

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void underline();
    void placeNote();

    std::optional<QueryMistake> m_mistake;
    QLabel *m_note; // floats over what is below, so that nothing jumps
};

} // namespace Assay
