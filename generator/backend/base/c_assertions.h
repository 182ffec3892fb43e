// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The facts of a layout as compilers of C and C++ check them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "backend/base/rows.h"
#include "bind/plan.h"

namespace backend {

// How a language says what must hold; the payload of a variant is a member.
struct AssertionWords {
  std::string_view statement;
  std::string_view alignment;
  std::string_view offset;
  std::string_view payload;
  // Enums, flags and their like can be asked about, too.
  bool of_all_types = false;
};

struct Assertion {
  std::string condition;
  // A string literal that says it in words, with the white space before it.
  std::string text;
};

// None, where none are wanted.
[[nodiscard]] std::vector<Assertion> c_family_assertions(const bind::Plan& plan, const AssertionWords& words);

// The keys of a back-end that has a list `assertions`; `own` may be null where no key is asked.
template <typename Own>
void add_assertions(Tables& tables, const Own* own) {
  add<Own>(tables, Thing::view, own,
           {{"assertions", [](const Own& o) { return List<Thing::assertion>{o.assertions.size()}; }, ""},
            {"has_assertions", [](const Own& o) { return !o.assertions.empty(); }, ""}});
  add<Own>(tables, Thing::assertion, own,
           {{"assertion_condition", [](const Own& o, const At& at) { return o.assertions[at.index].condition; }, ""},
            {"assertion_text", [](const Own& o, const At& at) { return o.assertions[at.index].text; },
             "a string literal that says it in words, with the white space before it"}});
}

}  // namespace backend
