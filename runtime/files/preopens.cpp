// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "preopens.h"

#include "../host.h"
#include "../mem/arena.h"
#include "barewasi/files.hpp"

namespace barewasi {
namespace {

// Descriptors below are the three streams. Preopens follow without a gap, so
// the first number that is not open ends them; and where a host has another answer
// to that question, or one to every number, this many numbers are asked for.
constexpr unsigned first_preopen = 3;
constexpr unsigned end_of_preopens = 1024;

// Null when this one's name cannot be had; the others may still serve.
Preopen* read_preopen(wasi::Fd fd, usize name_size) noexcept {
  void* const memory = take_memory(u64{sizeof(Preopen)} + name_size);
  if (memory == nullptr) return nullptr;
  auto* const entry = static_cast<Preopen*>(memory);
  auto* const name = reinterpret_cast<host::Byte*>(entry + 1);
  if (!host::preopen_name(fd, {name, name_size})) return nullptr;

  // Some engines count a final zero as part of the name.
  while (name_size != 0 && name[name_size - 1] == 0) --name_size;
  *entry = {.fd = fd, .name = witx::Str(reinterpret_cast<const char*>(name), name_size)};
  return entry;
}

}  // namespace

Preopen* read_preopens() noexcept {
  Preopen* list = nullptr;
  Preopen** end = &list;
  for (unsigned number = first_preopen; number != end_of_preopens; ++number) {
    const wasi::Fd fd(number);
    const auto name_size = host::preopen_name_size(fd);
    if (name_size.error() == wasi::Errno::badf) break;
    // Something else is open there.
    if (!name_size) continue;
    if (Preopen* const entry = read_preopen(fd, *name_size)) {
      *end = entry;
      end = &entry->next;
    }
  }
  return list;
}

const Preopen* preopens() noexcept {
  static constinit unsigned read_for = 0;
  static constinit Preopen* list = nullptr;
  if (read_for != host::instance()) {
    read_for = host::instance();
    list = read_preopens();
  }
  return list;
}

wasi::Result<wasi::Fd> preopen_among(const Preopen* first, witx::Str name) noexcept {
  for (const Preopen* entry = first; entry != nullptr; entry = entry->next) {
    const Below place = below(name, entry->name);
    if (place.components >= 0 && place.rest == ".") return entry->fd;
  }
  return wasi::Errno::notcapable;
}

// The longest name that leads to the path wins, and of equal ones the first.
wasi::Result<Location> locate_among(const Preopen* first, witx::Str path) noexcept {
  if (path.empty()) return wasi::Errno::noent;
  Location found;
  int most = -1;
  for (const Preopen* entry = first; entry != nullptr; entry = entry->next) {
    const Below place = below(path, entry->name);
    if (place.components <= most) continue;
    most = place.components;
    found = {.directory = entry->fd, .path = place.rest};
  }
  if (most < 0) return wasi::Errno::notcapable;
  return found;
}

wasi::Result<wasi::Fd> preopen(witx::Str name) noexcept { return preopen_among(preopens(), name); }

wasi::Result<Location> locate(witx::Str path) noexcept { return locate_among(preopens(), path); }

}  // namespace barewasi
