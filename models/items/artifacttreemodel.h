// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/domain/artifact.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace Assay {

// The artifacts of one run as a tree, folder by folder as they are opened: an unread folder is asked for with
// listingRequested, shows that it is loading, and gets its content (or the reason why it has none) with setListing.
// Folders first, then names with their numbers in order of value.
class ArtifactTreeModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, SizeColumn, ColumnCount };
    enum class Kind { File, Folder, Link, Message };
    Q_ENUM(Kind)
    enum Role {
        KindRole = Qt::UserRole,
        PathRole,        // QString, as recorded; empty for messages
        SizeRole,        // qint64, bytes
        PreviewKindRole, // PreviewKind as int, by the name alone: for icons
    };
    static constexpr qsizetype MaxChildren = 20'000; // of one folder; what is left out is said

    explicit ArtifactTreeModel(QObject *parent = nullptr);
    ~ArtifactTreeModel() override;

    // Forgets everything; with `hasRun` the root folder is asked for at once.
    void reset(bool hasRun);
    // Ignored for a folder that nobody waits for.
    void setListing(const QString &folder, const Result<ArtifactListing> &listing);

    // Invalid when it is not (yet) there.
    QModelIndex indexOf(const QString &path) const;
    bool isLoading(const QString &folder) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void listingRequested(const QString &folder);

private:
    struct Node;

    Node *node(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node) const;
    Node *find(const QString &path) const;
    void request(Node *folder);
    static void adopt(Node *folder, std::vector<std::unique_ptr<Node>> children);
    static std::vector<std::unique_ptr<Node>> loading();
    void replaceChildren(Node *folder, std::vector<std::unique_ptr<Node>> children);

    std::unique_ptr<Node> m_root;
};

} // namespace Assay
