// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What is done with files, when each call that it makes of its host fails with each error, by table.

#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <barewasi/fake_host.hpp>
#include <barewasi/filesystem.hpp>
#include <barewasi/io.hpp>
#include <barewasi/walk.hpp>

namespace {

using barewasi::Call;
using barewasi::FakeHost;
using barewasi::String;
using wasi::Errno;

constexpr int last_error = static_cast<int>(Errno::notcapable);

void arrange(FakeHost& host) {
  host.write("/file", "text");
  host.write("/tree/a/deep/file", "");
  host.write("/tree/a/other", "");
  host.make_directory("/tree/empty");
  host.make_link("/tree/link", "../file");
  host.make_directory("/empty");
}

constexpr std::uint64_t every = 0;

struct Operation {
  const char* name;
  Errno (*run)();
  // Calls whose failing changes nothing, by their number, and those that are answered with another error.
  std::map<Call, std::uint64_t> indifferent = {};
  std::set<Call> translated = {};
};

Errno walk(const char* path) {
  barewasi::Walk all({path, std::char_traits<char>::length(path)});
  while (all.next() != nullptr) {
  }
  return all.error();
}

const Operation operations[] = {
    {"metadata", [] { return barewasi::metadata("/file").error(); }},
    {"link_metadata", [] { return barewasi::link_metadata("/tree/link").error(); }},
    {"make_directory", [] { return barewasi::make_directory("/new").error(); }},
    {"make_directories", [] { return barewasi::make_directories("/new/b/c").error(); }},
    {"remove_directory", [] { return barewasi::remove_directory("/empty").error(); }},
    {"remove_file", [] { return barewasi::remove_file("/tree/link").error(); }},
    {"rename_path", [] { return barewasi::rename_path("/file", "/empty/file").error(); }},
    // The second to be closed is the one that was read.
    {"copy_file", [] { return barewasi::copy_file("/file", "/copy").error(); }, {{Call::fd_close, 2}}},
    {"read_file",
     [] {
       String text;
       return barewasi::read_file("/file", text).error();
     },
     {{Call::fd_close, every}}},
    {"write_file", [] { return barewasi::write_file("/file", "new").error(); }},
    {"append_to_file", [] { return barewasi::append_to_file("/file", "new").error(); }},
    {"positions",
     [] {
       const auto file = barewasi::open_to_update("/file");
       if (!file) return file.error();
       const auto sought = barewasi::seek(*file, 1);
       if (!sought) return sought.error();
       const auto told = barewasi::tell(*file);
       return told ? barewasi::set_size(*file, *told).error() : told.error();
     },
     {{Call::fd_close, every}}},
    {"make_temporary_directory",
     [] {
       String path;
       return barewasi::make_temporary_directory("/empty", path).error();
     }},
    {"TemporaryFile",
     [] {
       barewasi::TemporaryFile file("/empty");
       return file ? file.keep_as("/kept").error() : file.error();
     }},
    {"walk", [] { return walk("/tree"); }, {{Call::fd_close, every}}},
    {"remove_tree",
     [] { return barewasi::remove_tree("/tree").error(); },
     {{Call::fd_close, every}},
     {Call::path_open, Call::path_unlink_file, Call::path_remove_directory}},
};

// What an operation has to answer when this is how one of its calls fails; nothing where it is another error.
std::optional<Errno> expected(const Operation& operation, Call call, std::uint64_t nth, Errno error) {
  const bool is_retried = error == Errno::again || error == Errno::intr;
  if (is_retried && (call == Call::fd_read || call == Call::fd_write)) return Errno::success;
  // Where a name is taken, another is tried.
  const bool is_temporary = std::string(operation.name).find("emp") != std::string::npos;
  if (is_temporary && error == Errno::exist && (call == Call::path_open || call == Call::path_create_directory)) {
    return Errno::success;
  }
  const auto indifferent = operation.indifferent.find(call);
  if (indifferent != operation.indifferent.end() && (indifferent->second == every || indifferent->second == nth)) {
    return Errno::success;
  }
  if (operation.translated.contains(call)) return std::nullopt;
  return error;
}

// The errors to which it gives a wrong answer, or after which it leaves something open.
std::string wrong_answers(const Operation& operation, Call call, std::uint64_t nth) {
  std::string wrong;
  for (int value = 1; value <= last_error; ++value) {
    FakeHost host;
    host.most_calls = 10'000;
    arrange(host);
    host.fail(call, static_cast<Errno>(value), nth);
    const Errno answer = operation.run();
    const auto wanted = expected(operation, call, nth, static_cast<Errno>(value));
    const bool is_right = wanted ? answer == *wanted : answer != Errno::success;
    // A close that fails closes nothing here.
    const bool is_closed = host.open_descriptors() == (call == Call::fd_close ? 1U : 0U);
    if (!is_right || !is_closed) wrong += std::to_string(value) + (is_right ? " is open, " : ", ");
  }
  return wrong;
}

TEST(Files, EachErrorInEachPlaceIsTheAnswer) {
  std::set<Call> seen;
  for (const Operation& operation : operations) {
    FakeHost kind;
    arrange(kind);
    ASSERT_EQ(operation.run(), Errno::success) << operation.name;
    EXPECT_EQ(kind.open_descriptors(), 0U) << operation.name;
    for (unsigned number = 0; number < barewasi::calls_there_are; ++number) {
      const auto call = static_cast<Call>(number);
      // Which preopens there are is asked elsewhere.
      if (call == Call::fd_prestat_get || call == Call::fd_prestat_dir_name) continue;
      for (std::uint64_t nth = 1; nth <= kind.calls_of(call); ++nth) {
        seen.insert(call);
        EXPECT_EQ(wrong_answers(operation, call, nth), "") << operation.name << ": call " << number << ", time " << nth;
      }
    }
  }
  EXPECT_GT(seen.size(), 14U);
}

// Why a file cannot be opened does not matter to whether it exists.
TEST(Files, WhatAHostDoesNotSayDoesNotExist) {
  for (int value = 1; value <= last_error; ++value) {
    FakeHost host;
    arrange(host);
    EXPECT_TRUE(barewasi::exists("/file"));
    host.fail(Call::path_filestat_get, static_cast<Errno>(value));
    EXPECT_FALSE(barewasi::exists("/file"));
  }
}

TEST(Files, NothingIsLostWhereACopyFails) {
  FakeHost host;
  host.write("/from", std::string(10'000, 'x'));
  host.write("/to", "old");
  host.make_link("/link", "from");
  EXPECT_EQ(barewasi::copy_file("/from", "/from").error(), Errno::inval);
  EXPECT_EQ(barewasi::copy_file("/from", "/link").error(), Errno::inval);
  EXPECT_EQ(host.read("/from")->size(), 10'000U);
  host.fail(Call::fd_filestat_get, Errno::io, 2);
  EXPECT_EQ(barewasi::copy_file("/from", "/to").error(), Errno::io);
  EXPECT_EQ(host.read("/to"), "old");
  host.most_bytes = 7;
  EXPECT_EQ(*barewasi::copy_file("/from", "/to"), 10'000U);
  EXPECT_EQ(host.read("/to"), host.read("/from"));
}

// A host that gives its files no numbers.
TEST(Files, ACopyOntoItselfLosesNothing) {
  struct Numberless : FakeHost {
    s32 fd_filestat_get(u32 fd, wasi::Filestat* out) override {
      const s32 status = FakeHost::fd_filestat_get(fd, out);
      out->ino = 0;
      return status;
    }
  } host;
  host.write("/file", "text");
  host.write("/other", "old");
  EXPECT_EQ(barewasi::copy_file("/file", "./file/").error(), Errno::inval);
  EXPECT_EQ(host.read("/file"), "text");
  host.make_link("/link", "file");
  host.write("/large", std::string(10'000, 'x') + "end");
  host.make_link("/to-large", "large");
  EXPECT_EQ(barewasi::copy_file("/file", "/link").value_or(0), 4U);
  EXPECT_EQ(barewasi::copy_file("/to-large", "/large").value_or(0), 10'003U);
  EXPECT_EQ(host.read("/file"), "text");
  EXPECT_EQ(host.read("/large"), std::string(10'000, 'x') + "end");
  EXPECT_TRUE(barewasi::copy_file("/large", "/other"));
  EXPECT_TRUE(barewasi::copy_file("/file", "/other"));
  EXPECT_EQ(host.read("/other"), "text");
}

// Some hosts do not say `exist` of a directory that belongs to somebody else.
TEST(Files, DirectoriesThatAreThereNeedNotBeMade) {
  for (const Errno error : {Errno::acces, Errno::perm, Errno::rofs, Errno::isdir}) {
    FakeHost host;
    arrange(host);
    host.fail(Call::path_create_directory, error, 1, 2);
    EXPECT_TRUE(barewasi::make_directories("/tree/a/new"));
    EXPECT_TRUE(host.exists("/tree/a/new"));
    host.fail(Call::path_create_directory, error);
    EXPECT_EQ(barewasi::make_directories("/file/new").error(), error);
  }
}

TEST(Files, NothingTemporaryStays) {
  FakeHost host;
  arrange(host);
  for (const Call call : {Call::path_rename, Call::fd_write}) {
    host.fail(call, Errno::nospc);
    barewasi::TemporaryFile file("/empty");
    const bool is_written = static_cast<bool>(barewasi::write_all(*file, "text"));
    if (is_written) {
      EXPECT_EQ(file.keep_as("/empty/kept").error(), Errno::nospc);
      EXPECT_EQ(host.list("/empty"), std::vector<std::string>());
    }
  }
  EXPECT_EQ(host.list("/empty"), std::vector<std::string>());
}

TEST(Files, SeveralPreopensAreOneTree) {
  FakeHost host({"/data", "/data/deep", "logs"});
  host.write("/data/file", "a");
  EXPECT_TRUE(barewasi::make_directories("/data/deep/x/y"));
  EXPECT_TRUE(barewasi::copy_file("data/file", "/logs/copy"));
  EXPECT_TRUE(barewasi::rename_path("logs/copy", "data/deep/x/y/moved"));
  EXPECT_EQ(host.read("/data/deep/x/y/moved"), "a");
  EXPECT_EQ(host.list("logs"), std::vector<std::string>());
  EXPECT_EQ(barewasi::rename_path("/data/file", "/other").error(), Errno::notcapable);
  EXPECT_EQ(barewasi::make_directories("/other/x").error(), Errno::notcapable);
  EXPECT_EQ(barewasi::remove_tree("/data/deep").error(), Errno::inval);
  EXPECT_TRUE(barewasi::remove_tree("/data/deep/x"));
  EXPECT_EQ(host.list("/data/deep"), std::vector<std::string>());
  EXPECT_EQ(host.list("/data"), std::vector<std::string>{"file"});
}

// "PATH " of each, and "PATH! " of what cannot be listed.
std::string walked(const std::string& path) {
  std::string all;
  barewasi::Walk walk({path.data(), path.size()});
  for (const barewasi::Found& found : walk) {
    all.append(found.path.data(), found.path.size());
    EXPECT_TRUE(all.ends_with(std::string(found.name.data(), found.name.size())));
    all += found.error == Errno::success ? " " : "! ";
  }
  return all;
}

TEST(Walks, GoOnAfterAnError) {
  FakeHost host;
  arrange(host);
  EXPECT_EQ(walked("/tree"), "/tree/a /tree/a/deep /tree/a/deep/file /tree/a/other /tree/empty /tree/link ");
  EXPECT_EQ(walked("tree//"), "tree//a tree//a/deep tree//a/deep/file tree//a/other tree//empty tree//link ");
  // Cannot be opened.
  host.fail(Call::path_open, Errno::acces, 2);
  EXPECT_EQ(walked("/tree"), "/tree/a /tree/a! /tree/empty /tree/link ");
  // Cannot be listed to its end: what came before comes, after the error.
  const std::string long_name = "/tree/a/deep/a long name, so that there are pieces, ";
  for (int i = 100; i < 300; ++i) host.write(long_name + std::to_string(i), "");
  const auto before = host.calls_of(Call::fd_readdir);
  EXPECT_EQ(walked("/tree/a/deep").size(), std::string("/tree/a/deep/file ").size() + 200 * (long_name.size() + 4));
  EXPECT_GT(host.calls_of(Call::fd_readdir) - before, 3U);
  host.fail(Call::fd_readdir, Errno::io, 2);
  const std::string part = walked("/tree/a/deep");
  EXPECT_GT(part.size(), 1000U);
  EXPECT_LT(part.size(), 10'000U);
  EXPECT_EQ(walked("/none"), "");
  EXPECT_EQ(walked("/file"), "");
}

// Links that lead up, or to themselves, and a host that does not say what is what.
TEST(Walks, FollowNoLinkAndAskWhereATypeIsUnknown) {
  struct Forgetful : FakeHost {
    s32 fd_readdir(u32 fd, u8* room, u32 size, u64 cookie, wasi::Size* out) override {
      const s32 status = FakeHost::fd_readdir(fd, room, size, cookie, out);
      for (u32 at = 0; status == 0 && at + sizeof(wasi::Dirent) <= *out;) {
        wasi::Dirent copy;
        __builtin_memcpy(&copy, room + at, sizeof copy);
        copy.d_type = wasi::Filetype::unknown;
        __builtin_memcpy(room + at, &copy, sizeof copy);
        at += static_cast<u32>(sizeof copy) + copy.d_namlen;
      }
      return status;
    }
  } host;
  arrange(host);
  host.make_link("/tree/a/up", "..");
  EXPECT_EQ(walked("/tree"), "/tree/a /tree/a/deep /tree/a/deep/file /tree/a/other /tree/a/up /tree/empty /tree/link ");
  EXPECT_TRUE(barewasi::remove_tree("/tree"));
  EXPECT_EQ(host.list("/"), (std::vector<std::string>{"empty", "file"}));
  EXPECT_EQ(host.open_descriptors(), 0U);
}

TEST(Trees, OfAnyDepthWithFewDescriptors) {
  for (const std::size_t depth : {1U, 15U, 16U, 17U, 18U, 33U, 150U}) {
    struct Counting : FakeHost {
      usize most = 0;
      s32 fd_readdir(u32 fd, u8* room, u32 size, u64 cookie, wasi::Size* out) override {
        most = std::max(most, open_descriptors());
        return FakeHost::fd_readdir(fd, room, size, cookie, out);
      }
      // There are hosts that do not remove what is open.
      s32 path_remove_directory(u32 fd, const char* path, usize size) override {
        most_when_removed = std::max(most_when_removed, open_descriptors());
        return FakeHost::path_remove_directory(fd, path, size);
      }
      usize most_when_removed = 0;
    } host;
    std::string path = "/tree";
    for (std::size_t i = 0; i < depth; ++i) {
      path += "/d";
      host.make_directory(path);
      host.write(path + "/a", "");
      host.write(path + "/z", "");
    }
    std::size_t count = 0;
    std::size_t deepest = 0;
    {
      barewasi::Walk walk("/tree");
      for (const barewasi::Found& found : walk) {
        ++count;
        deepest = std::max(deepest, found.depth);
      }
      EXPECT_EQ(walk.error(), Errno::success);
    }
    EXPECT_EQ(count, 3 * depth);
    EXPECT_EQ(deepest, depth);
    EXPECT_LE(host.most, 18U);
    EXPECT_TRUE(barewasi::remove_tree("/tree"));
    EXPECT_FALSE(host.exists("/tree"));
    // By each of the two once on the way down, and by this one some again on the way back.
    EXPECT_LE(host.calls_of(Call::path_open), 2 * (depth + 1) + depth * depth / 16);
    EXPECT_LE(host.most_when_removed, depth < 17 ? depth : 17U);
  }
}

// Every directory has a directory in it, for ever.
TEST(Trees, WithoutAnEndAreGivenUp) {
  struct Endless : FakeHost {
    s32 path_open(u32, u32, const char*, usize, u32, u64, u64, u32, wasi::Fd* out) override {
      *out = wasi::Fd(1'000'000 + ++opened);
      return 0;
    }
    s32 fd_close(u32) override { return 0; }
    s32 path_filestat_get(u32, u32, const char*, usize, wasi::Filestat* out) override {
      out->filetype = wasi::Filetype::directory;
      return 0;
    }
    s32 fd_readdir(u32, u8* room, u32, u64 cookie, wasi::Size* out) override {
      wasi::Dirent head{.d_next = 1, .d_namlen = 1, .d_type = wasi::Filetype::directory};
      __builtin_memcpy(room, &head, sizeof head);
      room[sizeof head] = 'd';
      *out = cookie == 0 ? sizeof head + 1 : 0;
      return 0;
    }
    u32 opened = 0;
  } host;
  host.most_calls = 100'000;
  EXPECT_EQ(barewasi::remove_tree("/tree").error(), Errno::nametoolong);
  EXPECT_EQ(host.calls_of(Call::path_unlink_file) + host.calls_of(Call::path_remove_directory), 0U);
}

}  // namespace
