// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/latest.h"
#include "models/items/cardcolumns.h"
#include "models/items/runview.h"
#include "widgets/chart/cardview.h"
#include "widgets/panels/charts/cardcontent.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

class QHBoxLayout;
class QMenu;

namespace Assay {

class KeyButton;
class StatCard;

// What a card of statistics is computed from, in a worker.
struct CardInput {
    RunTablePtr table;
    std::vector<uint32_t> rows;       // those that the table shows, in its order
    std::vector<uint32_t> drawnRows;  // of them, those with the eye on
    CardSpec spec;                    // with keys: chosen ones, or the first choice
    qint64 now = 0;                   // ms
    HistoryValuesPtr histories;       // of the table (for the work) or one before it, or null

    ChartColumn column(const QString &key) const { return cardColumn(*table, rows, key, now, readHistories()); }
    ChartColumn column(qsizetype place) const { return column(spec.keys.value(place)); }
    QVariant option(const QString &name, const QVariant &fallback = {}) const { return spec.options.value(name, fallback); }
    const HistoryValues &readHistories() const { return histories ? *histories : HistoryValues::none(); }
};

// What was computed, as the change of the card that shows it; run in the GUI thread.
using CardAnswer = std::function<void(StatCard &)>;
using CardWork = CardAnswer (*)(const CardInput &, const Job &);

// A card of statistics: pickers of columns and a menu of options in a row, a view below. Computes in a worker whenever runs
// or the spec change while it is seen; late answers are dropped.
class StatCard : public CardContent
{
    Q_OBJECT

public:
    // What a kind of card is. Keys that a spec does not have are chosen by `firstKeys`: all when it has none, else as
    // many as its type needs; when there are fewer then, `lackText` says so.
    struct Kind {
        QStringList (*firstKeys)(const CardKeys &keys) = nullptr;
        CardWork work = nullptr;
        const char *lackText = nullptr; // translated in the context StatCard
        bool isSlow = false;            // once begun it is finished before other runs are looked at
        bool followsEyes = false;       // what is drawn depends on them, not the colours alone
    };

    void setSpec(const CardSpec &spec) override;
    void setView(RunView *view) override;
    void setHighlightedRun(const std::optional<RunRef> &run) override;
    QWidget *picture() override { return m_plot; }
    bool isBusy() const override { return m_latest.isRunning() || m_timer.isActive(); }

    CardView &plot() const { return *m_plot; }
    // As drawn last, with first choices.
    const QStringList &shownKeys() const { return m_shownKeys; }

protected:
    StatCard(CardView *plot, const Kind &kind, QWidget *parent = nullptr);

    // For constructors. Metrics of the table, or all its columns, or none as well.
    enum class Offer { Metrics, All, AllOrNone };
    KeyButton *addPicker(const QString &role, const QString &name, Offer offer, qsizetype place);
    void addAdder(const QString &role); // of a column more, which it is not when it is shown already
    void addMenu();
    virtual void fillMenu(QMenu &) {} // options; each time the menu opens

    const CardSpec &spec() const { return m_spec; }
    QVariant option(const QString &name, const QVariant &fallback = {}) const { return m_spec.options.value(name, fallback); }
    QStringList offeredKeys(Offer offer) const;
    // By the person: told to everybody.
    void choose(const CardSpec &spec);
    void chooseKey(qsizetype place, const QString &key); // empty: none, for the last place
    void chooseKeys(const QStringList &keys);
    void chooseOption(const QString &name, const QVariant &value);
    // Entries of the menu: one of several values, or on and off.
    void addChoices(QMenu &menu, const QString &title, const QString &option, const QList<std::pair<QString, QString>> &values);
    void addSwitch(QMenu &menu, const QString &text, const QString &option, bool fallback);
    void openMenu(const QPoint &globalPosition);

    void showEvent(QShowEvent *event) override;

private:
    struct Answer {
        RunTablePtr table;
        CardAnswer apply;
        QStringList keys, names;
        std::vector<RunRef> runs;
        qsizetype left = 0; // runs beyond MostCardRuns
        HistoryNeeds needs; // that were not read yet, rows of the table
    };

    void updateLater();
    void takeHistories();
    void update();
    void take(Answer answer);
    void giveRuns(const QStringList &names);
    void giveColors();
    static Result<Answer> compute(CardInput input, const Kind &kind, Job &job);

    Kind m_kind;
    CardSpec m_spec;
    QPointer<RunView> m_view;
    CardView *m_plot;
    QHBoxLayout *m_bar;
    QList<std::pair<KeyButton *, qsizetype>> m_pickers;
    QStringList m_shownKeys;
    std::vector<RunRef> m_runs; // of the view's runs
    QHash<RunRef, int> m_places;
    QStringList m_names;
    bool m_isOld = true;
    CardSpec m_begun; // what is being computed
    QTimer m_timer;
    QTimer m_slowTimer; // then it is said that something is computed
    Latest<Answer> m_latest{this};
};

} // namespace Assay
