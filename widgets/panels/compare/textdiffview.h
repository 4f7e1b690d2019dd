// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/textdiff.h"

#include <QWidget>

#include <memory>

class QLabel;
class QToolButton;

namespace Assay {

class TextDiffCanvas;

// One value of two runs side by side, with what stands above it: whose it is, how many changes there are, and the way
// from one to the next.
class TextDiffView final : public QWidget
{
    Q_OBJECT

public:
    explicit TextDiffView(QWidget *parent = nullptr);

    struct Titles {
        QString key;
        QString left;
        QString right;
    };
    void setDiff(const Titles &titles, std::shared_ptr<const SideBySide> diff); // null: it comes later
    void setTitles(const Titles &titles);
    void showProblem(const QString &problem); // in place of the texts
    void showDiff(std::shared_ptr<const SideBySide> diff); // of texts that are shown stays the place they are scrolled to

Q_SIGNALS:
    void closeRequested();

private:
    void update();
    void showMenu(const QPoint &position);
    void copy();
    QString unified() const;

    QLabel *m_key;
    QLabel *m_count;
    QLabel *m_left;
    QLabel *m_right;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_folding;
    TextDiffCanvas *m_canvas;
    QString m_problem;
    QString m_leftTitle, m_rightTitle;
};

} // namespace Assay
