// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Assay {

// The title of a card: of a metric the last part of its key strong, what comes before it and its unit muted; too long
// ones lose their middle. Can be taken hold of with the mouse.
class KeyLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyLabel(QWidget *parent = nullptr);

    void setKey(const QString &key, const QString &unit = {});
    void setTitle(const QString &title); // any words instead
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {40, sizeHint().height()}; }

Q_SIGNALS:
    void dragMoved(const QPoint &globalPosition); // held and moved far enough to be meant
    void dragEnded(const QPoint &globalPosition);
    void dragCanceled(); // by Esc, or something else took the mouse
    void doubleClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    enum class Hold { None, Pressed, Dragging };

    void cancelDrag();

    QString m_prefix; // with its slash
    QString m_name;
    QString m_unit;
    Hold m_hold = Hold::None;
    QPoint m_pressedAt;
};

} // namespace Assay
