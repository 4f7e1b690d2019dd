// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

namespace Assay {

// The names of a few lines, each at the height where its line ends.
class PlotLabels final : public QWidget
{
    Q_OBJECT

public:
    struct Label {
        QString name;
        QColor color; // of the line
        int y = 0;    // where the line ends
        bool isStrong = false;

        friend bool operator==(const Label &, const Label &) = default;
    };

    explicit PlotLabels(QWidget *parent);

    void setLabels(QList<Label> labels);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Label> m_labels; // top to bottom
};

} // namespace Assay
