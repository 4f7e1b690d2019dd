// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/models/modelspanel.h"

#include "widgets/panels/models/promotiondialog.h"
#include "widgets/panels/models/stageboard.h"

#include <QAction>
#include <QCheckBox>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Assay;
using namespace Qt::StringLiterals;

namespace {

ModelVersion makeVersion(const QString &number, const QString &stage)
{
    ModelVersion version;
    version.version = number;
    version.currentStage = stage;
    version.status = u"READY"_s;
    version.runId = u"run"_s + number;
    version.lastUpdatedTime = 1000 * number.toInt();
    return version;
}

RegisteredModel makeModel()
{
    RegisteredModel model;
    model.name = u"churn"_s;
    model.versions = {makeVersion(u"1"_s, u"Production"_s), makeVersion(u"2"_s, u"Staging"_s), makeVersion(u"3"_s, u"Testing"_s)};
    return model;
}

int cardsIn(const ModelsPanel &panel, const QString &stage)
{
    return panel.findChild<StageColumn *>("stage"_L1 + stage)->model()->rowCount();
}

} // namespace

class ModelsPanelTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ModelsPanel> makePanel(bool writable = true)
    {
        auto panel = std::make_unique<ModelsPanel>();
        panel->setModels({makeModel()}, {{u"run2"_s, u"the second"_s}});
        panel->setWritable(writable, writable ? QString() : u"the folder is read-only"_s);
        panel->resize(1200, 700);
        panel->show();
        return panel;
    }

private Q_SLOTS:
    void putsVersionsIntoTheirStages()
    {
        const auto panel = makePanel();
        QCOMPARE(cardsIn(*panel, u"None"_s), 0);
        QCOMPARE(cardsIn(*panel, u"Staging"_s), 1);
        QCOMPARE(cardsIn(*panel, u"Production"_s), 1);
        QCOMPARE(cardsIn(*panel, u"Other"_s), 1);
    }

    void promotesByKeyboard()
    {
        const auto panel = makePanel();
        QSignalSpy requests(panel.get(), &ModelsPanel::promotionRequested);
        auto *staging = panel->findChild<StageColumn *>(u"stageStaging"_s);
        staging->setFocus();
        staging->setCurrentIndex(staging->model()->index(0, 0));
        QTest::keyClick(staging, Qt::Key_P);
        auto *menu = panel->findChild<QMenu *>(u"moveMenu"_s);
        QVERIFY(menu);
        QCOMPARE(menu->actions().at(1)->isEnabled(), false); // it stands in Staging already
        menu->actions().at(2)->trigger();
        menu->close();
        auto *dialog = panel->findChild<PromotionDialog *>();
        QVERIFY(dialog);
        auto *confirm = dialog->findChild<QPushButton *>(u"promotionConfirm"_s);
        QVERIFY2(!confirm->isEnabled(), "a promotion needs a reason");
        QCOMPARE(dialog->findChild<QLabel *>(u"promotionConsequences"_s)->text(), u"Will be moved to Archived: v1"_s);
        QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(u"promotionReason"_s), u"better"_s);
        QVERIFY(confirm->isEnabled());
        confirm->click();
        QCOMPARE(requests.count(), 1);
        const auto request = requests.first().first().value<PromotionRequest>();
        QCOMPARE(request.change, (StageChange{u"churn"_s, u"2"_s, u"Staging"_s, 2000, Stage::Production, true}));
        QCOMPARE(request.reason, u"better"_s);
    }

    void promotesByDrop()
    {
        const auto panel = makePanel();
        auto *production = panel->findChild<StageColumn *>(u"stageProduction"_s);
        QMimeData data;
        data.setData(u"application/x-assay-model-version"_s, "2");
        QDragEnterEvent enter(QPoint(10, 10), Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(production->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(production->viewport(), &drop);
        const auto *dialog = panel->findChild<PromotionDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QPushButton *>(u"promotionConfirm"_s)->text(), u"Move to Production"_s);
    }

    void saysWhyNothingCanBeMoved()
    {
        const auto panel = makePanel(false);
        auto *production = panel->findChild<StageColumn *>(u"stageProduction"_s);
        Q_EMIT production->versionDropped(u"2"_s, Stage::Production);
        QVERIFY(!panel->findChild<PromotionDialog *>());
        QCOMPARE(panel->findChild<QLabel *>(u"modelsNoticeText"_s)->text(), u"the folder is read-only"_s);
        QVERIFY(!panel->findChild<QPushButton *>(u"versionMove"_s)->isEnabled());
    }

    void tellsTheOutcome_data()
    {
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("beginning");
        QTest::newRow("applied") << Outcome::Applied << u"Applied: churn v2 to Production"_s;
        QTest::newRow("not applied") << Outcome::NotApplied << u"Not applied: churn v2 to Production. changed by somebody"_s;
        QTest::newRow("unknown") << Outcome::Unknown << u"Unknown: churn v2 to Production. changed by somebody"_s;
    }
    void tellsTheOutcome()
    {
        QFETCH(Outcome, outcome);
        QFETCH(QString, beginning);
        const auto panel = makePanel();
        PromotionDone done;
        done.outcome = outcome;
        done.change = {u"churn"_s, u"2"_s, u"Staging"_s, {}, Stage::Production, false};
        if (outcome != Outcome::Applied)
            done.error = Error{ErrorCode::Conflict, u"changed by somebody"_s, {}};
        panel->showOutcome(done);
        const QString text = panel->findChild<QLabel *>(u"modelsNoticeText"_s)->text();
        QVERIFY2(text.startsWith(beginning), qPrintable(text));
        done.overlap = u"v3 was moved by somebody else"_s;
        panel->showOutcome(done);
        QVERIFY(panel->findChild<QLabel *>(u"modelsNoticeText"_s)->text().endsWith(done.overlap));
    }

    void goesToTheSourceRun()
    {
        const auto panel = makePanel();
        QSignalSpy runs(panel.get(), &ModelsPanel::runRequested);
        auto *staging = panel->findChild<StageColumn *>(u"stageStaging"_s);
        staging->setCurrentIndex(staging->model()->index(0, 0));
        QPushButton *go = nullptr;
        for (QPushButton *button : panel->findChildren<QPushButton *>(u"versionRun"_s))
            if (button->isEnabled())
                go = button;
        QVERIFY(go);
        go->click();
        QCOMPARE(runs.first().first().toString(), u"run2"_s);
    }
};

QTEST_MAIN(ModelsPanelTest)
#include "tst_modelspanel.moc"
