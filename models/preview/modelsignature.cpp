// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/preview/modelsignature.h"

#include "models/yaml/yamlreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr int MaxDepth = 12;
constexpr qsizetype MaxColumns = 5000, MaxText = 2000;

QString tensorText(const QJsonObject &tensor)
{
    QStringList shape;
    for (const QJsonValue size : tensor[u"shape"_s].toArray())
        shape.append(QString::number(size.toDouble(), 'g', 15));
    return u"%1[%2]"_s.arg(tensor[u"dtype"_s].toString(), shape.join(", "_L1));
}

QString typeText(const QJsonObject &column, int depth)
{
    const QString type = column[u"type"_s].toString();
    if (depth > MaxDepth)
        return u"…"_s;
    if (type == "tensor"_L1)
        return tensorText(column[u"tensor-spec"_s].toObject());
    if (type == "array"_L1 || type == "map"_L1)
        return u"%1<%2>"_s.arg(type, typeText(column[type == "array"_L1 ? u"items"_s : u"values"_s].toObject(), depth + 1));
    if (type != "object"_L1)
        return type.isEmpty() ? u"?"_s : type;
    QStringList properties;
    const QJsonObject all = column[u"properties"_s].toObject();
    for (auto it = all.begin(); it != all.end(); ++it)
        properties.append(u"%1: %2"_s.arg(it.key(), typeText(it.value().toObject(), depth + 1)));
    return u"{%1}"_s.arg(properties.join(", "_L1));
}

QString columnText(const QJsonObject &column, SignatureColumn::Part part)
{
    QString text = typeText(column, 0);
    if (part == SignatureColumn::Part::Params) {
        if (column[u"shape"_s].isArray())
            text += u"[]"_s;
        const QByteArray value = QJsonDocument(QJsonArray{column[u"default"_s]}).toJson(QJsonDocument::Compact);
        text += u" = "_s + QString::fromUtf8(value.sliced(1, value.size() - 2));
    } else if (column.contains(u"required"_s) && !column[u"required"_s].toBool(true)) {
        text += u" (optional)"_s;
    }
    return text.left(MaxText);
}

// False when the text is not what it should be.
bool readPart(const YamlDocument &document, const YamlNode &signature, SignatureColumn::Part part, ModelSignature &into)
{
    const char *const names[] = {"inputs", "outputs", "params"};
    const YamlNode *node = document.find(signature, names[size_t(part)]);
    if (!node || (node->kind == YamlNode::Kind::Scalar && (node->text.empty() || node->text == "null" || node->text == "~")))
        return true;
    if (node->kind != YamlNode::Kind::Scalar)
        return false;
    const QJsonDocument json = QJsonDocument::fromJson(QByteArray::fromStdString(node->text));
    if (!json.isArray())
        return false;
    const QJsonArray columns = json.array();
    for (qsizetype i = 0; i < std::min(columns.size(), MaxColumns); ++i) {
        const QJsonObject column = columns[i].toObject();
        const QString name = column[u"name"_s].toVariant().toString();
        into.columns.append({part, (name.isEmpty() ? QString::number(i) : name).left(MaxText), columnText(column, part)});
    }
    return columns.size() <= MaxColumns;
}

} // namespace

ModelSignature readModelSignature(QByteArrayView bytes)
{
    ModelSignature read;
    const YamlDocument document = YamlDocument::parse({bytes.data(), size_t(bytes.size())});
    if (document.isRefused() || document.isBroken() || !document.isMapping()) {
        read.state = ModelSignature::State::Damaged;
        return read;
    }
    const YamlNode *signature = document.find("signature");
    if (!signature || signature->kind != YamlNode::Kind::Mapping)
        return read;
    read.state = ModelSignature::State::Read;
    for (SignatureColumn::Part part : {SignatureColumn::Part::Inputs, SignatureColumn::Part::Outputs, SignatureColumn::Part::Params})
        if (!readPart(document, *signature, part, read))
            read.state = ModelSignature::State::Damaged;
    return read;
}

} // namespace Assay
