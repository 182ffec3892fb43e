// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What is written and read, byte by byte, on hosts that take and give as they like.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "barewasi/directory.hpp"
#include "barewasi/files.hpp"
#include "barewasi/io.hpp"
#include "barewasi/lines.hpp"
#include "hosts.h"

extern "C" {
int barewasi_cxa_atexit(void (*function)(void*), void* argument, void*);
void __barewasi_run_at_exit();
}

namespace {

using barewasi::Host;
using barewasi::Str;
using barewasi::detail::Piece;
using wasi::Errno;

std::string string(Str text) { return std::string(text.data(), text.size()); }

// ---- Writing --------------------------------------------------------------------------------------------------------

// What a host does in one call: refuses, or takes that many bytes of what it is offered.
struct Taking {
  Host::s32 status = 0;
  wasi::Size bytes = 0;
};

struct Writer : Host {
  explicit Writer(std::vector<Taking> all) : answers(std::move(all)) {}

  s32 fd_write(std::uint32_t, const wasi::Ciovec* pieces, std::size_t count, wasi::Size* out) override {
    const Taking answer = calls <= answers.size() ? answers[calls - 1] : Taking{0, 1000};
    if (answer.status != 0) return answer.status;
    wasi::Size left = answer.bytes;
    for (std::size_t i = 0; i < count && left != 0; ++i) {
      const wasi::Size size = pieces[i].buf_len < left ? pieces[i].buf_len : left;
      got.append(reinterpret_cast<const char*>(pieces[i].buf), size);
      left -= size;
    }
    *out = answer.bytes - left;
    return 0;
  }

  std::vector<Taking> answers;
  std::string got;
};

TEST(Writing, OneCallForOnePrint) {
  Writer host({});
  const char* volatile text = "zero-terminated";
  const char* const zero_terminated = text;
  EXPECT_TRUE(barewasi::print("a", " ", zero_terminated, "", Str("b"), "\n"));
  EXPECT_EQ(host.got, "a zero-terminatedb\n");
  EXPECT_EQ(host.calls, 1U);
  EXPECT_TRUE(barewasi::print(" x = ", 42, "\n"));
  EXPECT_EQ(host.calls, 2U);
}

TEST(Writing, InOrderWhateverTheHostTakes) {
  std::mt19937 random(28);
  for (int round = 0; round < 20'000; ++round) {
    std::vector<Taking> answers(random() % 12);
    for (Taking& one : answers) {
      if (random() % 3 == 0) {
        one.status = number(random() % 2 == 0 ? Errno::again : Errno::intr);
      } else {
        one.bytes = 1 + static_cast<wasi::Size>(random() % 5);
      }
    }
    Writer host(answers);
    std::string texts[4];
    std::string all;
    for (std::string& text : texts) {
      text.assign(random() % 6, static_cast<char>('a' + random() % 26));
      all += text;
    }
    ASSERT_TRUE(barewasi::print(Str(texts[0]), Str(texts[1]), Str(texts[2]), Str(texts[3])));
    ASSERT_EQ(host.got, all);
  }
}

TEST(Writing, OnlyAgainAndIntrAreAskedAgain) {
  for (int status = 1; status < 80; ++status) {
    if (status == number(Errno::again) || status == number(Errno::intr)) continue;
    Writer host({{0, 2}, {status}});
    EXPECT_EQ(barewasi::detail::write_bytes(barewasi::standard_output, "text", 4), status);
    EXPECT_EQ(host.got, "te") << status;
    EXPECT_EQ(host.calls, 2U) << status;
  }
}

// Half of the refusals that end it, then a byte, and so on.
TEST(Writing, WhatMakesProgressIsNotGivenUp) {
  struct Slow : Writer {
    Slow() : Writer({}) {}
    s32 fd_write(std::uint32_t, const wasi::Ciovec* pieces, std::size_t, wasi::Size* out) override {
      if (calls % (1U << 21U) != 0) return number(Errno::again);
      got.append(reinterpret_cast<const char*>(pieces->buf), 1);
      *out = 1;
      return 0;
    }
  } host;
  host.most_calls = 1U << 25U;
  EXPECT_EQ(barewasi::detail::write_bytes(barewasi::standard_output, "text", 4), 0);
  EXPECT_EQ(host.got, "text");
}

TEST(Writing, AWriterKeepsItsFirstError) {
  Writer host({{0, 1000}, {number(Errno::nospc)}, {number(Errno::io)}});
  barewasi::FdWriter out(barewasi::standard_output);
  const std::string text(200, 'x');
  const std::string longer(300, 'y');
  put(out, Str(text), Str(text));
  EXPECT_EQ(out.error(), Errno::success);
  put(out, Str(longer));
  EXPECT_EQ(out.error(), Errno::nospc);
  EXPECT_FALSE(out.finish());
  EXPECT_EQ(out.error(), Errno::nospc);
}

TEST(Writing, ATextMayBeEmpty) {
  Writer host({});
  EXPECT_TRUE(barewasi::print(""));
  EXPECT_TRUE(barewasi::print("", ""));
  EXPECT_EQ(host.got, "");
}

// A host may call the program again while it has what it was offered.
TEST(Writing, ACallOfTheHostFromWithinAWriteChangesNothing) {
  struct Calling : Writer {
    Calling() : Writer({}) {}
    s32 fd_write(std::uint32_t fd, const wasi::Ciovec* pieces, std::size_t count, wasi::Size* out) override {
      if (calls == 1) {
        EXPECT_TRUE(barewasi::print("inner ", 1, "\n"));
      }
      return Writer::fd_write(fd, pieces, count, out);
    }
  } host;
  EXPECT_TRUE(barewasi::print("outer ", 2, "\n"));
  EXPECT_EQ(host.got, "inner 1\nouter 2\n");
}

// ---- Reading --------------------------------------------------------------------------------------------------------

// Gives these texts, one a call, or an error for "!"; at the end, nothing.
struct Reader : Host {
  explicit Reader(std::vector<std::string> all, Errno reason = Errno::io) : texts(std::move(all)), error(reason) {}

  s32 fd_read(u32, const wasi::Iovec* pieces, usize, wasi::Size* out) override {
    *out = 0;
    if (at == texts.size()) return 0;
    std::string& text = texts[at];
    if (text == "!") {
      ++at;
      return number(error);
    }
    *out = std::min(pieces->buf_len, static_cast<wasi::Size>(text.size()));
    std::memcpy(pieces->buf, text.data(), *out);
    text.erase(0, *out);
    if (text.empty()) ++at;
    return 0;
  }

  std::vector<std::string> texts;
  std::size_t at = 0;
  Errno error;
};

// "[LINE]" of each, and the error's number.
std::string lines_of(Host&) {
  barewasi::Lines lines(wasi::stdin_fd);
  std::string all;
  while (lines.next()) all += "[" + string(lines.line()) + "]";
  all += std::to_string(number(lines.error()));
  // Once it is over, it stays so.
  EXPECT_FALSE(lines.next());
  EXPECT_FALSE(lines.next());
  return all;
}

TEST(Reading, LinesWhereverTheyAreCut) {
  Reader none({});
  EXPECT_EQ(lines_of(none), "0");
  Reader whole({"one\n\ntwo\nthree"});
  EXPECT_EQ(lines_of(whole), "[one][][two][three]0");
  Reader cut({"o", "ne\n", "\nt", "wo\n"});
  EXPECT_EQ(lines_of(cut), "[one][][two]0");
  Reader carriage({"one\r", "\n\r\ntwo\r\r\nthr\ree\n\nend\r"});
  EXPECT_EQ(lines_of(carriage), "[one][][two\r][thr\ree][][end\r]0");
  Reader range({"one\ntwo"});
  std::string all;
  barewasi::Lines lines(wasi::stdin_fd);
  for (const Str line : lines) all += "[" + string(line) + "]";
  EXPECT_EQ(all, "[one][two]");
  Reader empty({});
  barewasi::Lines no_lines(wasi::stdin_fd);
  for (const Str line : no_lines) ADD_FAILURE() << string(line);
  // About the size of the buffer, which is 4096 at first.
  for (const std::size_t size : {4094U, 4095U, 4096U, 4097U, 8191U, 8192U, 8193U}) {
    const std::string line(size, 'x');
    std::vector<std::string> pieces;
    for (std::size_t at = 0; at < size; at += 100) pieces.push_back(line.substr(at, 100));
    pieces.emplace_back("\nend");
    Reader host(pieces);
    EXPECT_EQ(lines_of(host), "[" + line + "][end]0") << size;
  }
}

TEST(Reading, WhatCameBeforeAnErrorIsThere) {
  for (const Errno error : {Errno::io, Errno::badf, Errno::nomem}) {
    const std::string reason = std::to_string(number(error));
    Reader at_once({"!", "more\n"}, error);
    EXPECT_EQ(lines_of(at_once), reason);
    Reader after({"one\n", "!", "more\n"}, error);
    EXPECT_EQ(lines_of(after), "[one]" + reason);
    Reader within({"one\nhal", "!", "f\nmore\n"}, error);
    EXPECT_EQ(lines_of(within), "[one][hal]" + reason);
  }
}

TEST(Reading, MoreThanThereIsRoomForIsAnError) {
  struct Liar : Host {
    s32 fd_read(u32, const wasi::Iovec* pieces, usize, wasi::Size* out) override {
      *out = pieces->buf_len + 1;
      return 0;
    }
  } host;
  char room[8];
  EXPECT_EQ(barewasi::read_some(wasi::stdin_fd, room).error(), Errno::io);
  EXPECT_EQ(lines_of(host), std::to_string(number(Errno::io)));
}

TEST(Reading, ReadAllReplacesAndAppendAllAppends) {
  for (const bool fails : {false, true}) {
    const std::vector<std::string> input =
        fails ? std::vector<std::string>{"ne", "w", "!"} : std::vector<std::string>{"new"};
    const Errno expected = fails ? Errno::io : Errno::success;
    barewasi::String text("old");
    Reader first(input);
    EXPECT_EQ(barewasi::append_all(wasi::stdin_fd, text).error(), expected);
    EXPECT_EQ(string(text), "oldnew");
    Reader second(input);
    EXPECT_EQ(barewasi::read_all(wasi::stdin_fd, text).error(), expected);
    EXPECT_EQ(string(text), "new");
  }
}

// ---- Directories ----------------------------------------------------------------------------------------------------

// A directory as a host tells it: as many bytes as there is room for, the last entry cut off.
struct Folder : Host {
  explicit Folder(std::vector<std::string> all) : names(std::move(all)) {}

  s32 fd_readdir(std::uint32_t, std::uint8_t* room, wasi::Size size, std::uint64_t cookie, wasi::Size* out) override {
    if (calls == failing_call) return number(Errno::io);
    std::string all;
    for (std::size_t i = cookie; i < names.size(); ++i) all += directory_entry(i + 1, names[i]);
    *out = all.size() < size ? static_cast<wasi::Size>(all.size()) : size;
    std::memcpy(room, all.data(), *out);
    return 0;
  }

  std::vector<std::string> names;
  std::uint64_t failing_call = 0;
};

std::vector<std::string> names_in(Errno* error = nullptr) {
  barewasi::Directory directory(wasi::Fd(5));
  std::vector<std::string> names;
  while (const barewasi::Entry* const entry = directory.next()) {
    names.emplace_back(entry->name.data(), entry->name.size());
  }
  if (error != nullptr) *error = directory.error();
  EXPECT_EQ(directory.next(), nullptr);
  return names;
}

TEST(Directories, AreListedWithoutThemselvesAndWhatIsAbove) {
  using Names = std::vector<std::string>;
  const Names three = {"a", ".b", "..c"};
  for (const Names& order : {Names{".", "..", "a", ".b", "..c"}, {"a", ".", ".b", "..", "..c"}, {"a", ".b", "..c"}}) {
    Folder folder(order);
    Errno error = Errno::io;
    EXPECT_EQ(names_in(&error), three);
    EXPECT_EQ(error, Errno::success);
  }
  Folder folder(three);
  Names names;
  barewasi::Directory directory(wasi::Fd(5));
  for (const barewasi::Entry& entry : directory) names.emplace_back(entry.name.data(), entry.name.size());
  EXPECT_EQ(names, three);
  Folder empty({".", ".."});
  EXPECT_EQ(names_in(), Names());
}

TEST(Directories, OfAnySizeAreListedWhole) {
  for (const std::size_t length : {1U, 7U, 8U, 100U, 255U}) {
    for (const std::size_t count : {1U, 15U, 16U, 17U, 100U, 127U, 128U, 129U, 500U}) {
      std::vector<std::string> names;
      for (std::size_t i = 0; i < count; ++i) {
        std::string name = std::to_string(i);
        name.resize(std::max(length, name.size()), '-');
        names.push_back(name);
      }
      Folder folder(names);
      EXPECT_EQ(names_in(), names) << length << " " << count;
    }
  }
}

TEST(Directories, AnErrorEndsThem) {
  Folder folder(std::vector<std::string>(500, "name"));
  folder.failing_call = 2;
  Errno error = Errno::success;
  const auto names = names_in(&error);
  EXPECT_GT(names.size(), 100U);
  EXPECT_LT(names.size(), 500U);
  EXPECT_EQ(error, Errno::io);
}

// ---- The end --------------------------------------------------------------------------------------------------------

std::vector<int> ended;
int numbers[100];

TEST(AtExit, AnyNumberOfFunctionsRunsNewestFirst) {
  for (const int count : {1, 30, 31, 32, 33, 62, 63, 64, 100}) {
    ended.clear();
    std::vector<int> expected;
    for (int i = 0; i < count; ++i) {
      numbers[i] = i;
      expected.insert(expected.begin(), i);
      ASSERT_EQ(barewasi_cxa_atexit([](void* one) { ended.push_back(*static_cast<int*>(one)); }, numbers + i, nullptr),
                0);
    }
    __barewasi_run_at_exit();
    EXPECT_EQ(ended, expected) << count;
  }
}

}  // namespace
