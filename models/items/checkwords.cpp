// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/checkwords.h"

#include "models/items/displaytext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

struct CheckText {
    Q_DECLARE_TR_FUNCTIONS(CheckText)
};

constexpr qsizetype MostShown = 300; // characters of a foreign text
constexpr qsizetype HalfPrint = 16 * 3; // of SHA-256: "AB:" a byte

QString dayText(qint64 time)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time).date(), u"d MMM yyyy"_s); // the short ones cut the year
}

QString stateText(CheckStep::State state)
{
    switch (state) {
    case CheckStep::State::Running: return CheckText::tr("not finished");
    case CheckStep::State::Passed: return CheckText::tr("passed");
    case CheckStep::State::Doubtful: return CheckText::tr("passed, with a warning");
    case CheckStep::State::Failed: return CheckText::tr("failed");
    }
    return {};
}

void append(QStringList &lines, const QString &title, const QList<CertificateFacts> &certificates, qint64 now)
{
    for (const CertificateFacts &certificate : certificates) {
        lines.append(u"  "_s + title);
        for (const auto &[name, value] : certificateLines(certificate, now))
            lines.append(u"    %1: %2"_s.arg(name, QString(value).remove(u'\n')));
    }
}

// What stands before an @ may be a password, also where the address is none for that reason.
QString withoutUser(const QString &address)
{
    static const QRegularExpression user(u"^([A-Za-z][A-Za-z0-9+.-]*://)?.*@"_s, QRegularExpression::DotMatchesEverythingOption);
    return QString(address).replace(user, u"\\1…@"_s);
}

} // namespace

QString fingerprintText(const QByteArray &fingerprint)
{
    const QByteArray text = fingerprint.toHex(':').toUpper();
    return QString::fromLatin1(text.left(HalfPrint) + '\n' + text.mid(HalfPrint)).trimmed();
}

QString validityText(const CertificateFacts &certificate, qint64 now)
{
    if (now > certificate.validUntil)
        return CheckText::tr("expired on %1").arg(dayText(certificate.validUntil));
    if (now < certificate.validFrom)
        return CheckText::tr("not valid before %1").arg(dayText(certificate.validFrom));
    return CheckText::tr("valid until %1").arg(dayText(certificate.validUntil));
}

QList<std::pair<QString, QString>> certificateLines(const CertificateFacts &certificate, qint64 now)
{
    QList<std::pair<QString, QString>> lines{{CheckText::tr("Subject"), visibleText(certificate.subject, MostShown)},
                                             {CheckText::tr("Issued by"), certificate.issuer == certificate.subject ? CheckText::tr("itself")
                                                                                                                    : visibleText(certificate.issuer, MostShown)}};
    if (!certificate.names.isEmpty())
        lines.append({CheckText::tr("For"), visibleText(certificate.names.join(u", "_s), MostShown)});
    lines.append({CheckText::tr("Validity"), validityText(certificate, now)});
    lines.append({CheckText::tr("SHA-256"), fingerprintText(certificate.fingerprint)});
    return lines;
}

QString stepName(CheckStep::Kind kind)
{
    switch (kind) {
    case CheckStep::Kind::Name: return CheckText::tr("Name");
    case CheckStep::Kind::Connection: return CheckText::tr("Connection");
    case CheckStep::Kind::Proxy: return CheckText::tr("Proxy");
    case CheckStep::Kind::Encryption: return CheckText::tr("Encryption");
    case CheckStep::Kind::Answer: return CheckText::tr("Answer");
    case CheckStep::Kind::Store: return CheckText::tr("Store");
    }
    return {};
}

QString checkText(const QString &address, const QList<CheckStep> &steps, qint64 now)
{
    QStringList lines{visibleText(withoutUser(address), MostShown)};
    for (const CheckStep &step : steps) {
        lines.append(u"%1: %2. %3"_s.arg(stepName(step.kind), stateText(step.state), visibleText(step.text, 2000)));
        if (!step.advice.isEmpty())
            lines.append(u"  "_s + step.advice);
        for (const auto &[name, value] : step.facts)
            lines.append(u"  %1: %2"_s.arg(name, visibleText(value, MostShown)));
        if (!step.said.isEmpty())
            lines.append(u"  "_s + visibleText(step.said.simplified(), MostShown));
        append(lines, CheckText::tr("What the server shows"), step.certificates, now);
        append(lines, CheckText::tr("What you chose"), step.authorities, now);
    }
    return lines.join(u'\n');
}

} // namespace Assay
