// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

namespace Assay {

// The upright lines over a plot: where the pointer is in any plot of the page, and the reference that differences are
// taken from. Lies over the plot and takes no input; moving a line paints no more than the strips that it leaves and enters.
class PlotCursors final : public QWidget
{
    Q_OBJECT

public:
    explicit PlotCursors(QWidget *plot);

    // In this widget's pixels; nothing: not in view.
    void setCursor(const std::optional<double> &x);
    void setReference(const std::optional<double> &x);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void move(std::optional<double> &from, const std::optional<double> &to);

    std::optional<double> m_cursor;
    std::optional<double> m_reference;
};

} // namespace Assay
