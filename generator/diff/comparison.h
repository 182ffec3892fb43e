// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The walk over two models that finds the changes. Each definition is compared with its counterpart once; at a place that names
// a definition the walk ends, so that a change is found where it was made and nowhere else.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "diff/changes.h"
#include "diff/effects.h"
#include "diff/world.h"

namespace diff {

// Where the walk is.
struct Place {
  std::string path;
  // The definition that encloses the place; none inside a function.
  Two<model::DefinitionId> owner;
  Flow flow;
  // What stands in for a side that has nothing there: the name of what encloses the place.
  Two<support::Span> enclosing;
  // The path of the function that the place is in; empty elsewhere.
  std::string function = {};
  // The result of a call that may fail: it is returned in parts and has no layout.
  bool taken_apart = false;
  // Inside a type that took the place of another one.
  bool in_another = false;
  // Whose tag the place is in: " (tag of any)". What changes in a tag changes in these as well, and is told once.
  std::string tag_of = {};
};

// The sides of a change that is about the names of two things.
template <typename Thing>
[[nodiscard]] Two<Side> names_of(const Thing& before, const Thing& after) {
  return {.before = {.span = before.span, .shape = before.name}, .after = {.span = after.span, .shape = after.name}};
}

class Comparison {
 public:
  Comparison(const World& world, const Options& options);

  [[nodiscard]] Changes run();

 private:
  template <typename T>
  using Both = Two<const T*>;

  // diff.cpp: what stands at the top of a document.
  void definitions();
  void definition(Two<model::DefinitionId> id);
  void resources();
  void constants();
  void note_exchange(Both<model::Function> f, const Place& place, const std::string& difference);
  void unexplained_functions();
  void unexplained_definitions();
  [[nodiscard]] bool is_taken_apart(Two<model::DefinitionId> id) const;
  [[nodiscard]] bool is_asked_for(const std::string& function) const;
  [[nodiscard]] bool is_asked_for(const model::Module& module) const;
  [[nodiscard]] bool is_asked_for(const Place& place) const;
  [[nodiscard]] bool exchanges_the_same(const Place& place);
  [[nodiscard]] bool exchanges_the_same(Two<model::DefinitionId> id);
  void note(Rule rule, const Place& place, std::string text, Two<Side> sides);
  // The usual ways to word one; the shapes say what it is about.
  void added(Rule rule, const Place& place, Side made);
  void removed(Rule rule, const Place& place, Side gone);
  void renamed(Rule rule, const Place& place, Two<Side> names);
  void docs(const Place& place, const model::Docs& before, const model::Docs& after, Two<support::Span> spans);

  // compare_functions.cpp
  void modules();
  void module(Two<model::ModuleId> id);
  void memory_imports(Two<model::ModuleId> id);
  void functions(Two<model::ModuleId> id);
  void function(Both<model::Function> f, const std::string& path);
  [[nodiscard]] MemberPairs matched_params(Both<model::Function> f) const;
  void signature(Both<model::Function> f, const Place& place);
  void unmatched_slots(Both<model::Function> f, const Place& place, Two<const model::WireForm*> form);
  void params(Both<model::Function> f, const Place& place);
  void results(Both<model::Function> f, const Place& place);
  void results_across_conventions(Both<model::Function> f, const Place& place);

  // compare_types.cpp: what stands at a place.
  void types(Two<model::TypeId> type, const Place& place);
  void named(Two<model::TypeId> type, const Place& place);
  void another(Two<model::TypeId> type, const Place& place);
  void inside_another(Two<model::TypeId> type, const Place& place);
  [[nodiscard]] bool is_alike(Two<model::TypeId> type) const;
  void note_types(Rule rule, Two<model::TypeId> type, const Place& place);
  void representation(Two<model::Repr> repr, Two<model::TypeId> type, const Place& place);
  void handles(Both<model::Handle> handle, Two<model::TypeId> type, const Place& place);
  void pointers(Both<model::Pointer> pointer, Two<model::TypeId> type, const Place& place);
  void buffers(Both<model::Buffer> buffer, Two<model::TypeId> type, const Place& place);
  [[nodiscard]] Side side_before(model::TypeId type) const;
  [[nodiscard]] Side side_after(model::TypeId type) const;
  [[nodiscard]] bool same_meaning(Two<model::TypeId> type) const;

  // compare_members.cpp: what a type consists of.
  struct ValueRules {
    Rule added;
    Rule removed;
    Rule changed;
    Rule renamed;
    // "value", "bit"
    const char* noun;
  };
  void values(const std::vector<model::Value>& before, const std::vector<model::Value>& after, const ValueRules& rules,
              const Place& place);
  void records(Both<model::Record> record, Two<model::TypeId> type, const Place& place);
  void fields(Both<model::Field> field, const MemberPairs::Pair& pair, Two<std::uint64_t> offset, const Place& place);
  void unions(Both<model::Union> u, Two<model::TypeId> type, const Place& place);
  void variants(Both<model::Variant> variant, Two<model::TypeId> type, const Place& place);
  // Whether both sides have one definition as their tag: what changed in it is found there.
  [[nodiscard]] bool tags(Both<model::Variant> variant, const Place& place);
  [[nodiscard]] std::string holders_of_tag(Two<model::DefinitionId> id) const;
  bool payloads(Both<model::Case> c, const Place& place);
  void resized(Rule rule, Two<model::TypeId> type, const Place& place);

  static Place inside(const Place& place, const std::string& name);

  const World& world_;
  const Options& options_;
  // Options::only, where a module was renamed under both names.
  std::vector<std::string> only_;
  Effects effects_;
  Changes changes_;
  // By the old side's definition; what has been asked.
  std::map<model::DefinitionId, bool> same_definitions_;
  // Functions and definitions about which something at level link or abi was said. What else differs in them needs no words.
  std::set<std::string> explained_functions_;
  Two<std::set<model::DefinitionId>> explained_;
  // How many of the changes are about modules and functions; they stand in front.
  std::size_t about_functions_ = 0;
};

}  // namespace diff
