// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/requirements.h"

#include "models/yaml/yamlreader.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace Assay::Requirements {

namespace {

constexpr qsizetype MaxLine = 4096; // what is longer is no requirement of anybody

bool isNameCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_' || c == u'.';
}

QString normalised(QStringView name)
{
    QString plain;
    for (QChar c : name) {
        const QChar next = c == u'_' || c == u'.' ? u'-' : c.toLower();
        if (next != u'-' || !plain.endsWith(u'-'))
            plain.append(next);
    }
    return plain;
}

QString withoutPasswords(QString text)
{
    for (qsizetype at = text.indexOf("://"_L1); at >= 0; at = text.indexOf("://"_L1, at + 3)) {
        const qsizetype begin = at + 3;
        qsizetype end = begin;
        while (end < text.size() && text[end] != u'/' && !text[end].isSpace())
            ++end;
        const qsizetype sign = QStringView(text).sliced(begin, end - begin).lastIndexOf(u'@');
        if (sign > 0)
            text.replace(begin, sign, u"…"_s);
    }
    return text;
}

// Without a comment, which begins the line or stands behind a blank.
QStringView withoutComment(QStringView line)
{
    for (qsizetype i = 0; i < line.size(); ++i)
        if (line[i] == u'#' && (i == 0 || line[i - 1].isSpace()))
            return line.first(i).trimmed();
    return line.trimmed();
}

// "--hash=…" and other options of a single requirement say nothing of what is installed.
QStringView withoutOptions(QStringView line)
{
    const qsizetype at = line.indexOf(" --"_L1);
    return at < 0 ? line : line.first(at).trimmed();
}

QString versionText(QStringView specification)
{
    QString text = specification.trimmed().toString();
    if (text.startsWith(u'(') && text.endsWith(u')'))
        text = text.sliced(1, text.size() - 2).trimmed();
    const bool isPin = text.startsWith("=="_L1) && !text.contains(u',') && !text.contains(u'*') && !text.startsWith("==="_L1);
    return isPin ? text.sliced(2).trimmed() : text;
}

Requirement option(QStringView line)
{
    qsizetype end = 0;
    while (end < line.size() && !line[end].isSpace() && line[end] != u'=')
        ++end;
    QString name = line.first(end).toString();
    QString value = end < line.size() ? line.sliced(end + 1).trimmed().toString() : QString();
    if (name == "--requirement"_L1)
        name = u"-r"_s;
    if (name == "--constraint"_L1)
        name = u"-c"_s;
    if (name == "-e"_L1 || name == "--editable"_L1) {
        const qsizetype egg = value.indexOf("#egg="_L1);
        name = egg < 0 ? u"-e"_s : normalised(QStringView(value).sliced(egg + 5));
    }
    return {name, withoutPasswords(value)};
}

std::optional<Requirement> requirement(QStringView line)
{
    line = withoutOptions(line);
    if (line.isEmpty() || line.size() > MaxLine)
        return std::nullopt;
    if (line.startsWith(u'-'))
        return option(line);
    const qsizetype marker = line.indexOf(u';');
    const QStringView markers = marker < 0 ? QStringView() : line.sliced(marker + 1).trimmed();
    QStringView rest = marker < 0 ? line : line.first(marker);
    qsizetype end = 0;
    while (end < rest.size() && isNameCharacter(rest[end]))
        ++end;
    const QStringView name = rest.first(end);
    rest = rest.sliced(end).trimmed();
    // A path or an address alone, or no requirement at all.
    const bool goesOn = rest.isEmpty() || QStringView(u"[@=<>!~(").contains(rest.front());
    if (name.isEmpty() || !goesOn)
        return line.contains(u'/') ? std::optional(Requirement{withoutPasswords(line.toString()), {}}) : std::nullopt;
    Requirement found{normalised(name), {}};
    if (const qsizetype close = rest.indexOf(u']'); rest.startsWith(u'[') && close > 0) {
        found.version = rest.first(close + 1).toString();
        rest = rest.sliced(close + 1).trimmed();
    }
    const QString version = withoutPasswords(versionText(rest));
    for (const QString &part : {version, markers.isEmpty() ? QString() : u"; "_s + markers.toString()})
        if (!part.isEmpty())
            found.version += (found.version.isEmpty() ? QString() : u" "_s) + part;
    return found;
}

bool isText(QByteArrayView bytes)
{
    return !bytes.contains('\0') && QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8();
}

QString textOf(const YamlNode &node)
{
    return QString::fromStdString(node.text);
}

// conda's own: "python=3.11.7", "pip<=23", "channel::numpy 1.26".
Requirement condaRequirement(QString text)
{
    text = text.sliced(text.lastIndexOf("::"_L1) + (text.contains("::"_L1) ? 2 : 1)).trimmed();
    qsizetype end = 0;
    while (end < text.size() && isNameCharacter(text[end]))
        ++end;
    const QString name = normalised(QStringView(text).first(end));
    QString version = text.sliced(end).trimmed();
    // One "=" pins a version, and a build may follow it.
    if (version.startsWith(u'='))
        version = version.sliced(version.startsWith("=="_L1) ? 2 : 1).section(u'=', 0, 0).trimmed();
    return {name == "python"_L1 ? name : u"%1 (conda)"_s.arg(name), version};
}

void append(EnvironmentFile &file, std::optional<Requirement> found)
{
    if (!found)
        return;
    if (file.requirements.size() >= MaxCount)
        file.problem = EnvironmentFile::Problem::TooLarge;
    else
        file.requirements.append(*found);
}

YamlDocument parseYaml(QByteArrayView bytes, EnvironmentFile &file)
{
    if (bytes.size() > MaxBytes)
        file.problem = EnvironmentFile::Problem::TooLarge;
    else if (!isText(bytes))
        file.problem = EnvironmentFile::Problem::NotText;
    if (file.problem != EnvironmentFile::Problem::None)
        return {};
    YamlDocument document = YamlDocument::parse({bytes.data(), size_t(bytes.size())});
    if (document.isRefused() || document.isBroken() || (!document.isEmpty() && !document.isMapping()))
        file.problem = EnvironmentFile::Problem::NotYaml;
    return document;
}

template <typename F>
void forEachEntry(const YamlDocument &document, const YamlNode *list, F &&f)
{
    if (list && list->kind == YamlNode::Kind::Sequence)
        for (uint32_t child : list->children)
            f(document.node(child));
}

void appendPip(EnvironmentFile &file, const YamlDocument &document, const YamlNode *list)
{
    forEachEntry(document, list, [&](const YamlNode &entry) {
        if (entry.kind == YamlNode::Kind::Scalar)
            append(file, requirement(withoutComment(textOf(entry))));
    });
}

} // namespace

EnvironmentFile readPip(QByteArrayView bytes)
{
    EnvironmentFile file;
    if (bytes.size() > MaxBytes)
        file.problem = EnvironmentFile::Problem::TooLarge;
    else if (!isText(bytes))
        file.problem = EnvironmentFile::Problem::NotText;
    if (file.problem != EnvironmentFile::Problem::None)
        return file;
    const QString text = QString::fromUtf8(bytes);
    QString logical;
    for (QStringView line : QStringView(text).split(u'\n')) {
        line = line.endsWith(u'\r') ? line.chopped(1) : line;
        // A backslash at the end: the line goes on.
        if (line.endsWith(u'\\') && logical.size() <= MaxLine) {
            logical += line.chopped(1);
            continue;
        }
        logical += line;
        append(file, requirement(withoutComment(logical)));
        logical.clear();
    }
    append(file, requirement(withoutComment(logical)));
    return file;
}

EnvironmentFile readConda(QByteArrayView bytes)
{
    EnvironmentFile file;
    const YamlDocument document = parseYaml(bytes, file);
    forEachEntry(document, document.find("dependencies"), [&](const YamlNode &entry) {
        if (entry.kind == YamlNode::Kind::Scalar && !entry.text.empty() && qsizetype(entry.text.size()) <= MaxLine)
            append(file, condaRequirement(textOf(entry)));
        else if (entry.kind == YamlNode::Kind::Mapping)
            appendPip(file, document, document.find(entry, "pip"));
    });
    return file;
}

EnvironmentFile readPythonEnv(QByteArrayView bytes)
{
    EnvironmentFile file;
    const YamlDocument document = parseYaml(bytes, file);
    if (const YamlNode *python = document.find("python"); python && python->kind == YamlNode::Kind::Scalar)
        append(file, Requirement{u"python"_s, textOf(*python).left(MaxLine)});
    appendPip(file, document, document.find("build_dependencies"));
    appendPip(file, document, document.find("dependencies"));
    file.requirements.removeIf([](const Requirement &found) { return found.name == "-r"_L1 && found.version == "requirements.txt"_L1; });
    return file;
}

bool isEnvironmentFile(QStringView fileName)
{
    return fileName == "requirements.txt"_L1 || fileName == "conda.yaml"_L1 || fileName == "python_env.yaml"_L1;
}

EnvironmentFile read(QStringView fileName, QByteArrayView bytes)
{
    return fileName == "conda.yaml"_L1 ? readConda(bytes) : fileName == "python_env.yaml"_L1 ? readPythonEnv(bytes) : readPip(bytes);
}

} // namespace Assay::Requirements
