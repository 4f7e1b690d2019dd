// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/artifacttreemodel.h"

#include "models/items/displaytext.h"
#include "models/preview/artifacttype.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// "step 9" before "step 10"; letters by their code, without regard to case first.
int compareNames(QStringView a, QStringView b)
{
    qsizetype i = 0, j = 0;
    while (i < a.size() && j < b.size()) {
        if (a[i].isDigit() && b[j].isDigit()) {
            qsizetype iEnd = i, jEnd = j;
            while (iEnd < a.size() && a[iEnd].isDigit())
                ++iEnd;
            while (jEnd < b.size() && b[jEnd].isDigit())
                ++jEnd;
            while (i < iEnd - 1 && a[i] == u'0')
                ++i;
            while (j < jEnd - 1 && b[j] == u'0')
                ++j;
            if (iEnd - i != jEnd - j)
                return iEnd - i < jEnd - j ? -1 : 1;
            if (const int order = a.sliced(i, iEnd - i).compare(b.sliced(j, jEnd - j)))
                return order;
            i = iEnd;
            j = jEnd;
            continue;
        }
        const QChar ca = a[i].toCaseFolded(), cb = b[j].toCaseFolded();
        if (ca != cb)
            return ca < cb ? -1 : 1;
        ++i;
        ++j;
    }
    if (const qsizetype rest = (a.size() - i) - (b.size() - j))
        return rest < 0 ? -1 : 1;
    return a.compare(b);
}

// What MLflow calls an image that was logged at a step: "loss+step+40+timestamp+1790253437900+<uuid>+compressed.webp".
// The step is what one looks for, and the first thing to go when there is no room.
QString shownName(QStringView name)
{
    static const QRegularExpression pattern(u"^(.+)([+%])step\\2(\\d+)\\2timestamp\\2\\d+\\2[0-9a-f-]{36}(?:\\2compressed)?(\\.\\w+)$"_s);
    const QRegularExpressionMatch match = pattern.match(name.toString());
    if (!match.hasMatch())
        return name.toString();
    return ArtifactTreeModel::tr("%1, step %2").arg(match.captured(1), match.captured(3)) + match.captured(4);
}

} // namespace

struct ArtifactTreeModel::Node {
    enum class State { Unread, Loading, Read };

    Kind kind = Kind::Folder;
    QString path; // for messages: their text
    qint64 size = 0;
    State state = State::Unread;
    Node *parent = nullptr;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children;

    QStringView name() const { return QStringView(path).sliced(path.lastIndexOf(u'/') + 1); }
    static std::unique_ptr<Node> message(const QString &text)
    {
        auto node = std::make_unique<Node>();
        node->kind = Kind::Message;
        node->path = text;
        return node;
    }
};

ArtifactTreeModel::ArtifactTreeModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>())
{
    m_root->state = Node::State::Read;
}

ArtifactTreeModel::~ArtifactTreeModel() = default;

void ArtifactTreeModel::reset(bool hasRun)
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_root->state = hasRun ? Node::State::Loading : Node::State::Read;
    if (hasRun)
        adopt(m_root.get(), loading());
    endResetModel();
    if (hasRun)
        Q_EMIT listingRequested({});
}

void ArtifactTreeModel::request(Node *folder)
{
    if (folder->state != Node::State::Unread)
        return;
    folder->state = Node::State::Loading;
    Q_EMIT listingRequested(folder->path);
}

void ArtifactTreeModel::setListing(const QString &folder, const Result<ArtifactListing> &listing)
{
    Node *parent = find(folder);
    if (!parent || parent->state != Node::State::Loading)
        return;
    std::vector<std::unique_ptr<Node>> children;
    if (listing) {
        const qsizetype nameAt = folder.isEmpty() ? 0 : folder.size() + 1;
        for (const ArtifactEntry &entry : listing->entries) {
            if (!entry.path.startsWith(folder) || entry.path.size() <= nameAt || entry.path.indexOf(u'/', nameAt) >= 0)
                continue;
            auto child = std::make_unique<Node>();
            child->kind = entry.isLink ? Kind::Link : entry.isFolder ? Kind::Folder : Kind::File;
            child->path = entry.path;
            child->size = entry.size;
            if (child->kind == Kind::Folder)
                adopt(child.get(), loading());
            children.push_back(std::move(child));
        }
    }
    std::ranges::sort(children, [](const auto &a, const auto &b) {
        const bool aFolder = a->kind == Kind::Folder, bFolder = b->kind == Kind::Folder;
        return aFolder != bFolder ? aFolder : compareNames(a->name(), b->name()) < 0;
    });
    if (const auto count = qsizetype(children.size()); count > MaxChildren) {
        children.resize(size_t(MaxChildren));
        children.push_back(Node::message(tr("%n more", nullptr, int(count - MaxChildren))));
    }
    if (!listing)
        children.push_back(Node::message(listing.error().message));
    else if (!listing->reachable)
        children.push_back(Node::message(listing->note));
    else if (children.empty())
        children.push_back(Node::message(tr("Empty")));
    replaceChildren(parent, std::move(children));
    parent->state = Node::State::Read;
}

void ArtifactTreeModel::replaceChildren(Node *folder, std::vector<std::unique_ptr<Node>> children)
{
    const QModelIndex parent = indexOf(folder);
    if (!folder->children.empty()) {
        beginRemoveRows(parent, 0, int(folder->children.size()) - 1);
        const auto old = std::exchange(folder->children, {});
        endRemoveRows();
    }
    if (children.empty())
        return;
    beginInsertRows(parent, 0, int(children.size()) - 1);
    adopt(folder, std::move(children));
    endInsertRows();
}

void ArtifactTreeModel::adopt(Node *folder, std::vector<std::unique_ptr<Node>> children)
{
    for (int row = 0; const auto &child : children) {
        child->parent = folder;
        child->row = row++;
    }
    folder->children = std::move(children);
}

std::vector<std::unique_ptr<ArtifactTreeModel::Node>> ArtifactTreeModel::loading()
{
    std::vector<std::unique_ptr<Node>> children;
    children.push_back(Node::message(tr("Loading…")));
    return children;
}

ArtifactTreeModel::Node *ArtifactTreeModel::find(const QString &path) const
{
    Node *at = m_root.get();
    for (qsizetype end = 0; end < path.size() && at;) {
        end = path.indexOf(u'/', end + 1);
        if (end < 0)
            end = path.size();
        const QStringView part = QStringView(path).first(end);
        const auto found = std::ranges::find_if(at->children, [part](const auto &child) {
            return child->kind != Kind::Message && child->path == part;
        });
        at = found == at->children.end() ? nullptr : found->get();
    }
    return at;
}

QModelIndex ArtifactTreeModel::indexOf(const QString &path) const
{
    return indexOf(find(path));
}

bool ArtifactTreeModel::isLoading(const QString &folder) const
{
    const Node *at = find(folder);
    return at && at->state == Node::State::Loading;
}

ArtifactTreeModel::Node *ArtifactTreeModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex ArtifactTreeModel::indexOf(const Node *node) const
{
    return !node || node == m_root.get() ? QModelIndex() : createIndex(node->row, 0, node);
}

QModelIndex ArtifactTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *at = node(parent);
    if (row < 0 || row >= int(at->children.size()) || column < 0 || column >= ColumnCount || parent.column() > 0)
        return {};
    return createIndex(row, column, at->children[size_t(row)].get());
}

QModelIndex ArtifactTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(node(child)->parent) : QModelIndex();
}

int ArtifactTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(node(parent)->children.size());
}

int ArtifactTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool ArtifactTreeModel::hasChildren(const QModelIndex &parent) const
{
    const Node *at = node(parent);
    return parent.column() <= 0 && !at->children.empty();
}

bool ArtifactTreeModel::canFetchMore(const QModelIndex &parent) const
{
    const Node *at = node(parent);
    return parent.column() <= 0 && at->kind == Kind::Folder && at->state == Node::State::Unread;
}

void ArtifactTreeModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        request(node(parent));
}

QVariant ArtifactTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index));
    const Node *at = node(index);
    const bool isMessage = at->kind == Kind::Message;
    switch (role) {
    case KindRole: return int(at->kind);
    case PathRole: return isMessage ? QString() : at->path;
    case SizeRole: return at->kind == Kind::File ? QVariant(at->size) : QVariant();
    case PreviewKindRole: return int(kindByName(at->path));
    case Qt::ToolTipRole:
        if (at->kind == Kind::Link)
            return toolTipText(tr("%1\nA link, which is not followed").arg(at->path));
        return toolTipText(at->path);
    case Qt::TextAlignmentRole:
        return index.column() == SizeColumn ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::DisplayRole: break;
    default: return {};
    }
    if (index.column() == SizeColumn)
        return at->kind == Kind::File ? QVariant(sizeText(at->size)) : QVariant();
    return visibleText(isMessage ? at->path : shownName(at->name()), 500);
}

QVariant ArtifactTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Name") : tr("Size");
}

Qt::ItemFlags ArtifactTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Kind kind = node(index)->kind;
    if (kind == Kind::Message)
        return Qt::ItemNeverHasChildren;
    return kind == Kind::Folder ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace Assay
