// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exitstatus.h"

#include "models/items/displaytext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Assay {

ExitStatus exitStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
    case ErrorCode::InvalidQuery:
    case ErrorCode::Ambiguous:
        return ExitStatus::BadUsage;
    case ErrorCode::AmbiguousId:
    case ErrorCode::NotFound:
    case ErrorCode::NotAStore:
    case ErrorCode::Unreadable:
    case ErrorCode::Unreachable:
    case ErrorCode::AccessDenied:
    case ErrorCode::Untrusted:
    case ErrorCode::NotKept:
    case ErrorCode::Damaged:
    case ErrorCode::Unsupported:
    case ErrorCode::Canceled:
    case ErrorCode::Internal:
        return ExitStatus::Unreadable;
    case ErrorCode::ReadOnly:
    case ErrorCode::UnknownSchema:
    case ErrorCode::Conflict:
    case ErrorCode::Refused:
        return ExitStatus::Refused;
    case ErrorCode::OutcomeUnknown:
        return ExitStatus::OutcomeUnknown;
    }
    return ExitStatus::Unreadable;
}

QString withoutCredentials(const QString &text)
{
    static const QRegularExpression userInfo(u"(://)[^/@\\s]*@"_s);
    QString clean = text;
    return clean.replace(userInfo, u"\\1…@"_s);
}

QString errorLine(const Error &error)
{
    QString line = error.message;
    if (!error.detail.isEmpty() && !line.contains(error.detail)) {
        if (line.endsWith(u'.'))
            line.chop(1);
        line += ": "_L1 + error.detail;
    }
    return visibleText(withoutCredentials(line));
}

} // namespace Assay
