// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/server/serverformat.h"

#include "models/mlflowsql/server/environmentpassword.h"
#include "models/mlflowsql/server/servercheck.h"
#include "models/mlflowsql/server/serverstore.h"
#include "models/mlflowsql/words.h"

namespace Assay::MlflowSql {

bool ServerFormat::takesAddress(const QString &scheme) const
{
    return m_dialect->schemes().contains(DatabaseAddress::plainScheme(scheme));
}

StoreProbe ServerFormat::probe(const QString &address, Job &) const
{
    const auto parsed = DatabaseAddress::parse(address, m_dialect->schemes());
    if (!parsed)
        return {{}, parsed.error().message};
    if (!parsed->password.isEmpty())
        TypedPasswords::keep(parsed->location(), parsed->password);
    return {{{id(), parsed->location(), false}}, {}};
}

Result<std::unique_ptr<StoreBackend>> ServerFormat::open(const QString &location, const OpenOptions &options, Job &job) const
{
    if (options.refusal)
        return *options.refusal;
    auto address = DatabaseAddress::parse(location, m_dialect->schemes());
    if (!address)
        return address.error();
    return ServerStore::open(login(*address, options), options, job);
}

ServerLogin ServerFormat::login(const DatabaseAddress &address, const OpenOptions &options) const
{
    return {m_dialect.get(), address, options.credentials, options.authorities, options.takesEnvironment};
}

bool ServerFormat::hasCredentials(const QString &location) const
{
    const auto address = DatabaseAddress::parse(location, m_dialect->schemes());
    if (!address)
        return false;
    const EnvironmentPassword there = environmentPassword(*m_dialect, *address, QProcessEnvironment::systemEnvironment());
    return !TypedPasswords::of(address->location()).isEmpty() || (there.password.isEmpty() ? m_dialect->hasPasswordFile() : there.isMeant);
}

QString ServerFormat::freeCredentials(const QString &location) const
{
    const auto address = DatabaseAddress::parse(location, m_dialect->schemes());
    if (!address || hasCredentials(location))
        return {};
    const bool isThere = !environmentPassword(*m_dialect, *address, QProcessEnvironment::systemEnvironment()).password.isEmpty();
    return isThere ? QString::fromLatin1(m_dialect->passwordVariable()) : QString();
}

// To whom is asked for a password, something could be said.
CheckSink ServerFormat::tellOfEnvironment(const QString &location, const OpenOptions &options, const CheckSink &tell) const
{
    const QString variable = freeCredentials(location);
    if (variable.isEmpty() || options.takesEnvironment || !options.credentials.isEmpty())
        return tell;
    return [this, variable, tell](CheckStep step) {
        if (step.error == ErrorCode::AccessDenied)
            step.advice += u' ' + Words::tr("What %1 holds was not sent, as no %2 says that it is for this server: choose it to have it sent to this one.")
                                      .arg(variable, QLatin1StringView(m_dialect->hostVariable()));
        tell(step);
    };
}

void ServerFormat::check(const QString &location, const OpenOptions &options, const CheckSink &tellWhoAsks, Job &job) const
{
    const CheckSink tell = tellOfEnvironment(location, options, tellWhoAsks);
    const auto address = DatabaseAddress::parse(location, m_dialect->schemes());
    if (!address) {
        CheckStep step{CheckStep::Kind::Name, CheckStep::State::Failed, address.error().message};
        step.error = address.error().code;
        return tell(step);
    }
    const ServerCheck found = checkServer(login(*address, options), tell, job);
    if (!found.isPassed)
        return;
    checkStore(location, options, [&](CheckStep step) {
        if (step.state == CheckStep::State::Passed && found.upgradesBehind > 0)
            step.facts.append({Words::tr("Upgrades behind MLflow 3.17"), QString::number(found.upgradesBehind)});
        if (step.state == CheckStep::State::Passed && !found.warning.isEmpty()) {
            step.state = CheckStep::State::Doubtful;
            step.text = found.warning;
            step.advice = Words::tr("A newer MLflow may have made it: a newer Assay may know it.");
        }
        tell(step);
    }, job);
}

} // namespace Assay::MlflowSql
