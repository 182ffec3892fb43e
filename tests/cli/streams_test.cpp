// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What is no file in the place of one: it is named, never waited for and never replaced; what has a reader gets its text.
#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "disk.h"
#include "sample_files.h"
#include "tool.h"

namespace {

namespace fs = std::filesystem;
using cli_tests::Answer;
using cli_tests::Disk;
using cli_tests::small_spec;
using Arguments = std::vector<std::string>;

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

struct Streams : Disk {
  void SetUp() override {
    Disk::SetUp();
    put("a.witx", small_spec);
    put("witxc.json", R"({"specs":[{"files":["a.witx"]}]})");
  }
};

void make_socket(const char* path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  std::strcpy(address.sun_path, path);
  const int made = ::socket(AF_UNIX, SOCK_STREAM, 0);
  ASSERT_EQ(::bind(made, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  ::close(made);
}

// What may be in the place, and what is said of it.
struct Kind {
  const char* name;
  std::function<void(const char*)> make;
  const char* reason;
};

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> all{
      {"pipe", [](const char* path) { EXPECT_EQ(::mkfifo(path, 0666), 0); }, "it is a pipe that nobody reads"},
      {"socket", make_socket, "it is a socket"},
      {"folder", [](const char* path) { fs::create_directory(path); }, "is a folder"},
  };
  return all;
}

// Every command that writes a file, by the path that it writes to.
struct Writing {
  Arguments arguments;
  const char* path;
};

const std::vector<Writing>& writing() {
  static const std::vector<Writing> all{
      {{"generate"}, "tiny.hpp"},
      {{"generate"}, "witxc.outputs"},
      {{"generate", "--depfile", "deps"}, "deps"},
      {{"validate", "--format", "json=report"}, "report"},
      {{"diff", "a.witx", "a.witx", "--write-accept", "approved"}, "approved"},
      {{"man", "-o", "."}, "witxc.1"},
      {{"template", "export", "md", "-o", "."}, "md/page.mustache"},
      {{"config", "init"}, "witxc.schema.json"},
  };
  return all;
}

TEST_F(Streams, AreNamedAndLeftAlone) {
  for (const Kind& kind : kinds()) {
    for (const Writing& each : writing()) {
      TearDown(), SetUp();
      if (each.arguments.front() == "config") fs::remove("witxc.json");
      if (fs::path(each.path).has_parent_path()) fs::create_directories(fs::path(each.path).parent_path());
      kind.make(each.path);
      const fs::file_type before = fs::symlink_status(each.path).type();
      const std::string where = std::string(kind.name) + ": " + each.arguments.front() + " " + each.path;
      const Answer answer = run(each.arguments);
      EXPECT_EQ(answer.exit_code, 4) << where << answer.out << answer.err;
      EXPECT_TRUE(contains(answer.err, std::string(each.path))) << where << answer.err;
      EXPECT_TRUE(contains(answer.err, kind.reason)) << where << answer.err;
      EXPECT_EQ(fs::symlink_status(each.path).type(), before) << where;
    }
  }
}

TEST_F(Streams, OutputsAreCheckedWithoutWaiting) {
  for (const char* const path : {"tiny.hpp", "witxc.outputs"}) {
    for (const Kind& kind : kinds()) {
      TearDown(), SetUp();
      kind.make(path);
      const Answer answer = run({"check"});
      EXPECT_NE(answer.exit_code, 0) << kind.name << path;
      if (std::string(path) == "tiny.hpp") {
        EXPECT_TRUE(contains(answer.err, "cannot read 'tiny.hpp': is a ")) << kind.name << answer.err;
      }
    }
  }
}

TEST_F(Streams, APipeThatIsReadGetsTheWhole) {
  ASSERT_EQ(::mkfifo("report", 0666), 0);
  const int reader = ::open("report", O_RDONLY | O_NONBLOCK);
  ASSERT_GE(reader, 0);
  EXPECT_EQ(run({"validate", "--format", "json=report"}).exit_code, 0);
  std::string text(65536, '\0');
  const ssize_t got = ::read(reader, text.data(), text.size());
  ::close(reader);
  ASSERT_GT(got, 0);
  text.resize(static_cast<std::size_t>(got));
  EXPECT_TRUE(text.starts_with("{\n") && text.ends_with("}\n")) << text;
  EXPECT_EQ(run({"validate", "--format", "json=/dev/null"}).exit_code, 0);
}

}  // namespace
