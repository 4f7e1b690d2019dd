// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"

#include <QPixmap>
#include <QWidget>

#include <optional>

namespace Assay {

// Pictures of runs in rows, each with its run's name and step below. As high as its width needs.
class ImageTiles final : public QWidget
{
    Q_OBJECT

public:
    struct Tile {
        RunRef run;
        QString name;
        int colorIndex = 0;
        QString caption; // "Step 20"
        QPixmap picture; // null: `problem` says why
        QString problem;
    };

    explicit ImageTiles(QWidget *parent = nullptr);

    void setTiles(QList<Tile> tiles);
    const QList<Tile> &tiles() const { return m_tiles; }
    void setHighlightedRun(const std::optional<RunRef> &run);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {300, heightForWidth(300)}; }

Q_SIGNALS:
    void runHovered(const std::optional<Assay::RunRef> &run);
    void runClicked(const Assay::RunRef &run, Qt::KeyboardModifiers modifiers);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int columnCount(int width) const;
    int tileSide(int width) const;
    QRect tileRect(qsizetype index) const;
    std::optional<RunRef> runAt(const QPoint &position) const;

    QList<Tile> m_tiles;
    std::optional<RunRef> m_highlighted;
};

} // namespace Assay
