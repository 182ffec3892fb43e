// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "count_lines.hpp"

#include <barewasi/args.hpp>
#include <barewasi/filesystem.hpp>
#include <barewasi/io.hpp>
#include <barewasi/lines.hpp>

using namespace barewasi;

static int fail(Str name, wasi::Errno error) {
  print_error("count-lines: ", name, ": ", path_message(error), "\n");
  return 1;
}

int count_lines(int files, const char* const* names) {
  // A reader of "counts" sees all of it or what was there before.
  TemporaryFile out(".");
  if (!out) return fail("counts", out.error());
  FdWriter writer(*out);
  for (int i = 0; i < files; ++i) {
    const Str name = text_of(names[i]);
    const UniqueFd file = open_to_read(name);
    if (!file) return fail(name, file.error());
    Lines lines(*file);
    int count = 0;
    while (lines.next()) ++count;
    if (lines.error() != wasi::Errno::success) return fail(name, lines.error());
    put(writer, count, " ", name, "\n");
  }
  if (!writer.finish()) return fail("counts", writer.error());
  const auto kept = out.keep_as("counts");
  return kept ? 0 : fail("counts", kept.error());
}
