// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/versionsmodel.h"

#include <QListView>
#include <QSortFilterProxyModel>
#include <QWidget>

#include <vector>

class QLabel;

namespace Assay {

// One column of the board. Cards are dropped here; the move itself is somebody else's.
class StageColumn final : public QListView
{
    Q_OBJECT

public:
    // `stage` nothing: versions whose recorded stage no release writes; takes no drops.
    StageColumn(std::optional<Stage> stage, QWidget *parent = nullptr);

    std::optional<Stage> stage() const { return m_stage; }

Q_SIGNALS:
    void versionDropped(const QString &version, Assay::Stage stage);

protected:
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool accepts(const QDropEvent *event) const;

    std::optional<Stage> m_stage;
    bool m_isTarget = false;
};

// The versions of one model as cards, a column for each stage.
class StageBoard final : public QWidget
{
    Q_OBJECT

public:
    explicit StageBoard(VersionsModel &model, QWidget *parent = nullptr);

    QString currentVersion() const { return m_current; }
    void setCurrentVersion(const QString &version); // without a signal
    void setMovable(bool movable);

Q_SIGNALS:
    void currentVersionChanged(const QString &version);
    void moveRequested(const QString &version, Assay::Stage stage);
    void menuRequested(const QString &version, const QPoint &globalPosition);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Lane {
        StageColumn *view;
        QSortFilterProxyModel *proxy;
        QLabel *title;
        QWidget *box;
    };

    void addLane(std::optional<Stage> stage);
    void updateTitles();

    VersionsModel &m_model;
    std::vector<Lane> m_lanes;
    QString m_current;
    bool m_selecting = false;
};

} // namespace Assay
