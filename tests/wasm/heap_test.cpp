// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// The heap as programs get it, on every engine at hand. What it does inside is attacked on the host, in tests/heap.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "toolbox.h"

namespace {

using toolbox::Arguments;
using toolbox::Workshop;

class HeapOnEngines : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override { SKIP_WITHOUT_ENGINE(GetParam()); }

  support::ProcessResult run(std::string_view source, const Arguments& more = {}) {
    Arguments arguments = toolbox::with_runtime();
    // The compiler would leave out what is allocated and not used.
    arguments.push_back("-fno-builtin");
    arguments.insert(arguments.end(), more.begin(), more.end());
    return toolbox::run(GetParam(), toolbox::build(workshop_, "program.cpp", source, arguments));
  }

  void expect(std::string_view source, std::string_view out, const Arguments& more = {}) {
    const auto result = run(source, more);
    EXPECT_EQ(result.out, out);
    EXPECT_EQ(result.err, "");
    EXPECT_EQ(result.exit_code, 0);
  }

  void expect_trap(std::string_view source, std::string_view message, const Arguments& more = {}) {
    const auto result = run(source, more);
    EXPECT_NE(result.err.find(message), std::string::npos) << result.err;
    EXPECT_EQ(result.exit_code, toolbox::trapped);
  }

  Workshop workshop_;
};

INSTANTIATE_TEST_SUITE_P(On, HeapOnEngines, testing::ValuesIn(toolbox::engines()),
                         [](const auto& engine) { return engine.param; });

const Arguments checked = {"-lchecked-heap"};
const Arguments bump = {"-lbump-heap", "-DBUMP"};

constexpr std::string_view program = R"code(
#include <barewasi/heap.hpp>
#include <barewasi/io.hpp>
#include <barewasi/panic.hpp>
using usize = __SIZE_TYPE__;
static bool is_zero(const char* bytes, usize size) {
  for (usize i = 0; i < size; ++i) if (bytes[i] != 0) return false;
  return true;
}
struct alignas(64) Wide { char bytes[100]; };
int main() {
  char* a = static_cast<char*>(malloc(100));
  BAREWASI_ASSERT(reinterpret_cast<usize>(a) % 16 == 0 && malloc_usable_size(a) >= 100);
  BAREWASI_ASSERT(malloc_usable_size(nullptr) == 0);
  for (int i = 0; i < 100; ++i) a[i] = static_cast<char>(i);
  a = static_cast<char*>(realloc(a, 100000));
  for (int i = 0; i < 100; ++i) BAREWASI_ASSERT(a[i] == static_cast<char>(i));
  free(a);
  for (usize size = 1; size < 300000; size *= 3) {
    char* const zeroed = static_cast<char*>(calloc(size, 1));
    BAREWASI_ASSERT(is_zero(zeroed, size));
    for (usize i = 0; i < size; ++i) zeroed[i] = 1;
    free(zeroed);
  }
  for (usize alignment = 1; alignment <= 65536; alignment *= 2) {
    void* const aligned = aligned_alloc(alignment, 40);
    BAREWASI_ASSERT(aligned && reinterpret_cast<usize>(aligned) % alignment == 0 && malloc_usable_size(aligned) >= 40);
    free(aligned);
  }
  // More than there can be, with what the alignment may take on top.
  for (usize alignment = 32; alignment <= 65536; alignment *= 2) {
    BAREWASI_ASSERT(aligned_alloc(alignment, ~usize{0} - alignment + 1) == nullptr);
    BAREWASI_ASSERT(aligned_alloc(alignment, ~usize{0} - 2 * alignment + 1) == nullptr);
  }
  Wide* const wide = new Wide[3];
  BAREWASI_ASSERT(reinterpret_cast<usize>(wide) % 64 == 0);
  delete[] wide;
  free(nullptr);
#ifndef BUMP
  BAREWASI_ASSERT(barewasi::heap_check() == nullptr);
#endif
  barewasi::print("fine\n");
  return 0;
}
)code";

TEST_P(HeapOnEngines, AllOfItWorks) { expect(program, "fine\n"); }

TEST_P(HeapOnEngines, TheCheckedHeapLetsASoundProgramPass) { expect(program, "fine\n", checked); }

TEST_P(HeapOnEngines, TheBumpHeapServesAProgramThatEndsSoon) { expect(program, "fine\n", bump); }

TEST_P(HeapOnEngines, StatisticsTellWhatIsInUse) {
  expect(R"code(
#include <barewasi/heap.hpp>
#include <barewasi/io.hpp>
using barewasi::heap_statistics;
int main() {
  void* const kept = malloc(1000);
  void* const given_back = malloc(200000);
  free(given_back);
  const auto now = heap_statistics();
  const bool fine = now.blocks == 1 && now.in_use >= 1004 && now.in_use < 1100 && now.held >= 200000 && now.largest >= 200000;
  // The promise about the largest request.
  void* const largest = malloc(now.largest);
  barewasi::print(fine, largest != nullptr && heap_statistics().held == now.held, "\n");
  free(kept);
  return 0;
}
)code",
         "truetrue\n");
}

TEST_P(HeapOnEngines, CheckFindsDamage) {
  expect(R"code(
#include <barewasi/heap.hpp>
#include <barewasi/io.hpp>
int main() {
  int* const block = static_cast<int*>(malloc(5000));
  int* const next = static_cast<int*>(malloc(5000));
  const bool before = barewasi::heap_check() == nullptr;
  next[-1] = 0x12345;
  barewasi::print(before, barewasi::heap_check() == nullptr, block != nullptr, "\n");
  return 0;
}
)code",
         "truefalsetrue\n");
}

TEST_P(HeapOnEngines, GivingBackTwiceEndsTheProgram) {
  for (const char* const size : {"10", "100", "5000", "100000"}) {
    expect_trap(std::string("#include <barewasi/heap.hpp>\nint main() { void* volatile p = malloc(") + size +
                    "); void* volatile q = malloc(10); free(p); free(p); return q == nullptr; }",
                " was given back twice\n", checked);
  }
}

TEST_P(HeapOnEngines, WritingPastTheEndEndsTheProgram) {
  for (const char* const size : {"10", "100", "101", "5000"}) {
    expect_trap(
        std::string("#include <barewasi/heap.hpp>\nint main() { char* volatile p = static_cast<char*>(malloc(") + size +
            ")); p[" + size + "] = 1; free(p); return 0; }",
        "was written past its end\n", checked);
  }
}

TEST_P(HeapOnEngines, ForeignPointersEndTheProgram) {
  for (const char* const pointer : {"reinterpret_cast<void*>(48)", "&global", "forged + 4", "inside", "&local",
                                    "reinterpret_cast<void*>(0xfffffff0u)"}) {
    expect_trap(
        std::string(
            "#include <barewasi/heap.hpp>\nalignas(16) int global[8];\nalignas(16) int forged[32] = {0, 0, 0, "
            "64};\nint main() { alignas(16) volatile int local = 0;"
            " char* p = static_cast<char*>(malloc(100)); void* volatile inside = p + 16; (void)inside; (void)local;"
            " free(const_cast<void*>(static_cast<const volatile void*>(") +
            pointer + "))); return 0; }",
        "was not allocated here", checked);
  }
}

TEST_P(HeapOnEngines, MemoryGrownBySomebodyElseStaysTheirs) {
  expect(R"code(
#include <barewasi/heap.hpp>
#include <barewasi/io.hpp>
int main() {
  void* const before = malloc(1000);
  const auto page = __builtin_wasm_memory_grow(0, 1);
  char* const theirs = reinterpret_cast<char*>(page * 65536);
  for (int i = 0; i < 65536; ++i) theirs[i] = 7;
  for (int i = 0; i < 50; ++i) {
    char* const block = static_cast<char*>(malloc(10000));
    for (int j = 0; j < 10000; ++j) block[j] = 1;
  }
  bool untouched = true;
  for (int i = 0; i < 65536; ++i) untouched = untouched && theirs[i] == 7;
  free(before);
  barewasi::print(untouched, barewasi::heap_check() == nullptr, "\n");
  return 0;
}
)code",
         "truetrue\n");
}

TEST_P(HeapOnEngines, AMaximumMemoryEndsInNullAndGoesOn) {
  expect(R"code(
#include <barewasi/heap.hpp>
#include <barewasi/io.hpp>
int main() {
  void* blocks[1000];
  int count = 0;
  while (count < 1000 && (blocks[count] = malloc(1000)) != nullptr) ++count;
  const bool bounded = count > 100 && count < 300;
  for (int i = 0; i < count; ++i) free(blocks[i]);
  void* const large = malloc(150000);
  barewasi::print(bounded, large != nullptr, "\n");
  return 0;
}
)code",
         "truetrue\n", {"-Wl,--max-memory=327680"});
}

TEST_P(HeapOnEngines, AHandlerMayMakeRoom) {
  expect(R"code(
#include <barewasi/heap.hpp>
#include <barewasi/io.hpp>
static void* reserve = nullptr;
static void give_back(__SIZE_TYPE__ bytes) {
  barewasi::print("asked for ", bytes, "\n");
  free(reserve);
  reserve = nullptr;
}
int main() {
  reserve = malloc(200000);
  barewasi::set_out_of_memory_handler(give_back);
  char* const block = new char[150000];
  barewasi::print(block != nullptr, reserve == nullptr, "\n");
  return 0;
}
)code",
         "asked for 150000\ntruetrue\n", {"-Wl,--max-memory=327680"});
}

TEST_P(HeapOnEngines, ABillionBytesPassThroughAMegabyte) {
  expect(R"code(
#include <barewasi/heap.hpp>
#include <barewasi/io.hpp>
static void* blocks[1000];
int main() {
  unsigned state = 1;
  unsigned long long passed = 0;
  while (passed < 1000000000) {
    state = state * 1664525 + 1013904223;
    void*& block = blocks[(state >> 8) % 1000];
    const unsigned bytes = 1 + (state >> 12) % 2000;
    free(block);
    block = malloc(bytes);
    if (block == nullptr) return 1;
    passed += bytes;
  }
  barewasi::print(__builtin_wasm_memory_size(0) <= 32, "\n");
  return 0;
}
)code",
         "true\n");
}

// One form of each is replaced; all the others that a program uses lead there, as the standard has it.
TEST_P(HeapOnEngines, NewAndDeleteMayBeTheProgramsOwn) {
  constexpr std::string_view own = R"code(
#include <barewasi/heap.hpp>
#include <barewasi/io.hpp>
static int live = 0;
void* operator new(__SIZE_TYPE__ bytes) {
  ++live;
  return static_cast<char*>(malloc(bytes + 16)) + 16;
}
void operator delete(void* memory) noexcept {
  --live;
  free(static_cast<char*>(memory) - 16);
}
struct Shape { virtual ~Shape() {} };
struct Square : Shape {};
int main() {
  Shape* const one = new Square;
  Square* const many = new Square[3];
  int* const numbers = new int[5];
  barewasi::print(live, " ");
  delete one;
  delete[] many;
  delete[] numbers;
  barewasi::print(live, "\n");
  return barewasi::heap_check() == nullptr ? 0 : 1;
}
)code";
  expect(own, "3 0\n");
  expect(own, "3 0\n", {"-O0"});
  expect(own, "3 0\n", {"-flto=full"});
}

}  // namespace
