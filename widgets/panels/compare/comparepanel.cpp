// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/compare/comparepanel.h"

#include "models/domain/memberid.h"
#include "models/items/displaytext.h"
#include "widgets/panels/compare/comparetable.h"
#include "widgets/panels/compare/explainview.h"
#include "widgets/panels/compare/textdiffview.h"
#include "widgets/theme/label.h"
#include "widgets/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// A caption that gives way to what stands beside it.
class GivingLabel final : public QLabel
{
public:
    GivingLabel()
    {
        setProperty("role", u"caption"_s);
        setTextFormat(Qt::PlainText);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

} // namespace

ComparePanel::ComparePanel(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"compare"_s);
    setProperty("role", u"surface"_s);
    m_message = plainLabel({}, u"muted"_s, u"compareMessage"_s);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);

    m_splitter = new QSplitter(Qt::Vertical);
    m_splitter->setHandleWidth(1);
    m_table = new CompareTable(m_model);
    m_splitter->addWidget(m_table);
    m_textDiff = new TextDiffView;
    m_textDiff->hide();
    m_splitter->addWidget(m_textDiff);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({560, 280});
    m_splitter->setChildrenCollapsible(false);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_message);
    m_stack->addWidget(m_splitter);
    m_explain = new ExplainView;
    m_stack->addWidget(m_explain);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(makeReadingBar());
    layout->addWidget(m_stack, 1);
    connectBar();
    connectTable();
    setComparison(nullptr);
}

// The table asks the model until it is gone.
ComparePanel::~ComparePanel()
{
    delete m_table;
}

QWidget *ComparePanel::makeBar()
{
    m_title = plainLabel({}, u"heading"_s, u"compareTitle"_s);
    m_caption = new GivingLabel;
    m_caption->setObjectName(u"compareCaption"_s);
    m_baseline = new QComboBox;
    m_baseline->setObjectName(u"compareBaseline"_s);
    m_baseline->setAccessibleName(tr("Baseline"));
    m_baseline->setToolTip(tr("The run that deltas are taken to; it stands first"));
    m_baseline->setFixedWidth(180);
    m_tolerance = new QLineEdit;
    m_tolerance->setObjectName(u"compareTolerance"_s);
    m_tolerance->setAccessibleName(tr("Tolerance"));
    m_tolerance->setPlaceholderText(tr("Tolerance"));
    m_tolerance->setToolTip(tr("Numbers no further apart than this count as equal, in params and metrics: 0.01, or 1% of the greater one"));
    m_tolerance->setFixedWidth(90);
    m_toleranceChip = new QToolButton;
    m_toleranceChip->setObjectName(u"compareToleranceChip"_s);
    m_toleranceChip->setProperty("kind", u"button"_s);
    m_toleranceChip->setIcon(icon("close"_L1, ColorRole::Muted));
    m_toleranceChip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toleranceChip->setLayoutDirection(Qt::RightToLeft); // the cross behind the text
    m_onlyDifferences = new QToolButton;
    m_onlyDifferences->setObjectName(u"compareOnlyDifferences"_s);
    m_onlyDifferences->setProperty("kind", u"button"_s);
    m_onlyDifferences->setText(tr("Only Differences"));
    m_onlyDifferences->setCheckable(true);
    m_onlyDifferences->setChecked(true);
    m_explains = new QToolButton;
    m_explains->setObjectName(u"compareExplain"_s);
    m_explains->setProperty("kind", u"button"_s);
    m_explains->setText(tr("Explain"));
    m_explains->setToolTip(tr("Which params go with a metric in these runs"));
    m_explains->setCheckable(true);
    m_search = new QLineEdit;
    m_search->setObjectName(u"compareSearch"_s);
    m_search->setPlaceholderText(tr("Search keys and values"));
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(140);
    m_search->setMaximumWidth(220);
    m_search->addAction(icon("search"_L1, ColorRole::Muted), QLineEdit::LeadingPosition);

    auto *bar = new QWidget;
    bar->setProperty("role", u"bar"_s);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_caption, 1);
    layout->addWidget(m_toleranceChip);
    layout->addWidget(plainLabel(tr("Baseline"), u"muted"_s));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_baseline, m_tolerance, m_onlyDifferences, m_explains, m_search})
        layout->addWidget(widget);
    return bar;
}

QWidget *ComparePanel::makeReadingBar()
{
    m_readingText = plainLabel({}, u"caption"_s, u"compareReading"_s);
    m_readAll = new QPushButton(tr("Read All"));
    m_readAll->setObjectName(u"compareReadAll"_s);
    m_stop = new QPushButton(tr("Stop"));
    m_stop->setObjectName(u"compareStop"_s);
    auto *bar = new QFrame;
    bar->setProperty("role", u"notice"_s);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->addWidget(m_readingText, 1);
    layout->addWidget(m_readAll);
    layout->addWidget(m_stop);
    connect(m_readAll, &QPushButton::clicked, this, &ComparePanel::readAllRequested);
    connect(m_stop, &QPushButton::clicked, this, &ComparePanel::stopRequested);
    m_readingBar = bar;
    bar->hide();
    return bar;
}

void ComparePanel::setReading(const Reading &reading)
{
    const bool isLeft = reading.unread > 0 && m_model.comparison();
    m_readingBar->setVisible(isLeft && (!reading.isReading || reading.total > 3)); // a few are there at once
    m_readAll->setVisible(!reading.isReading);
    m_stop->setVisible(reading.isReading);
    m_readingText->setText(reading.isReading ? tr("Reading artifacts: %1 of %2 runs").arg(countText(reading.done), countText(reading.total))
                                             : tr("Environment, signature and artifacts: %n run(s) not read", nullptr, int(reading.unread)));
}

void ComparePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    Q_EMIT shown();
}

void ComparePanel::connectBar()
{
    connect(m_onlyDifferences, &QToolButton::toggled, this, &ComparePanel::askForFilter);
    connect(m_search, &QLineEdit::textChanged, this, &ComparePanel::askForFilter);
    connect(m_explains, &QToolButton::toggled, this, &ComparePanel::updateExplain);
    connect(m_baseline, &QComboBox::activated, this, [this](int index) { makeBaseline(m_baseline->itemData(index).toString()); });
    connect(m_tolerance, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_tolerance->setProperty("invalid", !parseTolerance(text).has_value());
        m_tolerance->setStyleSheet(m_tolerance->styleSheet()); // looks at the property again
    });
    connect(m_tolerance, &QLineEdit::editingFinished, this, &ComparePanel::takeTolerance);
    connect(m_toleranceChip, &QToolButton::clicked, this, [this] {
        m_tolerance->clear();
        takeTolerance();
    });
}

void ComparePanel::askForFilter()
{
    Q_EMIT filterChanged({m_onlyDifferences->isChecked(), m_search->text()});
}

void ComparePanel::takeTolerance()
{
    const auto tolerance = parseTolerance(m_tolerance->text());
    if (tolerance && (!m_model.comparison() || m_model.comparison()->diff->tolerance() != *tolerance))
        Q_EMIT toleranceChosen(*tolerance);
}

void ComparePanel::updateToleranceChip()
{
    const DiffTolerance tolerance = m_model.comparison() ? m_model.comparison()->diff->tolerance() : DiffTolerance();
    const QString text = toleranceText(tolerance);
    m_toleranceChip->setVisible(!text.isEmpty());
    m_toleranceChip->setText(tr("equal within %1").arg(text));
    m_toleranceChip->setToolTip(tr("Numbers no further apart than %1 count as equal; click to compare exactly").arg(text));
}

// The order that is wanted, told by ids; the model has it when the comparison comes.
void ComparePanel::moveRun(int fromSection, int toSection)
{
    QStringList ids;
    for (const RunInfo &run : m_model.comparison()->runs)
        ids.append(runKey(run.ref));
    if (fromSection < 1 || fromSection > ids.size())
        return;
    ids.move(fromSection - 1, std::clamp<qsizetype>(toSection - 1, 0, ids.size() - 1));
    Q_EMIT orderChosen(ids);
}

void ComparePanel::makeBaseline(const QString &runId)
{
    for (qsizetype i = 0; m_model.comparison() && i < m_model.comparison()->runs.size(); ++i)
        if (runKey(m_model.comparison()->runs[i].ref) == runId)
            return moveRun(int(i) + 1, 1);
}

void ComparePanel::fold(int row, bool folded)
{
    m_model.setFolded(row, folded);
    m_table->selection()->setCurrentIndex(m_model.index(row, 0), QItemSelectionModel::NoUpdate);
}

void ComparePanel::setComparison(ComparisonPtr comparison, const QString &message)
{
    const QSignalBlocker blocker(m_baseline);
    const bool sameRuns = comparison && m_model.comparison() && comparison->runs == m_model.comparison()->runs;
    if (!sameRuns) {
        m_baseline->clear();
        if (comparison)
            for (const RunInfo &run : comparison->runs)
                m_baseline->addItem(comparedName(*comparison, run, 60), runKey(run.ref));
        m_title->setText(comparison ? tr("%n run(s) side by side", nullptr, int(comparison->runs.size())) : tr("Compare"));
    }
    m_baseline->setCurrentIndex(comparison ? int(comparison->diff->baseline()) : -1);
    m_baseline->setEnabled(comparison != nullptr);
    m_message->setText(message.isEmpty() ? tr("Select two or more runs in the table to see how they differ.") : message);
    const CompareTable::Place place = m_table->place();
    const CurrentCell cell = currentCell();
    m_model.setComparison(std::move(comparison));
    m_table->layOutColumns();
    restore(cell);
    if (sameRuns)
        m_table->scrollTo(place);
    updateToleranceChip();
    updateCaption();
    updateTextDiff();
    updateExplain();
}

bool ComparePanel::isExplaining() const
{
    return m_explains->isChecked() && m_model.comparison();
}

void ComparePanel::updateExplain()
{
    QStringList metrics;
    if (isExplaining())
        for (const DiffRow &row : m_model.comparison()->diff->rows())
            if (row.section == DiffSection::Metrics)
                metrics.append(row.key);
    if (isExplaining())
        m_explain->setMetrics(metrics);
    updateCaption();
    Q_EMIT explainingChanged(isExplaining());
}

void ComparePanel::setLoading(bool loading)
{
    if (loading && !m_model.comparison())
        m_message->setText(tr("Comparing…"));
}

void ComparePanel::updateCaption()
{
    const ComparisonPtr &comparison = m_model.comparison();
    const qsizetype hidden = comparison ? comparison->tree.hidden : 0;
    m_caption->setText(hidden > 0 ? tr("%n key(s) that are the same everywhere left out", nullptr, int(hidden)) : QString());
    m_caption->setToolTip(m_caption->text());
    if (!comparison) {
        m_stack->setCurrentWidget(m_message);
        return;
    }
    const bool isEmpty = m_model.rowCount() == 0;
    if (isEmpty && !comparison->filter.search.isEmpty())
        m_message->setText(tr("No key or value has “%1” in it.").arg(visibleText(comparison->filter.search, 200)));
    else if (isEmpty)
        m_message->setText(comparison->diff->rows().empty() ? tr("Nothing was logged in these runs.") : tr("These runs are the same in every key."));
    m_stack->setCurrentIndex(isExplaining() ? 2 : isEmpty ? 0 : 1);
}

} // namespace Assay
