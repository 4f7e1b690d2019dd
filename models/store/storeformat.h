// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/credentials.h"
#include "models/domain/checkstep.h"
#include "models/domain/serveraccount.h"
#include "models/store/storebackend.h"

#include <memory>
#include <vector>

namespace Assay {

// A store that was found at or in a location.
struct StoreCandidate {
    QString formatId;
    QString location;    // absolute; open() takes it, and it names this store alone
    bool isEmpty = false; // holds nothing: 0 bytes, no tables, no experiment; not counted unless it was named itself
};

// What a format found at one place. Without candidates `whyNot` says in one translated sentence why what lies there is
// not a store of this format, if it looked like one at all (empty otherwise): "not a SQLite file".
struct StoreProbe {
    QList<StoreCandidate> candidates;
    QString whyNot;
};

struct OpenOptions {
    QList<RootMapping> rootMappings;
    // Of remote stores:
    Credentials credentials = {}; // empty: what the environment says
    QByteArray authorities = {};  // PEM: the certificate authorities that are trusted in place of the system's; empty: the system's
    bool takesEnvironment = false; // what the environment holds without the name of a server may go to this one: somebody said so
    ServerProxy proxy = {};
    QString proxyPassword = {};
    std::optional<Error> refusal = {}; // why it must not be opened, with nothing sent: a secret is missing
    bool isImpatient = false;     // one short attempt before anything else: to look whether a store is back
};

// A kind of store. One folder below models/stores, which defines `std::unique_ptr<StoreFormat> make<Folder>()` in
// camel case: mlflow-file has makeMlflowFile(). Stateless; may be called from any thread.
class StoreFormat
{
public:
    virtual ~StoreFormat() = default;

    virtual QString id() const = 0;
    virtual QString displayName() const = 0;
    // Whether locations of this scheme ("https") are this format's, and probe() and open() take them as addresses.
    virtual bool takesAddress([[maybe_unused]] const QString &scheme) const { return false; }
    // Stores of this format lie behind a network, which may be gone.
    virtual bool isRemote() const { return false; }
    // As whom a remote store would be opened: what one account sees is not shown to another. Holds no secret.
    virtual QString account([[maybe_unused]] const QString &location, const OpenOptions &options) const { return options.credentials.user; }
    // `path` is absolute and exists, where it is no address: a file, or a folder that is a store, holds one directly, or lies inside one.
    // Reads as little as is needed, writes nothing, leaves no lock.
    virtual StoreProbe probe(const QString &path, Job &job) const = 0;
    // `location` as a candidate names it. To be called on the thread that will use the backend.
    virtual Result<std::unique_ptr<StoreBackend>> open(const QString &location, const OpenOptions &options, Job &job) const = 0;

    // Of formats that take addresses: whether a token may stand in place of user and password.
    virtual bool takesToken() const { return false; }
    // Whether connections are made through HTTP proxies.
    virtual bool takesProxy() const { return false; }
    // Where in the environment credentials stand that name no server, and are sent to this one only if somebody says so
    // (OpenOptions::takesEnvironment): "MLFLOW_TRACKING_USERNAME". Empty: there are none.
    virtual QString freeCredentials([[maybe_unused]] const QString &location) const { return {}; }
    // Whether the environment holds credentials that are meant for this address.
    virtual bool hasCredentials([[maybe_unused]] const QString &location) const { return false; }
    // Looks step by step whether the store at an address can be reached, up to the first step that fails; reads a little, writes
    // nothing. By itself it only opens the store, which is the last step.
    virtual void check(const QString &location, const OpenOptions &options, const CheckSink &tell, Job &job) const;

protected:
    // The last step.
    void checkStore(const QString &location, const OpenOptions &options, const CheckSink &tell, Job &job) const;
};

// One of every format that this build has. Generated from the folders of models/stores.
std::vector<std::unique_ptr<StoreFormat>> allStoreFormats();

} // namespace Assay
