// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// The programs that the engines are tested with, and the examples, on the host in memory: it answers each call as they
// expect it of an engine.

#include <gtest/gtest.h>

#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include <barewasi/fake_host.hpp>

int contents_main();
int paths_main();
int folders_main();
int sockets_main();
int surroundings_main(int argc, char** argv);
int cat_main(int argc, char** argv);
int find_main(int argc, char** argv);
int hello_main();
int sum_main(int argc, char** argv);
int filesystem_main();
int owned_main(int argc, char** argv);

namespace {

using barewasi::FakeHost;

using Main = int(int argc, char** argv);

int run(FakeHost& host, Main& program, const std::vector<std::string>& arguments) {
  host.arguments = {"program"};
  host.arguments.insert(host.arguments.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& one : host.arguments) pointers.push_back(one.data());
  pointers.push_back(nullptr);
  return program(static_cast<int>(host.arguments.size()), pointers.data());
}

// What is wrong, by what the program says of each of its calls; and how many calls are right.
std::string wrong_calls(const std::string& said, int& right) {
  std::string wrong;
  std::istringstream lines(said);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("WRONG")) {
      wrong += line + "\n";
    } else {
      ++right;
    }
  }
  return wrong;
}

TEST(Programs, FindEveryCallAnsweredAsItShouldBe) {
  int right = 0;
  for (int (*const program)() : {contents_main, paths_main, folders_main, sockets_main}) {
    FakeHost host({"/box"});
    EXPECT_EQ(program(), 0);
    EXPECT_EQ(wrong_calls(host.output(), right), "");
  }
  for (const std::vector<std::string>& arguments : {std::vector<std::string>{"one", "two"}, {"stream"}}) {
    FakeHost host(std::vector<std::string>{});
    host.environment = {{"COLOUR", "green"}};
    EXPECT_EQ(run(host, surroundings_main, arguments), 0);
    EXPECT_EQ(wrong_calls(host.output(), right), "");
  }
  EXPECT_GT(right, 100);
}

TEST(Programs, OfTheOwnedLayer) {
  {
    FakeHost host({"/box"});
    EXPECT_EQ(filesystem_main(), 0);
    EXPECT_EQ(host.output(), "done\n");
    EXPECT_EQ(host.errors(), "");
    EXPECT_EQ(host.open_descriptors(), 0U);
  }
  FakeHost host({"/box"});
  host.input = "one\n\nthree\n" + std::string(100'000, 'x') + "\nno end";
  EXPECT_EQ(owned_main(1, nullptr), 0);
  EXPECT_EQ(host.output(), "300 files, success\n5 lines, 100014 bytes, the longest 100000, success\n");
  EXPECT_EQ(host.open_descriptors(), 0U);
}

TEST(Programs, OfTheExamples) {
  FakeHost host({"/box"});
  EXPECT_EQ(hello_main(), 0);
  EXPECT_EQ(host.output(), "Hello, world!\n");

  FakeHost for_cat({"/box"});
  for_cat.write("/box/one", "first\n");
  for_cat.write("/box/deep/two", std::string(20'000, '\0'));
  for_cat.most_bytes = 1000;
  EXPECT_EQ(run(for_cat, cat_main, {"box/deep/two", "/box/none", "./box/one", "/elsewhere"}), 1);
  EXPECT_EQ(for_cat.output(), std::string(20'000, '\0') + "first\n");
  EXPECT_EQ(for_cat.errors(),
            "cat: /box/none: noent: The file or directory does not exist\n"
            "cat: /elsewhere: notcapable: no folder was opened for this path\n");
  EXPECT_EQ(for_cat.open_descriptors(), 0U);

  FakeHost for_find({"/box"});
  for_find.write("/box/one", "a needle\nhay\nneedles\n");
  for_find.input = "hay\nneedle";
  EXPECT_EQ(run(for_find, find_main, {"-n", "needle", "/box/one"}), 0);
  EXPECT_EQ(run(for_find, find_main, {"-c", "needle"}), 0);
  EXPECT_EQ(run(for_find, find_main, {"none", "/box/one"}), 1);
  EXPECT_EQ(run(for_find, find_main, {"needle", "/box/two"}), 2);
  EXPECT_EQ(for_find.output(), "1:a needle\n3:needles\n1\n");
}

TEST(Programs, SumOfAColumn) {
  FakeHost host({"/box"});
  host.write("/box/a.csv", "city, amount\nRome, 1.5\nOslo,2\nRome,3\n");
  host.write("/box/more/c.csv", "city,amount\nBern,0.25\n");
  host.write("/box/more/b.csv", "city,amount\r\nOslo,10\r\nBern,much\r\n");
  host.write("/box/more/notes.txt", "Rome");
  EXPECT_EQ(run(host, sum_main, {"amount", "/box/a.csv"}), 0);
  EXPECT_EQ(host.output(), "Rome,4.50\nOslo,2.00\n");
  EXPECT_EQ(run(host, sum_main, {"-o", "/box/out", "amount", "/box/a.csv", "box/more", "/box/none"}), 1);
  EXPECT_EQ(host.read("/box/out"), "Oslo,12.00\nRome,4.50\nBern,0.25\n");
  EXPECT_EQ(host.errors(),
            "sum: box/more/b.csv:3: 'much': invalid character at byte 0\n"
            "sum: /box/none: noent\n");
  FakeHost reading({"/box"});
  reading.input = "city,amount\nBern,1e3\n";
  EXPECT_EQ(run(reading, sum_main, {"-t", "amount"}), 0);
  EXPECT_EQ(reading.output(), "Bern,1000.00\n");
  EXPECT_EQ(run(reading, sum_main, {"-o"}), 2);
  EXPECT_EQ(reading.open_descriptors(), 0U);
}

TEST(Programs, SumNamesWhatFails) {
  FakeHost host({"/box"});
  host.write("/box/a.csv", "city,amount\nRome,1\n");
  host.fail(barewasi::Call::fd_write, wasi::Errno::nospc);
  EXPECT_EQ(run(host, sum_main, {"-o", "/box/out", "amount", "/box/a.csv"}), 1);
  EXPECT_EQ(host.errors(), "sum: /box/out: nospc\n");
  EXPECT_EQ(host.open_descriptors(), 0U);
}

}  // namespace
