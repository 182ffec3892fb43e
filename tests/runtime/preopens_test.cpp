// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// The directories that a host opened, as tables, and where paths lead among them.

#include "files/preopens.h"

#include <gtest/gtest.h>

#include <cstring>
#include <map>
#include <string>
#include <vector>

#include "barewasi/files.hpp"
#include "hosts.h"

namespace {

using barewasi::Host;
using wasi::Errno;

// A preopen by its name, or what the host says of that descriptor.
struct Descriptor {
  std::string name;
  Errno asked = Errno::success;
  Errno named = Errno::success;
};

struct Table : Host {
  explicit Table(std::vector<Descriptor> all) : descriptors(std::move(all)) {}

  s32 fd_prestat_get(std::uint32_t fd, wasi::Prestat* out) override {
    if (fd - 3 >= descriptors.size()) return number(Errno::badf);
    const Descriptor& one = descriptors[fd - 3];
    *out = wasi::Prestat::dir({.pr_name_len = static_cast<wasi::Size>(one.name.size())});
    return static_cast<s32>(one.asked);
  }
  s32 fd_prestat_dir_name(std::uint32_t fd, std::uint8_t* room, std::uint32_t size) override {
    const Descriptor& one = descriptors[fd - 3];
    if (one.named == Errno::success) std::memcpy(room, one.name.data(), size);
    return static_cast<s32>(one.named);
  }

  std::vector<Descriptor> descriptors;
};

// "FD:NAME" of each.
std::string read(const barewasi::Preopen* first) {
  std::string all;
  for (; first != nullptr; first = first->next) {
    all += std::to_string(first->fd.value) + ":" + std::string(first->name.data(), first->name.size()) + " ";
  }
  return all;
}

TEST(Preopens, AreReadInOrder) {
  Table none({});
  EXPECT_EQ(read(barewasi::read_preopens()), "");
  Table three({{"/"}, {"data/"}, {""}});
  EXPECT_EQ(read(barewasi::read_preopens()), "3:/ 4:data/ 5: ");
  Table zero({{std::string("a\0", 2)}, {std::string("b\0\0", 3)}});
  EXPECT_EQ(read(barewasi::read_preopens()), "3:a 4:b ");
}

TEST(Preopens, AnErrorInOnePlaceLeavesTheOthers) {
  for (const Errno error : {Errno::notdir, Errno::inval, Errno::nosys, Errno::notsup, Errno::io, Errno::notcapable}) {
    Table asked({{"a"}, {"b", error}, {"c"}});
    EXPECT_EQ(read(barewasi::read_preopens()), "3:a 5:c ") << static_cast<int>(error);
    Table first({{"a", error}, {"b"}});
    EXPECT_EQ(read(barewasi::read_preopens()), "4:b ") << static_cast<int>(error);
    Table named({{"a"}, {"b", Errno::success, error}, {"c"}});
    EXPECT_EQ(read(barewasi::read_preopens()), "3:a 5:c ") << static_cast<int>(error);
  }
  Table end({{"a"}, {"b", Errno::badf}, {"c"}});
  EXPECT_EQ(read(barewasi::read_preopens()), "3:a ");
}

TEST(Preopens, AHostThatAnswersTheSameForEverIsNotAskedForEver) {
  for (int status = 0; status < 80; ++status) {
    struct Same : Host {
      s32 status = 0;
      s32 fd_prestat_get(std::uint32_t, wasi::Prestat* out) override {
        *out = wasi::Prestat::dir({.pr_name_len = 4});
        return status;
      }
      s32 fd_prestat_dir_name(std::uint32_t, std::uint8_t*, std::uint32_t) override { return status; }
    } same;
    same.status = status;
    same.most_calls = 3000;
    (void)barewasi::read_preopens();
  }
}

// The list is read once in the life of a program; here each question has a table of its own.
struct Answer {
  Errno error;
  std::uint32_t fd = 0;
  std::string path;
};

// locate() of a table, from scratch.
Answer locate_in(const std::vector<std::string>& names, const std::string& path) {
  std::vector<Descriptor> all;
  for (const std::string& name : names) all.push_back({name});
  Table table(all);
  const auto found = barewasi::locate_among(barewasi::read_preopens(), {path.data(), path.size()});
  if (!found) return {.error = found.error(), .path = {}};
  return {Errno::success, found->directory.value, std::string(found->path.data(), found->path.size())};
}

TEST(Preopens, TheLongestNameWinsAndThenTheFirst) {
  struct Case {
    std::vector<std::string> names;
    std::string path;
    std::uint32_t fd;
    std::string rest;
  };
  const Case cases[] = {
      {{"/", "/a", "/a/b"}, "/a/b/c", 5, "c"},
      {{"/a/b", "/a", "/"}, "/a/b/c", 3, "c"},
      {{"/a/b", "/a", "/"}, "/a/x", 4, "x"},
      {{"/a/b", "/a", "/"}, "/x/a", 5, "x/a"},
      {{"data/"}, "data/x", 3, "x"},
      {{"data/"}, "data", 3, "."},
      // More letters, and fewer components.
      {{"/a-long-name", "/a/b"}, "/a/b/c", 4, "c"},
      {{"./a", "/a/"}, "a/x", 3, "x"},
      {{"box", "boxes"}, "/boxes/numbers", 4, "numbers"},
      {{"boxes", "box"}, "/boxes/numbers", 3, "numbers"},
      {{"."}, "/", 3, "."},
      {{"/"}, "..", 3, ".."},
  };
  for (const Case& one : cases) {
    const Answer answer = locate_in(one.names, one.path);
    EXPECT_EQ(answer.error, Errno::success) << one.path;
    EXPECT_EQ(answer.fd, one.fd) << one.path;
    EXPECT_EQ(answer.path, one.rest) << one.path;
  }
}

TEST(Preopens, APathBelowNoneOfThemSaysSo) {
  EXPECT_EQ(locate_in({}, "a").error, Errno::notcapable);
  EXPECT_EQ(locate_in({"/box"}, "/boxes/numbers").error, Errno::notcapable);
  EXPECT_EQ(locate_in({"/box"}, "/").error, Errno::notcapable);
  EXPECT_EQ(locate_in({"/box"}, "").error, Errno::noent);
  EXPECT_EQ(locate_in({"/"}, "").error, Errno::noent);
  EXPECT_TRUE(barewasi::path_message(Errno::notcapable) == "no folder was opened for this path");
  EXPECT_TRUE(barewasi::path_message(Errno::noent) == message(Errno::noent));
}

TEST(Preopens, AreFoundByName) {
  const auto found = [](const std::string& name) {
    Table table({{"data/"}, {"/"}, {"./logs"}});
    const auto fd = barewasi::preopen_among(barewasi::read_preopens(), {name.data(), name.size()});
    return fd ? static_cast<int>(fd->value) : -static_cast<int>(fd.error());
  };
  for (const char* const name : {"data", "data/", "/data", "./data/."}) EXPECT_EQ(found(name), 3) << name;
  for (const char* const name : {"/", ".", "./", ""}) EXPECT_EQ(found(name), 4) << name;
  EXPECT_EQ(found("logs"), 5);
  for (const char* const name : {"data/x", "log", "dat", ".."}) EXPECT_EQ(found(name), -76) << name;
}

}  // namespace
