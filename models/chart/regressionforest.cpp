// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chart/regressionforest.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Assay {

namespace {

uint64_t mixed(uint64_t value) // splitmix64's last step
{
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
    return value ^ (value >> 31);
}

struct Sums {
    double count = 0, sum = 0, squares = 0;

    void add(double value)
    {
        ++count;
        sum += value;
        squares += value * value;
    }
    double spread() const { return count > 0 ? squares - sum * sum / count : 0; } // of squares around the mean
};

} // namespace

struct RegressionForest::Builder {
    const ForestData &data;
    const ForestOptions &options;
    std::mt19937_64 &random;
    std::vector<Node> &nodes;
    std::vector<uint32_t> order{}; // of features, shuffled as they are tried

    size_t candidates() const
    {
        const size_t all = data.features.size();
        return options.candidates > 0 ? size_t(options.candidates) : std::max(std::min<size_t>(all, 12), all / 3);
    }
    std::optional<Node> randomCut(uint32_t feature, std::span<const uint32_t> rows);
    uint32_t grow(std::span<uint32_t> rows);
};

bool RegressionForest::goesLeft(const Node &node, double value)
{
    if (std::isnan(value))
        return node.missingLeft;
    return node.isText ? (mixed(uint64_t(value) * 0x9e3779b97f4a7c15u + node.salt) & 1) != 0 : value < node.cut;
}

// Nothing where the rows are all alike.
std::optional<RegressionForest::Node> RegressionForest::Builder::randomCut(uint32_t feature, std::span<const uint32_t> rows)
{
    const ForestData::Feature &column = data.features[feature];
    double least = std::numeric_limits<double>::infinity(), most = -least;
    bool misses = false;
    for (uint32_t row : rows) {
        const double value = column.values[row];
        misses = misses || std::isnan(value);
        least = value < least ? value : least;
        most = value > most ? value : most;
    }
    Node node;
    node.feature = int(feature);
    node.isText = column.isText;
    node.missingLeft = (random() & 1) != 0;
    const bool varies = least < most;
    if (!varies && !(misses && least <= most))
        return {};
    if (misses && (!varies || (random() & 1) != 0)) { // those without a value against the others
        node.isText = false;
        node.missingLeft = true;
        node.cut = -std::numeric_limits<double>::infinity();
        return node;
    }
    if (!column.isText) {
        const double share = drawUnit(random);
        node.cut = std::clamp(least * share + most * (1 - share), std::nextafter(least, most), most);
        return node;
    }
    // A salt that leaves both sides something: half of all do even for two texts.
    for (int tries = 0; tries < 32; ++tries) {
        node.salt = random();
        const auto isLeft = [&](uint32_t row) { return !std::isnan(column.values[row]) && goesLeft(node, column.values[row]); };
        const auto isRight = [&](uint32_t row) { return !std::isnan(column.values[row]) && !goesLeft(node, column.values[row]); };
        if (std::ranges::any_of(rows, isLeft) && std::ranges::any_of(rows, isRight))
            return node;
    }
    return {};
}

uint32_t RegressionForest::Builder::grow(std::span<uint32_t> rows)
{
    Sums all;
    for (uint32_t row : rows)
        all.add(data.target[row]);
    const auto place = uint32_t(nodes.size());
    nodes.push_back({});
    nodes[place].cut = all.sum / all.count;
    const bool isPure = std::ranges::all_of(rows, [&](uint32_t row) { return data.target[row] == data.target[rows.front()]; });
    if (rows.size() < 2 * size_t(options.leastInLeaf) || isPure)
        return place;
    std::optional<Node> best;
    double bestGain = 0;
    size_t tried = 0;
    for (size_t i = 0; i < order.size() && tried < candidates(); ++i) {
        std::swap(order[i], order[i + drawBelow(random, order.size() - i)]);
        const auto node = randomCut(order[i], rows);
        if (!node)
            continue;
        ++tried;
        Sums left, right;
        for (uint32_t row : rows)
            (goesLeft(*node, data.features[order[i]].values[row]) ? left : right).add(data.target[row]);
        const double gain = all.spread() - left.spread() - right.spread();
        const bool isAllowed = left.count >= options.leastInLeaf && right.count >= options.leastInLeaf;
        if (isAllowed && (!best || gain > bestGain)) {
            best = node;
            bestGain = gain;
        }
    }
    if (!best)
        return place;
    const auto middle = std::partition(rows.begin(), rows.end(), [&](uint32_t row) { return goesLeft(*best, data.features[size_t(best->feature)].values[row]); });
    const auto leftSize = size_t(middle - rows.begin());
    best->left = grow(rows.first(leftSize));
    best->right = grow(rows.subspan(leftSize));
    nodes[place] = *best;
    return place;
}

RegressionForest RegressionForest::train(const ForestData &data, std::span<const uint32_t> rows, const ForestOptions &options,
                                         std::mt19937_64 &random, const Job &job)
{
    RegressionForest forest;
    if (rows.empty())
        return forest;
    Builder builder{data, options, random, forest.m_nodes};
    builder.order.resize(data.features.size());
    for (int tree = 0; tree < options.trees && !job.isCanceled(); ++tree) {
        std::iota(builder.order.begin(), builder.order.end(), 0u);
        std::vector<uint32_t> own(rows.begin(), rows.end());
        forest.m_roots.push_back(builder.grow(own));
    }
    return forest;
}

double RegressionForest::predict(const ForestData &data, uint32_t row, int replaced, uint32_t from) const
{
    double sum = 0;
    for (uint32_t root : m_roots) {
        const Node *node = &m_nodes[root];
        while (node->feature >= 0) {
            const double value = data.features[size_t(node->feature)].values[node->feature == replaced ? from : row];
            node = &m_nodes[goesLeft(*node, value) ? node->left : node->right];
        }
        sum += node->cut;
    }
    return m_roots.empty() ? 0 : sum / double(m_roots.size());
}

} // namespace Assay
