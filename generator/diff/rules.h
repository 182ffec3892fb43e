// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The fixed table of all changes that two documents can differ by: at which level each shows, and whom it hurts. Knows no models;
// diff.h finds the changes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "diagnostics/codes.h"

namespace diff {

// The codes of changes (WD), whose titles and pages stand in the catalog of all ids.
using Rule = diagnostics::Code;

// At which level a change shows; each level contains those before it. `link`: names of imports, core signatures. `abi`: sizes,
// offsets, values, bits, what a value stands for. `source`: names and types in regenerated code. `docs`: comments.
enum class Level : std::uint8_t { link, abi, source, docs };

enum class Verdict : std::uint8_t { compatible, dangerous, breaking };

// A guest imports and calls functions; a host provides them.
enum class Perspective : std::uint8_t { guest, host };

struct Verdicts {
  Verdict guest = Verdict::compatible;
  Verdict host = Verdict::compatible;

  [[nodiscard]] Verdict operator[](Perspective who) const { return who == Perspective::guest ? guest : host; }
  friend bool operator==(const Verdicts&, const Verdicts&) = default;
};

// Whom a change hurts: the guest and the host as such, or whoever sends and whoever receives values of the type.
struct Hurts {
  enum class Whom : std::uint8_t { guest_and_host, sender_and_receiver };
  Whom whom = Whom::guest_and_host;
  Verdict first = Verdict::breaking;
  Verdict second = Verdict::breaking;
};

// Which way values of a type travel; neither where no function carries it.
struct Flow {
  bool guest_sends = false;
  bool host_sends = false;
};

struct RuleInfo {
  Rule rule;
  Level level;
  Hurts hurts;
  // Whether such a change can alter the size or the alignment of its type, and so move what lies behind it elsewhere.
  bool moves_bytes;
};

[[nodiscard]] const RuleInfo& row(Rule rule);
// In the order of their ids.
[[nodiscard]] std::span<const RuleInfo> all_rules();

[[nodiscard]] std::string_view name_of(Level level);
[[nodiscard]] std::string_view name_of(Verdict verdict);

// What a change by `rule` does to either side. Where nobody is known to carry the type, both are taken to send and receive it.
[[nodiscard]] Verdicts judge(Rule rule, Flow flow);

}  // namespace diff
