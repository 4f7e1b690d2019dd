// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/registry/promotion.h"
#include "tests/support/testing.h"

#include <QTemporaryDir>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

// A store in memory that can be told how to misbehave.
class FakeStore final : public StoreBackend
{
public:
    enum class Fault { None, Conflict, LostAnswerApplied, LostAnswerNotApplied, LiesAboutSuccess };

    Fault fault = Fault::None;
    QString overlap;
    StoreInfo storeInfo;
    RegisteredModel model;
    int attempts = 0;

    FakeStore()
    {
        storeInfo.location = u"/fake"_s;
        storeInfo.writable = true;
        model.name = u"churn"_s;
        for (const auto &[number, stage] : {std::pair(u"1"_s, u"Production"_s), std::pair(u"2"_s, u"Staging"_s)}) {
            ModelVersion version;
            version.version = number;
            version.currentStage = stage;
            version.runId = u"run"_s + number;
            model.versions.append(version);
        }
    }

    StoreInfo info() const override { return storeInfo; }
    void setRootMappings(const QList<RootMapping> &) override {}
    Result<StoreCounts> counts(Job &) override { return StoreCounts{}; }
    Result<Loaded<QList<Experiment>>> experiments(Job &) override { return Loaded<QList<Experiment>>{}; }
    Result<Loaded<RunTablePtr>> runs(const RunRequest &, const PartialRuns &, Job &) override { return Loaded<RunTablePtr>{}; }
    Result<Loaded<QList<MetricSeries>>> history(const HistoryRequest &, Job &) override { return Loaded<QList<MetricSeries>>{}; }
    Result<ArtifactListing> artifacts(const RunRef &, const QString &, bool, Job &) override { return ArtifactListing{}; }
    Status readArtifact(const RunRef &, const QString &, const ByteSink &, Job &) override { return {}; }
    Result<Loaded<QList<RegisteredModel>>> models(Job &) override { return Loaded<QList<RegisteredModel>>{{model}, {}}; }
    Result<QList<Problem>> diagnose(Job &) override { return QList<Problem>(); }
    Status setAlias(const QString &, const QString &alias, const std::optional<QString> &version, Job &) override
    {
        if (version)
            model.aliases.insert(alias, *version);
        else
            model.aliases.remove(alias);
        return {};
    }
    Status editRun(const RunEdit &, Job &) override { return {}; }
    Status setModelTag(const QString &, const QString &, const std::optional<QString> &, Job &) override { return {}; }
    Status setVersionTag(const QString &, const QString &, const QString &, const std::optional<QString> &, Job &) override { return {}; }

    Result<StageChangeDone> changeStage(const StageChange &change, Job &) override
    {
        ++attempts;
        if (fault == Fault::Conflict)
            return Error{ErrorCode::Conflict, u"changed by somebody"_s, {}};
        StageChangeDone done;
        done.overlap = overlap;
        if (fault != Fault::LostAnswerNotApplied && fault != Fault::LiesAboutSuccess) {
            for (ModelVersion &version : model.versions) {
                if (version.version == change.version) {
                    version.currentStage = stageName(change.toStage);
                } else if (change.archiveExisting && version.currentStage == stageName(change.toStage)) {
                    version.currentStage = u"Archived"_s;
                    done.archived.append(version.version);
                }
            }
        }
        if (fault == Fault::LostAnswerApplied || fault == Fault::LostAnswerNotApplied)
            return Error{ErrorCode::OutcomeUnknown, u"lost"_s, {}};
        return done;
    }
};

PromotionRequest request()
{
    return {{u"churn"_s, u"2"_s, u"Staging"_s, {}, Stage::Production, true}, u"better on all slices"_s};
}

} // namespace

class PromotionTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    SilentJob m_job;
    AuditJournal journal(const char *name) const { return AuditJournal(m_folder.filePath(QString::fromLatin1(name))); }

private Q_SLOTS:
    void recordsIntentAndOutcome()
    {
        FakeStore store;
        const AuditJournal audit = journal("applied");
        const auto done = promote(store, audit, request(), m_job);
        VERIFY_RESULT(done);
        QCOMPARE(done->outcome, Outcome::Applied);
        QCOMPARE(done->archived, QStringList{u"1"_s});
        const auto entries = audit.entries();
        QCOMPARE(entries->size(), 2);
        QCOMPARE(entries->at(0).details["reason"_L1].toString(), u"better on all slices"_s);
        QCOMPARE(entries->at(0).details["run_id"_L1].toString(), u"run2"_s);
        QCOMPARE(entries->at(1).intent, entries->at(0).id);
        QCOMPARE(entries->at(1).details["result"_L1].toString(), u"applied"_s);
        QCOMPARE(done->entry, entries->at(1).id);
    }

    void recordsWhatOthersDidMeanwhile()
    {
        FakeStore store;
        store.overlap = u"v3 was moved, too"_s;
        const AuditJournal audit = journal("overlap");
        const auto done = promote(store, audit, request(), m_job);
        VERIFY_RESULT(done);
        QCOMPARE(done->outcome, Outcome::Applied);
        QCOMPARE(done->overlap, store.overlap);
        QCOMPARE(audit.entries()->at(1).details["overlap"_L1].toString(), store.overlap);
    }

    void endsTruthfully_data()
    {
        QTest::addColumn<FakeStore::Fault>("fault");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("conflict") << FakeStore::Fault::Conflict << Outcome::NotApplied;
        QTest::newRow("answer lost, applied") << FakeStore::Fault::LostAnswerApplied << Outcome::Applied;
        QTest::newRow("answer lost, not applied") << FakeStore::Fault::LostAnswerNotApplied << Outcome::Unknown;
        QTest::newRow("says done, is not") << FakeStore::Fault::LiesAboutSuccess << Outcome::Unknown;
    }
    void endsTruthfully()
    {
        QFETCH(FakeStore::Fault, fault);
        QFETCH(Outcome, outcome);
        FakeStore store;
        store.fault = fault;
        const AuditJournal audit = journal(QTest::currentDataTag());
        const auto done = promote(store, audit, request(), m_job);
        VERIFY_RESULT(done);
        QCOMPARE(done->outcome, outcome);
        QCOMPARE(done->error.has_value(), outcome != Outcome::Applied);
        QCOMPARE(store.attempts, 1);
        QCOMPARE(audit.entries()->last().details["result"_L1].toString(), outcomeName(outcome));
    }

    void refusesByRule()
    {
        FakeStore store;
        PromotionRequest noReason = request();
        noReason.reason = u" \n"_s;
        QCOMPARE(promote(store, journal("rules"), noReason, m_job)->error->code, ErrorCode::Refused);
        PromotionRequest archiving = request();
        archiving.change.toStage = Stage::Archived;
        QCOMPARE(promote(store, journal("rules"), archiving, m_job)->error->code, ErrorCode::Refused);
        store.storeInfo.writable = false;
        store.storeInfo.notWritableCode = ErrorCode::UnknownSchema;
        QCOMPARE(promote(store, journal("rules"), request(), m_job)->error->code, ErrorCode::UnknownSchema);
        QCOMPARE(store.attempts, 0);
        QCOMPARE(journal("rules").entries()->size(), 6);
    }

    void triesNothingWithoutAJournal()
    {
        FakeStore store;
        QFile(m_folder.filePath(u"plain"_s)).open(QIODevice::WriteOnly);
        QVERIFY(!promote(store, journal("plain/audit"), request(), m_job));
        QCOMPARE(store.attempts, 0);
    }

    void reconcilesWhatACrashLeft()
    {
        FakeStore store;
        const AuditJournal audit = journal("crash");
        AuditEntry intent;
        intent.action = u"promote"_s;
        intent.store = u"/fake"_s;
        intent.subject = u"churn"_s;
        intent.details = {{"version"_L1, u"2"_s}};
        VERIFY_RESULT(audit.append(intent));
        VERIFY_RESULT(promote(store, audit, request(), m_job));
        const auto entries = audit.entries();
        QCOMPARE(entries->at(1).action, u"reconcile"_s);
        QCOMPARE(entries->at(1).details["found_stage"_L1].toString(), u"Staging"_s);
        QVERIFY(audit.openIntents(u"/fake"_s)->isEmpty());
        QCOMPARE(audit.verify()->firstBadLine, 0);
    }

    void movesAndDeletesAliases()
    {
        FakeStore store;
        const AuditJournal audit = journal("alias");
        QCOMPARE(changeAlias(store, audit, u"churn"_s, u"champion"_s, u"2"_s, u"why"_s, m_job)->outcome, Outcome::Applied);
        QCOMPARE(store.model.aliases.value(u"champion"_s), u"2"_s);
        QCOMPARE(changeAlias(store, audit, u"churn"_s, u"champion"_s, {}, u"why"_s, m_job)->outcome, Outcome::Applied);
        QVERIFY(store.model.aliases.isEmpty());
        QCOMPARE(changeAlias(store, audit, u"nobody"_s, u"champion"_s, {}, u"why"_s, m_job)->error->code, ErrorCode::NotFound);
    }
};

QTEST_APPLESS_MAIN(PromotionTest)
#include "tst_promotion.moc"
