// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"

#include <QPromise>

namespace Assay {

// The job of a computation that its future cancels.
template <typename Answer>
class PromisedJob final : public Job
{
public:
    explicit PromisedJob(const QPromise<Answer> &promise) : m_promise(promise) {}
    bool isCanceled() const override { return m_promise.isCanceled(); }
    void setProgress(qint64, qint64, const QString &) override {}

private:
    const QPromise<Answer> &m_promise;
};

} // namespace Assay
