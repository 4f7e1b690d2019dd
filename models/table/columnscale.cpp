// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/columnscale.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Assay {

namespace {

constexpr QLatin1StringView LowerWords[] = {
    "loss"_L1, "error"_L1, "err"_L1, "errors"_L1, "mse"_L1, "rmse"_L1, "mae"_L1, "mape"_L1, "smape"_L1, "rmsle"_L1, "logloss"_L1, "nll"_L1,
    "perplexity"_L1, "ppl"_L1, "wer"_L1, "cer"_L1, "fid"_L1, "brier"_L1, "ece"_L1, "time"_L1, "latency"_L1, "duration"_L1, "regret"_L1,
};
constexpr QLatin1StringView HigherWords[] = {
    "acc"_L1, "accuracy"_L1, "auc"_L1, "auroc"_L1, "auprc"_L1, "roc"_L1, "f1"_L1, "r2"_L1, "precision"_L1, "recall"_L1, "map"_L1, "iou"_L1,
    "miou"_L1, "dice"_L1, "bleu"_L1, "rouge"_L1, "psnr"_L1, "ssim"_L1, "ndcg"_L1, "mrr"_L1, "reward"_L1, "throughput"_L1,
};

template <size_t N>
bool isAmong(const QString &word, const QLatin1StringView (&words)[N])
{
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// "val/fitTime_s" as val, fit, time, s: at everything that is no letter and digit, and before capitals.
QStringList wordsOf(const QString &name)
{
    QStringList words;
    QString word;
    bool wasLower = false;
    for (QChar c : name) {
        if (!c.isLetterOrNumber() || (c.isUpper() && wasLower)) {
            words.append(word);
            word.clear();
        }
        if (c.isLetterOrNumber())
            word.append(c.toLower());
        wasLower = c.isLower() || c.isDigit();
    }
    words.append(word);
    words.removeAll(QString());
    return words;
}

} // namespace

BetterValues guessBetterValues(const ColumnKey &key)
{
    if (key.group != ColumnGroup::Metric)
        return BetterValues::Unknown;
    // The last word that says something: "accuracy_loss" is a loss.
    const QStringList words = wordsOf(key.name);
    for (auto word = words.crbegin(); word != words.crend(); ++word) {
        if (isAmong(*word, LowerWords))
            return BetterValues::Lower;
        if (isAmong(*word, HigherWords))
            return BetterValues::Higher;
    }
    return BetterValues::Unknown;
}

} // namespace Assay
