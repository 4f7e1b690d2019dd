// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/error.h"

#include <type_traits>
#include <utility>
#include <variant>

namespace Assay {

// A value of type T or the Error that kept it from coming to be. (std::expected is not in GCC 12's C++20 mode.)
// Reading the wrong one of the two is a programmer's mistake and asserts.
template <typename T>
class [[nodiscard]] Result
{
public:
    using Value = T;

    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool hasValue() const { return m_state.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    const T &value() const & { Q_ASSERT(hasValue()); return *std::get_if<0>(&m_state); }
    T &value() & { Q_ASSERT(hasValue()); return *std::get_if<0>(&m_state); }
    T &&value() && { Q_ASSERT(hasValue()); return std::move(*std::get_if<0>(&m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    T valueOr(T fallback) const { return hasValue() ? value() : std::move(fallback); }

    const Error &error() const { Q_ASSERT(!hasValue()); return *std::get_if<1>(&m_state); }

    // f(value) -> U, giving Result<U>.
    template <typename F>
    auto map(F &&f) const -> Result<std::invoke_result_t<F, const T &>>
    {
        if (!hasValue())
            return error();
        return std::forward<F>(f)(value());
    }
    // f(value) -> Result<U>.
    template <typename F>
    auto andThen(F &&f) const -> std::invoke_result_t<F, const T &>
    {
        if (!hasValue())
            return error();
        return std::forward<F>(f)(value());
    }

private:
    std::variant<T, Error> m_state;
};

// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void>
{
public:
    using Value = void;

    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_failed(true) {}

    bool hasValue() const { return !m_failed; }
    explicit operator bool() const { return hasValue(); }
    const Error &error() const { Q_ASSERT(m_failed); return m_error; }

private:
    Error m_error;
    bool m_failed = false;
};

using Status = Result<void>;

} // namespace Assay
