// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/comparison.h"

#include "models/items/displaytext.h"
#include "models/table/textneedle.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int MaxDepth = 12; // what is nested more deeply stands as one

bool hasTree(DiffSection section)
{
    return section == DiffSection::Params || section == DiffSection::Metrics || section == DiffSection::Tags
        || section == DiffSection::Signature || section == DiffSection::Artifacts;
}

bool matches(const RunDiff &diff, const DiffRow &row, const TextNeedle &needle)
{
    const auto isIn = [&](const QString &text) {
        const QByteArray utf8 = text.toUtf8();
        return needle.isIn({utf8.constData(), size_t(utf8.size())});
    };
    if (needle.isEmpty() || isIn(row.key))
        return true;
    for (qsizetype run = 0; run < diff.runCount(); ++run)
        if (isIn(diffValueText(row, diff.value(row, run))))
            return true;
    return false;
}

// Puts the rows of one section, which are in the order of their keys, under the paths that they share.
class SectionTree
{
public:
    SectionTree(const RunDiff &diff, std::vector<CompareNode> &nodes) : m_rows(diff.rows()), m_nodes(nodes) {}

    void add(DiffSection section, const std::vector<size_t> &rows, const QStringList &notes)
    {
        const size_t at = open(CompareNode::Kind::Section, section, 0);
        for (const QString &note : notes) {
            const size_t sentence = open(CompareNode::Kind::Note, section, 1);
            m_nodes[sentence].label = note;
            m_nodes[sentence].end = uint32_t(m_nodes.size());
        }
        if (hasTree(section))
            addLevel(section, rows, 0, 1);
        else
            addKeys(section, rows, 0, 1);
        close(at);
    }

private:
    struct Entry {
        std::vector<size_t> rows;
        qsizetype prefix; // length of the path that all of them share, with the separator
        bool differs;
    };

    size_t open(CompareNode::Kind kind, DiffSection section, int depth)
    {
        CompareNode node;
        node.kind = kind;
        node.section = section;
        node.depth = depth;
        m_nodes.push_back(std::move(node));
        return m_nodes.size() - 1;
    }

    void close(size_t at)
    {
        CompareNode &node = m_nodes[at];
        node.end = uint32_t(m_nodes.size());
        for (size_t i = at + 1; i < m_nodes.size(); ++i) {
            if (m_nodes[i].kind != CompareNode::Kind::Key)
                continue;
            ++node.keys;
            node.differing += m_rows[m_nodes[i].row].equal ? 0 : 1;
        }
    }

    static bool isSeparator(QChar c) { return c == u'.' || c == u'/'; }

    // The end of the part that begins at `from`, its separator included; 0 for the last part.
    static qsizetype partEnd(const QString &key, qsizetype from)
    {
        for (qsizetype i = from; i + 1 < key.size(); ++i)
            if (isSeparator(key[i]) && i > from)
                return i + 1;
        return 0;
    }

    // How far the keys go on alike, up to a separator: "a.b.c" and "a.b.d" after "a." to "a.b.".
    qsizetype sharedPrefix(const std::vector<size_t> &rows, qsizetype prefix) const
    {
        const QString &first = m_rows[rows.front()].key, &last = m_rows[rows.back()].key;
        for (qsizetype next = partEnd(first, prefix); next > 0; next = partEnd(first, prefix)) {
            // In sorted keys, what the first and the last share all of them share.
            if (!last.startsWith(QStringView(first).first(next)) || last.size() == next)
                break;
            prefix = next;
        }
        return prefix;
    }

    std::vector<Entry> entriesOf(const std::vector<size_t> &rows, qsizetype prefix) const
    {
        std::vector<Entry> entries;
        for (size_t i = 0; i < rows.size();) {
            const QString &key = m_rows[rows[i]].key;
            const qsizetype end = partEnd(key, prefix);
            size_t next = i + 1;
            while (end > 0 && next < rows.size() && m_rows[rows[next]].key.startsWith(QStringView(key).first(end)))
                ++next;
            Entry entry{{rows.begin() + ptrdiff_t(i), rows.begin() + ptrdiff_t(next)}, prefix, false};
            if (entry.rows.size() > 1)
                entry.prefix = sharedPrefix(entry.rows, end);
            entry.differs = std::any_of(entry.rows.begin(), entry.rows.end(), [&](size_t row) { return !m_rows[row].equal; });
            entries.push_back(std::move(entry));
            i = next;
        }
        std::stable_partition(entries.begin(), entries.end(), [](const Entry &entry) { return entry.differs; });
        return entries;
    }

    void addKeys(DiffSection section, const std::vector<size_t> &rows, qsizetype prefix, int depth)
    {
        for (bool isEqual : {false, true}) {
            for (size_t row : rows) {
                if (m_rows[row].equal != isEqual)
                    continue;
                const size_t at = open(CompareNode::Kind::Key, section, depth);
                m_nodes[at].row = row;
                m_nodes[at].label = m_rows[row].key.mid(prefix);
                m_nodes[at].end = uint32_t(m_nodes.size());
            }
        }
    }

    void addLevel(DiffSection section, const std::vector<size_t> &rows, qsizetype prefix, int depth)
    {
        if (depth >= MaxDepth)
            return addKeys(section, rows, prefix, depth);
        for (const Entry &entry : entriesOf(rows, prefix)) {
            if (entry.rows.size() == 1) {
                addKeys(section, entry.rows, prefix, depth);
                continue;
            }
            const size_t at = open(CompareNode::Kind::Folder, section, depth);
            m_nodes[at].path = m_rows[entry.rows.front()].key.first(entry.prefix);
            m_nodes[at].label = m_nodes[at].path.mid(prefix);
            addLevel(section, entry.rows, entry.prefix, depth + 1);
            close(at);
        }
    }

    const std::vector<DiffRow> &m_rows;
    std::vector<CompareNode> &m_nodes;
};

} // namespace

QString diffValueText(const DiffRow &row, const DiffValue &value)
{
    if (const QString *text = std::get_if<QString>(&value))
        return *text;
    if (const double *number = std::get_if<double>(&value))
        return metricText(*number);
    if (const qint64 *integer = std::get_if<qint64>(&value))
        return row.section == DiffSection::Artifacts ? sizeText(*integer) : timeText(*integer);
    return {};
}

CompareTree makeCompareTree(const RunDiff &diff, const CompareFilter &filter, const SectionNotes &notes, const Job &job)
{
    CompareTree tree;
    const TextNeedle needle(filter.search);
    const std::vector<DiffRow> &rows = diff.rows();
    QSet<QString> said; // what concerns several sections is not repeated in those that show something
    size_t next = 0;
    for (DiffSection section : AllDiffSections) {
        std::vector<size_t> shown;
        for (; next < rows.size() && rows[next].section == section; ++next) {
            if (job.isCanceled())
                return {};
            const bool isLeftOut = filter.onlyDifferences && rows[next].equal;
            if (!needle.isEmpty() && !matches(diff, rows[next], needle))
                continue;
            if (isLeftOut)
                ++tree.hidden;
            else
                shown.push_back(next);
        }
        QStringList sentences = filter.search.isEmpty() ? notes.value(section) : QStringList();
        if (!shown.empty())
            sentences.removeIf([&](const QString &sentence) { return said.contains(sentence); });
        said.unite(QSet<QString>(sentences.begin(), sentences.end()));
        if (!shown.empty() || !sentences.isEmpty())
            SectionTree(diff, tree.nodes).add(section, shown, sentences);
    }
    return tree;
}

QString comparedName(const Comparison &comparison, const RunInfo &run, qsizetype length)
{
    const QString name = visibleText(run.name.isEmpty() ? run.ref.run.value : run.name, length);
    const bool isElsewhere = std::any_of(comparison.runs.begin(), comparison.runs.end(), [&](const RunInfo &other) { return other.store != run.store; });
    return isElsewhere ? u"%1 · %2"_s.arg(name, visibleText(run.store, length)) : name;
}

} // namespace Assay
