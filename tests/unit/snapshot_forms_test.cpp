// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The specifications whose bindings stand in tests/bindings/specs have every form, so that no change of a template goes unseen.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "../front_end.h"
#include "backend/backend.h"
#include "model/layout.h"
#include "support/files.h"

namespace {

using nlohmann::json;

// Every truth about a type of the snapshots, and every word for what a core parameter carries.
struct Seen {
  std::set<std::string> truths;
  std::set<std::string> roles;
};

void look(const json& value, Seen& seen) {
  for (const auto& [key, member] : value.items()) {
    if (member.is_structured()) look(member, seen);
    if (member.is_boolean() && member.get<bool>()) seen.truths.insert(key);
    if (key == "core_param_role") seen.roles.insert(member.get<std::string>());
  }
}

TEST(Snapshots, HaveEveryForm) {
  const std::string folder = PROJECT_DIR "/tests/bindings/specs/";
  std::ifstream stream(folder + "witxc.json");
  const json configuration = json::parse(stream);
  Seen seen;
  for (const json& spec : configuration.at("specs")) {
    tests::FrontEnd front;
    front.read({folder + spec.at("files").at(0).get<std::string>()}, support::RealFiles());
    ASSERT_EQ(front.diagnostics.errors(), 0U);
    look(backend::view(front.model, model::Layouts(front.model, {.pointer_size = 4}), {.language = "another"}), seen);
  }
  for (const char* truth :
       {"type_is_alias", "type_is_int", "type_is_list", "type_is_enum", "type_is_flags", "type_is_handle",
        "type_is_record", "type_is_slice", "type_is_variant", "type_is_union", "type_is_empty", "type_is_structural",
        "case_has_payload", "variant_has_own_tag", "function_is_noreturn", "core_result_is_error"})
    EXPECT_TRUE(seen.truths.contains(truth)) << truth;
  const std::set<std::string> roles{"value",  "pointer",     "list",          "length",
                                    "result", "result_list", "result_length", "results"};
  EXPECT_EQ(seen.roles, roles);
}

}  // namespace
