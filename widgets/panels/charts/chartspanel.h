// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/chartsstate.h"
#include "models/items/loggedimages.h"
#include "models/preview/preview.h"
#include "widgets/panels/charts/chartlines.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace Assay {

class CardSearch;
class ChartCard;
class ChartGrid;
class ChartsFoot;
class DashboardEditor;
class EncodingLegend;
class ImagesContent;
class LineOptions;
class PageCursor;
class ReadingTable;

// A chart for every metric of the runs that are drawn (the eye in the table, which is the legend). Asks for histories
// only of charts in view.
class ChartsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ChartsPanel(QWidget *parent = nullptr);
    ~ChartsPanel() override;

    void setView(RunView *view); // outlives the panel, or is replaced; null: nothing to show
    void clear();                // forgets everything that was read: another store

    const LineRecipe &recipe() const { return m_recipe; }
    void setRecipe(const LineRecipe &recipe);
    const ChartOptions &options() const { return m_options; }
    void setOptions(const ChartOptions &options);
    ChartsState state() const;
    void restore(const ChartsState &state); // without stateChanged()
    void setDashboard(const Dashboard &dashboard); // with stateChanged(), but without dashboardEdited(): to undo
    // Whether runs that still go on are drawn; then readRunningAgain() asks for what they have logged since.
    bool hasRunningRuns() const { return isVisible() && m_lines.hasRunning(); }
    void readRunningAgain();
    // Whether something in view is still being read or built.
    bool isBusy() const;

public Q_SLOTS:
    void setSeries(const Assay::SeriesKey &key, Assay::Result<Assay::MetricSeries> series);
    void setImageList(const Assay::RunRef &run, const Assay::Result<QList<Assay::LoggedImage>> &images);
    void setImage(const Assay::RunRef &run, const QString &path, const Assay::Result<Assay::ImagePreview> &image);

Q_SIGNALS:
    // All that is missing for what is in view, first things first. Takes the place of what was asked for before: what is
    // not in the list any more is no longer wanted. Each is answered by setSeries().
    void seriesRequested(const QList<Assay::SeriesKey> &keys);
    void stateChanged(); // the person chose another axis, searched, folded a section, or changed a card
    // A change of the cards that can be undone: what it is called, and Dashboard's maps before and after.
    void dashboardEdited(const QString &what, const QVariantMap &before, const QVariantMap &after);
    // For cards of pictures; answered by setImageList() and setImage().
    void imageListRequested(const Assay::RunRef &run);
    void imagesRequested(const QList<Assay::RunImage> &images); // in place of those asked for before
    void seriesGrew(); // what was read again has more points
    void cardMenuOpening(QMenu *menu, Assay::ChartCard *card); // to put more into it
    void filterRequested(const QString &query, bool keep); // a brush: keep what fits in the table, or leave it out

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeBar();
    void tellState();
    void updateLater();
    void update();
    void updateKeys();
    QStringList shownKeys() const; // of the runs that are drawn
    void fillCards();
    void showMessage(const QString &text, const QString &action = {});
    void runAction();
    void connectCard(ChartCard *card);
    void connectGrid();
    QWidget *makeReadings();
    void connectFoot();
    void connectLegend();
    void requestImages();
    void fillImages(ImagesContent &images);
    QList<ImagesContent *> imageContents() const;
    void updateReadings();
    void updateFoot();
    void openCardMenu(ChartCard &card, const QPoint &position);
    void editRange(const QString &id, const QPoint &position);
    void addFacetMenu(QMenu &menu, const CardSpec &card);
    void addPlaceActions(QMenu &menu, const QString &id);
    void fillAddMenu();
    void addCard(CardType type);
    void chooseMetric(const std::function<void(const QString &key)> &use);
    void clickRun(const RunRef &run, Qt::KeyboardModifiers modifiers);

    RunView *m_view = nullptr;
    LineEncoding m_encoding;
    ChartLines m_lines;
    LineRecipe m_recipe;
    ChartOptions m_options;
    bool m_keysAreOld = true;
    QStringList m_keys;           // of them, before the search
    QList<SeriesKey> m_requested; // as last asked for

    bool m_isRestoring = false;

    DashboardEditor *m_editor;
    CardSearch *m_search;
    QToolButton *m_addButton;
    QToolButton *m_lineButton;
    LineOptions *m_lineOptions;
    QLabel *m_count;
    QStackedWidget *m_stack;
    EncodingLegend *m_legend;
    ChartGrid *m_grid;
    PageCursor *m_cursor;
    ChartsFoot *m_foot;
    QWidget *m_readings; // the table of values under the page
    QLabel *m_readingsTitle;
    ReadingTable *m_readingTable;
    QList<RunRef> m_beforeIsolation; // that were drawn before one was alone
    QLabel *m_message;
    QPushButton *m_action;
    QTimer m_updateTimer;
};

} // namespace Assay
