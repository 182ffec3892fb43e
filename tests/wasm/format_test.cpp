// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Values as text, on every engine at hand; what cannot be shown, in front of the compiler. The digits of floating-point
// numbers are judged on the host, in tests/number.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "toolbox.h"

namespace {

using toolbox::Workshop;

constexpr std::string_view head = R"code(
#include <barewasi/duration.hpp>
#include <barewasi/files.hpp>
#include <barewasi/io.hpp>
#include <barewasi/number.hpp>
#include <barewasi/panic.hpp>
#include <barewasi/string.hpp>
#include <barewasi/time.hpp>
using namespace barewasi;
using wasi::Rights;
struct Point { int x, y; };
template <class Out>
void show(Out& out, Point p) { put(out, "(", p.x, ", ", p.y, ")"); }
struct Silent { int x; };
enum class Nameless : signed char { one = 1, minus = -1 };
struct Packed { Nameless kind : 2; };
int main() {
)code";

class Format : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override { SKIP_WITHOUT_ENGINE(GetParam()); }

  void expect(const std::string& body, std::string_view out) {
    const std::string module = toolbox::build(workshop_, "program.cpp", std::string(head) + body + "return 0; }\n");
    const auto result = toolbox::run(GetParam(), module);
    EXPECT_EQ(result.out, out) << result.err;
    EXPECT_EQ(result.exit_code, 0);
  }

  Workshop workshop_;
};

INSTANTIATE_TEST_SUITE_P(On, Format, testing::ValuesIn(toolbox::engines()),
                         [](const auto& engine) { return engine.param; });

TEST_P(Format, EveryKindOfValue) {
  expect(R"code(
  print(-5, " ", 18446744073709551615u, " ", 'c', true, " ", hex(255, 4), " ", bin(5), " ", bin(static_cast<signed char>(-1)), " ", bin(0, 3), "\n");
  print(0.1, " ", 2.5f, " ", -1e300, " ", fixed(2.0 / 3, 3), " ", fixed(-0.5, 0), " ", scientific(12345.678, 2), " ", significant(0.00012345, 3), "\n");
  print(right(42, 5), right("é", 3, '.'), "|", left(Point{1, -2}, 9), "|", right(hex(7), 4, '0'), left("too long", 3), "\n");
  print(Rights::fd_read | Rights::fd_write, " ", Rights::none, " ", Rights(1ull << 40) | Rights::fd_seek, "\n");
  print(wasi::Errno::noent, ": ", message(wasi::Errno::noent), ", ", wasi::Errno(1234), "\n");
  print(Duration{}, " ", nanoseconds(999), " ", microseconds(1500), " ", milliseconds(20), " ", seconds(90), " ", nanoseconds(1000000001), " ", -milliseconds(1500), " ", seconds(~0ull), "\n");
  print(hex(~u128{0} - 15), " ", hex(u128{1}, 18), " ", hex(s128{-1} << 124), " ", right(bin(u128{5} << 64), 70, '.'), "\n");
  print(Nameless::one, " ", Packed{Nameless::one}.kind, Nameless::minus, " ", right(Nameless(7), 3), "\n");
)code",
         "-5 18446744073709551615 ctrue 00ff 101 11111111 000\n"
         "0.1 2.5 -1e300 0.667 -0 1.23e+04 0.000123\n"
         "   42.é|(1, -2)  |0007too long\n"
         "fd_read|fd_write none fd_seek|0x10000000000\n"
         "noent: The file or directory does not exist, 1234\n"
         "0s 999ns 1.5ms 20ms 90s 1.000000001s -1.5s 9223372036.854775807s\n"
         "fffffffffffffffffffffffffffffff0 000000000000000001 f0000000000000000000000000000000 "
         "...1010000000000000000000000000000000000000000000000000000000000000000\n"
         "1 1-1   7\n");
}

TEST_P(Format, EveryPlaceForText) {
  expect(R"code(
  char room[8];
  print(format_into(room, 1.25, "-", Point{3, 4}), "|", format(Point{5, 6}, 0.5), "\n");
  print(*parse<int>("-17"), " ", *parse<double>("1e3"), " ", parse<int>("7x").error(), "\n");
  const auto wide = parse<u128>("100000000000000000000");
  print(*wide, " ", right(-static_cast<s128>(*wide), 23, '.'), "\n");
)code",
         "1.25-(3,|(5, 6)0.5\n-17 1000 invalid character at byte 1\n"
         "100000000000000000000 .-100000000000000000000\n");
}

// An array reached through const is not a literal, and may be full; it shows the same however it is compiled.
TEST(FormatOfArrays, EndsAtTheirZeroOrFillsThem) {
  SKIP_WITHOUT_ENGINE("wasmtime");
  const Workshop workshop;
  const std::string source = workshop.file("arrays.cpp", R"code(
#include <barewasi/io.hpp>
#include <barewasi/panic.hpp>
#include <barewasi/string.hpp>
using namespace barewasi;
struct Entry {
  char name[8];
  unsigned bits : 3;
};
static Entry short_one = {"abc", 5}, full = {{'1', '2', '3', '4', '5', '6', '7', '8'}, 2}, none = {};
static const char* volatile nowhere = nullptr;
int main() {
  const Entry& a = short_one;
  const Entry& b = full;
  const char* const null = nowhere;
  print(a.name, "|", b.name, "|", none.name, "|", full.name, "\n");
  print(a.name, 1, b.name, short_one.bits, "\n");
  FdWriter out(standard_output);
  put(out, a.name, left(b.name, 9, '.'), left(a.name, 4, '.'), null, "\n");
  out.finish();
  const auto kept = right(format(1, "2"), 4, '0');
  print(kept, format(b.name, a.name, "\n"), b.name);
  print("\n");
  return 0;
}
)code");
  for (const char* const way : {"-Oz", "-O0", "-ffreestanding", "-std=c++17"}) {
    auto arguments = toolbox::with_runtime();
    arguments.emplace_back(way);
    arguments.insert(arguments.end(), {"-Wall", "-Wextra", "-Werror"});
    const auto built = toolbox::compile({source}, source + ".wasm", arguments);
    ASSERT_EQ(built.err, "") << way;
    EXPECT_EQ(toolbox::run("wasmtime", source + ".wasm").out,
              "abc|12345678||12345678\nabc1123456785\nabc12345678.abc.(null)\n001212345678abc\n12345678\n")
        << way;
  }
}

TEST(FormatMisuse, TheCompilerNamesTheTypeThatCannotBeShown) {
  const Workshop workshop;
  const auto compile = [&](const std::string& body) {
    const std::string source = workshop.file("misuse.cpp", std::string(head) + body + "return 0; }\n");
    return toolbox::compile({source}, source + ".wasm", toolbox::with_runtime());
  };
  EXPECT_EQ(compile("print(Point{1, 2});").exit_code, 0);
  for (const std::string value : {"Silent{1}", "right(Silent{1}, 5)"}) {
    const auto result = compile("print(" + value + ");");
    EXPECT_NE(result.exit_code, 0) << value;
    EXPECT_NE(result.err.find("can_be_shown<Silent>"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("give this type a function show(out, value)"), std::string::npos) << result.err;
  }
  EXPECT_NE(compile("return sleep(seconds(0.5)) ? 0 : 1;").err.find("durations are made from integers"),
            std::string::npos);
  EXPECT_EQ(compile("print(Str(\"text\")); panic(\"text\");").exit_code, 0);
  EXPECT_NE(compile("static const struct { char name[2]; } e = {{'a', 'b'}}; print(Str(e.name));").exit_code, 0);
  EXPECT_NE(compile("static const struct { char name[2]; } e = {{'a', 'b'}}; panic(e.name);").exit_code, 0);
  EXPECT_NE(compile("return *parse<bool>(\"1\");").err.find("parse() reads integers"), std::string::npos);
  EXPECT_NE(compile("print(hex(1.5));").err.find("hex() shows integers"), std::string::npos);
}

}  // namespace
