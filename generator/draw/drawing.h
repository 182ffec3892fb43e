// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What a picture of a type shows: its bytes as parts in order, without a gap; where several things share the same bytes, one layer
// for each. Flags are drawn bit by bit. Knows neither colors nor markup.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/layout.h"
#include "model/types.h"

namespace draw {

enum class Kind : std::uint8_t {
  // A field, a union's member, a payload, a flag, or all of a type without parts.
  member,
  padding,
  tag,
};

struct Part {
  Kind kind = Kind::member;
  // In the drawing's unit, from the start of the drawn type.
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
  // "nlink"; of a member of a member "fd_readwrite.nbytes"; of padding empty.
  std::string name = {};
  // None of padding, of a flag, and of a tag that has no type of its own.
  model::TypeId type = {};
  // The member of the drawn type that it belongs to.
  std::string owner = {};
};

// What lies at the same bytes as the other layers: a case of a variant, a member of a union.
struct Layer {
  // "0 clock"; empty where there is nothing to tell apart.
  std::string title;
  std::vector<Part> parts;
};

struct Drawing {
  enum class Unit : std::uint8_t { byte, bit };
  Unit unit = Unit::byte;
  std::uint64_t size = 0;
  std::vector<Layer> layers;
};

enum class Depth : std::uint8_t {
  // The members of the type.
  members,
  // The members of its members as well, down to types without parts. A variant or union within gets layers of its own.
  all,
};

// Names are seen through. With Depth::all, types are left closed once there are most_parts.
inline constexpr std::size_t most_parts = 1024;
[[nodiscard]] Drawing drawing_of(const model::Model& model, const model::Layouts& layouts, model::TypeId id,
                                 Depth depth);

// "nlink: 8 bytes at 16", "padding: 1 byte at 3"; of flags "creat: bit 0".
[[nodiscard]] std::string words_of(const Drawing& drawing, const Part& part);

// Whether two drawings show the same.
[[nodiscard]] bool same(const Drawing& one, const Drawing& other);

}  // namespace draw
