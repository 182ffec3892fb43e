// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// An answer for every form of type, without a default: a form that is added fails to compile wherever somebody must say what
// it means there.
#pragma once

#include <concepts>
#include <utility>
#include <variant>

#include "model/types.h"

namespace model {

// For the parameter of a lambda that answers for several forms: const OneOf<List, Buffer> auto& shape.
template <typename Shape, typename... Forms>
concept OneOf = (std::same_as<Shape, Forms> || ...);

// Lambdas have no members that could be in each other's way.
template <typename... Answers>
// NOLINTNEXTLINE(misc-multiple-inheritance)
struct Match : Answers... {
  using Answers::operator()...;
};

// Calls the one of `answers` that takes the form at hand; all must return the same type.
template <typename... Answers>
decltype(auto) match(const Type::Shape& shape, Answers... answers) {
  return std::visit(Match<Answers...>{std::move(answers)...}, shape);
}

}  // namespace model
