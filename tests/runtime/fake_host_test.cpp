// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// The host in memory, by what the specification says of each call.

#include <barewasi/fake_host.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <barewasi/args.hpp>
#include <barewasi/buffered.hpp>
#include <barewasi/files.hpp>
#include <barewasi/filesystem.hpp>
#include <barewasi/panic.hpp>
#include <barewasi/random.hpp>
#include <barewasi/time.hpp>

namespace {

using barewasi::Call;
using barewasi::FakeHost;
using barewasi::Host;
using barewasi::Str;
using barewasi::UniqueFd;
using wasi::Errno;
using wasi::Fdflags;
using wasi::Lookupflags;
using wasi::Oflags;
using wasi::Rights;

constexpr wasi::Fd root(3);
constexpr Rights reading = Rights::fd_read | Rights::fd_seek | Rights::fd_tell;

Errno open_error(const char* path, Oflags how = Oflags::none, Rights rights = reading,
                 Lookupflags lookup = Lookupflags::symlink_follow) {
  const std::string text = path;
  return UniqueFd(wasi::path_open(root, lookup, {text.data(), text.size()}, how, rights, Rights::none, Fdflags::none))
      .error();
}

// Each of the functions that can fail, asked once, and none of them twice.
TEST(Hosts, AnswerEveryImportWithNosysUnlessTheyAreOverridden) {
  Host host;
  wasi::Size size{};
  std::uint64_t number{};
  std::uint8_t byte{};
  std::uint8_t* bytes = &byte;
  wasi::Fd fd{};
  wasi::Filestat facts{};
  wasi::Fdstat status{};
  wasi::Prestat prestat{};
  wasi::Roflags flags{};
  namespace raw = wasi::raw;
  const std::int32_t answers[] = {raw::args_get(&bytes, bytes),
                                  raw::args_sizes_get(&size, &size),
                                  raw::environ_get(&bytes, bytes),
                                  raw::environ_sizes_get(&size, &size),
                                  raw::clock_res_get(0, &number),
                                  raw::clock_time_get(0, 0, &number),
                                  raw::fd_advise(0, 0, 0, 0),
                                  raw::fd_allocate(0, 0, 0),
                                  raw::fd_close(0),
                                  raw::fd_datasync(0),
                                  raw::fd_fdstat_get(0, &status),
                                  raw::fd_fdstat_set_flags(0, 0),
                                  raw::fd_fdstat_set_rights(0, 0, 0),
                                  raw::fd_filestat_get(0, &facts),
                                  raw::fd_filestat_set_size(0, 0),
                                  raw::fd_filestat_set_times(0, 0, 0, 0),
                                  raw::fd_pread(0, nullptr, 0, 0, &size),
                                  raw::fd_prestat_get(0, &prestat),
                                  raw::fd_prestat_dir_name(0, bytes, 0),
                                  raw::fd_pwrite(0, nullptr, 0, 0, &size),
                                  raw::fd_read(0, nullptr, 0, &size),
                                  raw::fd_readdir(0, bytes, 0, 0, &size),
                                  raw::fd_renumber(0, 0),
                                  raw::fd_seek(0, 0, 0, &number),
                                  raw::fd_sync(0),
                                  raw::fd_tell(0, &number),
                                  raw::fd_write(0, nullptr, 0, &size),
                                  raw::path_create_directory(0, "", 0),
                                  raw::path_filestat_get(0, 0, "", 0, &facts),
                                  raw::path_filestat_set_times(0, 0, "", 0, 0, 0, 0),
                                  raw::path_link(0, 0, "", 0, 0, "", 0),
                                  raw::path_open(0, 0, "", 0, 0, 0, 0, 0, &fd),
                                  raw::path_readlink(0, "", 0, bytes, 0, &size),
                                  raw::path_remove_directory(0, "", 0),
                                  raw::path_rename(0, "", 0, 0, "", 0),
                                  raw::path_symlink("", 0, 0, "", 0),
                                  raw::path_unlink_file(0, "", 0),
                                  raw::poll_oneoff(nullptr, nullptr, 0, &size),
                                  raw::proc_raise(0),
                                  raw::sched_yield(),
                                  raw::random_get(bytes, 0),
                                  raw::sock_accept(0, 0, &fd),
                                  raw::sock_recv(0, nullptr, 0, 0, &size, &flags),
                                  raw::sock_send(0, nullptr, 0, 0, &size),
                                  raw::sock_shutdown(0, 0)};
  for (const std::int32_t answer : answers) EXPECT_EQ(answer, static_cast<std::int32_t>(Errno::nosys));
  EXPECT_EQ(std::size(answers), barewasi::calls_there_are);
  for (unsigned call = 0; call < barewasi::calls_there_are; ++call) {
    EXPECT_EQ(host.calls_of(static_cast<Call>(call)), 1U) << call;
  }
  // And proc_exit is all that there is besides.
  std::ifstream header(BAREWASI_SOURCE "/generated/cpp/wasi/preview1.hpp");
  std::size_t imports = 0;
  for (std::string line; std::getline(header, line);) {
    if (line.find("WITX_IMPORT(\"wasi_snapshot_preview1\"") != std::string::npos) ++imports;
  }
  EXPECT_EQ(imports, barewasi::calls_there_are + 1);
}

// What the library is made of: all of these folders but what is linked by name.
TEST(Hosts, HaveAllOfTheRuntimeThatIsNotWasmsOwn) {
  std::ifstream file(BAREWASI_SOURCE "/cmake/barewasi-host.cmake");
  const std::string listed((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  for (const std::string folder : {"files", "io", "native", "number", "time"}) {
    for (const auto& entry : std::filesystem::directory_iterator(std::string(BAREWASI_SOURCE "/runtime/") + folder)) {
      const std::string name = folder + "/" + entry.path().filename().string();
      if (entry.path().extension() != ".cpp" || name == "io/wait_when_blocked.cpp") continue;
      EXPECT_NE(listed.find(" " + name), std::string::npos) << name;
    }
  }
}

TEST(FakeHosts, AreWhatTheProgramIsGiven) {
  FakeHost host;
  host.arguments = {"program", "-v", ""};
  host.environment = {{"HOME", "/"}, {"EMPTY", ""}};
  host.input = "in";
  EXPECT_EQ(barewasi::args().size(), 3U);
  EXPECT_STREQ(barewasi::args()[1], "-v");
  EXPECT_STREQ(barewasi::environment_value("HOME"), "/");
  EXPECT_STREQ(barewasi::environment_value("EMPTY"), "");
  EXPECT_EQ(barewasi::environment_value("HOM"), nullptr);
  char room[8];
  EXPECT_EQ(*barewasi::read_some(wasi::stdin_fd, room), 2U);
  EXPECT_EQ(*barewasi::read_some(wasi::stdin_fd, room), 0U);
  barewasi::print("out ");
  barewasi::print_error("err");
  barewasi::print_buffered("late");
  EXPECT_EQ(host.output(), "out late");
  EXPECT_EQ(host.errors(), "err");
  {
    FakeHost other(std::vector<std::string>{});
    EXPECT_EQ(barewasi::args().size(), 1U);
    EXPECT_EQ(barewasi::preopen("/").error(), Errno::notcapable);
    barewasi::print_buffered("lost with its host");
  }
  EXPECT_EQ(barewasi::args().size(), 3U);
  EXPECT_TRUE(barewasi::preopen("/"));
  EXPECT_EQ(host.output(), "out late");
}

TEST(FakeHosts, WaitWithoutTime) {
  FakeHost host;
  const auto before = barewasi::monotonic_time();
  const auto date = barewasi::real_time();
  EXPECT_TRUE(barewasi::sleep(barewasi::seconds(3600)));
  EXPECT_TRUE(*barewasi::monotonic_time() - *before == barewasi::seconds(3600));
  EXPECT_TRUE(*barewasi::real_time() - *date == barewasi::seconds(3600));
  std::uint8_t first[9];
  std::uint8_t second[9];
  EXPECT_TRUE(barewasi::random_bytes(first) && barewasi::random_bytes(second));
  EXPECT_NE(std::string(first, first + 9), std::string(second, second + 9));
  FakeHost same;
  EXPECT_TRUE(barewasi::random_bytes(second));
  EXPECT_EQ(std::string(first, first + 9), std::string(second, second + 9));
}

TEST(FakeHosts, FailWhenTheyAreToldTo) {
  FakeHost host;
  host.fail(Call::fd_write, Errno::nospc, 3);
  EXPECT_TRUE(barewasi::print("1"));
  EXPECT_TRUE(barewasi::print("2"));
  EXPECT_FALSE(barewasi::print("3"));
  EXPECT_TRUE(barewasi::print("4"));
  EXPECT_EQ(host.output(), "124");
  host.fail(Call::fd_write, Errno::io, 1, 2);
  EXPECT_FALSE(barewasi::print("5"));
  EXPECT_FALSE(barewasi::print("6"));
  EXPECT_TRUE(barewasi::print("7"));
  EXPECT_EQ(host.calls_of(Call::fd_write), 7U);
  host.most_bytes = 2;
  EXPECT_TRUE(barewasi::print("a longer text"));
  EXPECT_EQ(host.output(), "1247a longer text");
}

TEST(FakeHosts, SayWhatAProgramSaidBeforeItAborted) {
  FakeHost host;
  EXPECT_DEATH(barewasi::panic("index ", 7), "panic: index 7");
  EXPECT_DEATH((host.most_calls = 1, barewasi::print("a"), barewasi::print("b")), "more often than the test allows");
  EXPECT_EXIT(wasi::proc_exit(7), testing::ExitedWithCode(7), "");
}

TEST(FakeHosts, OpenByTheRules) {
  FakeHost host;
  host.write("/folder/file", "text");
  host.make_link("/link", "folder/file");
  host.make_link("/out", "../file");
  host.make_link("/absolute", "/folder");
  host.make_link("/loop", "loop");
  host.make_link("/folder/up", "../folder/up2");
  host.make_link("/folder/up2", "file");
  EXPECT_EQ(open_error("folder/file"), Errno::success);
  EXPECT_EQ(open_error("folder/./../folder//file"), Errno::success);
  EXPECT_EQ(open_error("link"), Errno::success);
  EXPECT_EQ(open_error("folder/up"), Errno::success);
  EXPECT_EQ(open_error("link", Oflags::none, reading, Lookupflags::none), Errno::loop);
  EXPECT_EQ(open_error("loop"), Errno::loop);
  EXPECT_EQ(open_error("out"), Errno::perm);
  EXPECT_EQ(open_error(".."), Errno::perm);
  EXPECT_EQ(open_error("folder/../../folder"), Errno::perm);
  EXPECT_EQ(open_error("absolute"), Errno::perm);
  EXPECT_EQ(open_error("/folder/file"), Errno::perm);
  EXPECT_EQ(open_error(""), Errno::noent);
  EXPECT_EQ(open_error("none"), Errno::noent);
  EXPECT_EQ(open_error("none/file"), Errno::noent);
  EXPECT_EQ(open_error("folder/file/"), Errno::notdir);
  EXPECT_EQ(open_error("folder/file/x"), Errno::notdir);
  EXPECT_EQ(open_error("folder/file", Oflags::directory), Errno::notdir);
  EXPECT_EQ(open_error("folder", Oflags::directory), Errno::success);
  EXPECT_EQ(open_error("folder", Oflags::none, Rights::fd_write), Errno::isdir);
  EXPECT_EQ(open_error("folder/file", Oflags::creat | Oflags::excl), Errno::exist);
  EXPECT_EQ(open_error("link", Oflags::creat | Oflags::excl), Errno::exist);
  EXPECT_EQ(open_error("\xff"), Errno::ilseq);
  EXPECT_EQ(open_error(std::string(256, 'x').c_str()), Errno::nametoolong);
  EXPECT_EQ(host.read("/folder/file"), "text");
  EXPECT_EQ(open_error("folder/file", Oflags::trunc, Rights::fd_write), Errno::success);
  EXPECT_EQ(host.read("/folder/file"), "");
  EXPECT_EQ(open_error("new", Oflags::creat, Rights::fd_write), Errno::success);
  EXPECT_EQ(host.list("/"), (std::vector<std::string>{"absolute", "folder", "link", "loop", "new", "out"}));
}

TEST(FakeHosts, GiveNoMoreRightsThanWereAskedFor) {
  FakeHost host;
  host.write("/file", "text");
  const UniqueFd file(
      wasi::path_open(root, Lookupflags::none, "file", Oflags::none, Rights::fd_read, Rights::none, Fdflags::none));
  EXPECT_TRUE(barewasi::exists("/file"));
  EXPECT_EQ(barewasi::tell(*file).error(), Errno::notcapable);
  EXPECT_EQ(barewasi::seek(*file, 1).error(), Errno::notcapable);
  EXPECT_EQ(barewasi::metadata(*file).error(), Errno::notcapable);
  EXPECT_EQ(barewasi::write_all(*file, "x").error(), Errno::notcapable);
  const UniqueFd folder(
      wasi::path_open(root, Lookupflags::none, ".", Oflags::directory, Rights::path_open, reading, Fdflags::none));
  const auto below = [&](Rights rights) {
    return UniqueFd(
               wasi::path_open(*folder, Lookupflags::none, "file", Oflags::none, rights, Rights::none, Fdflags::none))
        .error();
  };
  EXPECT_EQ(below(reading), Errno::success);
  EXPECT_EQ(below(Rights::fd_write), Errno::notcapable);
  EXPECT_EQ(wasi::path_create_directory(*folder, "new").error(), Errno::notcapable);
  EXPECT_TRUE(wasi::fd_fdstat_set_rights(root, Rights::path_open, Rights::none));
  EXPECT_EQ(wasi::fd_fdstat_set_rights(root, Rights::path_symlink, Rights::none).error(), Errno::notcapable);
  EXPECT_EQ(open_error("file"), Errno::notcapable);
}

TEST(FakeHosts, LetTextsBeExpectedToBeLiterals) {
  const barewasi::String owned(Str("text"));
  const Str text = owned.view();
  EXPECT_EQ(owned, "text");
  EXPECT_EQ("text", owned);
  EXPECT_NE(owned, "tex");
  EXPECT_EQ(text, "text");
  EXPECT_EQ("text", text);
  EXPECT_NE(text, "texts");
  EXPECT_EQ(owned, text);
  EXPECT_EQ(testing::PrintToString(text) + testing::PrintToString(owned), R"("text""text")");
}

TEST(FakeHosts, KeepPositionsWithinFiles) {
  FakeHost host;
  UniqueFd file = barewasi::create_new("/file");
  EXPECT_TRUE(barewasi::write_all(*file, "0123456789"));
  EXPECT_EQ(barewasi::seek(*file, -11, wasi::Whence::end).error(), Errno::inval);
  EXPECT_EQ(barewasi::seek(*file, 12).value_or(0), 12U);
  EXPECT_TRUE(barewasi::write_all(*file, "x"));
  EXPECT_EQ(host.read("/file"), (std::string("0123456789\0\0x", 13)));
  EXPECT_EQ(barewasi::seek(wasi::stdout_fd, 0).error(), Errno::spipe);
  const UniqueFd log = barewasi::open_to_append("/file");
  EXPECT_TRUE(barewasi::seek(*log, 0) && barewasi::write_all(*log, "end"));
  EXPECT_EQ(host.read("/file")->substr(10), (std::string("\0\0xend", 6)));
  const wasi::Fd number = *file;
  EXPECT_TRUE(file.close());
  EXPECT_EQ(barewasi::tell(number).error(), Errno::badf);
  const UniqueFd again = barewasi::open_to_read("/file");
  EXPECT_NE((*again).value, number.value) << "descriptors are not used again";
}

}  // namespace
