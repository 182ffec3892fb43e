// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What a program does with files beside reading and writing them, in the preopen /box. Prints what its engine cannot do; the
// rest is the same everywhere.

#include <barewasi/filesystem.hpp>
#include <barewasi/panic.hpp>
#include <barewasi/time.hpp>
#include <barewasi/walk.hpp>

using namespace barewasi;
using wasi::Errno;

static void expect_text(witx::Str path, witx::Str text) {
  String all;
  BAREWASI_ASSERT(read_file(path, all));
  BAREWASI_ASSERT(all.size() == text.size() && __builtin_memcmp(all.data(), text.data(), text.size()) == 0);
}

static bool make_link(witx::Str target, witx::Str name) {
  const auto box = locate("/box");
  return static_cast<bool>(wasi::path_symlink(target, box->directory, name));
}

// There are engines that have no links, and such as remove what a link leads to.
enum class Links { none, followed, work };
static Links links = Links::none;

static void probe_links() {
  BAREWASI_ASSERT(write_file("/box/target", ""));
  if (make_link("target", "probe")) {
    (void)remove_file("/box/probe");
    links = exists("/box/target") ? Links::work : Links::followed;
    (void)remove_file("/box/probe");
  }
  (void)remove_file("/box/target");
}

static void directories() {
  BAREWASI_ASSERT(!exists("/box/a") && make_directory("/box/a") && exists("/box/a"));
  BAREWASI_ASSERT(make_directory("/box/a").error() == Errno::exist);
  BAREWASI_ASSERT(make_directory("/box/none/b").error() == Errno::noent);
  BAREWASI_ASSERT(make_directories("/box/a/b/c/d") && make_directories("box/a//b/./c/d/"));
  BAREWASI_ASSERT(make_directories("/box") && make_directories("/nowhere/a").error() == Errno::notcapable);
  BAREWASI_ASSERT(write_file("/box/a/file", "text"));
  BAREWASI_ASSERT(!make_directories("/box/a/file") && !make_directories("/box/a/file/b"));
  BAREWASI_ASSERT(!remove_directory("/box/a/b") && remove_directory("/box/a/b/c/d") && !exists("/box/a/b/c/d"));
  BAREWASI_ASSERT(!remove_file("/box/a/b/c") && remove_file("/box/a/file"));
  BAREWASI_ASSERT(remove_file("/box/a/file").error() == Errno::noent);
  BAREWASI_ASSERT(remove_directory("/box/none").error() == Errno::noent);
}

static void facts() {
  BAREWASI_ASSERT(write_file("/box/facts", "twelve bytes"));
  const auto file = metadata("/box/facts");
  BAREWASI_ASSERT(file && file->is_file() && !file->is_directory() && file->size == 12);
  const auto now = real_time();
  BAREWASI_ASSERT(now && file->modified <= *now + seconds(5) && file->modified + seconds(3600) >= *now);
  const auto folder = metadata("box");
  BAREWASI_ASSERT(folder && folder->is_directory());
  BAREWASI_ASSERT(metadata("/box/none").error() == Errno::noent && metadata("").error() == Errno::noent);
  const UniqueFd open = open_to_read("/box/facts");
  const auto same = metadata(*open);
  BAREWASI_ASSERT(same && same->size == 12 && same->inode == file->inode && same->device == file->device);
}

static void positions() {
  const UniqueFd file = create_new("/box/places");
  BAREWASI_ASSERT(file && write_all(*file, "0123456789"));
  BAREWASI_ASSERT(create_new("/box/places").error() == Errno::exist);
  BAREWASI_ASSERT(*tell(*file) == 10 && *seek(*file, 3) == 3 && *tell(*file) == 3);
  char room[4];
  BAREWASI_ASSERT(*read_some(*file, {room, 2}) == 2 && room[0] == '3' && room[1] == '4');
  BAREWASI_ASSERT(*seek(*file, -2, wasi::Whence::cur) == 3 && *seek(*file, -1, wasi::Whence::end) == 9);
  BAREWASI_ASSERT(!seek(*file, -1) && *tell(*file) == 9);
  BAREWASI_ASSERT(set_size(*file, 4) && metadata(*file)->size == 4 && *tell(*file) == 9);
  BAREWASI_ASSERT(*seek(*file, 0) == 0 && write_all(*file, "ab") && set_size(*file, 6));
  expect_text("/box/places", {"ab23\0\0", 6});
  const UniqueFd again = open_to_update("/box/places");
  BAREWASI_ASSERT(again && *seek(*again, 1) == 1 && write_all(*again, "B"));
  expect_text("/box/places", {"aB23\0\0", 6});
  BAREWASI_ASSERT(open_to_update("/box/none").error() == Errno::noent);
  const UniqueFd emptied = create("/box/places");
  BAREWASI_ASSERT(emptied && set_size(*emptied, 1) && *tell(*emptied) == 0);
  BAREWASI_ASSERT(append_to_file("/box/places", "end"));
  expect_text("/box/places", {"\0end", 4});
}

static bool can_rename = false;

static void names() {
  String large;
  for (int i = 0; i < 5000; ++i) put(large, i, "\n");
  BAREWASI_ASSERT(write_file("/box/large", large));
  BAREWASI_ASSERT(*copy_file("/box/large", "/box/copy") == large.size());
  expect_text("/box/copy", large);
  BAREWASI_ASSERT(write_file("/box/large", "small") && *copy_file("/box/large", "/box/copy") == 5);
  expect_text("/box/copy", "small");
  BAREWASI_ASSERT(copy_file("/box/copy", "box/./copy").error() == Errno::inval);
  expect_text("/box/copy", "small");
  BAREWASI_ASSERT(copy_file("/box/none", "/box/other").error() == Errno::noent && !exists("/box/other"));
  BAREWASI_ASSERT(!copy_file("/box/a", "/box/other") && !exists("/box/other"));
  BAREWASI_ASSERT(!copy_file("/box/copy", "/box/a"));

  BAREWASI_ASSERT(rename_path("/box/none", "/nowhere/x").error() == Errno::notcapable);
  const auto renamed = rename_path("/box/copy", "/box/large");
  can_rename = renamed.error() != Errno::notsup;
  if (!can_rename) return;
  BAREWASI_ASSERT(renamed && !exists("/box/copy"));
  expect_text("/box/large", "small");
  BAREWASI_ASSERT(rename_path("/box/a", "/box/renamed") && exists("/box/renamed/b/c") && !exists("/box/a"));
  BAREWASI_ASSERT(rename_path("/box/none", "/box/x").error() == Errno::noent);
}

static void temporaries() {
  String first;
  {
    const TemporaryFile file("/box");
    const TemporaryFile other("/box/");
    BAREWASI_ASSERT(file && other && write_all(*file, "text") && *seek(*file, 0) == 0);
    expect_text(file.path(), "text");
    BAREWASI_ASSERT(exists(other.path()));
    put(first, file.path());
  }
  BAREWASI_ASSERT(!exists(first));
  TemporaryFile kept("/box");
  BAREWASI_ASSERT(write_all(*kept, "new") && write_file("/box/kept", "old") && !exists("/box/other"));
  const String temporary(Str(kept.path()));
  BAREWASI_ASSERT(static_cast<bool>(kept.keep_as("/box/kept")) == can_rename && !kept && !exists(temporary));
  expect_text("/box/kept", can_rename ? Str("new") : Str("old"));
  const TemporaryFile nowhere("/box/none");
  BAREWASI_ASSERT(!nowhere && nowhere.error() == Errno::noent && TemporaryFile("").error() == Errno::noent);
  String folder;
  BAREWASI_ASSERT(make_temporary_directory("/box", folder) && metadata(folder)->is_directory());
  BAREWASI_ASSERT(remove_tree(folder) && !exists(folder));
}

static void trees() {
  BAREWASI_ASSERT(make_directories("/box/tree/one/two") && make_directory("/box/tree/empty"));
  for (int i = 0; i < 200; ++i) BAREWASI_ASSERT(write_file(format("/box/tree/one/a file with a long name ", i), "x"));
  BAREWASI_ASSERT(write_file("/box/tree/one/two/deep", "") && write_file("/box/tree/top", ""));
  BAREWASI_ASSERT(make_directory("/box/outside") && write_file("/box/outside/precious", ""));
  const bool has_links = links == Links::work && make_link("../outside", "tree/link");

  int files = 0;
  int folders = 0;
  int found_links = 0;
  Walk walk("box/tree");
  for (const Found& found : walk) {
    BAREWASI_ASSERT(found.error == Errno::success);
    BAREWASI_ASSERT(__builtin_memcmp(found.path.data(), "box/tree/", 9) == 0);
    if (found.name == "deep") BAREWASI_ASSERT(found.path == "box/tree/one/two/deep" && found.depth == 2);
    if (found.name == "precious") panic("a link was followed");
    files += found.type == wasi::Filetype::regular_file ? 1 : 0;
    folders += found.type == wasi::Filetype::directory ? 1 : 0;
    found_links += found.type == wasi::Filetype::symbolic_link ? 1 : 0;
  }
  BAREWASI_ASSERT(walk.error() == Errno::success && walk.next() == nullptr);
  BAREWASI_ASSERT(files == 202 && folders == 3 && found_links == (has_links ? 1 : 0));

  // What is shown may be removed.
  Walk removing("/box/tree/one");
  for (const Found& found : removing) {
    if (found.name == "two") removing.skip();
    if (found.type == wasi::Filetype::regular_file) BAREWASI_ASSERT(remove_file(found.path));
  }
  BAREWASI_ASSERT(removing.error() == Errno::success);
  Walk rest("/box/tree/one");
  int count = 0;
  for (const Found& found : rest) count += found.name == "two" || found.name == "deep" ? 1 : 1000;
  BAREWASI_ASSERT(count == 2);
  // Deno says of both that they are not directories.
  BAREWASI_ASSERT(Walk("/box/none").error() != Errno::success && Walk("/box/tree/top").error() != Errno::success);

  // Deeper than directories are kept open.
  String path(Str("/box/tree"));
  for (int i = 0; i < 60; ++i) {
    put(path, "/d");
    BAREWASI_ASSERT(make_directory(path) && write_file(format(path, "/f"), "") && make_directory(format(path, "/z")));
  }
  Walk deep("/box/tree/d");
  usize deepest = 0;
  count = 0;
  for (const Found& found : deep) {
    ++count;
    if (found.depth > deepest) deepest = found.depth;
  }
  BAREWASI_ASSERT(deep.error() == Errno::success && count == 59 + 60 + 60 && deepest == 59);

  BAREWASI_ASSERT(remove_tree("/box/tree") && !exists("/box/tree") && exists("/box/outside/precious"));
  BAREWASI_ASSERT(remove_tree("/box/tree").error() == Errno::noent && remove_tree("/box/kept") && !exists("/box/kept"));
  BAREWASI_ASSERT(remove_tree("/box").error() == Errno::inval && remove_tree("/box/.").error() == Errno::inval);
  BAREWASI_ASSERT(remove_tree("/box/outside/..").error() == Errno::inval && exists("/box/outside/precious"));
  if (links != Links::work) return;
  BAREWASI_ASSERT(make_link("outside", "link") && Walk("/box/link").next()->name == "precious");
  BAREWASI_ASSERT(remove_tree("/box/link") && exists("/box/outside/precious"));
  BAREWASI_ASSERT(make_link("nowhere", "dangling") && !exists("/box/dangling"));
  BAREWASI_ASSERT(link_metadata("/box/dangling")->is_link() && !create_new("/box/dangling") && !exists("/box/nowhere"));
  BAREWASI_ASSERT(remove_file("/box/dangling"));
}

int main() {
  probe_links();
  directories();
  facts();
  positions();
  names();
  temporaries();
  trees();
  constexpr Str about_links[] = {"no links, ", "links are followed, ", ""};
  print(about_links[static_cast<int>(links)], can_rename ? Str() : Str("no renames, "), "done\n");
  return 0;
}
