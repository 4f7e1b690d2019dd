// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/axisvaluetext.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace Assay {

// Which parts of its axes a card of lines always shows, to write; an empty field leaves the choice to the chart. Opens over
// the page, holds at once, deletes itself when it is closed.
class RangeEditor final : public QFrame
{
    Q_OBJECT

public:
    // `shownX`, `shownY`: what is seen now, which the empty fields say.
    RangeEditor(const CardSpec &card, XAxis axis, const AxisRange &shownX, const AxisRange &shownY, QWidget *parent);

    void openAt(const QPoint &globalPosition);

Q_SIGNALS:
    void cardChanged(const Assay::CardSpec &card);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    struct Ends {
        QLineEdit *from = nullptr;
        QLineEdit *to = nullptr;
    };

    Ends addRow(QGridLayout &layout, int row, const QString &label, const QString &name, const QString &option, const AxisRange &shown, XAxis axis);
    void check(); // says what is wrong while it is written
    void take();  // what was written to its end
    struct Ranges {
        std::optional<AxisRange> x, y;
        bool areSound = true;
    };
    Ranges ranges() const;
    // What is written; `shown` for an end that is empty. Nothing when both are, or the mistake is said.
    std::optional<AxisRange> rangeOf(const Ends &ends, XAxis axis, const AxisRange &shown, bool &isSound) const;

    CardSpec m_card;
    XAxis m_axis;
    AxisRange m_shownX, m_shownY;
    Ends m_x, m_y;
    QLabel *m_mistake;
};

} // namespace Assay
