// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// One workload (BENCH_WORKLOAD, the name of a function in workloads.h) on whatever allocator is linked, without any
// libc's entry around it. Prints one line: nanoseconds, calls, the most bytes that were live at once, and how many bytes
// of memory there are at the end beyond the program's own data.

#include "../host.h"
#include "workloads.h"

extern "C" char __heap_base;

extern "C" [[clang::export_name("_start")]] void _start() {
  const auto begin = bench::now();
  bench::BENCH_WORKLOAD();
  const auto end = bench::now();

  const auto memory = __builtin_wasm_memory_size(0) * 65536 - reinterpret_cast<bench::usize>(&__heap_base);
  bench::Line line;
  line.add(end - begin);
  line.add(bench::ledger.calls);
  line.add(bench::ledger.peak);
  line.add(memory);
  line.print();
}
