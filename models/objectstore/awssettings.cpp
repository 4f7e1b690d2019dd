// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/objectstore/awssettings.h"

#include "models/objectstore/objecttext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

using Profile = QHash<QString, QString>;

struct Profiles {
    QString name;
    Profile credentials; // of ~/.aws/credentials
    Profile config;      // of ~/.aws/config
    bool isThere = false;

    QString value(const QString &key) const { return config.value(key, credentials.value(key)); }
    // How its credentials come to be by other means than keys: as boto asks, before keys in either file …
    QString elsewhereFirst(const ObjectEnvironment &environment) const;
    QString elsewhereThen() const; // … and after those of ~/.aws/credentials
};

Error noCredentials(const QString &message)
{
    return {ErrorCode::AccessDenied, message, {}};
}

Result<IniSections> sectionsOf(const ObjectEnvironment &environment, QLatin1StringView variable, const QString &usual)
{
    const QString named = environment.value(variable);
    const Result<QByteArray> text = environment.file(named.isEmpty() ? usual : named);
    if (!text)
        return text.error().code == ErrorCode::NotFound ? Result<IniSections>(IniSections()) : text.error();
    return iniSections(*text);
}

Result<Profiles> readProfiles(const ObjectEnvironment &environment)
{
    Profiles profiles;
    profiles.name = environment.value("AWS_PROFILE"_L1);
    if (profiles.name.isEmpty())
        profiles.name = environment.value("AWS_DEFAULT_PROFILE"_L1);
    const bool isNamed = !profiles.name.isEmpty();
    if (!isNamed)
        profiles.name = u"default"_s;
    const auto credentials = sectionsOf(environment, "AWS_SHARED_CREDENTIALS_FILE"_L1, u"~/.aws/credentials"_s);
    const auto config = sectionsOf(environment, "AWS_CONFIG_FILE"_L1, u"~/.aws/config"_s);
    if (!credentials || !config)
        return credentials ? config.error() : credentials.error();
    const QString section = profiles.name == "default"_L1 && config->contains(u"default"_s) ? profiles.name : u"profile "_s + profiles.name;
    profiles.isThere = credentials->contains(profiles.name) || config->contains(section);
    profiles.credentials = credentials->value(profiles.name);
    profiles.config = config->value(section);
    if (isNamed && !profiles.isThere)
        return noCredentials(ObjectText::tr("There is no AWS profile of the name %1, which AWS_PROFILE asks for.").arg(profiles.name.left(60)));
    return profiles;
}

// A role counts, whatever else the profile holds: with its keys one would be somebody else.
QString Profiles::elsewhereFirst(const ObjectEnvironment &environment) const
{
    if (!value(u"role_arn"_s).isEmpty() || !environment.value("AWS_WEB_IDENTITY_TOKEN_FILE"_L1).isEmpty())
        return ObjectText::tr("by taking on a role");
    if (!value(u"sso_session"_s).isEmpty() || !value(u"sso_start_url"_s).isEmpty())
        return ObjectText::tr("from a sign-in on the web");
    return {};
}

QString Profiles::elsewhereThen() const
{
    if (!value(u"login_session"_s).isEmpty())
        return ObjectText::tr("from a sign-in on the web");
    if (!value(u"credential_process"_s).isEmpty())
        return ObjectText::tr("from a program");
    return {};
}

Error notDoneHere(const QString &profile, const QString &how)
{
    return noCredentials(ObjectText::tr("The AWS profile %1 gets its credentials %2, which is not done here. Set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and "
                                        "AWS_SESSION_TOKEN, as “aws configure export-credentials --format env” prints them.")
                             .arg(profile.left(60), how));
}

Status takeCredentials(AwsSettings &settings, const ObjectEnvironment &environment, const Profiles &profiles)
{
    if (environment.isYes("AWS_NO_SIGN_REQUEST"_L1))
        return {};
    QString id = environment.value("AWS_ACCESS_KEY_ID"_L1), secret = environment.value("AWS_SECRET_ACCESS_KEY"_L1);
    QString token = environment.value("AWS_SESSION_TOKEN"_L1);
    if (id.isEmpty() != secret.isEmpty())
        return noCredentials(ObjectText::tr("Of AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY one is missing."));
    if (id.isEmpty()) {
        const bool hasShared = profiles.credentials.contains(u"aws_access_key_id"_s);
        QString how = profiles.elsewhereFirst(environment);
        if (how.isEmpty() && !hasShared)
            how = profiles.elsewhereThen();
        if (!how.isEmpty())
            return notDoneHere(profiles.name, how);
        const Profile &from = hasShared ? profiles.credentials : profiles.config;
        id = from.value(u"aws_access_key_id"_s);
        secret = from.value(u"aws_secret_access_key"_s);
        token = from.value(u"aws_session_token"_s);
    }
    if (!id.isEmpty() && !secret.isEmpty()) {
        settings.credentials = {id, secret, {}};
        settings.sessionToken = token.toUtf8();
        return {};
    }
    return noCredentials(ObjectText::tr("There are no credentials for S3: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile in ~/.aws/credentials "
                                        "(AWS_PROFILE)."));
}

// The first that says something.
QString firstOf(std::initializer_list<QString> values)
{
    for (const QString &value : values)
        if (!value.isEmpty())
            return value;
    return {};
}

Status takeEndpoint(AwsSettings &settings, const ObjectEnvironment &environment, const Profiles &profiles)
{
    const bool isIgnored = environment.isYes("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"_L1);
    const QString endpoint = firstOf({environment.value("MLFLOW_S3_ENDPOINT_URL"_L1), isIgnored ? QString() : environment.value("AWS_ENDPOINT_URL_S3"_L1),
                                      isIgnored ? QString() : environment.value("AWS_ENDPOINT_URL"_L1), isIgnored ? QString() : profiles.value(u"endpoint_url"_s)});
    if (endpoint.isEmpty())
        return {};
    const Result<HttpServer> server = httpServer(endpoint);
    if (!server || !server->credentials.isEmpty())
        return Error{ErrorCode::InvalidArgument, ObjectText::tr("The address of the S3 service that is set up here is none: it is written https://host:port."), {}};
    settings.endpoint = server->base;
    if (settings.endpoint.scheme() == "https"_L1 && environment.isYes("MLFLOW_S3_IGNORE_TLS"_L1))
        return Error{ErrorCode::Refused,
                     ObjectText::tr("MLFLOW_S3_IGNORE_TLS asks not to look at certificates, which is always done here. Name the service's own authority in AWS_CA_BUNDLE instead."), {}};
    return {};
}

} // namespace

Result<AwsSettings> awsSettings(const ObjectEnvironment &environment)
{
    const Result<Profiles> profiles = readProfiles(environment);
    if (!profiles)
        return profiles.error();
    AwsSettings settings;
    if (const Status taken = takeCredentials(settings, environment, *profiles); !taken)
        return taken.error();
    if (const Status taken = takeEndpoint(settings, environment, *profiles); !taken)
        return taken.error();
    static const QRegularExpression name(u"^[a-z0-9-]{1,40}$"_s);
    const QString region = firstOf({environment.value("AWS_REGION"_L1), environment.value("AWS_DEFAULT_REGION"_L1), profiles->value(u"region"_s)});
    if (!region.isEmpty() && !name.match(region).hasMatch())
        return Error{ErrorCode::InvalidArgument, ObjectText::tr("This is no name of an AWS region: %1").arg(region.left(60)), {}};
    if (!region.isEmpty())
        settings.region = region;
    const QString addressing = environment.value("MLFLOW_BOTO_CLIENT_ADDRESSING_STYLE"_L1);
    if (addressing == "path"_L1)
        settings.addressing = AwsSettings::Addressing::Path;
    else if (addressing == "virtual"_L1)
        settings.addressing = AwsSettings::Addressing::Virtual;
    const QString bundle = firstOf({environment.value("AWS_CA_BUNDLE"_L1), profiles->value(u"ca_bundle"_s)});
    if (bundle.isEmpty())
        return settings;
    const Result<QByteArray> authorities = environment.file(bundle);
    if (!authorities)
        return authorities.error();
    settings.authorities = *authorities;
    return settings;
}

} // namespace Assay
