// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/chartdrawing.h"
#include "widgets/chart/plotview.h"

#include <QPointer>

namespace Assay {

// A chart by itself, for a file or the clipboard: its title above, below it whose line is whose. GUI thread.
class PlotSheet
{
public:
    // `size` in logical pixels, at least 160 x 120.
    PlotSheet(const QString &title, const QSize &size, bool isDark);

    PlotView &plot() { return m_plot; } // to be filled as one that is seen; never seen itself
    // What a widget shows in place of a plot: a CardView laid out for the place, another one as large as fits. It outlives
    // this, and stays as it is.
    void setPicture(QWidget *picture) { m_picture = picture; }

    QImage image(double pixelRatio); // device pixels per logical one, 0.5 to 8; null when that takes too much memory
    QByteArray file(ChartDrawing::Format format, double pixelRatio); // one of these; empty when it takes too much memory
    QByteArray png(double pixelRatio);
    QByteArray svg(); // lines and text as such
    QByteArray pdf(); // the same, on one page of the size; fonts embedded

private:
    struct Name {
        QRect place;
        int line = -1; // -1: "and so many more"
        QString text;
    };

    void layOut();
    void draw(QPaintDevice &device, PlotOutput output);
    void paintAround(QPainter &painter) const;
    void paintPicture(QPainter &painter) const;
    QFont titleFont() const;
    QFont nameFont() const;

    QString m_title;
    QSize m_size;
    PlotView m_plot;
    QPointer<QWidget> m_picture;
    QList<Name> m_names;
};

} // namespace Assay
