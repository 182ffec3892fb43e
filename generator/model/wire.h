// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The wire form: what guest and host exchange through an imported function, slot by slot and byte by byte, through pointers,
// lists, results, unions and handles. Names of types are seen through, and so is how fields are grouped. Two functions with the
// same wire form can be called by each other's binaries; that is the whole question of binary compatibility.
//
// A leaf is a piece that nothing is said about by parts: an integer of a width and a sign, a float, a handle, an address. Names of
// fields, cases, bits and parameters are identities: they do not make leaves differ, but a name that both sides have must stand
// for the same place or value on both.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/abi.h"
#include "model/layout.h"
#include "model/place_sum.h"
#include "model/types.h"

namespace model {

// Where the pieces of a value are counted: in bytes of linear memory, or in core values where a value is taken apart (the
// flattening convention).
enum class Space : std::uint8_t { memory, slots };

// What an address, a variant or a union leads to.
struct WirePart {
  // Of a variant, the tag's value; else 0.
  std::uint64_t value = 0;
  // Of a case or a member, its name.
  std::string_view name = {};
  // What to ask WireForms::region() for. Absent: nothing, or (behind an address) bytes of text.
  TypeId type = {};
};

struct Leaf {
  enum class Kind : std::uint8_t {
    integer,
    floating,
    handle,
    // Of what its part describes.
    address,
    // A tag; `parts` are its cases with the payloads, which are placed where the leaf is.
    choice,
    // Members that share their bytes; nothing tells which is meant.
    overlay,
    // A value of so many leaves that it stands here in one piece, so that nested records do not grow without bound. Whoever
    // compares regions sees through it.
    whole,
  };
  Kind kind = Kind::integer;
  // Bytes or slots from the beginning of the region.
  std::uint64_t place = 0;
  // In memory, of what the leaf itself takes: of a choice, of its tag.
  std::uint32_t bytes = 0;
  bool is_signed = false;
  // Of an address: who writes what lies behind it. Whoever is free to, may be either; a caller's input is not a callee's output.
  enum class Writer : std::uint8_t { either, caller, callee };
  Writer writer = Writer::either;
  // Of an address: which half of a list result the callee writes there, where the convention passes an address for each; else
  // `all`.
  enum class Half : std::uint8_t { all, address, length };
  Half half = Half::all;
  // Of a choice: where its payloads begin, from where the leaf does.
  std::uint64_t payload = 0;
  // The type whose named values an integer has; absent for plain numbers.
  TypeId values = {};
  std::vector<WirePart> parts = {};
};

struct NamedPlace {
  std::string_view name = {};
  // Whether it is the name of a parameter or a result, not one inside of a value.
  bool of_function = false;
  std::uint64_t place = 0;
  friend auto operator<=>(const NamedPlace&, const NamedPlace&) = default;
};

// The leaves of one value in the order of their places, and the names that stand for places in it, in order. The names inside of
// a `whole` are in the region of its type alone.
struct Region {
  std::vector<Leaf> leaves;
  std::vector<NamedPlace> names;
  // Bytes or slots in all.
  std::uint64_t extent = 0;
  // Of the leaves at their places, names aside.
  PlaceSum sum;
  // Equal for equal leaves, names aside, however they are grouped, within all regions that one WireNumbers has numbered.
  std::uint32_t number = 0;
};

// Whether it has more leaves than are taken into what holds it. How they are grouped does not matter.
[[nodiscard]] bool has_many_leaves(const Region& region);

// Gives equal leaves equal numbers. Share one between the models that are to be compared.
class WireNumbers {
 public:
  [[nodiscard]] std::uint32_t of(const std::string& key) {
    return numbers_.try_emplace(key, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

// What a function exchanges.
struct WireForm {
  Signature signature;
  // In slots, none of them in one piece; the core result stands at `result_place`. Names are those of parameters and results.
  Region region;
  bool noreturn = false;

  static constexpr std::uint64_t result_place = std::uint64_t{1} << 32U;
};

// The wire forms of one model, which must be without errors and outlive this. One pass over its types.
class WireForms {
 public:
  WireForms(const Model& model, const Layouts& layouts, WireNumbers& numbers);

  [[nodiscard]] const Region& region(TypeId type, Space space = Space::memory) const {
    return (space == Space::memory ? memory_ : slots_)[type.index()];
  }
  // Of a function of the model.
  [[nodiscard]] WireForm function(const Function& function) const;

  // 64 hexadecimal digits, equal for equal bytes and equal names, however they are grouped: in any model, of any run.
  [[nodiscard]] std::string digest(TypeId type) const;
  [[nodiscard]] std::string digest(const WireForm& form) const;

  // Of what a leaf in `space` leads to; equal for equal leaves there.
  [[nodiscard]] std::uint32_t number(const Leaf& leaf, const WirePart& part, Space space) const;

  [[nodiscard]] const Model& model() const { return model_; }

 private:
  friend class RegionBuilder;

  void number(Region& region, Space space, std::uint32_t align) const;

  const Model& model_;
  const Layouts& layouts_;
  WireNumbers& numbers_;
  // By type; behind them, of each function that writes several results together, these as one record.
  std::vector<Region> memory_;
  std::unordered_map<const Function*, TypeId> results_;
  std::vector<Region> slots_;
  // A plain byte.
  Region byte_;
  // By type, as far as they have been asked for; sums only of regions of many leaves.
  mutable std::vector<std::string> digests_;
  mutable std::vector<PlaceSum> named_sums_;
};

// Whether two models exchange the same. Both must have been numbered together and outlive this.
class SameWire {
 public:
  SameWire(const WireForms& before, const WireForms& after) : before_(before), after_(after) {}

  // Of two types where they lie in memory.
  [[nodiscard]] bool types(TypeId before, TypeId after) const;

  // What differs in one slot, or behind it.
  [[nodiscard]] std::optional<std::string> difference(const WireForm& before, const WireForm& after,
                                                      std::uint64_t slot) const;

  // What differs first, as it reads behind a function's name: "passes a u32 in slot 2 instead of an address"; nothing if the two
  // wire forms are the same. Core signatures are part of them.
  [[nodiscard]] std::optional<std::string> difference(const WireForm& before, const WireForm& after) const;

 private:
  // Types of both sides that have to exchange the same.
  struct Open {
    TypeId before;
    TypeId after;
    Space space = Space::memory;
    friend auto operator<=>(const Open&, const Open&) = default;
  };
  using Difference = std::optional<std::string>;

  [[nodiscard]] Difference regions(const Region& before, const Region& after, Space space,
                                   std::vector<Open>& open) const;
  [[nodiscard]] Difference first_difference(const Region& before, const Region& after, Space space) const;
  [[nodiscard]] Difference leaves(const Leaf& before, const Leaf& after, Space space, std::vector<Open>& open) const;
  [[nodiscard]] std::vector<WirePart> paired(const Leaf& before, const Leaf& after, Space space) const;
  [[nodiscard]] Difference behind(std::vector<Open> open) const;

  const WireForms& before_;
  const WireForms& after_;
  // Pairs that were found to exchange the same.
  mutable std::set<Open> same_;
};

}  // namespace model
