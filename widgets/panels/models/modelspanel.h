// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/promotion.h"
#include "models/items/versionsmodel.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QStackedWidget;
class QTabBar;
class QTreeView;

namespace Assay {

class StageBoard;
class VersionDetail;

// Registered models: the list, the stage board or table of one model's versions, one version whole.
class ModelsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ModelsPanel(QWidget *parent = nullptr);

    // Prompts are left out by the caller. `runNames`: display name by run id, for the runs that are here.
    void setModels(const QList<RegisteredModel> &models, const QHash<QString, QString> &runNames);
    void setMessage(const QString &message); // instead of the models: loading, none, failed
    void setWritable(bool writable, const QString &whyNot);
    void showModel(const QString &name);
    QString currentModel() const { return m_current; }
    void showOutcome(const PromotionDone &done);
    void showFailure(const QString &message);
    void setPending(bool pending); // a move is under way

Q_SIGNALS:
    void promotionRequested(const Assay::PromotionRequest &request);
    void runRequested(const QString &runId);

private:
    QWidget *makeList();
    QWidget *makeVersions();
    QWidget *makeNotice();
    const RegisteredModel *model() const;
    void updateModel();
    void chooseVersion(const QString &version);
    void showMoveMenu(const QString &version, const QPoint &globalPosition);
    void askToMove(const QString &version, Stage stage);
    void showNotice(const QString &text, const QString &role);

    QList<RegisteredModel> m_models;
    QHash<QString, QString> m_runNames;
    QString m_current;
    bool m_writable = false;
    QString m_whyNot;

    VersionsModel m_versions;
    QStackedWidget *m_stack;
    QLabel *m_message;
    QListWidget *m_list;
    QLabel *m_title;
    QLabel *m_description;
    QTabBar *m_tabs;
    QStackedWidget *m_views;
    StageBoard *m_board;
    QTreeView *m_table;
    VersionDetail *m_detail;
    QWidget *m_notice;
    QLabel *m_noticeText;
};

} // namespace Assay
