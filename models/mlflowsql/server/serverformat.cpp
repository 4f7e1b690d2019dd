// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/server/serverformat.h"

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
    return ServerStore::open({m_dialect.get(), *address, options.credentials, options.authorities}, options, job);
}

bool ServerFormat::hasCredentials(const QString &location) const
{
    const auto address = DatabaseAddress::parse(location, m_dialect->schemes());
    return address && (!TypedPasswords::of(address->location()).isEmpty() || m_dialect->hasPassword(*address));
}

void ServerFormat::check(const QString &location, const OpenOptions &options, const CheckSink &tell, Job &job) const
{
    const auto address = DatabaseAddress::parse(location, m_dialect->schemes());
    if (!address) {
        CheckStep step{CheckStep::Kind::Name, CheckStep::State::Failed, address.error().message};
        step.error = address.error().code;
        return tell(step);
    }
    const ServerCheck found = checkServer({m_dialect.get(), *address, options.credentials, options.authorities}, tell, job);
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
