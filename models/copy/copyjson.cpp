// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/copy/copyjson.h"

#include "models/json/jsonvalue.h"

#include <charconv>
#include <cmath>

namespace Assay::CopyJson {

namespace {

using Json::Object;
using Json::stringOf;
using Json::Value;

TextMap textMapOf(Object object)
{
    TextMap map;
    for (auto field : object) {
        const QString key = stringOf(field.unescaped_key());
        map.insert(key, stringOf(field.value().get_string()));
    }
    return map;
}

void appendText(std::string &json, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    CopyJson::appendText(json, std::string_view(utf8.constData(), size_t(utf8.size())));
}

void appendMap(std::string &json, const TextMap &map)
{
    json += '{';
    for (auto it = map.cbegin(); it != map.cend(); ++it) {
        if (it != map.cbegin())
            json += ',';
        appendText(json, it.key());
        json += ':';
        appendText(json, it.value());
    }
    json += '}';
}

// "name":"value" of an object; empty ones are left out.
class Fields
{
public:
    explicit Fields(std::string &json) : m_json(json) { m_json += '{'; }
    void add(const char *name, const QString &text)
    {
        if (text.isEmpty())
            return;
        start(name);
        appendText(m_json, text);
    }
    void add(const char *name, const TextMap &map)
    {
        if (map.isEmpty())
            return;
        start(name);
        appendMap(m_json, map);
    }
    void end() { m_json += '}'; }

private:
    void start(const char *name)
    {
        if (m_json.back() != '{')
            m_json += ',';
        CopyJson::appendText(m_json, name);
        m_json += ':';
    }

    std::string &m_json;
};

template <typename T, typename F>
std::string arrayOf(const std::vector<T> &values, const F &append)
{
    std::string json;
    json.reserve(values.size() * 14 + 2);
    json += '[';
    for (size_t i = 0; i < values.size(); ++i) {
        if (i > 0)
            json += ',';
        append(json, values[i]);
    }
    json += ']';
    return json;
}

QByteArray bytesOf(const std::string &text)
{
    return QByteArray(text.data(), qsizetype(text.size()));
}

DatasetInput datasetOf(Object fields)
{
    DatasetInput input;
    for (auto field : fields) {
        const std::string_view name = field.unescaped_key();
        if (name == "tags") {
            input.tags = textMapOf(field.value().get_object());
            continue;
        }
        QString *const text = Json::textOf(input.dataset, name);
        if (text)
            *text = stringOf(field.value().get_string());
    }
    return input;
}

} // namespace

void appendText(std::string &json, std::string_view text)
{
    static constexpr char Hex[] = "0123456789abcdef";
    json += '"';
    size_t from = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x20 && byte != '"' && byte != '\\')
            continue;
        json.append(text, from, i - from);
        from = i + 1;
        if (byte == '"' || byte == '\\') {
            json += '\\';
            json += char(byte);
        } else if (byte == '\n') {
            json += "\\n";
        } else if (byte == '\t') {
            json += "\\t";
        } else {
            json += "\\u00";
            json += Hex[byte >> 4];
            json += Hex[byte & 0xf];
        }
    }
    json.append(text, from);
    json += '"';
}

void appendNumber(std::string &json, double value)
{
    if (std::isnan(value)) {
        json += "\"NaN\"";
    } else if (std::isinf(value)) {
        json += value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    } else if (value == 0) {
        json += std::signbit(value) ? "-0.0" : "0.0";
    } else {
        char buffer[32];
        const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
        json.append(buffer, end.ptr);
    }
}

std::string numbers(const std::vector<qint64> &values)
{
    return arrayOf(values, [](std::string &json, qint64 value) {
        char buffer[24];
        const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
        json.append(buffer, end.ptr);
    });
}

std::string numbers(const std::vector<double> &values)
{
    return arrayOf(values, appendNumber);
}

QByteArray texts(const TextMap &map)
{
    std::string json;
    appendMap(json, map);
    return bytesOf(json);
}

QByteArray texts(const QStringList &list)
{
    return bytesOf(arrayOf(std::vector<QString>(list.begin(), list.end()), [](std::string &json, const QString &text) { appendText(json, text); }));
}

QByteArray datasets(const std::vector<DatasetInput> &inputs)
{
    return bytesOf(arrayOf(inputs, [](std::string &json, const DatasetInput &input) {
        Fields fields(json);
        fields.add("name", input.dataset.name);
        fields.add("digest", input.dataset.digest);
        fields.add("source_type", input.dataset.sourceType);
        fields.add("source", input.dataset.source);
        fields.add("schema", input.dataset.schema);
        fields.add("profile", input.dataset.profile);
        fields.add("tags", input.tags);
        fields.end();
    }));
}

QByteArray loggedModels(const QList<LoggedModel> &models)
{
    return bytesOf(arrayOf(std::vector<LoggedModel>(models.begin(), models.end()), [](std::string &json, const LoggedModel &model) {
        Fields fields(json);
        fields.add("model_id", model.id);
        fields.add("name", model.name);
        fields.add("artifact_uri", model.artifactUri);
        fields.end();
    }));
}

// The parser wants room behind the text.
struct Reader::Parts {
    simdjson::ondemand::parser parser;
    std::string buffer;

    // work(document) with the text; nothing where it is not as work expects.
    template <typename F>
    bool read(const QByteArray &json, const F &work)
    {
        buffer.assign(json.constData(), size_t(json.size()));
        buffer.reserve(buffer.size() + simdjson::SIMDJSON_PADDING);
        try {
            simdjson::ondemand::document document = parser.iterate(buffer.data(), buffer.size(), buffer.capacity());
            work(document);
            return true;
        } catch (const simdjson::simdjson_error &) {
            return false;
        }
    }

    template <typename T, typename F>
    std::optional<std::vector<T>> array(const QByteArray &json, qint64 count, const F &one)
    {
        std::vector<T> values;
        values.reserve(size_t(std::clamp<qint64>(count, 0, json.size() / 2 + 1)));
        const bool isSound = read(json, [&](simdjson::ondemand::document &document) {
            for (Value value : document.get_array())
                values.push_back(one(value));
        });
        return isSound && qint64(values.size()) == count ? std::optional(std::move(values)) : std::nullopt;
    }
};

Reader::Reader() : m_parts(std::make_unique<Parts>()) {}
Reader::~Reader() = default;

std::optional<TextMap> Reader::texts(const QByteArray &json)
{
    TextMap map;
    const bool isSound = m_parts->read(json, [&](simdjson::ondemand::document &document) { map = textMapOf(document.get_object()); });
    return isSound ? std::optional(std::move(map)) : std::nullopt;
}

std::optional<QStringList> Reader::textList(const QByteArray &json)
{
    QStringList list;
    const bool isSound = m_parts->read(json, [&](simdjson::ondemand::document &document) {
        for (Value value : document.get_array())
            list.append(stringOf(value.get_string()));
    });
    return isSound ? std::optional(std::move(list)) : std::nullopt;
}

std::optional<std::vector<DatasetInput>> Reader::datasets(const QByteArray &json)
{
    std::vector<DatasetInput> inputs;
    const bool isSound = m_parts->read(json, [&](simdjson::ondemand::document &document) {
        for (Object input : document.get_array())
            inputs.push_back(datasetOf(input));
    });
    return isSound ? std::optional(std::move(inputs)) : std::nullopt;
}

std::optional<QList<LoggedModel>> Reader::loggedModels(const QByteArray &json)
{
    QList<LoggedModel> models;
    const bool isSound = m_parts->read(json, [&](simdjson::ondemand::document &document) {
        for (Object fields : document.get_array()) {
            LoggedModel model;
            for (auto field : fields) {
                const std::string_view name = field.unescaped_key();
                QString *const text = name == "model_id" ? &model.id : name == "name" ? &model.name : name == "artifact_uri" ? &model.artifactUri : nullptr;
                if (text)
                    *text = stringOf(field.value().get_string());
            }
            models.append(std::move(model));
        }
    });
    return isSound ? std::optional(std::move(models)) : std::nullopt;
}

std::optional<std::vector<qint64>> Reader::integers(const QByteArray &json, qint64 count)
{
    return m_parts->array<qint64>(json, count, [](Value value) { return qint64(int64_t(value.get_int64())); });
}

std::optional<std::vector<double>> Reader::doubles(const QByteArray &json, qint64 count)
{
    return m_parts->array<double>(json, count, Json::numberIn);
}

std::optional<QStringList> Reader::keys(const QByteArray &json)
{
    QStringList keys;
    const bool isSound = m_parts->read(json, [&](simdjson::ondemand::document &document) {
        for (auto field : document.get_object())
            keys.append(stringOf(field.unescaped_key()));
    });
    return isSound ? std::optional(std::move(keys)) : std::nullopt;
}

bool Reader::addMetrics(const QByteArray &json, RunTableBuilder &builder, uint32_t row)
{
    return m_parts->read(json, [&](simdjson::ondemand::document &document) {
        for (auto field : document.get_object()) {
            const uint32_t column = builder.metricColumn(field.unescaped_key());
            builder.setMetric(column, row, Json::numberIn(field.value()));
        }
    });
}

bool Reader::addTexts(const QByteArray &json, ColumnGroup group, RunTableBuilder &builder, uint32_t row)
{
    return m_parts->read(json, [&](simdjson::ondemand::document &document) {
        for (auto field : document.get_object()) {
            const std::string_view key = field.unescaped_key();
            const uint32_t column = group == ColumnGroup::Param ? builder.paramColumn(key) : builder.tagColumn(key);
            builder.setText(column, row, field.value().get_string());
        }
    });
}

} // namespace Assay::CopyJson
