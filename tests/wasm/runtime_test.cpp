// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// The runtime's own promises, on every engine at hand: how programs start and end, what they write.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "on_engine.h"
#include "toolbox.h"

namespace {

class Runtime : public toolbox::OnEngine {};

INSTANTIATE_TEST_SUITE_P(On, Runtime, testing::ValuesIn(toolbox::engines()),
                         [](const auto& engine) { return engine.param; });

// ---- Start and end --------------------------------------------------------------------------------------------------

constexpr std::string_view noisy_objects = R"code(
#include <barewasi/exit.hpp>
#include <barewasi/io.hpp>
using barewasi::print;
struct Noisy {
  int number;
  explicit Noisy(int n) : number(n) { print("+", number, " "); }
  ~Noisy() { print("-", number, " "); }
};
static Noisy first(1), second(2);
)code";

TEST_P(Runtime, StaticObjectsAreMadeInOrderAndEndInReverse) {
  expect(std::string(noisy_objects) + R"code(
Noisy& local() {
  static Noisy third(3);
  return third;
}
int main() {
  atexit([] { print("at exit "); });
  local();
  local();
  print("main ");
  return 5;
}
)code",
         "+1 +2 +3 main -3 at exit -2 -1 ", 5);
}

TEST_P(Runtime, ExitRunsDestructorsAndImmediateExitDoesNot) {
  expect(std::string(noisy_objects) + "int main() { exit(6); }", "+1 +2 -2 -1 ", 6);
  expect(std::string(noisy_objects) + "int main() { _Exit(7); }", "+1 +2 ", 7);
}

TEST_P(Runtime, AnyStatusUpTo125Arrives) {
  const std::string module = toolbox::build(workshop_, "status.cpp", R"code(
#include <barewasi/exit.hpp>
#include <barewasi/number.hpp>
int main(int, char** argv) {
  const auto status = barewasi::parse<int>(barewasi::Str(argv[1], __builtin_strlen(argv[1])));
  if (!status) return 1;
  if (argv[2] != nullptr) exit(*status);
  return *status;
}
)code");
  EXPECT_EQ(toolbox::run(GetParam(), module, {.arguments = {"0"}}).exit_code, 0);
  EXPECT_EQ(toolbox::run(GetParam(), module, {.arguments = {"124"}}).exit_code, toolbox::status_from(GetParam(), 124));
  EXPECT_EQ(toolbox::run(GetParam(), module, {.arguments = {"125", "exit"}}).exit_code,
            toolbox::status_from(GetParam(), 125));
}

TEST_P(Runtime, ExitInsideADestructorRunsTheRest) {
  expect(std::string(noisy_objects) + R"code(
struct Leaver {
  ~Leaver() { exit(8); }
};
static Leaver leaver;
int main() { return 1; }
)code",
         "+1 +2 -2 -1 ", 8);
}

TEST_P(Runtime, ALocalStaticIsMadeOnceWhereItIsReached) {
  expect(R"code(
#include <barewasi/io.hpp>
struct Loud {
  Loud() { barewasi::print("+"); }
  ~Loud() { barewasi::print("-"); }
};
void reach() {
  static Loud once;
  barewasi::print(".");
}
int main() {
  barewasi::print("(");
  reach();
  reach();
  barewasi::print(")");
  return 0;
}
)code",
         "(+..)-", 0);
}

TEST_P(Runtime, AThreadLocalObjectEndsWithItsThreadWhichIsTheProgram) {
  expect(R"code(
#include <barewasi/io.hpp>
struct Loud {
  char name;
  explicit Loud(char letter) : name(letter) { barewasi::print("+", name); }
  ~Loud() { barewasi::print("-", name); }
};
static Loud first('a');
thread_local Loud second('b');
thread_local int number = 7;
int main() {
  ++number;
  return second.name == 'b' ? number : 1;
}
)code",
         "+a+b-b-a", 8);
}

TEST_P(Runtime, AtExitIsUnbounded) {
  expect(R"code(
#include <barewasi/exit.hpp>
static int left = 1000;
int main() {
  for (int i = 0; i < 1000; ++i) {
    if (atexit([] {
          if (--left == 0) _Exit(9);
        }) != 0)
      return 1;
  }
  return 2;
}
)code",
         "", 9);
}

TEST_P(Runtime, AtExitFunctionsMayRegisterMore) {
  expect(R"code(
#include <barewasi/exit.hpp>
#include <barewasi/io.hpp>
static int left = 100;
static void again() {
  if (--left == 0)
    barewasi::print("done\n");
  else
    atexit(again);
}
int main() {
  atexit(again);
  return 0;
}
)code",
         "done\n", 0);
}

TEST_P(Runtime, APureVirtualCallSaysSoAndAborts) {
  const auto result = run(R"code(
struct Base {
  Base() { call(); }
  void call() { hook(); }
  virtual void hook() = 0;
};
struct Derived : Base {
  void hook() override {}
};
Base* volatile keep;
int main() {
  Derived object;
  keep = &object;
  return 0;
}
)code");
  EXPECT_EQ(result.err.substr(0, 29), "pure virtual function called\n");
  EXPECT_EQ(result.exit_code, toolbox::trapped);
}

// ---- Text ---------------------------------------------------------------------------------------------------------------

TEST_P(Runtime, EveryKindOfPartIsShown) {
  expect(R"code(
#include <barewasi/io.hpp>
#include <barewasi/string.hpp>
using namespace barewasi;
struct Point {
  int x, y;
};
void show(auto& out, Point p) { put(out, "(", p.x, ", ", p.y, ")"); }
int main() {
  const char* text = "text";
  print("literal ", text, ' ', 'c', ' ', true, ' ', false, '\n');
  print(0, ' ', -1, ' ', 2147483647, ' ', -2147483647 - 1, ' ', 4294967295u, '\n');
  print(-9223372036854775807LL - 1, ' ', 18446744073709551615ULL, ' ', static_cast<signed char>(-128), '\n');
  print(hex(0), ' ', hex(255u), ' ', hex(255u, 4), ' ', hex(static_cast<signed char>(-1)), ' ', hex(~0ULL, 99), '\n');
  print(Point{1, -2}, ' ', wasi::Errno::badf, ' ', static_cast<wasi::Errno>(999), ' ',
        static_cast<void*>(nullptr), '\n');
  char room[8];
  print(format_into(room, "12345", 67890), '\n');
  String moved = format("a", 1);
  moved = format(moved, "b", 2);
  print(moved, '\n');
  return 0;
}
)code",
         "literal text c true false\n"
         "0 -1 2147483647 -2147483648 4294967295\n"
         "-9223372036854775808 18446744073709551615 -128\n"
         "0 ff 00ff ff ffffffffffffffff\n"
         "(1, -2) badf 999 0x00000000\n"
         "12345678\n"
         "a1b2\n",
         0);
}

TEST_P(Runtime, AnEmptyTextIsWritten) {
  expect(R"code(
#include <barewasi/io.hpp>
int main() {
  const char* volatile nowhere = "";
  const char* const empty = nowhere;
  const bool all = barewasi::print("") & barewasi::print(empty) & barewasi::print("a", empty, "b\n") &
                   barewasi::print(empty, "");
  return all && barewasi::write_all(wasi::stdout_fd, "") ? 0 : 1;
}
)code",
         "ab\n", 0);
}

TEST_P(Runtime, LongTextsPassWhole) {
  expect(R"code(
#include <barewasi/io.hpp>
static char big[100000];
int main() {
  for (char& c : big) c = 'x';
  return barewasi::print("<", witx::Str(big, sizeof big), ">", 1, "\n") ? 0 : 1;
}
)code",
         "<" + std::string(100'000, 'x') + ">1\n", 0);
}

TEST_P(Runtime, APanicInsideAPanicAborts) {
  const auto result = run(R"code(
#include <barewasi/panic.hpp>
struct Faulty {};
void show(auto&, Faulty) { barewasi::panic("again"); }
int main() { barewasi::panic("once ", Faulty(), " never"); }
)code");
  EXPECT_EQ(result.exit_code, toolbox::trapped);
  EXPECT_NE(result.err.find("panic: once "), std::string::npos) << result.err;
  EXPECT_NE(result.err.find("panic: again\n"), std::string::npos) << result.err;
  EXPECT_EQ(result.err.find("never"), std::string::npos) << result.err;
}

TEST_P(Runtime, APanicInADestructorEndsLikeAnyOther) {
  const auto result = run(R"code(
#include <barewasi/panic.hpp>
struct Last { ~Last() { barewasi::panic("at the very end"); } };
static Last last;
int main() { return 0; }
)code");
  EXPECT_EQ(result.exit_code, toolbox::trapped);
  EXPECT_NE(result.err.find("at the very end"), std::string::npos) << result.err;
}

TEST_P(Runtime, AFailedAssertShowsItsCondition) {
  const auto result = run(R"code(
#include <barewasi/panic.hpp>
int main(int argc, char**) {
  BAREWASI_ASSERT(argc == 1);
  BAREWASI_ASSERT(argc + 1 == 1);
  return 0;
}
)code");
  EXPECT_NE(result.err.find("program.cpp:5: assertion failed: argc + 1 == 1\n"), std::string::npos) << result.err;
  EXPECT_EQ(result.exit_code, toolbox::trapped);
}

// ---- Memory -------------------------------------------------------------------------------------------------------------

TEST_P(Runtime, NewWithoutMemorySaysHowMuchWasAskedFor) {
  const auto result = run(R"code(
int main() {
  char* volatile block = new char[0x7fffffffu];
  return block != nullptr;
}
)code");
  EXPECT_EQ(result.err.substr(0, 46), "out of memory: 2147483647 bytes were asked for") << result.err;
  EXPECT_EQ(result.exit_code, toolbox::trapped);
}

TEST_P(Runtime, AHandlerThatMakesNoRoomIsSaidToo) {
  for (const char* const asking :
       {"new char[0x7fffffffu]", "new Large[0x1fffffe]", "barewasi::allocate_or_abort(0x7fffffffu)"}) {
    const auto result = run(std::string(R"code(
#include <barewasi/heap.hpp>
#include <barewasi/io.hpp>
struct alignas(64) Large {
  char bytes[64];
};
int main() {
  barewasi::set_out_of_memory_handler([](__SIZE_TYPE__) { barewasi::print("asked "); });
  void* volatile block = )code") +
                            asking + ";\n  return block != nullptr;\n}\n");
    EXPECT_EQ(result.out, "asked ") << asking;
    EXPECT_EQ(result.err.substr(0, 15), "out of memory: ") << asking << result.err;
    EXPECT_EQ(result.exit_code, toolbox::trapped) << asking;
  }
}

TEST_P(Runtime, MallocWithoutMemoryReturnsNull) {
  expect(R"code(
#include <barewasi/heap.hpp>
         int main() {
           void* volatile large = malloc(0x7fffffffu);
           void* volatile product = calloc(0x10000u, 0x10001u);
           volatile unsigned three = 3;
void* volatile odd = aligned_alloc(three * 8, 8);
           void* volatile small = malloc(8);
           return large == nullptr && product == nullptr && odd == nullptr && small != nullptr ? 0 : 1;
         }
)code",
         "", 0);
}

}  // namespace
