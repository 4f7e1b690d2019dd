// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace Assay {

// One node of a YAML document. Scalars keep their source text: whether `12345e67` is a number is for the reader of the
// field to say, not for the parser (a run id may look like that).
struct YamlNode {
    enum class Kind : uint8_t { Scalar, Sequence, Mapping };

    Kind kind = Kind::Scalar;
    bool isPlain = false;   // a scalar without quotes: may mean null or a number
    bool isForeign = false; // has a tag that we do not build (!!python/…): no value
    int line = 0;           // 1-based
    int endLine = 0;        // of the last line that belongs to a scalar
    std::string text;       // scalars: valid UTF-8
    std::vector<uint32_t> children; // indices; of a mapping: key, value, key, value …
};

struct YamlIssue {
    enum class Kind { Syntax, Limit, SecondDocument, DuplicateKey, NotUtf8 };

    Kind kind = Kind::Syntax;
    int line = 0;       // 1-based; 0 where unknown
    std::string detail; // the parser's words, or the key; short
};

// The first document of a YAML file, within limits that no file of MLflow comes near: 1 MiB, nesting 64, 20,000 nodes
// with aliases counted as what they stand for. Never builds what a tag asks for. A value; parse() is thread-safe.
class YamlDocument
{
public:
    static constexpr size_t MaxBytes = 1024 * 1024;
    static constexpr size_t MaxDepth = 64;
    static constexpr size_t MaxNodes = 20'000;

    static YamlDocument parse(std::string_view bytes);

    bool isEmpty() const { return m_nodes.empty(); }
    bool isRefused() const { return m_isRefused; } // beyond a limit; nothing is kept
    bool isBroken() const { return m_isBroken; }   // a syntax error; what came before it is kept
    const std::vector<YamlIssue> &issues() const { return m_issues; }

    bool isMapping() const { return !m_nodes.empty() && m_nodes.front().kind == YamlNode::Kind::Mapping; }
    const YamlNode *root() const { return m_nodes.empty() ? nullptr : &m_nodes.front(); }
    const YamlNode &node(uint32_t index) const { return m_nodes[index]; }
    // The value of a key of the root, or of `mapping`; the last one where the key stands twice. Null where it is absent.
    const YamlNode *find(std::string_view key) const { return isMapping() ? find(m_nodes.front(), key) : nullptr; }
    const YamlNode *find(const YamlNode &mapping, std::string_view key) const;
    const YamlNode *keyNode(std::string_view key) const; // of the root

    // f(key, value) for each pair of a mapping whose key is a scalar, in the file's order.
    template <typename F>
    void forEach(const YamlNode &mapping, F &&f) const
    {
        if (mapping.kind != YamlNode::Kind::Mapping)
            return;
        for (size_t i = 0; i + 1 < mapping.children.size(); i += 2)
            if (const YamlNode &key = m_nodes[mapping.children[i]]; key.kind == YamlNode::Kind::Scalar)
                f(key, m_nodes[mapping.children[i + 1]]);
    }

private:
    friend class YamlBuilder;

    std::vector<YamlNode> m_nodes; // the root first
    std::vector<YamlIssue> m_issues;
    bool m_isRefused = false;
    bool m_isBroken = false;
};

} // namespace Assay
