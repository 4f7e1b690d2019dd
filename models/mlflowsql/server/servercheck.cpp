// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/server/servercheck.h"

#include "models/mlflowsql/server/serverdatabase.h"
#include "models/mlflowsql/words.h"
#include "models/mlflowsql/writetransaction.h"

using namespace Qt::StringLiterals;

namespace Assay::MlflowSql {

namespace {

using Kind = CheckStep::Kind;
using State = CheckStep::State;

constexpr const char *Needed[] = {"experiments", "metrics", "params", "runs", "tags"};
constexpr qsizetype MostSaid = 300; // characters of what a server says

bool isOfEncryption(Trouble trouble)
{
    return trouble == Trouble::Untrusted || trouble == Trouble::WrongName || trouble == Trouble::NoEncryption;
}

QString adviceFor(Trouble trouble)
{
    switch (trouble) {
    case Trouble::NoEncryption: return Words::tr("Whoever runs the server can give it a certificate. Through a tunnel, such as ssh's, it needs none.");
    case Trouble::WrongName: return Words::tr("Use the name that stands in the certificate, or ask for one with this name.");
    case Trouble::Untrusted: return Words::tr("Choose the certificate of the authority that signed the server's; whoever runs the server has it.");
    case Trouble::EncryptionWanted: return Words::tr("Ask for it in the address: ?sslmode=require for PostgreSQL, ?ssl-mode=VERIFY_IDENTITY for MySQL.");
    case Trouble::NoPassword: return Words::tr("Give the user and the password.");
    case Trouble::WrongPassword: return Words::tr("Look for a slip in them, and for the Caps Lock key.");
    case Trouble::UnknownUser: return Words::tr("The user of a database is not that of the computer: whoever runs the server knows its name.");
    case Trouble::NotFromHere: return Words::tr("Whoever runs the server decides from where users are let in: pg_hba.conf for PostgreSQL, which may want encryption, too (?sslmode=require), the user's host for MySQL.");
    case Trouble::NoRight:
    case Trouble::NoDatabase: return Words::tr("The name is what stands behind the last / in what MLflow's server was started with (--backend-store-uri).");
    case Trouble::TooMany:
    case Trouble::Unreachable: return Words::tr("Try it again in a few minutes.");
    default: return {};
    }
}

class Checker
{
public:
    Checker(const ServerLogin &login, const CheckSink &tell, Job &job) : m_login(login), m_tell(tell), m_job(job) {}

    ServerCheck run()
    {
        if (!reach())
            return {};
        m_tell({Kind::Encryption, State::Running, Words::tr("Agreeing on encryption …")});
        const ServerConnection::Attempt attempt = ServerConnection::attempt(m_login, false, m_job);
        if (m_job.isCanceled())
            return {};
        if (!attempt.connection) {
            fail(attempt);
            return {};
        }
        tellEncryption(*attempt.connection);
        tellWho(*attempt.connection);
        return tables(*attempt.connection);
    }

private:
    const DatabaseAddress &address() const { return m_login.address; }
    bool isVerified() const { return m_login.dialect->verifies(address(), m_login.authorities.isEmpty() ? QString() : u"given"_s); }

    bool reach()
    {
        const QString host = m_login.dialect->networkHost(address());
        if (!host.isEmpty())
            return checkReach(host, address().port > 0 ? address().port : m_login.dialect->usualPort(), m_tell, m_job);
        m_tell({Kind::Name, State::Passed, Words::tr("No name to look up")});
        return true;
    }

    // What is known of it before anybody is let in.
    CheckStep encryption() const
    {
        if (address().isOnThisMachine() && !isVerified())
            return {Kind::Encryption, State::Passed, Words::tr("It does not leave this computer")};
        if (isVerified())
            return {Kind::Encryption, State::Passed, Words::tr("Encrypted, and the certificate holds")};
        return {Kind::Encryption, State::Doubtful, Words::tr("Nothing proves that it is this server that answers"),
                Words::tr("Ask for a proof in the address: ?sslmode=verify-full for PostgreSQL, ?ssl-mode=VERIFY_IDENTITY for MySQL.")};
    }

    void tellEncryption(ServerConnection &connection)
    {
        CheckStep step = encryption();
        QString cipher;
        const auto asked = connection.select(m_login.dialect->isEncryptedQuery(), [&](const Row &row) { cipher = row.text(row.size()); });
        if (asked && !cipher.isEmpty())
            step.facts.append({Words::tr("Encryption"), cipher});
        if (step.state == State::Doubtful)
            step.text = cipher.isEmpty() ? Words::tr("Not encrypted: everybody on the way can read what is sent")
                                         : Words::tr("Encrypted, but nothing proves that it is this server that answers");
        m_tell(step);
    }

    void tellWho(const ServerConnection &connection)
    {
        const QString user = m_login.credentials.user.isEmpty() ? address().user : m_login.credentials.user;
        CheckStep step{Kind::Answer, State::Passed, user.isEmpty() ? Words::tr("Signed in") : Words::tr("Signed in as %1").arg(user)};
        step.facts.append({Words::tr("Server"), m_login.dialect->versionText(connection.version())});
        m_tell(step);
    }

    void fail(const ServerConnection::Attempt &attempt)
    {
        const Trouble trouble = attempt.trouble.value_or(Trouble::Other);
        CheckStep step{isOfEncryption(trouble) ? Kind::Encryption : Kind::Answer, State::Failed, attempt.error.message, adviceFor(trouble), attempt.error.code};
        step.said = attempt.error.detail.left(MostSaid);
        if (step.kind == Kind::Answer)
            m_tell(encryption());
        m_tell(step);
    }

    void failStore(const Error &error, const QString &advice = {})
    {
        CheckStep step{Kind::Store, State::Failed, error.message, advice, error.code};
        step.said = error.detail.left(MostSaid);
        m_tell(step);
    }

    ServerCheck tables(ServerConnection &connection)
    {
        m_tell({Kind::Store, State::Running, Words::tr("Looking for MLflow's tables …")});
        auto found = ServerTables::readWithoutRevision(connection);
        if (!found) {
            failStore(found.error());
            return {};
        }
        const Schema &schema = found->schema;
        QStringList missing, closed;
        for (const char *table : Needed)
            if (!schema.hasTable(table))
                missing.append(QLatin1StringView(table));
        if (missing.size() == qsizetype(std::size(Needed))) {
            failStore({ErrorCode::NotAStore, schema.isEmpty() ? Words::tr("The database has no tables that this account may see.")
                                                              : Words::tr("The tables of this database are another program's, and not MLflow's."), {}},
                      Words::tr("Look at the database's name. MLflow makes its tables when its server is started with this database."));
            return {};
        }
        if (!missing.isEmpty()) {
            failStore({ErrorCode::NotAStore, Words::tr("Of MLflow's tables these are not there, or this account may not see them: %1").arg(missing.join(u", "_s)), {}},
                      Words::tr("Whoever runs the database can give the right to read (GRANT SELECT)."));
            return {};
        }
        for (const QByteArray &table : schema.tables()) {
            const auto read = connection.select("SELECT 1 FROM " + Schema::quoted(table) + " LIMIT 1", [](const Row &) {});
            if (!read && read.error().code != ErrorCode::AccessDenied) {
                failStore(read.error());
                return {};
            }
            if (!read)
                closed.append(QString::fromUtf8(table));
        }
        if (!closed.isEmpty()) {
            failStore({ErrorCode::AccessDenied, Words::tr("This account may not read these tables: %1").arg(closed.join(u", "_s)), {}},
                      Words::tr("Whoever runs the database can give the right to read (GRANT SELECT)."));
            return {};
        }
        if (const Status read = found->readRevision(connection); !read) {
            failStore(read.error());
            return {};
        }
        return {true, schema.isKnownRevision() ? QString() : revisionWarning(schema), schema.upgradesBehind()};
    }

    const ServerLogin &m_login;
    const CheckSink &m_tell;
    Job &m_job;
};

} // namespace

ServerCheck checkServer(const ServerLogin &login, const CheckSink &tell, Job &job)
{
    return Checker(login, tell, job).run();
}

} // namespace Assay::MlflowSql
