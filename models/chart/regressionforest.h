// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/job.h"
#include "models/chart/chartcolumn.h"

#include <array>
#include <cstdint>
#include <random>
#include <span>
#include <vector>

namespace Assay {

// Rows of features and a target for trees.
struct ForestData {
    // A number, or for texts an index; NaN where there is none, which is a value of its own to a tree.
    struct Feature {
        std::vector<double> values;
        bool isText = false;
    };
    std::vector<Feature> features;
    std::vector<double> target; // finite
};

struct ForestOptions {
    int trees = 20;
    int leastInLeaf = 2;
    int candidates = 0; // features tried at each node; 0: all up to twelve, of more than that a third, at least twelve
};

// Extremely randomised regression trees: at each node, of some features one random cut each, the one that lowers the
// variance most (Geurts, Ernst, Wehenkel, "Extremely randomized trees", Machine Learning 63 (2006)); each tree sees all
// rows it is given. Texts are cut into two random sets; runs without a value go to a random side, or are cut off alone.
// The same seed gives the same forest on every machine. Any thread.
class RegressionForest
{
public:
    // Polls `job`: a forest that was stopped early predicts from fewer trees.
    static RegressionForest train(const ForestData &data, std::span<const uint32_t> rows, const ForestOptions &options, std::mt19937_64 &random, const Job &job);

    // The mean over the trees. `replaced`, when it is no −1, takes its value from row `from` instead.
    double predict(const ForestData &data, uint32_t row, int replaced = -1, uint32_t from = 0) const;
    bool isEmpty() const { return m_roots.empty(); }

private:
    struct Node {
        int feature = -1;      // −1: a leaf
        bool isText = false;
        bool missingLeft = false;
        double cut = 0;        // numbers below go left; of a leaf its mean
        uint64_t salt = 0;     // texts: which go left is a hash of index and salt
        uint32_t left = 0, right = 0;
    };
    struct Builder;

    static bool goesLeft(const Node &node, double value);

    std::vector<Node> m_nodes;
    std::vector<uint32_t> m_roots;
};

// An even number below `bound` (> 0); std's distributions differ between libraries.
inline uint64_t drawBelow(std::mt19937_64 &random, uint64_t bound) { return random() % bound; } // the bias is below 2^-40 here
inline double drawUnit(std::mt19937_64 &random) { return double(random() >> 11) * 0x1p-53; }
template <typename T>
void shuffle(std::vector<T> &values, std::mt19937_64 &random)
{
    for (size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[drawBelow(random, i)]);
}

} // namespace Assay
