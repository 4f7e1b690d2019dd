// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/stores/mlflow-file/yamledit.h"

#include "models/stores/mlflow-file/mlflowfiletext.h"
#include "models/stores/mlflow-file/yamlfield.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

// Begins of lines, and the end of the text.
std::vector<size_t> lineStarts(std::string_view text)
{
    std::vector<size_t> starts{0};
    for (size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
        if (at + 1 < text.size())
            starts.push_back(at + 1);
    starts.push_back(text.size());
    return starts;
}

std::string_view lineEnding(std::string_view text)
{
    const size_t end = text.find('\n');
    return end != std::string_view::npos && end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
}

std::string edited(std::string_view text, const YamlDocument &document, const YamlChange &change)
{
    const std::string line = change.key + ": " + change.scalar;
    const std::string_view ending = lineEnding(text);
    std::string result(text);
    const YamlNode *key = document.keyNode(change.key);
    const YamlNode *value = document.find(change.key);
    if (!key || !value) {
        if (!result.empty() && result.back() != '\n')
            result += ending;
        return result + line + std::string(ending);
    }
    const std::vector<size_t> starts = lineStarts(text);
    const size_t first = size_t(key->line - 1);
    const size_t last = size_t(std::max(key->line, value->endLine));
    if (last >= starts.size())
        return result; // the check that follows finds it
    result.replace(starts[first], starts[last] - starts[first], line + std::string(ending));
    return result;
}

// The same apart from the changed keys.
bool isSameElsewhere(const YamlDocument &a, const YamlDocument &b, const YamlNode &left, const YamlNode &right,
                     const std::vector<YamlChange> *changes)
{
    if (left.kind != right.kind || left.text != right.text || left.isPlain != right.isPlain)
        return false;
    const auto isChanged = [&](const std::string &key) {
        return changes && std::any_of(changes->begin(), changes->end(), [&](const YamlChange &each) { return each.key == key; });
    };
    std::vector<uint32_t> leftItems;
    std::vector<uint32_t> rightItems;
    const auto collect = [&](const YamlDocument &document, const YamlNode &node, std::vector<uint32_t> &items) {
        for (size_t i = 0; i < node.children.size(); ++i) {
            const bool isPair = node.kind == YamlNode::Kind::Mapping;
            if (isPair && i % 2 == 0 && isChanged(document.node(node.children[i]).text))
                ++i; // with its value
            else
                items.push_back(node.children[i]);
        }
    };
    collect(a, left, leftItems);
    collect(b, right, rightItems);
    return std::equal(leftItems.begin(), leftItems.end(), rightItems.begin(), rightItems.end(), [&](uint32_t l, uint32_t r) {
        return isSameElsewhere(a, b, a.node(l), b.node(r), nullptr);
    });
}

bool isSound(const YamlDocument &document)
{
    return document.isMapping() && !document.isBroken() && !document.isRefused()
        && std::none_of(document.issues().begin(), document.issues().end(),
                        [](const YamlIssue &issue) { return issue.kind != YamlIssue::Kind::DuplicateKey; });
}

// YAML takes some of these for line ends and none of them between quotes.
bool needsEscape(uint point)
{
    return point < 0x20 || (point >= 0x7f && point < 0xa0) || point == 0x2028 || point == 0x2029 || point == 0xfeff || point == 0xfffe
        || point == 0xffff;
}

// Reads back as the same text without quotes.
bool isPlainWord(const QString &text)
{
    static const QRegularExpression word(u"\\A[A-Za-z](?:[A-Za-z0-9_./ -]{0,60}[A-Za-z0-9_./-])?\\z"_s);
    static const QStringList reserved{u"y"_s, u"n"_s, u"yes"_s, u"no"_s, u"true"_s, u"false"_s, u"on"_s, u"off"_s, u"null"_s};
    return word.match(text).hasMatch() && !reserved.contains(text, Qt::CaseInsensitive);
}

Error unsupported()
{
    return {ErrorCode::Unsupported,
            MlflowFileText::tr("The file is laid out in a way that cannot be changed safely."), {}};
}

} // namespace

Result<std::string> editYaml(std::string_view text, const std::vector<YamlChange> &changes)
{
    const YamlDocument before = YamlDocument::parse(text);
    if (!isSound(before))
        return unsupported();
    std::string result(text);
    for (const YamlChange &change : changes)
        result = edited(result, YamlDocument::parse(result), change);
    const YamlDocument after = YamlDocument::parse(result);
    if (!isSound(after) || !isSameElsewhere(before, after, *before.root(), *after.root(), &changes))
        return unsupported();
    for (const YamlChange &change : changes) {
        const YamlDocument wanted = YamlDocument::parse(change.key + ": " + change.scalar + '\n');
        const YamlNode *want = wanted.find(change.key);
        const YamlNode *got = after.find(change.key);
        if (!want || !got || want->text != got->text || want->isPlain != got->isPlain || got->kind != YamlNode::Kind::Scalar)
            return unsupported();
    }
    return result;
}

std::string yamlScalar(const QString &text)
{
    if (isPlainWord(text))
        return text.toStdString();
    const QList<uint> points = text.toUcs4();
    if (std::none_of(points.begin(), points.end(), needsEscape))
        return '\'' + QString(text).replace(u'\'', u"\'\'"_s).toStdString() + '\'';
    QString quoted;
    for (uint point : points) {
        if (point == '"' || point == '\\')
            quoted += u'\\' + QChar(point);
        else if (point == '\n')
            quoted += u"\\n"_s;
        else if (needsEscape(point))
            quoted += u"\\u%1"_s.arg(point, 4, 16, QChar(u'0'));
        else
            quoted += QString::fromUcs4(reinterpret_cast<const char32_t *>(&point), 1);
    }
    return '"' + quoted.toStdString() + '"';
}

} // namespace Assay
