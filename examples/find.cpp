// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Prints the lines that contain a text: a small grep.

#include <barewasi/args.hpp>
#include <barewasi/files.hpp>
#include <barewasi/io.hpp>
#include <barewasi/lines.hpp>

using namespace barewasi;

static constexpr char usage[] =
    "usage: find [-c] [-n] [-v] TEXT [FILE...]\n"
    "Prints the lines of the files, or of standard input, that contain TEXT.\n"
    "  -c  counts them   -n  numbers them   -v  those that do not contain it\n"
    "Status: 0 when there were any, 1 when there were none, 2 after an error.\n";

struct Search {
  bool count = false;
  bool number = false;
  bool invert = false;
  Str text;
  FdWriter out{standard_output};
  usize found = 0;
  bool failed = false;
};

static void fail(Search& search, Str name, wasi::Errno error) {
  print_error("find: ", name, ": ", error, "\n");
  search.failed = true;
}

static void read(Search& search, wasi::Fd file, Str name, bool with_name) {
  Lines lines(file);
  usize found = 0;
  usize number = 0;
  for (const Str line : lines) {
    ++number;
    if (line.contains(search.text) == search.invert) continue;
    ++found;
    if (search.count) continue;
    if (with_name) put(search.out, name, ":");
    if (search.number) put(search.out, number, ":");
    put(search.out, line, "\n");
  }
  if (search.count && with_name) put(search.out, name, ":");
  if (search.count) put(search.out, found, "\n");
  if (lines.error() != wasi::Errno::success) fail(search, name, lines.error());
  search.found += found;
}

static void read(Search& search, Str name, bool with_name) {
  const UniqueFd file = open_to_read(name);
  if (!file) return fail(search, name, file.error());
  read(search, *file, name, with_name);
}

static bool set(Search& search, const char* letters) {
  for (; *letters != 0; ++letters) {
    if (*letters != 'c' && *letters != 'n' && *letters != 'v') return false;
    (*letters == 'c' ? search.count : *letters == 'n' ? search.number : search.invert) = true;
  }
  return true;
}

int main(int argc, char** argv) {
  Search search;
  int at = 1;
  bool understood = true;
  for (; at < argc && argv[at][0] == '-' && argv[at][1] != 0; ++at) {
    if (!set(search, argv[at] + 1)) understood = false;
  }
  if (!understood || at == argc) {
    print_error(usage);
    return 2;
  }
  search.text = text_of(argv[at++]);

  const bool several = argc - at > 1;
  if (at == argc) read(search, wasi::stdin_fd, "standard input", false);
  for (; at < argc; ++at) read(search, text_of(argv[at]), several);
  if (!search.out.finish() || search.failed) return 2;
  return search.found != 0 ? 0 : 1;
}
