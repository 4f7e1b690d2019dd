// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace Assay {

class OpenStore;

// Stands between one panel and the open store: reads what the panel asks for, in the background, and hands it over as
// values. Owned by the main window.
class PageController : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QWidget *widget() const = 0;
    // The store that is looked at from now on; null: none. It stays alive until the next call.
    virtual void setStore(OpenStore *store) = 0;
    // Whether something that the panel shows is still being read (a screenshot waits for it).
    virtual bool isBusy() const = 0;

Q_SIGNALS:
    void failed(const QString &message); // translated, for the message line of the window
};

} // namespace Assay
