// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What the runtime has in its own way on wasm: arguments and environment, which are read before main there; memory that
// is never given back; the end.

#include <cstdlib>
#include <deque>
#include <vector>

#include "../host.h"
#include "../mem/arena.h"
#include "barewasi/args.hpp"
#include "barewasi/host.hpp"
#include "barewasi/io.hpp"

namespace barewasi {
namespace {

constexpr int cannot_start = 71;

// As start/ has it: a host that cannot say ends the program, and `inval` is how Node says that there are none.
void require(host::Status status) {
  if (status == host::ok || status == host::status(wasi::Errno::inval)) return;
  (void)detail::write_text(standard_error, "no args/env\n");
  host::exit_process(cannot_start);
}

struct Table {
  std::vector<char*> strings;
  std::vector<char> bytes;
};

using ReadSizes = host::Status (*)(host::StringTableSizes&);
using ReadStrings = host::Status (*)(char**, char*);

// Of the host that answers now. What was handed out before lives on.
template <ReadSizes read_sizes, ReadStrings read_strings>
StringList strings_of_host() {
  static auto* const tables = new std::deque<Table>;
  static unsigned read_for = 0;
  if (read_for != host::instance()) {
    read_for = host::instance();
    host::StringTableSizes sizes;
    require(read_sizes(sizes));
    Table& table = tables->emplace_back();
    table.strings.resize(sizes.count + 1);
    table.bytes.resize(sizes.bytes + 1);
    require(read_strings(table.strings.data(), table.bytes.data()));
  }
  return StringList(tables->back().strings.data());
}

}  // namespace

StringList args() noexcept { return strings_of_host<host::args_sizes, host::args>(); }

StringList environment() noexcept { return strings_of_host<host::environ_sizes, host::environ>(); }

unsigned host::instance() noexcept { return Host::current().identity(); }

// Little, where a host says that a name is gigabytes long.
void* take_memory(u64 bytes) noexcept {
  if (bytes > (u64{1} << 20)) return nullptr;
  // Known to somebody, or it counts as lost.
  static auto* const all = new std::vector<void*>;
  return all->emplace_back(std::calloc(1, bytes));
}

}  // namespace barewasi
