// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// The C headers of the sysroot: what they say is in libc.a is there, what they say is not is not, every version of C and
// C++ takes them, and nobody meets them who has another C library.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "toolbox.h"

namespace {

namespace fs = std::filesystem;
using toolbox::Arguments;
using toolbox::Workshop;

const std::string headers = BAREWASI_RUNTIME "/libc/include";

// What a header says of the functions below a comment.
enum class Where { unsaid, in_libc, instruction, in_place, nowhere };

struct Function {
  std::string name;
  std::string header;
  Where where = Where::unsaid;
  // Of what is nowhere: the macro that says what to use, such as BAREWASI_USE_PRINT.
  std::string instead = {};
};

std::vector<std::string> names_of_headers() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(headers)) {
    if (entry.is_regular_file()) names.push_back(entry.path().filename());
  }
  return names;
}

void read_functions(const std::string& header, std::vector<Function>& functions) {
  static const std::regex call(R"(\b(\w+)\((?!\*))");
  Where where = Where::unsaid;
  std::ifstream stream(headers + "/" + header);
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with("// In libc.a.")) where = Where::in_libc;
    if (line.starts_with("// Instructions of wasm")) where = Where::instruction;
    if (line.starts_with("// Made by clang in place")) where = Where::in_place;
    if (line.starts_with("// Named by libc++")) where = Where::nowhere;
    // Declarations begin at the margin, several to a line in math.h; what follows them are names of parameters.
    if (line.empty() || line.starts_with("//") || line.starts_with("#") || line.starts_with(" ")) continue;
    const std::string instead = line.starts_with("BAREWASI_") ? line.substr(0, line.find(' ')) : "";
    for (std::sregex_iterator at(line.begin(), line.end(), call), end; at != end; ++at) {
      functions.push_back({.name = (*at)[1], .header = header, .where = where, .instead = instead});
    }
  }
}

const std::vector<Function>& functions() {
  static const std::vector<Function> all = [] {
    std::vector<Function> read;
    for (const std::string& header : names_of_headers()) read_functions(header, read);
    return read;
  }();
  return all;
}

std::string include_all() {
  std::string text;
  for (const std::string& header : names_of_headers()) text += "#include <" + header + ">\n";
  return text;
}

// A program that takes the address of each function.
std::string program_with(Where where) {
  std::string text = include_all() + "void (*all[])(void) = {\n";
  for (const Function& function : functions()) {
    if (function.where == where) text += "  (void (*)(void))" + function.name + ",\n";
  }
  return text + "};\nint main(void) { return all[0] == 0; }\n";
}

class CHeaders : public testing::Test {
 protected:
  support::ProcessResult compile(const std::string& name, const std::string& text, Arguments arguments) const {
    arguments.insert(arguments.begin(),
                     {"--sysroot=" BAREWASI_SYSROOT, BAREWASI_NO_WASM_OPT, "-Wno-unused-command-line-argument"});
    return toolbox::compile({workshop_.file(name, text)}, (workshop_.path() / "program.wasm").string(), arguments);
  }

  Workshop workshop_;
};

TEST_F(CHeaders, SayOfEveryFunctionWhereItIs) {
  ASSERT_GT(functions().size(), 300U);
  for (const Function& function : functions()) {
    EXPECT_NE(function.where, Where::unsaid) << function.header << ": " << function.name;
  }
}

TEST_F(CHeaders, WhatIsInLibcLinks) {
  const auto built = compile("program.c", program_with(Where::in_libc), {"-fno-builtin"});
  EXPECT_EQ(built.exit_code, 0) << built.err;
}

// For programs that bring such functions, and with libc++, whose headers name them all.
TEST_F(CHeaders, WhatIsNowhereCanBeALinkErrorWithItsName) {
  const auto built = compile("program.c", program_with(Where::nowhere),
                             {"-fno-builtin", "-Wl,--error-limit=0", "-DBAREWASI_OWN_C_FUNCTIONS"});
  EXPECT_NE(built.exit_code, 0);
  for (const Function& function : functions()) {
    if (function.where != Where::nowhere) continue;
    EXPECT_NE(built.err.find("undefined symbol: " + function.name + "\n"), std::string::npos) << function.name;
  }
}

TEST_F(CHeaders, WhatIsNowhereIsRefusedWithWhatToUseInstead) {
  for (const char* const name : {"program.c", "program.cpp"}) {
    const auto built = compile(name, program_with(Where::nowhere), {"-fsyntax-only", "-ferror-limit=0"});
    EXPECT_NE(built.exit_code, 0);
    for (const Function& function : functions()) {
      if (function.where != Where::nowhere) continue;
      EXPECT_NE(built.err.find("'" + function.name + "' is unavailable: "), std::string::npos) << function.name;
    }
  }
  const auto variables = compile("program.c",
                                 "#include <errno.h>\n#include <stdio.h>\n"
                                 "int main(void) { return errno + (stdin == 0) + (stdout == 0) + (stderr == 0); }\n",
                                 {"-fsyntax-only"});
  for (const char* const name : {"errno", "stdin", "stdout", "stderr"}) {
    EXPECT_NE(variables.err.find("'" + std::string(name) + "' is unavailable: "), std::string::npos) << variables.err;
  }
}

// Each header that an advice names can be included, and each function is in one of them.
TEST_F(CHeaders, WhatToUseInsteadIsThere) {
  const std::string advice = toolbox::contents(headers + "/bits/unavailable.h");
  static const std::regex named(R"(<([\w/]+\.hp?p?)>|barewasi::\w+|__wasi_\w+)");
  std::string in_cpp;
  std::string in_c;
  for (std::sregex_iterator at(advice.begin(), advice.end(), named), end; at != end; ++at) {
    const std::string what = at->str();
    if (what.starts_with("barewasi::")) {
      in_cpp += "using " + what + ";\n";
    } else if (what.starts_with("__wasi_")) {
      in_c += "void* const use" + what + " = (void*)&" + what + ";\n";
    } else {
      (what.ends_with(".hpp>") ? in_cpp : in_c).insert(0, "#include " + what + "\n");
    }
  }
  const auto cpp = compile("program.cpp", in_cpp, {"-std=c++20", "-fsyntax-only"});
  EXPECT_EQ(cpp.exit_code, 0) << cpp.err;
  const auto c = compile("program.c", in_c, {"-fsyntax-only"});
  EXPECT_EQ(c.exit_code, 0) << c.err;
}

TEST_F(CHeaders, WhatIsAnInstructionNeedsNoLibrary) {
  std::string text = "#include <math.h>\nvolatile double sum;\nint main(void) {\n";
  int count = 0;
  for (const Function& function : functions()) {
    if (function.where != Where::instruction) continue;
    text += "  sum += " + function.name + (function.name.starts_with("copysign") ? "(sum, sum);\n" : "(sum);\n");
    ++count;
  }
  EXPECT_EQ(count, 16);
  for (const char* const optimisation : {"-O0", "-Oz"}) {
    const auto built = compile("program.c", text + "  return 0;\n}\n", {optimisation});
    EXPECT_EQ(built.exit_code, 0) << built.err;
  }
}

TEST_F(CHeaders, WhatIsAnInstructionIsAFunctionAsWell) {
  SKIP_WITHOUT_ENGINE("wasmtime");
  const std::string all = program_with(Where::instruction);
  const std::string text = R"(
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#define CHECK(condition) if (!(condition)) return __LINE__
int main(void) {
  CHECK(abs(-3) == 3 && labs(-4L) == 4 && llabs(5) == 5 && imaxabs(-6) == 6);
  CHECK(ceil(1.25) == 2 && floor(-1.25) == -2 && trunc(-1.75) == -1 && sqrt(2.25) == 1.5);
  CHECK(ceilf(1.25f) == 2 && floorf(-1.25f) == -2 && truncf(-1.75f) == -1 && sqrtf(2.25f) == 1.5f);
  CHECK(rint(2.5) == 2 && nearbyint(3.5) == 4 && fabs(-1.5) == 1.5 && copysign(3, -1) == -3);
  CHECK(rintf(2.5f) == 2 && nearbyintf(3.5f) == 4 && fabsf(-1.5f) == 1.5f && copysignf(3, -1) == -3);
  return 0;
}
)";
  for (const char* const called : {"-ffreestanding", "-fno-builtin", "-fbuiltin"}) {
    const auto linked = compile("program.c", all, {called, "-lm"});
    EXPECT_EQ(linked.exit_code, 0) << called << linked.err;
    const auto built = compile("program.c", text, {called});
    ASSERT_EQ(built.exit_code, 0) << called << built.err;
    EXPECT_EQ(toolbox::run("wasmtime", (workshop_.path() / "program.wasm").string()).exit_code, 0) << called;
  }
}

TEST_F(CHeaders, EveryVersionOfCAndCppTakesThem) {
  // <inttypes.h> is clang's around ours, and not pedantic.
  const Arguments strict = {"-fsyntax-only",    "-Wall",  "-Wextra", "-Wpedantic", "-Wno-gnu-include-next",
                            "-Wsystem-headers", "-Werror"};
  for (const char* const version : {"-std=c11", "-std=c17", "-std=c23", "-std=gnu17"}) {
    Arguments arguments = strict;
    arguments.emplace_back(version);
    const auto built = compile("program.c", include_all(), arguments);
    EXPECT_EQ(built.exit_code, 0) << version << built.err;
  }
  for (const char* const version : {"-std=c++17", "-std=c++20", "-std=c++23", "-std=c++26"}) {
    Arguments arguments = strict;
    arguments.insert(arguments.end(), {version, "-nostdinc++"});
    // Ours declare some of it as well, before or after.
    const std::string ours =
        "#include <barewasi/exit.hpp>\n#include <barewasi/heap.hpp>\n#include <barewasi/panic.hpp>\n";
    for (const std::string& text : {ours + include_all(), include_all() + ours}) {
      const auto built = compile("program.cpp", text, arguments);
      EXPECT_EQ(built.exit_code, 0) << version << built.err;
    }
  }
}

// libc++'s headers call what they name, whichever came first.
TEST_F(CHeaders, StandBelowLibcxx) {
  if (std::string_view(BAREWASI_LIBCXX).empty()) GTEST_SKIP() << "libc++ for wasm32 is not installed";
  for (const std::string& header : names_of_headers()) {
    const std::string text = "#include <" + header + ">\n#include <cmath>\n#include <cstdlib>\n#include <locale>\n";
    const auto built = compile("program.cpp", text,
                               {"-std=c++20", "-fsyntax-only", "-fno-exceptions", "-nostdinc++", "-isystem",
                                BAREWASI_LIBCXX "/include/wasm32-wasi/c++/v1"});
    EXPECT_EQ(built.exit_code, 0) << header << built.err;
  }
}

TEST_F(CHeaders, EachStandsAlone) {
  for (const std::string& header : names_of_headers()) {
    const auto built =
        compile("program.c", "#include <" + header + ">\n", {"-fsyntax-only", "-Wsystem-headers", "-Werror"});
    EXPECT_EQ(built.exit_code, 0) << header << built.err;
  }
}

// A copy of another libc's headers in include/ would be met by whoever names that folder for <barewasi/io.hpp>.
TEST_F(CHeaders, AreSeenThroughTheSysrootOnly) {
  for (const std::string& header : names_of_headers()) {
    EXPECT_FALSE(fs::exists(BAREWASI_SYSROOT "/include/" + header)) << header;
    EXPECT_TRUE(fs::exists(BAREWASI_SYSROOT "/include/wasm32-wasip1/" + header)) << header;
    EXPECT_TRUE(fs::exists(BAREWASI_SYSROOT "/include/wasm32-wasi/" + header)) << header;
  }
}

TEST_F(CHeaders, AnAssertionThatFailsSaysWhatAndWhere) {
  SKIP_WITHOUT_ENGINE("wasmtime");
  const std::string text =
      "#include <assert.h>\nint main(int argc, char** argv) {\n  assert(argv);\n  assert(argc == 2);\n}\n";
  for (const char* const name : {"program.c", "program.cpp"}) {
    const auto built = compile(name, text, {"-Wall", "-Wextra", "-Werror"});
    ASSERT_EQ(built.exit_code, 0) << built.err;
    const auto result = toolbox::run("wasmtime", (workshop_.path() / "program.wasm").string());
    EXPECT_EQ(result.exit_code, toolbox::trapped);
    EXPECT_NE(result.err.find(std::string(name) + ":4: assertion failed: argc == 2\n"), std::string::npos)
        << result.err;

    const auto quiet = compile(name, text, {"-DNDEBUG"});
    ASSERT_EQ(quiet.exit_code, 0) << quiet.err;
    EXPECT_EQ(toolbox::run("wasmtime", (workshop_.path() / "program.wasm").string()).exit_code, 0);
  }
}

// Against the names' meaning in ASCII, spelled another way.
TEST_F(CHeaders, LettersAreWhatAsciiSays) {
  SKIP_WITHOUT_ENGINE("wasmtime");
  const std::string text = R"(
#include <ctype.h>
#include <string.h>
static int is_in(const char* letters, int letter) { return letter > 0 && letter < 128 && strchr(letters, letter) != NULL; }
static const char* const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
static const char* const lower = "abcdefghijklmnopqrstuvwxyz";
static const char* const marks = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
#define CHECK(condition) if (!(condition)) return __LINE__
int main(void) {
  for (int c = -1; c < 300; ++c) {
    const int u = is_in(upper, c), l = is_in(lower, c), d = is_in("0123456789", c), p = is_in(marks, c);
    CHECK(!isupper(c) == !u && !islower(c) == !l && !isdigit(c) == !d && !ispunct(c) == !p);
    CHECK(!isalpha(c) == !(u || l) && !isalnum(c) == !(u || l || d) && !isgraph(c) == !(u || l || d || p));
    CHECK(!isprint(c) == !(isgraph(c) || c == ' ') && !isblank(c) == !is_in(" \t", c));
    CHECK(!isspace(c) == !is_in(" \t\n\v\f\r", c) && !isxdigit(c) == !is_in("0123456789abcdefABCDEF", c));
    CHECK(!iscntrl(c) == !((c >= 0 && c < ' ') || c == 127));
    CHECK(tolower(c) == (u ? lower[strchr(upper, c) - upper] : c));
    CHECK(toupper(c) == (l ? upper[strchr(lower, c) - lower] : c));
  }
  return 0;
}
)";
  const auto built = compile("program.c", text, {"-fno-builtin"});
  ASSERT_EQ(built.exit_code, 0) << built.err;
  EXPECT_EQ(toolbox::run("wasmtime", (workshop_.path() / "program.wasm").string()).exit_code, 0);
}

TEST_F(CHeaders, WideStringsAreStringsOfWideLetters) {
  SKIP_WITHOUT_ENGINE("wasmtime");
  const std::string text = R"(
#include <wchar.h>
#define CHECK(condition) if (!(condition)) return __LINE__
int main(void) {
  wchar_t letters[8] = L"abcd";
  CHECK(wcslen(letters) == 4 && wcslen(L"") == 0);
  CHECK(wmemchr(letters, L'c', 8) == letters + 2 && wmemchr(letters, L'c', 2) == NULL);
  CHECK(wmemmove(letters + 1, letters, 4) == letters + 1 && wmemcmp(letters, L"aabcd", 6) == 0);
  CHECK(wmemcmp(letters, L"aabce", 5) < 0 && wmemcmp(letters, L"aabca", 5) > 0 && wmemcmp(letters, L"x", 0) == 0);
  CHECK(wmemcmp(L"\x00ff", L"\x0100", 1) < 0);
  CHECK(wmemset(letters, L'z', 2) == letters && wmemcmp(letters, L"zzbcd", 6) == 0);
  CHECK(wmemcpy(letters + 5, L"!", 2) == letters + 5 && wcslen(letters) == 6);
  return 0;
}
)";
  const auto built = compile("program.c", text, {"-fno-builtin"});
  ASSERT_EQ(built.exit_code, 0) << built.err;
  EXPECT_EQ(toolbox::run("wasmtime", (workshop_.path() / "program.wasm").string()).exit_code, 0);
}

// ---- The table of libc/README.md -------------------------------------------------------------------------------------

// What the macro `name` of bits/unavailable.h tells a program in C++.
std::string advice(const std::string& name) {
  static const std::string text = toolbox::contents(headers + "/bits/unavailable.h");
  const std::size_t macro = text.find("#define " + name + " ");
  EXPECT_NE(macro, std::string::npos) << name;
  const std::size_t begin = text.find('"', macro) + 1;
  return std::regex_replace(text.substr(begin, text.find('"', begin) - begin), std::regex(R"(<[\w/.]+>|barewasi::\w+)"),
                            "`$&`");
}

std::string where_to_find(const Function& function) {
  switch (function.where) {
    case Where::in_libc: return "in `libc.a`";
    case Where::instruction: return "an instruction of wasm, and in `libc.a`";
    case Where::in_place: return "made by clang in place";
    default: return "no: " + advice(function.instead);
  }
}

// A row for each header and place. Of `sin`, `sinf` and `sinl` the first stands for all.
std::string table_of_functions() {
  std::set<std::string> names;
  for (const Function& function : functions()) names.insert(function.name);
  std::map<std::pair<std::string, std::string>, std::string> rows;
  for (const Function& function : functions()) {
    const std::string base = function.name.substr(0, function.name.size() - 1);
    const bool is_variant =
        function.header == "math.h" && (function.name.ends_with('f') || function.name.ends_with('l'));
    std::string& row = rows[{function.header, where_to_find(function)}];
    if (is_variant && names.contains(base) && row.find("`" + base + "`") != std::string::npos) continue;
    // What the macro assert calls.
    const std::string name = function.name == "__barewasi_assertion_failed" ? "assert" : function.name;
    row += (row.empty() ? "`" : ", `") + name + "`";
  }
  std::string table = "| header | functions | |\n|---|---|---|\n";
  for (const auto& [key, listed] : rows) table += "| `<" + key.first + ">` | " + listed + " | " + key.second + " |\n";
  return table;
}

// UPDATE_GOLDENS=1 in the environment writes it anew.
TEST_F(CHeaders, AreTheTableInTheReadme) {
  const std::string path = BAREWASI_RUNTIME "/libc/README.md";
  const std::string readme = toolbox::contents(path);
  const std::size_t begin = readme.find("| header | functions | |\n");
  ASSERT_NE(begin, std::string::npos);
  const std::size_t end = readme.find("\n\n", begin) + 1;
  if (getenv("UPDATE_GOLDENS") != nullptr) {
    std::ofstream(path) << readme.substr(0, begin) + table_of_functions() + readme.substr(end);
  } else {
    EXPECT_EQ(readme.substr(begin, end - begin), table_of_functions());
  }
}

}  // namespace
