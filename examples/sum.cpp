// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Sums a column of CSV files, for each different text in their first column.

#include <barewasi/args.hpp>
#include <barewasi/array.hpp>
#include <barewasi/directory.hpp>
#include <barewasi/files.hpp>
#include <barewasi/io.hpp>
#include <barewasi/lines.hpp>
#include <barewasi/number.hpp>
#include <barewasi/sort.hpp>
#include <barewasi/time.hpp>

using namespace barewasi;

static constexpr char usage[] =
    "usage: sum [-t] [-o FILE] COLUMN [FILE|DIRECTORY]...\n"
    "Sums the numbers in COLUMN of CSV files, or of standard input, by the first column, and prints the largest sum "
    "first.\n"
    "Of a directory every .csv file is read. -o: writes to FILE instead. -t: says how long it took.\n";

struct Row {
  String name;
  double sum = 0;
};

struct Table {
  Str column;
  Array<Row> rows;
  bool failed = false;
};

template <class... Parts>
static void fail(Table& table, const Parts&... parts) {
  print_error("sum: ", parts..., "\n");
  table.failed = true;
}

static Row& row_of(Table& table, Str name) {
  for (Row& row : table.rows) {
    if (row.name == name) return row;
  }
  return table.rows.push({String(name), 0});
}

// The cell of a line with this number, counted from 0; nothing where there are fewer.
static Str cell(Str line, usize wanted) {
  usize at = 0;
  for (const Str text : line.split(',')) {
    if (at++ == wanted) return text.trim();
  }
  return {};
}

static void read_rows(Table& table, wasi::Fd file, Str path) {
  Lines lines(file);
  const Str titles = lines.next() ? lines.line() : Str();
  usize column = 0;
  while (lines.error() == wasi::Errno::success && cell(titles, column) != table.column) {
    if (++column > titles.size()) return fail(table, path, ": no column '", table.column, "'");
  }
  usize number = 1;
  for (const Str line : lines) {
    ++number;
    const Str text = cell(line, column);
    const auto value = parse<double>(text);
    if (value)
      row_of(table, cell(line, 0)).sum += *value;
    else
      fail(table, path, ":", number, ": '", text, "': ", value.error());
  }
  if (lines.error() != wasi::Errno::success) fail(table, path, ": ", name(lines.error()));
}

static void read(Table& table, Str path) {
  const UniqueFd folder = open_directory(path);
  const UniqueFd file = folder ? UniqueFd() : open_to_read(path);
  if (file) return read_rows(table, *file, path);
  if (!folder) return fail(table, path, ": ", name(file.error()));
  Array<String> files;
  Directory entries(*folder);
  for (const Entry& entry : entries) {
    if (entry.name.ends_with(".csv")) files.push(format(path, "/", entry.name));
  }
  if (entries.error() != wasi::Errno::success) fail(table, path, ": ", name(entries.error()));
  sort(files);
  for (const String& one : files) read(table, one.view());
}

int main(int argc, char** argv) {
  const auto start = monotonic_time();
  Str output;
  bool timed = false;
  int at = 1;
  for (; at < argc && argv[at][0] == '-'; ++at) {
    const Str option = text_of(argv[at]);
    timed = timed || option == "-t";
    if (option == "-o" && at + 1 < argc)
      output = text_of(argv[++at]);
    else if (option != "-t")
      at = argc;
  }
  if (at >= argc) return print_error(usage), 2;

  Table table{text_of(argv[at++]), {}, false};
  if (at == argc) read_rows(table, wasi::stdin_fd, "standard input");
  for (; at < argc; ++at) read(table, text_of(argv[at]));
  sort(table.rows, [](const Row& a, const Row& b) { return a.sum > b.sum || (a.sum == b.sum && a.name < b.name); });

  const UniqueFd file = output.empty() ? UniqueFd() : create(output);
  if (!output.empty() && !file) return fail(table, output, ": ", name(file.error())), 1;
  FdWriter out(file ? Descriptor(*file) : standard_output);
  for (const Row& row : table.rows) put(out, row.name, ",", fixed(row.sum, 2), "\n");
  if (!out.finish()) fail(table, output.empty() ? "standard output" : output, ": ", name(out.error()));
  if (timed && start) print_error("sum: ", *monotonic_time() - *start, "\n");
  return table.failed ? 1 : 0;
}
