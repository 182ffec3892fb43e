// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "preopens.h"

#include "../mem/area.h"
#include "barewasi/files.hpp"

namespace barewasi {
namespace {

// Descriptors below are the three streams. Preopens follow without a gap, so
// the first number that is not open ends them.
constexpr unsigned first_preopen = 3;

constinit Preopen* list = nullptr;
constinit bool is_read = false;

// Null when this one's name cannot be had; the others may still serve.
Preopen* read_preopen(wasi::Fd fd, usize name_size) noexcept {
  void* const memory = take_memory(u64{sizeof(Preopen)} + name_size);
  if (memory == nullptr) return nullptr;
  auto* const entry = static_cast<Preopen*>(memory);
  auto* const name = reinterpret_cast<prim::Byte*>(entry + 1);
  if (!prim::preopen_name(fd, {name, name_size})) return nullptr;

  // Some engines count a final zero as part of the name.
  while (name_size != 0 && name[name_size - 1] == 0) --name_size;
  *entry = {.fd = fd, .name = strip_root(witx::Str(reinterpret_cast<const char*>(name), name_size))};
  return entry;
}

void read_preopens() noexcept {
  Preopen** end = &list;
  for (unsigned number = first_preopen;; ++number) {
    const wasi::Fd fd(number);
    const auto name_size = prim::preopen_name_size(fd);
    if (!name_size) {
      if (name_size.error() == wasi::Errno::badf) return;
      continue;
    }
    if (Preopen* const entry = read_preopen(fd, *name_size)) {
      *end = entry;
      end = &entry->next;
    }
  }
}

}  // namespace

const Preopen* preopens() noexcept {
  if (!is_read) {
    is_read = true;
    read_preopens();
  }
  return list;
}

witx::Str strip_root(witx::Str path) noexcept {
  const char* first = path.data();
  usize size = path.size();
  while (size != 0) {
    if (*first == '/') {
      first += 1;
      size -= 1;
    } else if (*first == '.' && (size == 1 || first[1] == '/')) {
      first += 1;
      size -= 1;
    } else {
      break;
    }
  }
  return witx::Str(first, size);
}

wasi::Result<wasi::Fd> preopen(witx::Str name) noexcept {
  const witx::Str wanted = strip_root(name);
  for (const Preopen* entry = preopens(); entry != nullptr; entry = entry->next) {
    if (entry->name == wanted) return entry->fd;
  }
  return wasi::Errno::noent;
}

}  // namespace barewasi
