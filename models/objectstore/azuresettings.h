// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/objectstore/objectenvironment.h"
#include "models/objectstore/objectplace.h"

#include <QUrl>

namespace Assay {

// How a storage account is reached and with what.
struct AzureSettings {
    QString account;
    QUrl endpoint;   // of its blobs, without a slash at the end
    QByteArray key;  // decoded; signs requests and stays here
    QByteArray sas;  // a query that is a key of its own: without "?", sent to the endpoint alone
};

// As MLflow and az take them: AZURE_STORAGE_CONNECTION_STRING; AZURE_STORAGE_ACCESS_KEY (or AZURE_STORAGE_KEY) for the account that is
// recorded; AZURE_STORAGE_SAS_TOKEN with AZURE_STORAGE_ACCOUNT. What is for another account than the recorded one is not used for it, and
// a domain that is not one of Azure's must stand in a connection string. AccessDenied, with what can be done, where there is nothing.
Result<AzureSettings> azureSettings(const ObjectPlace &place, const ObjectEnvironment &environment);

} // namespace Assay
