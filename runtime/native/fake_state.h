// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// What a FakeHost has in memory: a tree of nodes, and a table of descriptors.

#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "barewasi/fake_host.hpp"

namespace barewasi {

using wasi::Errno;
using wasi::Filetype;
using wasi::Rights;

struct Node;
using NodePointer = std::shared_ptr<Node>;

struct Node {
  Filetype type = Filetype::regular_file;
  Host::u64 inode = 0;
  // Of a file, what is in it; of a link, where it leads.
  std::string bytes;
  std::map<std::string, NodePointer> entries;
  Host::u64 links = 1;
  Host::u64 accessed = 0;
  Host::u64 modified = 0;
  Host::u64 changed = 0;

  [[nodiscard]] bool is_directory() const { return type == Filetype::directory; }
  [[nodiscard]] bool is_link() const { return type == Filetype::symbolic_link; }
};

struct Open {
  NodePointer node = {};
  Rights rights = Rights::none;
  Rights inheriting = Rights::none;
  wasi::Fdflags flags = wasi::Fdflags::none;
  Host::u64 position = 0;
  // Of a preopen, its name.
  std::optional<std::string> name = {};
  // Whether it is one of the three, which have no positions.
  bool is_stream = false;
};

/// Where a path leads: to a name in a directory, or, where it ends in "." or "..", to a directory without a name. Nothing
/// need be there.
struct Place {
  NodePointer directory = {};
  std::string name = {};
  NodePointer node = {};
  // Whether only a directory will do: it ends in "/".
  bool wants_directory = false;
};

inline constexpr Rights all_rights = static_cast<Rights>((1U << 30U) - 1);

constexpr Host::s32 status(Errno error) noexcept { return static_cast<Host::s32>(error); }

struct FakeHost::State {
  std::map<u32, Open> open;
  u32 next_descriptor = 3;
  u64 next_inode = 1;
  std::string output;
  std::string errors;
  u64 monotonic = 0;
  std::optional<std::mt19937_64> random;

  [[nodiscard]] NodePointer make(Filetype type, u64 now);
  [[nodiscard]] u32 add(Open one);
  [[nodiscard]] u32 add_preopen(const std::string& name, u64 now);

  /// The descriptor, if it is open and has these rights.
  [[nodiscard]] Open* find(u32 fd, Rights needed, Errno& error);

  /// Where a path below a descriptor leads.
  [[nodiscard]] Errno resolve(u32 fd, const char* path, usize size, Rights needed, bool follows, Place& place);
  [[nodiscard]] static Errno resolve_below(const NodePointer& root, std::string path, bool follows, Place& place);

  /// Puts what was made under a name.
  static void enter(const Place& place, const NodePointer& node, u64 now);
  static void remove(const Place& place, u64 now);

  /// For tests: the preopen that a path is below, and the rest of it.
  [[nodiscard]] std::pair<NodePointer, std::string> locate(std::string_view path) const;
};

[[nodiscard]] wasi::Filestat facts_of(const Node& node);
/// Sets the times that `flags` say; `inval` when one is to be both given and now.
[[nodiscard]] Errno set_times(Node& node, Host::u64 accessed, Host::u64 modified, Host::u32 flags, Host::u64 now);

}  // namespace barewasi
