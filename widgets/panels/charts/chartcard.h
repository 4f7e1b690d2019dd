// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"
#include "models/items/cardseries.h"
#include "models/items/cardspec.h"
#include "widgets/chart/plotview.h"
#include "widgets/panels/charts/cardkeys.h"

#include <QFrame>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace Assay {

class CardContent;
class CardGrip;
class KeyLabel;
class LastValueBars;
class RunView;

// One card of the page: a title to take hold of, a menu, a corner to make it larger by, and below the title what its spec
// says. Lines are a PlotView that the page fills; all else is a CardContent that fills itself.
class ChartCard final : public QFrame
{
    Q_OBJECT

public:
    explicit ChartCard(QWidget *parent = nullptr);

    // Another card: nothing of the one before stays. The same one: what it shows stays as far as it is still right.
    void setSpec(const CardSpec &spec);
    const CardSpec &spec() const { return m_spec; }
    const QString &key() const { return m_spec.id; }
    void setView(RunView *view); // for the content; outlives the card
    bool isLines() const { return m_spec.isKnown() && m_spec.type == CardType::Line; }
    // What a card of lines draws, by the spec's keys.
    const QList<CardSeries> &series() const { return m_series; }
    QStringList seriesNames() const;
    // `runs` says whose line is whose; same length as `lines`. When all have one point and none will get more
    // (`areEnded`), they are bars.
    void setLines(const QList<PlotLine> &lines, const QList<RunRef> &runs, bool areEnded = true);
    const QList<RunRef> &runs() const { return m_runs; }
    const QList<PlotLine> &lines() const { return m_plot->lines(); }
    void setHighlightedRun(const std::optional<RunRef> &run); // stands out
    void setEnlarged(bool enlarged);
    bool isEnlarged() const { return m_isEnlarged; }
    PlotView &plot() { return *m_plot; } // hidden in other cards
    CardContent *content() const { return m_content; } // null in cards of lines
    void editTitle();

Q_SIGNALS:
    void runClicked(const Assay::RunRef &run, Qt::KeyboardModifiers modifiers);
    void enlargeRequested(const QString &key);
    void menuRequested(const QPoint &globalPosition);
    void titleChosen(const QString &title);
    void specChanged(const Assay::CardSpec &spec); // by the content
    void filterRequested(const QString &query, bool keep);
    void runHovered(const std::optional<Assay::RunRef> &run);
    void keyActed(Assay::CardAct act, int arrow); // a key that is for the card, and which
    void focusedByKey();
    // The card is being dragged by its title, or made larger by its corner.
    void dragMoved(const QPoint &globalPosition);
    void dragEnded(const QPoint &globalPosition);
    void dragCanceled();
    void resizeMoved(const QSize &wanted);
    void resizeEnded(const QSize &wanted);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeHead();
    void updateTitle();
    void showBars(const QList<PlotLine> &lines);
    void setContent(std::unique_ptr<CardContent> content);

    CardSpec m_spec;
    QList<CardSeries> m_series;
    RunView *m_view = nullptr;
    QVBoxLayout *m_layout;
    KeyLabel *m_title;
    QToolButton *m_pin;
    QToolButton *m_menu;
    QToolButton *m_enlarge;
    PlotView *m_plot;
    LastValueBars *m_bars = nullptr; // in the plot's place; null until there are any
    CardContent *m_content = nullptr;
    QLabel *m_unknown = nullptr;
    CardGrip *m_grip;
    bool m_isEnlarged = false;
    QList<RunRef> m_runs;
};

} // namespace Assay
