// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/controllers/comparecontroller.h"

#include "models/base/promisedjob.h"
#include "models/domain/memberid.h"
#include "models/items/artifactrows.h"
#include "models/store/openstore.h"
#include "models/store/runfilesreader.h"
#include "models/table/diffrows.h"
#include "widgets/panels/compare/comparepanel.h"

#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct Question {
    RunTablePtr table;
    QList<RunRef> runs;
    QList<int> colors;
    CompareFilter filter;
    DiffTolerance tolerance;
    ReadFiles files; // of each run
    std::shared_ptr<SharedParses> parses;
};

constexpr qsizetype MaxTextFile = 1024 * 1024;

ComparisonPtr compare(const Question &question, const Job &job)
{
    auto comparison = std::make_shared<Comparison>();
    std::vector<uint32_t> rows;
    ReadFiles files;
    for (qsizetype i = 0; i < question.runs.size(); ++i) {
        const auto row = question.table->rowOf(question.runs[i]);
        if (!row)
            continue;
        rows.push_back(*row);
        comparison->runs.append(question.table->info(*row));
        comparison->colorIndexes.append(question.colors[i]);
        files.append(question.files[i]);
    }
    if (rows.size() < 2)
        return nullptr;
    RunDiff diff = RunDiff::ofTable(question.table, rows, 0, question.tolerance, job);
    if (job.isCanceled())
        return nullptr;
    ArtifactRows artifacts = [&] {
        const QMutexLocker locker(&question.parses->mutex);
        return artifactRows(comparison->runs, files, question.parses->parses);
    }();
    diff.append(std::move(artifacts.environment));
    diff.append(codeRows(*question.table, rows));
    diff.append(std::move(artifacts.signature));
    diff.append(std::move(artifacts.artifacts));
    if (job.isCanceled())
        return nullptr;
    comparison->notes = std::move(artifacts.notes);
    comparison->filter = question.filter;
    comparison->tree = makeCompareTree(diff, question.filter, comparison->notes, job);
    comparison->diff = std::make_shared<const RunDiff>(std::move(diff));
    return comparison;
}

} // namespace

CompareController::CompareController(RunView &view, QObject *parent)
    : PageController(parent), m_view(view), m_panel(new ComparePanel), m_explain(view, *m_panel, this)
{
    connect(&view, &RunView::selectionChanged, this, &CompareController::update);
    connect(&view, &RunView::tableChanged, this, &CompareController::update);
    connect(&view, &RunView::shownChanged, this, [this] {
        if (!m_colors.isEmpty() && colorsOf(orderedRuns()) != m_colors)
            update();
    });
    connect(m_panel, &ComparePanel::shown, this, &CompareController::readFiles);
    connect(m_panel, &ComparePanel::readAllRequested, &m_files, &CompareFiles::readAll);
    connect(m_panel, &ComparePanel::stopRequested, &m_files, &CompareFiles::stop);
    connect(m_panel, &ComparePanel::fileDiffRequested, this, &CompareController::diffFiles);
    connect(&m_files, &CompareFiles::progressed, this, &CompareController::tellReading);
    connect(&m_files, &CompareFiles::changed, this, &CompareController::update);
    connect(m_panel, &ComparePanel::orderChosen, this, [this](const QStringList &ids) {
        m_order = ids;
        update();
    });
    connect(m_panel, &ComparePanel::filterChanged, this, [this](const CompareFilter &filter) {
        m_filter = filter;
        update();
    });
    connect(m_panel, &ComparePanel::textDiffRequested, this, [this](const QString &from, const QString &to) {
        m_textFiles.cancel();
        diffTexts(from, to);
    });
    connect(m_panel, &ComparePanel::toleranceChosen, this, [this](const DiffTolerance &tolerance) {
        m_tolerance = tolerance;
        update();
    });
}

CompareController::~CompareController() = default;

qsizetype CompareController::parsedFiles() const
{
    const QMutexLocker locker(&m_parses->mutex);
    return m_parses->parses.parsedFiles();
}

QWidget *CompareController::widget() const
{
    return m_panel;
}

void CompareController::setStore(OpenStore *store)
{
    if (store != m_store) {
        m_store = store;
        m_order.clear();
        m_files.setStore(store);
    }
    update();
}

// Artifacts are read when somebody looks at the page.
void CompareController::readFiles()
{
    const QList<RunRef> runs = orderedRuns();
    if (m_panel->isVisible() && runs.size() >= 2)
        m_files.setRuns(runs);
    tellReading();
}

void CompareController::tellReading()
{
    m_panel->setReading({m_files.isReading(), m_files.doneCount(), m_files.wantedCount(), m_files.unreadCount()});
}

QList<RunRef> CompareController::orderedRuns() const
{
    QList<RunRef> runs = m_view.selectedRuns().mid(0, RunLimit);
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < m_order.size(); ++i)
        places.insert(m_order[i], i);
    std::stable_sort(runs.begin(), runs.end(), [&](const RunRef &a, const RunRef &b) {
        return places.value(runKey(a), m_order.size()) < places.value(runKey(b), m_order.size());
    });
    return runs;
}

void CompareController::update()
{
    readFiles();
    Question question{m_view.table(), orderedRuns(), {}, m_filter, m_tolerance, {}, m_parses};
    question.files = m_files.files(question.runs);
    m_explain.setRuns(question.runs);
    if (!question.table || question.runs.size() < 2) {
        m_latest.cancel();
        m_colors.clear();
        m_panel->setComparison(nullptr);
        return;
    }
    question.colors = m_colors = colorsOf(question.runs);
    m_panel->setLoading(true);
    auto future = QtConcurrent::run([question](QPromise<Result<ComparisonPtr>> &promise) {
        promise.addResult(compare(question, PromisedJob<Result<ComparisonPtr>>(promise)));
    });
    m_latest.start(future, [this](const Result<ComparisonPtr> &comparison) {
        if (!comparison)
            return;
        const QString gone = tr("Of the selected runs fewer than two are still there.");
        m_panel->setComparison(*comparison, *comparison ? QString() : gone);
    });
}

QList<int> CompareController::colorsOf(const QList<RunRef> &runs) const
{
    QList<int> colors;
    for (const RunRef &run : runs)
        colors.append(m_view.colorIndex(run));
    return colors;
}

void CompareController::diffTexts(const QString &from, const QString &to)
{
    using Answer = Result<std::shared_ptr<const SideBySide>>;
    auto future = QtConcurrent::run([from, to] { return Answer(std::make_shared<const SideBySide>(diffLines(from, to))); });
    m_textDiff.start(future, [this](const Answer &diff) {
        if (diff)
            m_panel->setTextDiff(*diff);
    });
}

void CompareController::diffFiles(const QString &path, const RunRef &left, const RunRef &right)
{
    using Answer = Result<QStringList>;
    if (!m_store)
        return;
    auto future = m_store->store().call([path, left, right](StoreBackend &backend, Job &job) -> Answer {
        QStringList texts;
        for (const RunRef &run : {left, right}) {
            const auto bytes = readRunFile(backend, run, path, MaxTextFile, job);
            if (!bytes)
                return bytes.error();
            if (bytes->contains('\0') || !bytes->isValidUtf8())
                return Error{ErrorCode::Unsupported, tr("%1 is not text.").arg(path.left(200)), {}};
            texts.append(QString::fromUtf8(*bytes));
        }
        return texts;
    });
    m_textDiff.cancel();
    m_textFiles.start(future, [this](const Answer &texts) { // compared elsewhere: the store has others to answer meanwhile
        if (texts)
            diffTexts(texts->at(0), texts->at(1));
        else
            m_panel->setTextDiffProblem(texts.error().message);
    });
}

} // namespace Assay
