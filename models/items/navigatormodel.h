// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/ids.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace Assay {

struct NavigatorExperiment {
    ExperimentId id;
    QString name;
    qint64 runCount = -1; // -1: not known yet
    bool isDeleted = false;

    friend bool operator==(const NavigatorExperiment &, const NavigatorExperiment &) = default;
};

struct NavigatorModelEntry {
    QString name;
    qint64 versionCount = 0;

    friend bool operator==(const NavigatorModelEntry &, const NavigatorModelEntry &) = default;
};

enum class StoreBadge { Loading, Live, ReadOnly, Offline, Failed };

// One open store as the navigator shows it.
struct NavigatorStore {
    QString location;
    QString title;
    StoreBadge badge = StoreBadge::Loading;
    QString badgeText; // translated: why it is read-only, what failed
    QList<NavigatorExperiment> experiments;
    QList<NavigatorModelEntry> models;

    friend bool operator==(const NavigatorStore &, const NavigatorStore &) = default;
};

// What of one store is chosen; without experiments all of it.
struct NavigatorChoice {
    QString location;
    QList<ExperimentId> experiments;

    friend bool operator==(const NavigatorChoice &, const NavigatorChoice &) = default;
};

// Stores, their experiments (folded by '/' where names have it) and registered models as a tree of one column.
// A change of counts or badges is a dataChanged; only a change of what is there resets the model.
class NavigatorModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Kind { Store, Section, Folder, Experiment, Model };
    Q_ENUM(Kind)
    enum Role {
        KindRole = Qt::UserRole,
        KeyRole,           // QString, unique, stays the same over resets: to restore what was expanded and selected
        LocationRole,      // QString: of the store
        ExperimentIdsRole, // QStringList: of an experiment, or of all below a folder, section or store
        ModelNameRole,     // QString
        CountRole,         // qint64, -1 not known
        BadgeRole,         // StoreBadge as int, for stores
        DeletedRole,       // bool
    };

    explicit NavigatorModel(QObject *parent = nullptr);
    ~NavigatorModel() override;

    void setStores(const QList<NavigatorStore> &stores);
    QModelIndex indexOfKey(const QString &key) const;
    QModelIndex indexOfExperiment(const QString &location, const ExperimentId &id) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    struct Node; // private to the .cpp

private:
    const Node *node(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node) const;
    void adopt(Node &mine, Node &fresh);

    std::unique_ptr<Node> m_root;
};

} // namespace Assay
