// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Assay {

// Splits JSON into tokens without building anything of it, so that neither depth nor size matters, numbers stay as they
// are written, and what Python writes beyond the standard (NaN, Infinity) is read.
class JsonScanner
{
public:
    enum class Token { BeginObject, EndObject, BeginArray, EndArray, Colon, Comma, String, Scalar, End, Bad };

    explicit JsonScanner(QStringView text) : m_text(text) {}

    Token next();
    QStringView text() const { return m_text.sliced(m_start, m_end - m_start); } // of the last token, with its quotes
    qsizetype start() const { return m_start; }
    qsizetype end() const { return m_end; }
    qsizetype lineAt(qsizetype position) const { return 1 + m_text.first(position).count(u'\n'); }

    // A string token's value.
    static QString unquoted(QStringView token);

private:
    Token scanString();
    Token scanScalar();

    QStringView m_text;
    qsizetype m_start = 0;
    qsizetype m_end = 0;
};

} // namespace Assay
