// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/yaml/yamlreader.h"

#include <QString>
#include <QStringDecoder>

#include <yaml.h>

#include <algorithm>
#include <map>

namespace Assay {

namespace {

std::string_view view(const yaml_char_t *text)
{
    return text ? reinterpret_cast<const char *>(text) : std::string_view();
}

bool isUtf8(std::string_view bytes)
{
    return QUtf8StringView(bytes.data(), qsizetype(bytes.size())).isValidUtf8();
}

// Bytes that are not UTF-8 become U+FFFD.
std::string withReplacements(std::string_view bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::ConvertInitialBom | QStringConverter::Flag::Stateless);
    return QString(decoder(QByteArrayView(bytes.data(), qsizetype(bytes.size())))).toStdString();
}

// Tags that say no more than what the scalar's form says.
bool isKnownTag(std::string_view tag)
{
    constexpr std::string_view Prefix = "tag:yaml.org,2002:";
    if (tag.empty() || tag == "!")
        return true;
    if (!tag.starts_with(Prefix))
        return false;
    tag.remove_prefix(Prefix.size());
    for (std::string_view known : {"str", "int", "float", "bool", "null", "map", "seq"})
        if (tag == known)
            return true;
    return false;
}

int lineOf(const yaml_mark_t &mark)
{
    return int(std::min<size_t>(mark.line, 100'000'000)) + 1;
}

// One libyaml parser with the event it stands at.
class Events
{
public:
    explicit Events(std::string_view bytes)
    {
        m_isReady = yaml_parser_initialize(&m_parser) != 0;
        if (m_isReady)
            yaml_parser_set_input_string(&m_parser, reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size());
    }
    ~Events()
    {
        clear();
        if (m_isReady)
            yaml_parser_delete(&m_parser);
    }
    Events(const Events &) = delete;
    Events &operator=(const Events &) = delete;

    bool next()
    {
        clear();
        m_hasEvent = m_isReady && yaml_parser_parse(&m_parser, &m_event) != 0;
        return m_hasEvent;
    }
    const yaml_event_t &event() const { return m_event; }
    int line() const { return lineOf(m_event.start_mark); }
    YamlIssue error() const
    {
        const std::string words = m_isReady && m_parser.problem ? m_parser.problem : "out of memory";
        return {YamlIssue::Kind::Syntax, lineOf(m_parser.problem_mark), words};
    }

private:
    void clear()
    {
        if (m_hasEvent)
            yaml_event_delete(&m_event);
        m_hasEvent = false;
    }

    yaml_parser_t m_parser{};
    yaml_event_t m_event{};
    bool m_isReady = false;
    bool m_hasEvent = false;
};

} // namespace

// Puts a document together from events.
class YamlBuilder
{
public:
    explicit YamlBuilder(YamlDocument &document) : m_document(document) {}

    void run(std::string_view bytes)
    {
        Events events(bytes);
        while (events.next()) {
            take(events);
            if (m_isDone || m_document.m_isRefused)
                break;
        }
        if (m_document.m_isRefused) {
            m_document.m_nodes.clear();
            return;
        }
        if (!m_isDone) {
            m_document.m_isBroken = true;
            m_document.m_issues.push_back(events.error());
            dropHalfPairs();
        }
        findDuplicateKeys();
    }

private:
    struct Open {
        uint32_t node;
        std::string anchor;
    };

    void take(const Events &events)
    {
        const yaml_event_t &event = events.event();
        switch (event.type) {
        case YAML_DOCUMENT_START_EVENT:
            if (m_hasDocument) {
                m_document.m_issues.push_back({YamlIssue::Kind::SecondDocument, events.line(), {}});
                m_isDone = true;
            }
            m_hasDocument = true;
            break;
        case YAML_STREAM_END_EVENT:
            m_isDone = true;
            break;
        case YAML_SCALAR_EVENT:
            scalar(event);
            break;
        case YAML_ALIAS_EVENT:
            alias(event);
            break;
        case YAML_MAPPING_START_EVENT:
            open(YamlNode::Kind::Mapping, event, view(event.data.mapping_start.tag), view(event.data.mapping_start.anchor));
            break;
        case YAML_SEQUENCE_START_EVENT:
            open(YamlNode::Kind::Sequence, event, view(event.data.sequence_start.tag), view(event.data.sequence_start.anchor));
            break;
        case YAML_MAPPING_END_EVENT:
        case YAML_SEQUENCE_END_EVENT:
            close();
            break;
        case YAML_NO_EVENT:
        case YAML_STREAM_START_EVENT:
        case YAML_DOCUMENT_END_EVENT:
            break;
        }
    }

    void refuse(int line, const char *why)
    {
        m_document.m_isRefused = true;
        m_document.m_issues.push_back({YamlIssue::Kind::Limit, line, why});
    }

    // Adds `weight` nodes (an alias stands for many) and hangs `index` into what is open.
    void place(uint32_t index, size_t weight, int line)
    {
        m_total += weight;
        if (m_total > YamlDocument::MaxNodes)
            refuse(line, "too many nodes");
        if (!m_open.empty())
            m_document.m_nodes[m_open.back().node].children.push_back(index);
    }

    void scalar(const yaml_event_t &event)
    {
        YamlNode node;
        node.line = lineOf(event.start_mark);
        // A block scalar ends where the next token begins.
        node.endLine = event.end_mark.column == 0 ? std::max(node.line, int(event.end_mark.line)) : lineOf(event.end_mark);
        node.isPlain = event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
        node.isForeign = !isKnownTag(view(event.data.scalar.tag));
        node.text.assign(reinterpret_cast<const char *>(event.data.scalar.value), event.data.scalar.length);
        const auto index = uint32_t(m_document.m_nodes.size());
        m_document.m_nodes.push_back(std::move(node));
        m_weights.push_back(1);
        place(index, 1, m_document.m_nodes.back().line);
        if (const auto anchor = view(event.data.scalar.anchor); !anchor.empty())
            m_anchors[std::string(anchor)] = index;
    }

    void alias(const yaml_event_t &event)
    {
        const auto known = m_anchors.find(std::string(view(event.data.alias.anchor)));
        const int line = lineOf(event.start_mark);
        if (known == m_anchors.end())
            refuse(line, "an alias of what is not there, or of itself");
        else
            place(known->second, m_weights[known->second], line);
    }

    void open(YamlNode::Kind kind, const yaml_event_t &event, std::string_view tag, std::string_view anchor)
    {
        YamlNode node;
        node.kind = kind;
        node.line = node.endLine = lineOf(event.start_mark);
        node.isForeign = !isKnownTag(tag);
        if (m_open.size() >= YamlDocument::MaxDepth)
            return refuse(node.line, "nested too deeply");
        const auto index = uint32_t(m_document.m_nodes.size());
        m_document.m_nodes.push_back(std::move(node));
        m_weights.push_back(1);
        place(index, 1, m_document.m_nodes.back().line);
        m_open.push_back({index, std::string(anchor)});
    }

    void close()
    {
        if (m_open.empty())
            return;
        const Open done = std::move(m_open.back());
        m_open.pop_back();
        size_t weight = 1;
        for (uint32_t child : m_document.m_nodes[done.node].children)
            weight = std::min(weight + m_weights[child], YamlDocument::MaxNodes + 1);
        m_weights[done.node] = weight;
        // Only now: an alias within its own anchor would have no end.
        if (!done.anchor.empty())
            m_anchors[done.anchor] = done.node;
    }

    // Of a file that ends in the middle: a key without its value is no pair.
    void dropHalfPairs()
    {
        for (const Open &open : m_open)
            if (YamlNode &node = m_document.m_nodes[open.node]; node.kind == YamlNode::Kind::Mapping && node.children.size() % 2 != 0)
                node.children.pop_back();
    }

    void findDuplicateKeys()
    {
        if (!m_document.isMapping())
            return;
        std::map<std::string_view, int> seen;
        m_document.forEach(m_document.m_nodes.front(), [&](const YamlNode &key, const YamlNode &) {
            if (!seen.emplace(key.text, key.line).second)
                m_document.m_issues.push_back({YamlIssue::Kind::DuplicateKey, key.line, key.text.substr(0, 100)});
        });
    }

    YamlDocument &m_document;
    std::vector<Open> m_open;
    std::vector<size_t> m_weights; // by node: itself and all below it
    std::map<std::string, uint32_t> m_anchors;
    size_t m_total = 0;
    bool m_hasDocument = false;
    bool m_isDone = false;
};

YamlDocument YamlDocument::parse(std::string_view bytes)
{
    YamlDocument document;
    if (bytes.size() > MaxBytes) {
        document.m_isRefused = true;
        document.m_issues.push_back({YamlIssue::Kind::Limit, 0, "too large"});
        return document;
    }
    const bool isUtf16 = bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff");
    if (isUtf16 || isUtf8(bytes)) {
        YamlBuilder(document).run(bytes);
        return document;
    }
    // libyaml stops at the first byte that is not UTF-8; the fields after it may be sound.
    document.m_issues.push_back({YamlIssue::Kind::NotUtf8, 0, {}});
    YamlBuilder(document).run(withReplacements(bytes));
    return document;
}

const YamlNode *YamlDocument::find(const YamlNode &mapping, std::string_view key) const
{
    if (mapping.kind != YamlNode::Kind::Mapping)
        return nullptr;
    for (size_t i = mapping.children.size() / 2; i-- > 0;) {
        const YamlNode &node = m_nodes[mapping.children[2 * i]];
        if (node.kind == YamlNode::Kind::Scalar && node.text == key)
            return &m_nodes[mapping.children[2 * i + 1]];
    }
    return nullptr;
}

const YamlNode *YamlDocument::keyNode(std::string_view key) const
{
    const YamlNode *found = nullptr;
    if (isMapping())
        forEach(m_nodes.front(), [&](const YamlNode &name, const YamlNode &) {
            if (name.text == key)
                found = &name;
        });
    return found;
}

} // namespace Assay
