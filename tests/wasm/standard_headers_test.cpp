// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What stands in for the standard library where there is none: <new>, Array and sort; and beside libc++ where there is
// one, in either order of headers.

#include "on_engine.h"

namespace {

using toolbox::Arguments;
using toolbox::Workshop;

class WithoutLibrary : public toolbox::OnEngine {};

INSTANTIATE_TEST_SUITE_P(On, WithoutLibrary, testing::ValuesIn(toolbox::engines()),
                         [](const auto& engine) { return engine.param; });

TEST_P(WithoutLibrary, ArraysGrowAndAreSorted) {
  expect(R"code(
#include <barewasi/array.hpp>
#include <barewasi/io.hpp>
#include <barewasi/sort.hpp>
#include <barewasi/string.hpp>
using namespace barewasi;
struct Row { Str city; int number; };
int main() {
  Array<Row> rows;
  int number = 0;
  for (const Str city : Str("Rome,Oslo,Bern,Oslo,Rome,Bern").split(',')) rows.push({city, ++number});
  stable_sort(rows, [](const Row& a, const Row& b) { return a.city < b.city; });
  for (const Row& row : rows) print(row.city, row.number, " ");
  Array<String> words;
  for (unsigned i = 0; i < 1000; ++i) words.push(format(i * 7919 % 1000));
  sort(words);
  print(words[0], words[1], words[999], " ", words.size(), "\n");
  words.erase(1, 998);
  words.insert(1, String(Str("between")));
  for (const String& word : words) print(word, " ");
  return words.pop() == "999" ? 0 : 1;
}
)code",
         "Bern3 Bern6 Oslo2 Oslo4 Rome1 Rome5 01999 1000\n0 between 999 ", 0);
}

constexpr std::string_view placed = R"code(
#include <barewasi/array.hpp>
#include <new>
struct Point { int x; explicit Point(int value) : x(value) {} ~Point() { x = -1; } };
struct alignas(64) Wide { char bytes[64]; };
int main() {
  alignas(Point) static unsigned char memory[sizeof(Point)];
  Point* const point = ::new (static_cast<void*>(memory)) Point(4);
  if (std::launder(reinterpret_cast<Point*>(memory))->x != 4) return 1;
  point->~Point();
  int* const number = new (std::nothrow) int(3);
  if (number == nullptr || *number != 3) return 2;
  delete number;
  void* const aligned = ::operator new(256, std::align_val_t{128});
  if (reinterpret_cast<__UINTPTR_TYPE__>(aligned) % 128 != 0) return 3;
  ::operator delete(aligned, std::align_val_t{128});
  delete new Wide;
  return 0;
}
)code";

TEST_P(WithoutLibrary, ObjectsArePlacedInMemoryThatIsThere) { expect(placed, "", 0); }

// The folders of headers in each order that somebody may name them, and each header first.
TEST(BesideLibcxx, TheHeaderNewIsItsOwn) {
  const std::string libcxx = BAREWASI_LIBCXX;
  if (libcxx.empty()) GTEST_SKIP() << "libc++ for wasm32 is not installed: scripts/setup --ci";
  const std::string theirs = libcxx + "/include/wasm32-wasi/c++/v1";
  const std::string ours = BAREWASI_SYSROOT "/include";
  const Workshop workshop;
  const std::string source = std::string(placed).substr(std::string_view("\n").size());
  const std::vector<Arguments> folders = {
      {"-isystem", theirs}, {"-I" + ours, "-isystem", theirs}, {"-isystem", ours, "-isystem", theirs}};
  for (const Arguments& these : folders) {
    for (const std::string first : {"#include <new>\n#include <vector>\n", "#include <memory>\n#include <new>\n"}) {
      Arguments arguments = toolbox::with_runtime();
      arguments.insert(arguments.end(), {"-nostdinc++", "-Wall", "-Wextra", "-Wpedantic", "-Werror"});
      arguments.insert(arguments.end(), these.begin(), these.end());
      const std::string text = first + source + "static_assert(sizeof(std::bad_alloc) != 0);\n";
      (void)toolbox::build(workshop, "program.cpp", text, arguments);
    }
  }
}

}  // namespace
