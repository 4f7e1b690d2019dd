// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/navigatormodel.h"

#include "models/items/displaytext.h"

using namespace Qt::StringLiterals;

namespace Assay {

struct NavigatorModel::Node {
    Kind kind = Kind::Store;
    QString key;
    QString text;
    QString location;
    ExperimentId experiment;
    QString toolTip;
    qint64 count = -1;
    StoreBadge badge = StoreBadge::Loading;
    bool isDeleted = false;
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> children;

    Node *add(Kind kindOfChild, const QString &childKey, const QString &childText)
    {
        auto child = std::make_unique<Node>();
        child->kind = kindOfChild;
        child->key = key + u'\n' + childKey;
        child->text = childText;
        child->location = location;
        child->parent = this;
        children.push_back(std::move(child));
        return children.back().get();
    }
    int row() const
    {
        const auto &siblings = parent->children;
        return int(std::find_if(siblings.begin(), siblings.end(), [this](const auto &s) { return s.get() == this; }) - siblings.begin());
    }
    void collectExperiments(QStringList &ids) const
    {
        if (kind == Kind::Experiment && !isDeleted)
            ids.append(experiment.value);
        for (const auto &child : children)
            child->collectExperiments(ids);
    }
};

namespace {

using Node = NavigatorModel::Node;

// A folder stands for a prefix that several names share; a prefix of one name alone stays part of the name.
void addExperiments(Node &section, QList<NavigatorExperiment> experiments)
{
    std::sort(experiments.begin(), experiments.end(), [](const NavigatorExperiment &a, const NavigatorExperiment &b) {
        if (a.isDeleted != b.isDeleted)
            return b.isDeleted;
        const int order = a.name.compare(b.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    QHash<QString, int> uses;
    for (const NavigatorExperiment &experiment : std::as_const(experiments))
        for (qsizetype slash = experiment.name.indexOf(u'/'); slash > 0; slash = experiment.name.indexOf(u'/', slash + 1))
            ++uses[experiment.name.left(slash)];
    QHash<QString, Node *> folders;
    for (const NavigatorExperiment &experiment : std::as_const(experiments)) {
        Node *place = &section;
        qsizetype start = 0;
        for (qsizetype slash = experiment.name.indexOf(u'/'); slash > 0; slash = experiment.name.indexOf(u'/', slash + 1)) {
            const QString prefix = experiment.name.left(slash);
            if (uses.value(prefix) < 2)
                break;
            Node *&folder = folders[prefix];
            if (!folder)
                folder = place->add(NavigatorModel::Kind::Folder, u"folder "_s + prefix, visibleText(prefix.mid(start), 200));
            place = folder;
            start = slash + 1;
        }
        const QString rest = experiment.name.mid(start);
        Node *node = place->add(NavigatorModel::Kind::Experiment,
                                (experiment.isDeleted ? u"deleted "_s : u"experiment "_s) + experiment.id.value,
                                visibleText(rest.isEmpty() ? experiment.id.value : rest, 200));
        node->experiment = experiment.id;
        node->count = experiment.runCount;
        node->isDeleted = experiment.isDeleted;
        node->toolTip = experiment.name + u'\n' + experiment.id.value;
    }
}

bool sameShape(const Node &a, const Node &b)
{
    if (a.key != b.key || a.children.size() != b.children.size())
        return false;
    for (size_t i = 0; i < a.children.size(); ++i)
        if (!sameShape(*a.children[i], *b.children[i]))
            return false;
    return true;
}

const Node *find(const Node &node, const std::function<bool(const Node &)> &wanted)
{
    if (wanted(node))
        return &node;
    for (const auto &child : node.children)
        if (const Node *found = find(*child, wanted))
            return found;
    return nullptr;
}

} // namespace

NavigatorModel::NavigatorModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>()) {}
NavigatorModel::~NavigatorModel() = default;

void NavigatorModel::setStores(const QList<NavigatorStore> &stores)
{
    auto fresh = std::make_unique<Node>();
    for (const NavigatorStore &store : stores) {
        fresh->location = store.location;
        Node *root = fresh->add(Kind::Store, store.location, store.title);
        root->toolTip = store.badgeText.isEmpty() ? store.location : store.location + u'\n' + store.badgeText;
        root->badge = store.badge;
        Node *experiments = root->add(Kind::Section, u"experiments"_s, tr("Experiments"));
        addExperiments(*experiments, store.experiments);
        if (store.models.isEmpty())
            continue;
        Node *models = root->add(Kind::Section, u"models"_s, tr("Models"));
        for (const NavigatorModelEntry &model : store.models) {
            Node *node = models->add(Kind::Model, model.name, visibleText(model.name, 200));
            node->count = model.versionCount;
            node->toolTip = model.name;
        }
    }
    if (sameShape(*m_root, *fresh)) {
        adopt(*m_root, *fresh);
        return;
    }
    beginResetModel();
    m_root = std::move(fresh);
    endResetModel();
}

void NavigatorModel::adopt(Node &mine, Node &fresh)
{
    const bool changed = mine.text != fresh.text || mine.count != fresh.count || mine.badge != fresh.badge
        || mine.toolTip != fresh.toolTip || mine.isDeleted != fresh.isDeleted;
    if (changed) {
        mine.text = fresh.text;
        mine.count = fresh.count;
        mine.badge = fresh.badge;
        mine.toolTip = fresh.toolTip;
        mine.isDeleted = fresh.isDeleted;
        const QModelIndex index = indexOf(&mine);
        Q_EMIT dataChanged(index, index);
    }
    for (size_t i = 0; i < mine.children.size(); ++i)
        adopt(*mine.children[i], *fresh.children[i]);
}

const NavigatorModel::Node *NavigatorModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.constInternalPointer()) : m_root.get();
}

QModelIndex NavigatorModel::indexOf(const Node *node) const
{
    return !node || !node->parent ? QModelIndex() : createIndex(node->row(), 0, node);
}

QModelIndex NavigatorModel::indexOfKey(const QString &key) const
{
    return indexOf(find(*m_root, [&](const Node &node) { return node.key == key; }));
}

QModelIndex NavigatorModel::indexOfExperiment(const QString &location, const ExperimentId &id) const
{
    return indexOf(find(*m_root, [&](const Node &node) {
        return node.kind == Kind::Experiment && node.location == location && node.experiment == id;
    }));
}

QModelIndex NavigatorModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *above = node(parent);
    if (row < 0 || column != 0 || size_t(row) >= above->children.size())
        return {};
    return createIndex(row, column, above->children[size_t(row)].get());
}

QModelIndex NavigatorModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(node(child)->parent) : QModelIndex();
}

int NavigatorModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(node(parent)->children.size());
}

int NavigatorModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant NavigatorModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    Q_ASSERT(checkIndex(index));
    const Node &item = *node(index);
    switch (role) {
    case Qt::DisplayRole: return item.text;
    case Qt::ToolTipRole: return toolTipText(item.toolTip, 2000);
    case KindRole: return QVariant::fromValue(item.kind);
    case KeyRole: return item.key;
    case LocationRole: return item.location;
    case ModelNameRole: return item.kind == Kind::Model ? item.key.section(u'\n', -1) : QString();
    case CountRole: return item.count;
    case BadgeRole: return int(item.badge);
    case DeletedRole: return item.isDeleted;
    case ExperimentIdsRole: {
        QStringList ids;
        if (item.kind == Kind::Experiment)
            ids.append(item.experiment.value);
        else
            item.collectExperiments(ids);
        return ids;
    }
    default: return {};
    }
}

} // namespace Assay
