// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// The runtime's own layer at work: files, directories, lines, time, chance. Prints what it found.

#include <barewasi/directory.hpp>
#include <barewasi/files.hpp>
#include <barewasi/lines.hpp>
#include <barewasi/panic.hpp>
#include <barewasi/random.hpp>
#include <barewasi/time.hpp>

using namespace barewasi;
using wasi::Errno;

static constexpr int many = 300;

static void whole_files() {
  // More than any buffer between here and the disk.
  String text;
  for (int i = 0; i < 20000; ++i) put(text, i, "\n");
  BAREWASI_ASSERT(write_file("/box/numbers", text));
  String back;
  BAREWASI_ASSERT(read_file("box/numbers", back));
  BAREWASI_ASSERT(back.size() == text.size() && __builtin_memcmp(back.data(), text.data(), text.size()) == 0);
  BAREWASI_ASSERT(write_file("/box/numbers", "short"));
  String shorter;
  BAREWASI_ASSERT(read_file("./box/numbers", shorter) && shorter.size() == 5);
  BAREWASI_ASSERT(read_file("/box/nothing", back).error() == Errno::noent);
  BAREWASI_ASSERT(read_file("", back).error() == Errno::noent);

  // What is opened can be sought, asked for its size, and opened below.
  const UniqueFd numbers = open_to_read("box//./numbers/");
  BAREWASI_ASSERT(numbers && wasi::fd_seek(*numbers, 2, wasi::Whence::set) && wasi::fd_tell(*numbers));
  const auto facts = wasi::fd_filestat_get(*numbers);
  BAREWASI_ASSERT(facts && facts->size == 5);
  const UniqueFd folder = open_directory("/box/");
  BAREWASI_ASSERT(folder && wasi::fd_filestat_get(*folder));
  const UniqueFd below(wasi::path_open(*folder, wasi::Lookupflags::none, "numbers", wasi::Oflags::none,
                                       wasi::Rights::fd_read, wasi::Rights::none, wasi::Fdflags::none));
  BAREWASI_ASSERT(below);

  const UniqueFd log = open_to_append("/box/log");
  BAREWASI_ASSERT(log && write_all(*log, "one ") && write_all(*log, "two\n"));
  const auto place = locate("/box/log");
  BAREWASI_ASSERT(place && wasi::path_unlink_file(place->directory, place->path));
}

static void owned() {
  UniqueFd first = open_to_read("/box/numbers");
  UniqueFd second(static_cast<UniqueFd&&>(first));
  BAREWASI_ASSERT(!first && first.error() == Errno::badf && second);
  const wasi::Fd number = *second;
  BAREWASI_ASSERT(second.close() && !second);
  char room[4];
  BAREWASI_ASSERT(read_some(number, room).error() == Errno::badf);
  second = open_to_read("/box/missing");
  BAREWASI_ASSERT(!second && second.error() == Errno::noent && second.close().error() == Errno::noent);
}

static void directories() {
  const auto place = locate("/box/many");
  BAREWASI_ASSERT(place && wasi::path_create_directory(place->directory, place->path));
  for (int i = 0; i < many; ++i) BAREWASI_ASSERT(write_file(format("/box/many/a file with a long name ", i), ""));
  const UniqueFd folder = open_directory("/box/many");
  BAREWASI_ASSERT(folder);
  Directory entries(*folder);
  int files = 0;
  while (const Entry* const entry = entries.next()) {
    if (entry->type == wasi::Filetype::regular_file) ++files;
  }
  print(files, " files, ", name(entries.error()), "\n");
  Directory closed(wasi::Fd(4242));
  BAREWASI_ASSERT(closed.next() == nullptr && closed.error() == Errno::badf);
}

static void time_passes() {
  const auto before = monotonic_time();
  BAREWASI_ASSERT(sleep(milliseconds(20)) && sleep({}));
  const auto after = monotonic_time();
  BAREWASI_ASSERT(before && after && *after - *before >= milliseconds(20));
  // The beginning of 2020.
  const auto now = real_time();
  BAREWASI_ASSERT(now && *now > seconds(1577836800));
}

static void chance() {
  static witx::u8 bytes[100000];
  BAREWASI_ASSERT(random_bytes(bytes));
  int zeros = 0;
  for (const auto byte : bytes) zeros += byte == 0 ? 1 : 0;
  // Some 390; never a stretch that was left out.
  BAREWASI_ASSERT(zeros < 1000);
}

static void lines_of_input() {
  Lines lines(wasi::stdin_fd);
  int count = 0;
  usize longest = 0;
  usize bytes = 0;
  while (lines.next()) {
    ++count;
    bytes += lines.line().size();
    if (lines.line().size() > longest) longest = lines.line().size();
  }
  print(count, " lines, ", bytes, " bytes, the longest ", longest, ", ", name(lines.error()), "\n");
}

int main(int argc, char**) {
  if (argc == 1) {
    whole_files();
    owned();
    directories();
    time_passes();
    chance();
  }
  lines_of_input();
  return 0;
}
