// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Functions by their core signatures: how many parameters, and of which types.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "audit/comparison.h"

namespace audit {
namespace {

using diagnostics::Code;
using model::Core;

struct Pair {
  const FunctionClaim* claim = nullptr;
  const FunctionItem* item = nullptr;
};

std::optional<Core> core_of(const Shape& shape) {
  if (shape.is_pointer) return Core::i32;
  if (!shape.is_known()) return std::nullopt;
  constexpr std::uint64_t wide = 8;
  if (shape.is_float) return shape.size == wide ? Core::f64 : Core::f32;
  if (shape.size > wide || (shape.size > 4 && shape.size < wide)) return std::nullopt;
  return shape.size == wide ? Core::i64 : Core::i32;
}

class Functions {
 public:
  explicit Functions(Comparison& comparison) : c_(comparison), shapes_(*comparison.claims, comparison.names) {}

  void compare() {
    std::map<std::size_t, std::vector<Pair>> hosts;
    for (const FunctionClaim& claim : c_.claims->functions) {
      bool has_prefix = false;
      const FunctionItem* item = c_.names.function(claim.name, &has_prefix);
      if (item == nullptr) {
        stranger(claim);
      } else if (claim.kind == FunctionKind::import_) {
        // A prototype of C may be anybody's, unless it says from where it is or is called like ours.
        const bool is_ours = !claim.module.empty() || has_prefix || c_.claims->language->has_host_objects || !is_c();
        if (is_ours) import_({.claim = &claim, .item = item});
      } else {
        hosts[claim.group].push_back({.claim = &claim, .item = item});
      }
    }
    for (const auto& [group, pairs] : hosts) host(pairs);
  }

 private:
  [[nodiscard]] bool is_c() const { return c_.claims->language->name == "C" || c_.claims->language->name == "C++"; }

  void see(const Pair& pair) {
    if (c_.seen_functions.empty()) c_.first_function = c_.span(pair.claim->range);
    c_.seen_functions.insert(pair.item);
  }

  // Imported from a module of the definitions, which does not have it.
  void stranger(const FunctionClaim& claim) {
    const std::vector<std::string>& modules = c_.items.modules;
    if (std::find(modules.begin(), modules.end(), claim.module) == modules.end()) return;
    c_.lack(Code::audit_extra_function, c_.span(claim.range),
            fmt::format("{} has no function '{}'", claim.module, claim.name), {});
  }

  void module(const Pair& pair) {
    const FunctionClaim& claim = *pair.claim;
    if (claim.module.empty()) return;
    if (claim.module == pair.item->module) {
      c_.agree();
      return;
    }
    if (!c_.wrong_modules.insert(std::string(claim.module)).second) return;
    c_.differ(Code::audit_module, claim.module_range,
              fmt::format("'{}' is imported from '{}' here, and defined in '{}'", claim.name, claim.module,
                          pair.item->module),
              pair.item->span);
  }

  void import_(const Pair& pair) {
    see(pair);
    module(pair);
    const FunctionItem& item = *pair.item;
    std::vector<ParamClaim> params = pair.claim->params;
    if (is_c() && params.size() < item.params.size()) with_lengths(params, item);
    if (params.size() != item.params.size()) {
      arity(pair);
      return;
    }
    if (!types(pair, params)) return;
    if (!result(pair)) return;
    c_.agree();
  }

  // A string of C stands for an address and a length.
  static void with_lengths(std::vector<ParamClaim>& params, const FunctionItem& item) {
    for (std::size_t i = 0; i < params.size() && params.size() < item.params.size(); ++i) {
      const auto& tokens = params[i].type.tokens;
      const bool is_string = std::find(tokens.begin(), tokens.end(), "char") != tokens.end() &&
                             std::count(tokens.begin(), tokens.end(), "*") == 1;
      if (is_string) params.insert(params.begin() + static_cast<std::ptrdiff_t>(i) + 1, ParamClaim{});
    }
  }

  void arity(const Pair& pair) {
    const std::size_t claimed = pair.claim->params.size();
    std::string wanted;
    for (const ParamItem& param : pair.item->params)
      wanted += (wanted.empty() ? "" : ", ") + std::string(name_of(param.core));
    c_.differ(Code::audit_arity, pair.claim->range,
              fmt::format("'{}' takes {} parameter{} here, and {} takes {}", pair.claim->name, claimed,
                          claimed == 1 ? "" : "s", pair.item->name, pair.item->params.size()),
              pair.item->span)
        .with_note(fmt::format("its core parameters: ({})", wanted));
  }

  bool types(const Pair& pair, const std::vector<ParamClaim>& params) {
    for (std::size_t i = 0; i < params.size(); ++i) {
      const std::optional<Core> core = core_of(shapes_.of(params[i].type));
      const Core wanted = pair.item->params[i].core;
      if (!core || *core == wanted || is_any_number(params[i].type, wanted)) continue;
      c_.differ(Code::audit_core_type, params[i].type.range,
                fmt::format("parameter {} of '{}' is {} here, and {} in {}", i + 1, pair.claim->name, name_of(*core),
                            name_of(wanted), pair.item->name),
                pair.item->span);
      return false;
    }
    return true;
  }

  // A number of JavaScript is any but i64.
  [[nodiscard]] bool is_any_number(const TypeText& type, Core wanted) const {
    return c_.claims->language->has_host_objects && type.tokens.size() == 1 && type.tokens[0] == "number" &&
           wanted != Core::i64;
  }

  bool result(const Pair& pair) {
    const Shape shape = shapes_.of(pair.claim->result);
    const auto& tokens = pair.claim->result.tokens;
    const bool is_void = tokens.size() == 1 && tokens[0] == "void";
    const std::vector<Core>& wanted = pair.item->results;
    const std::optional<Core> core = core_of(shape);
    const bool is_wrong = (is_void && !wanted.empty()) || (core && !wanted.empty() && *core != wanted[0] &&
                                                           !is_any_number(pair.claim->result, wanted[0]));
    if (!is_wrong) return true;
    c_.differ(Code::audit_core_type, pair.claim->range,
              fmt::format("'{}' returns {} here, and {} returns {}", pair.claim->name,
                          is_void ? "nothing" : name_of(*core), pair.item->name, name_of(wanted[0])),
              pair.item->span);
    return false;
  }

  // What a group of functions offers: one that mostly has other numbers of parameters is not the interface itself.
  void host(const std::vector<Pair>& pairs) {
    std::size_t full = 0;
    std::size_t same = 0;
    for (const Pair& pair : pairs) {
      if (pair.claim->params.empty()) continue;
      ++full;
      same += pair.claim->params.size() == pair.item->params.size() ? 1U : 0U;
    }
    if (pairs.size() < 2 || same * 2 <= full || same < 2) {
      for (const Pair& pair : pairs) c_.unknown(pair.claim->range);
      return;
    }
    for (const Pair& pair : pairs) {
      see(pair);
      const std::size_t claimed = pair.claim->params.size();
      const std::size_t wanted = pair.item->params.size();
      if (claimed > wanted || (claimed < wanted && (is_typed() || is_shifted(pair)))) {
        arity(pair);
      } else if (types(pair, pair.claim->params) && result(pair)) {
        c_.agree();
      }
    }
  }

  [[nodiscard]] bool is_typed() const { return !c_.claims->language->has_host_objects; }

  // Whether a parameter is called like one that comes later: one before it is left out. At the end any may be left out.
  [[nodiscard]] static bool is_shifted(const Pair& pair) {
    const auto similar = [](const std::string& a, const std::string& b) {
      return !a.empty() && !b.empty() &&
             (a == b || (a.size() > 3 && b.starts_with(a)) || (b.size() > 3 && a.starts_with(b)));
    };
    for (std::size_t i = 0; i < pair.claim->params.size(); ++i) {
      const std::string name = squashed(pair.claim->params[i].name);
      const std::string own = squashed(pair.item->params[i].name);
      const auto& used = pair.claim->used;
      const bool is_used = std::find(used.begin(), used.end(), pair.claim->params[i].name) != used.end();
      if (!is_used || name.size() < 3 || similar(name, own)) continue;
      for (std::size_t j = i + 1; j < pair.item->params.size(); ++j) {
        if (name == squashed(pair.item->params[j].name)) return true;
      }
    }
    return false;
  }

  Comparison& c_;
  Shapes shapes_;
};

}  // namespace

void compare_functions(Comparison& c) { Functions(c).compare(); }

}  // namespace audit
