// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a page knows besides the plan: where each name leads, who speaks of whom, and the drawings.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "backend/base/keys.h"
#include "bind/plan.h"
#include "draw/drawing.h"
#include "draw/figure.h"
#include "model/abi.h"
#include "model/layout.h"

namespace backend::html {

// A drawing of a type as it is shown.
struct Sheet {
  draw::Drawing drawing;
  draw::Figure figure;
  draw::Depth depth = draw::Depth::members;
  // "", or the one width of addresses for which it holds: "32", "64".
  std::string_view memory;
};

// A value that a function speaks of.
struct Mention {
  const bind::TypePlan* type = nullptr;
  std::size_t value = 0;
};

struct FunctionNotes {
  // With addresses of the other width.
  model::Signature wide;
  // Of its error, the values that its docs name; of `rights`, the flags that it needs.
  std::vector<Mention> errors;
  std::vector<Mention> rights;
};

// A place of the page, and the text of a link to it.
struct Link {
  std::string anchor;
  std::string text;
};

struct TypeNotes {
  std::vector<Sheet> sheets;
  std::vector<Link> users;
  // By value: functions that speak of it.
  std::vector<std::vector<Link>> speakers;
};

// Refers to the plan.
struct Page {
  explicit Page(const bind::Plan& of);

  const bind::Plan& plan;
  // For memories of 64 bits.
  model::Layouts wide;
  // "errno", "errno::inval", "fd_read": where they are explained.
  std::map<std::string, std::string, std::less<>> anchors;
  // By position in the plan.
  std::vector<TypeNotes> types;
  std::map<const bind::FunctionPlan*, FunctionNotes> functions;

  [[nodiscard]] const TypeNotes& notes(const At& at) const {
    return types[static_cast<std::size_t>(at.type - plan.types.data())];
  }
  [[nodiscard]] const FunctionNotes& notes_of_function(const At& at) const { return functions.at(at.function); }
};

}  // namespace backend::html
