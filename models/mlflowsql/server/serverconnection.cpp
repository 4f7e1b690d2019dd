// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mlflowsql/server/serverconnection.h"

#include "models/mlflowsql/server/environmentpassword.h"
#include "models/mlflowsql/words.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUuid>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace Assay::MlflowSql {

namespace {

// The bytes of one row's texts, until the next one.
class RowFiller
{
public:
    explicit RowFiller(int columns) : m_row(columns), m_texts(size_t(columns)) {}

    const Row &fill(const QSqlQuery &query)
    {
        for (int column = 1; column <= m_row.size(); ++column)
            set(m_row.cell(column), m_texts[size_t(column - 1)], query.value(column - 1));
        return m_row;
    }

private:
    static void set(Cell &cell, QByteArray &bytes, const QVariant &value)
    {
        const auto text = [&](Cell::Kind kind) { cell.setText({bytes.constData(), size_t(bytes.size())}, kind); };
        if (value.isNull())
            return cell.setNull();
        switch (value.typeId()) {
        case QMetaType::QString:
            bytes = static_cast<const QString *>(value.constData())->toUtf8();
            return text(Cell::Kind::Text);
        case QMetaType::QByteArray:
            bytes = value.toByteArray();
            return text(Cell::Kind::Blob);
        case QMetaType::Double:
        case QMetaType::Float:
            return cell.setReal(value.toDouble());
        case QMetaType::Bool:
        case QMetaType::Char:
        case QMetaType::SChar:
        case QMetaType::UChar:
        case QMetaType::Short:
        case QMetaType::UShort:
        case QMetaType::Int:
        case QMetaType::UInt:
        case QMetaType::LongLong:
        case QMetaType::ULongLong:
            return cell.setInteger(value.toLongLong());
        default:
            bytes = value.toString().toUtf8();
            return text(Cell::Kind::Text);
        }
    }

    Row m_row;
    std::vector<QByteArray> m_texts;
};

ErrorCode codeOf(Trouble trouble)
{
    switch (trouble) {
    case Trouble::Unreachable:
    case Trouble::TooMany: return ErrorCode::Unreachable;
    case Trouble::NoEncryption:
    case Trouble::Untrusted:
    case Trouble::WrongName: return ErrorCode::Untrusted;
    case Trouble::EncryptionWanted:
    case Trouble::AccessDenied:
    case Trouble::NoPassword:
    case Trouble::WrongPassword:
    case Trouble::UnknownUser:
    case Trouble::NotFromHere:
    case Trouble::NoRight: return ErrorCode::AccessDenied;
    case Trouble::NoDatabase: return ErrorCode::NotFound;
    case Trouble::Locked:
    case Trouble::TooSlow: return ErrorCode::Unreadable;
    case Trouble::ReadOnly: return ErrorCode::ReadOnly;
    case Trouble::Duplicate: return ErrorCode::Conflict;
    case Trouble::TooLong: return ErrorCode::InvalidArgument;
    case Trouble::Other: break;
    }
    return ErrorCode::Damaged;
}

QString wordsFor(Trouble trouble, const DatabaseAddress &address, const QString &product, bool isConnecting)
{
    const QString place = address.place();
    switch (trouble) {
    case Trouble::Unreachable:
        return isConnecting ? Words::tr("%1 does not answer at %2.").arg(product, place)
                            : Words::tr("The connection to %1 at %2 was lost.").arg(product, place);
    case Trouble::TooMany: return Words::tr("%1 at %2 takes no more connections at present.").arg(product, place);
    case Trouble::NoEncryption: return Words::tr("%1 at %2 offers no encryption, which was asked for.").arg(product, place);
    case Trouble::WrongName: return Words::tr("The certificate of the server at %1 is for another name.").arg(place);
    case Trouble::EncryptionWanted: return Words::tr("%1 at %2 lets this user in through an encrypted connection only.").arg(product, place);
    case Trouble::NoPassword: return Words::tr("%1 at %2 asks for a password.").arg(product, place);
    case Trouble::WrongPassword: return Words::tr("%1 at %2 does not accept this user and password.").arg(product, place);
    case Trouble::UnknownUser: return Words::tr("%1 at %2 knows no such user.").arg(product, place);
    case Trouble::NotFromHere: return Words::tr("%1 at %2 does not let this user in from this computer.").arg(product, place);
    case Trouble::NoRight: return Words::tr("This account has no right to the database %1, or the server at %2 has none of this name.").arg(address.database, place);
    case Trouble::Untrusted: return Words::tr("The certificate of the server at %1 is not trusted.").arg(place);
    case Trouble::AccessDenied:
        return isConnecting ? Words::tr("%1 at %2 does not let this account in; the user or the password is wrong, or it has no right to this database.").arg(product, place)
                            : Words::tr("This account has no right to do that in the database at %1.").arg(place);
    case Trouble::NoDatabase: return Words::tr("The server at %1 has no database of this name: %2").arg(place, address.database);
    case Trouble::Locked: return Words::tr("Another program keeps the database locked: %1").arg(place);
    case Trouble::TooSlow: return Words::tr("The server at %1 took too long for an answer.").arg(place);
    case Trouble::ReadOnly: return Words::tr("The server at %1 does not let anybody write at present.").arg(place);
    case Trouble::Duplicate:
        return Words::tr("The database has something of this name already; it may tell names apart less exactly than they are written.");
    case Trouble::TooLong: return Words::tr("The database does not take a value of this length.");
    case Trouble::Other: break;
    }
    return Words::tr("The database at %1 cannot be read.").arg(place);
}

} // namespace

ServerConnection::ServerConnection(ServerLogin login, QString name, bool isWriting)
    : m_login(std::move(login))
    , m_name(std::move(name))
    , m_isWriting(isWriting)
{
}

ServerConnection::~ServerConnection()
{
    {
        QSqlDatabase database = QSqlDatabase::database(m_name, false);
        database.close();
    }
    QSqlDatabase::removeDatabase(m_name);
}

ServerConnection::Attempt ServerConnection::attempt(const ServerLogin &login, bool isWriting, Job &job)
{
    if (job.isCanceled())
        return {nullptr, {ErrorCode::Canceled, Words::tr("Stopped."), {}}, {}};
    const QString driver = login.dialect->driver();
    if (!QSqlDatabase::isDriverAvailable(driver))
        return {nullptr, {ErrorCode::Unsupported, Words::tr("Qt's driver for %1 is not installed: %2").arg(login.dialect->product(), driver),
                          QSqlDatabase::drivers().join(u' ')}, {}};
    std::unique_ptr<ServerConnection> connection(
        new ServerConnection(login, login.dialect->formatId() + u'-' + QUuid::createUuid().toString(QUuid::WithoutBraces), isWriting));
    if (const Status opened = connection->openDatabase(); !opened)
        return {nullptr, opened.error(), connection->m_trouble};
    return {std::move(connection), {}, {}};
}

Result<std::unique_ptr<ServerConnection>> ServerConnection::open(const ServerLogin &login, bool isWriting, Job &job)
{
    Attempt made = attempt(login, isWriting, job);
    if (!made.connection)
        return made.error;
    return std::move(made.connection);
}

// The file with the authorities that are to be trusted; empty where none are given.
Result<QString> ServerConnection::trusted()
{
    if (m_login.authorities.isEmpty())
        return QString();
    m_authorities = std::make_unique<QTemporaryFile>(QDir::tempPath() + "/assay-authorities-XXXXXX"_L1); // for its owner alone
    if (!m_authorities->open() || m_authorities->write(m_login.authorities) != m_login.authorities.size() || !m_authorities->flush())
        return Error{ErrorCode::Unreadable, Words::tr("The trusted certificates cannot be handed to the database's driver."),
                     m_authorities->errorString()};
    return m_authorities->fileName();
}

Status ServerConnection::openDatabase()
{
    const DatabaseAddress &address = m_login.address;
    const auto authorities = trusted();
    if (!authorities)
        return authorities.error();
    auto options = dialect().connectOptions(address, *authorities);
    if (!options)
        return options.error();
    m_password = m_login.credentials.password;
    if (m_password.isEmpty())
        m_password = address.password.isEmpty() ? TypedPasswords::of(address.location()) : address.password;
    if (m_password.isEmpty()) {
        const EnvironmentPassword there = environmentPassword(dialect(), address, QProcessEnvironment::systemEnvironment());
        m_password = there.isMeant || m_login.takesEnvironment ? there.password : u""_s;
    }
    if (m_password.isEmpty() && !dialect().noPasswordOption().isEmpty())
        *options += u';' + dialect().noPasswordOption();
    QSqlDatabase database = QSqlDatabase::addDatabase(dialect().driver(), m_name);
    database.setHostName(dialect().hostFor(address, *authorities));
    if (address.port > 0)
        database.setPort(address.port);
    database.setDatabaseName(address.database);
    database.setUserName(m_login.credentials.user.isEmpty() ? address.user : m_login.credentials.user);
    database.setPassword(m_password);
    database.setConnectOptions(*options);
    if (!database.open()) {
        m_trouble = dialect().troubleOf(database.lastError(), true);
        return error(database.lastError(), true);
    }
    if (const Status encrypted = mustBeEncrypted(); !encrypted)
        return encrypted;
    if (const auto asked = select(dialect().versionQuery(), [this](const Row &row) { m_version = row.text(1); }); !asked)
        return asked.error();
    for (const QByteArray &statement : dialect().session(m_isWriting, m_version))
        if (const Status done = execute(statement); !done)
            return done;
    return {};
}

Status ServerConnection::mustBeEncrypted()
{
    if (!dialect().wantsEncryption(address()))
        return {};
    QString cipher;
    const auto asked = select(dialect().isEncryptedQuery(), [&](const Row &row) { cipher = row.text(row.size()); });
    if (!asked)
        return asked.error();
    if (!cipher.isEmpty())
        return {};
    m_trouble = Trouble::NoEncryption;
    return Error{codeOf(*m_trouble), wordsFor(*m_trouble, address(), dialect().product(), true), {}};
}

Error ServerConnection::error(const QSqlError &error, bool isConnecting) const
{
    const Trouble trouble = dialect().troubleOf(error, isConnecting);
    QString detail = error.databaseText().trimmed();
    if (m_password.size() > 3)
        detail.replace(m_password, u"…"_s);
    if (!error.nativeErrorCode().isEmpty())
        detail += u" (%1)"_s.arg(error.nativeErrorCode());
    return {codeOf(trouble), wordsFor(trouble, address(), dialect().product(), isConnecting), detail};
}

Error ServerConnection::refused(const QSqlError &why)
{
    const Error known = error(why);
    if (!m_firstFailure)
        m_firstFailure = known;
    return known;
}

Status ServerConnection::execute(const QByteArray &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    return query.exec(QString::fromUtf8(sql)) ? Status() : Status(refused(query.lastError()));
}

Status ServerConnection::begin(const QByteArray &then)
{
    const Status begun = execute(dialect().begin(m_isWriting) + (then.isEmpty() ? QByteArray() : "; " + then));
    m_isInTransaction = begun.hasValue();
    if (!begun && !then.isEmpty() && begun.error().code != ErrorCode::Unreachable)
        static_cast<void>(execute("ROLLBACK"));
    return begun;
}

Status ServerConnection::end(bool isGood)
{
    m_isInTransaction = false;
    return execute(isGood ? "COMMIT" : "ROLLBACK");
}

// A statement in a transaction of its own, by one question, where what it needs is said by that.
QByteArray ServerConnection::alone(const QByteArray &sql) const
{
    const QByteArray begin = m_isInTransaction || m_isWriting ? QByteArray() : dialect().begin(false);
    return begin.isEmpty() ? sql : begin + "; " + sql + "; END";
}

Result<qint64> ServerConnection::select(const QByteArray &sql, const RowSink &sink, const Job *job)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    const QByteArray whole = alone(sql);
    bool isThere = query.exec(QString::fromUtf8(whole));
    while (isThere && whole.size() != sql.size() && !query.isSelect())
        isThere = query.nextResult();
    if (!isThere) {
        const Error why = refused(query.lastError());
        if (whole.size() != sql.size() && why.code != ErrorCode::Unreachable)
            static_cast<void>(execute("ROLLBACK"));
        return why;
    }
    RowFiller filler(query.record().count());
    qint64 rows = 0;
    while (query.next()) {
        sink(filler.fill(query));
        if ((++rows & 0x3ff) == 0 && job && job->isCanceled())
            return Error{ErrorCode::Canceled, Words::tr("Stopped."), {}};
    }
    if (query.lastError().isValid())
        return refused(query.lastError());
    return rows;
}

Result<qint64> ServerConnection::change(const QByteArray &sql)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    if (!query.exec(QString::fromUtf8(sql)))
        return refused(query.lastError());
    return qint64(query.numRowsAffected());
}

Result<QByteArray> ServerConnection::literal(const Value &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        return QByteArray::number(*number);
    const auto *text = std::get_if<QString>(&value);
    if (!text)
        return QByteArray("NULL");
    if (text->contains(QChar(0)))
        return Error{ErrorCode::InvalidArgument, Words::tr("A text with the character of number 0 cannot be asked for in a database."), {}};
    return '\'' + text->toUtf8().replace('\'', "''") + '\'';
}

Result<QByteArray> ServerConnection::written(const QByteArray &sql, const QList<Value> &values)
{
    QByteArray whole;
    qsizetype from = 0;
    for (qsizetype at = sql.indexOf('?'); at >= 0; at = sql.indexOf('?', from)) {
        whole += sql.mid(from, at - from);
        from = at + 1;
        while (from < sql.size() && sql[from] >= '0' && sql[from] <= '9')
            ++from;
        const auto value = literal(values.at(sql.mid(at + 1, from - at - 1).toInt() - 1));
        if (!value)
            return value;
        whole += *value;
    }
    return whole + sql.mid(from);
}

} // namespace Assay::MlflowSql
