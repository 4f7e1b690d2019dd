// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

namespace Assay {

// What a plot says about the point under the pointer: whose it is, its value, and where on the axis it stands.
class PlotTip final : public QWidget
{
    Q_OBJECT

public:
    struct Text {
        QColor color;  // of the line
        QString name;
        QString value;
        QString place; // step, time
        QString difference = {}; // to the reference; empty: there is none

        friend bool operator==(const Text &, const Text &) = default;
    };

    explicit PlotTip(QWidget *parent);

    const Text &text() const { return m_text; }
    // Beside `point` (in the parent's coordinates), inside the parent and never under the pointer.
    void showAt(const QPoint &point, const Text &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Text m_text;
};

} // namespace Assay
