// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/queryhints.h"

#include "models/table/editdistance.h"
#include "models/table/queryast.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Assay {

using QueryAst::Condition;
using QueryAst::Value;

namespace {

constexpr qsizetype MostNearest = 3;

// A third of the letters may be wrong, but of a short name not all.
qsizetype tolerance(QStringView name)
{
    return std::clamp<qsizetype>(name.size() / 3, 1, 4);
}

bool isKnown(const QueryKey &key, const RunTable &table)
{
    if (key.kind != QueryKey::Kind::Stored || (key.column.group == ColumnGroup::Attribute && key.column.name != Attribute::Store))
        return true;
    return table.column(key.column) != nullptr;
}

QStringList nearestKeys(const ColumnKey &key, const RunTable &table)
{
    struct Near {
        qsizetype distance;
        qsizetype place; // of equal ones that which comes first in the table
    };
    std::vector<Near> found;
    const QString wanted = key.name.toLower();
    const auto &columns = table.columns();
    for (qsizetype i = 0; i < qsizetype(columns.size()); ++i) {
        const ColumnKey &one = columns[size_t(i)].key;
        if (one.group == ColumnGroup::Attribute)
            continue;
        const bool isSameGroup = one.group == key.group;
        // Of another kind only what is spelled the same: params.loss for metrics.loss.
        const qsizetype most = isSameGroup ? tolerance(wanted) : 0;
        const qsizetype distance = editDistance(one.name.toLower(), wanted, most);
        const bool endsSo = isSameGroup && one.name.endsWith(u'/' + key.name, Qt::CaseInsensitive);
        if (distance <= most || endsSo)
            found.push_back({distance * 2 + (isSameGroup ? 0 : 1), i});
    }
    std::stable_sort(found.begin(), found.end(), [](const Near &a, const Near &b) { return a.distance < b.distance; });
    QStringList keys;
    for (const Near &near : found)
        if (keys.size() < MostNearest)
            keys.append(columnKeyText(columns[size_t(near.place)].key));
    return keys;
}

class Collector
{
public:
    explicit Collector(const RunTable &table) : m_table(table) {}

    void visit(const Condition *condition)
    {
        for (const auto &part : condition->parts)
            visit(part.get());
        visit(condition->left.get());
        visit(condition->right.get());
    }
    std::vector<UnknownKey> take() { return std::move(m_found); }

private:
    void visit(const Value *value)
    {
        if (!value)
            return;
        visit(value->left.get());
        visit(value->right.get());
        const bool isHistory = value->kind == Value::Kind::History;
        const QueryKey key = isHistory ? QueryKey{QueryKey::Kind::Stored, {ColumnGroup::Metric, value->history.metric}, value->history.parents} : value->key;
        if ((value->kind != Value::Kind::Key && !isHistory) || isKnown(key, m_table))
            return;
        const QString parents = u"parent."_s.repeated(key.parents);
        UnknownKey unknown{parents + columnKeyText(key.column), value->offset, value->length, {}};
        for (const UnknownKey &known : m_found)
            if (known.key == unknown.key)
                return;
        for (const QString &nearest : nearestKeys(key.column, m_table))
            unknown.nearest.append(parents + nearest);
        m_found.push_back(std::move(unknown));
    }

    const RunTable &m_table;
    std::vector<UnknownKey> m_found;
};

QString nearestOf(QStringView written, const QStringList &known)
{
    QString nearest;
    qsizetype least = tolerance(written) + 1;
    for (const QString &one : known) {
        const qsizetype distance = editDistance(one, written, least - 1);
        if (distance < least) {
            least = distance;
            nearest = one;
        }
    }
    return nearest;
}

} // namespace

std::vector<UnknownKey> unknownKeys(const Query &query, const RunTable &table)
{
    Collector collector(table);
    if (!query.isEmpty())
        collector.visit(query.root().get());
    return collector.take();
}

QString unknownKeyText(const UnknownKey &key)
{
    if (key.nearest.isEmpty())
        return QCoreApplication::translate("Query", "No run has %1.").arg(key.key);
    //: %2: one or more keys
    return QCoreApplication::translate("Query", "No run has %1. Did you mean %2?").arg(key.key, key.nearest.join(", "_L1));
}

QString nearestKeySpelling(QStringView written)
{
    const QString parents = written.startsWith("parent."_L1) ? u"parent."_s : QString();
    const QStringView rest = written.sliced(parents.size());
    const qsizetype dot = rest.indexOf(u'.');
    if (dot < 0) {
        const QString nearest = nearestOf(rest.toString().toLower(), queryAttributeNames());
        return nearest.isEmpty() ? QString() : parents + nearest;
    }
    const QString entity = nearestOf(rest.left(dot).toString().toLower(),
                                     {u"metrics"_s, u"params"_s, u"tags"_s, u"attributes"_s, u"datasets"_s, u"parent"_s});
    if (entity.isEmpty())
        return {};
    if (entity == "attributes"_L1 || entity == "datasets"_L1) {
        const QStringList names = entity == "datasets"_L1 ? QStringList{u"name"_s, u"digest"_s, u"context"_s} : queryAttributeNames();
        const QString name = nearestOf(rest.sliced(dot + 1).toString().toLower(), names);
        return name.isEmpty() ? QString() : parents + entity + u'.' + name;
    }
    return rest.size() > dot + 1 ? parents + entity + rest.sliced(dot).toString() : QString();
}

} // namespace Assay
