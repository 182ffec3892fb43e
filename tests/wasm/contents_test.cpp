// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What a program contains that does one thing with the runtime: its bytes as linked, its imports, and its functions,
// against contents.txt. A program pays for what it shows and calls, and for nothing else; where that changes, it is to be
// seen. UPDATE_GOLDENS=1 in the environment writes the file anew.

#include <gtest/gtest.h>

#include <fmt/format.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "toolbox.h"

namespace {

using toolbox::Arguments;
using toolbox::Workshop;

constexpr const char* golden_path = BAREWASI_SOURCE "/tests/wasm/contents.txt";

struct Program {
  std::string_view name;
  // Of the runtime, beside io.hpp.
  std::string_view header;
  std::string_view body;
};

// any<T>() is a value that no compiler knows.
constexpr Program programs[] = {
    {"nothing", "io.hpp", ""},
    {"text", "io.hpp", R"(print("text"))"},
    {"zero-terminated text", "io.hpp", "print(any<const char*>())"},
    {"texts", "io.hpp", R"(print(any<const char*>(), "text"))"},
    {"char", "io.hpp", "print(any<char>())"},
    {"bool", "io.hpp", "print(any<bool>())"},
    {"u32", "io.hpp", "print(any<u32>())"},
    {"int", "io.hpp", "print(any<int>())"},
    {"u64", "io.hpp", "print(any<u64>())"},
    {"s64", "io.hpp", "print(any<s64>())"},
    {"s128", "io.hpp", "print(any<s128>())"},
    {"hex", "io.hpp", "print(hex(any<u32>()))"},
    {"bin", "io.hpp", "print(bin(any<u32>()))"},
    {"hex of 128 bits", "io.hpp", "print(hex(any<u128>()))"},
    {"bin of 128 bits", "io.hpp", "print(bin(any<u128>()))"},
    {"pointer", "io.hpp", "print(any<void*>())"},
    {"line of text and numbers", "io.hpp", R"(print("x = ", any<int>(), ", mask = ", hex(any<u32>()), '\n'))"},
    {"number beside zero-terminated text", "io.hpp", R"(print(any<const char*>(), any<int>()))"},
    {"padded number", "io.hpp", "print(right(any<int>(), 8))"},
    {"double", "io.hpp", "print(any<double>())"},
    {"float", "io.hpp", "print(any<float>())"},
    {"fixed", "number.hpp", "print(fixed(any<double>(), 2))"},
    {"scientific", "number.hpp", "print(scientific(any<double>(), 2))"},
    {"significant", "number.hpp", "print(significant(any<double>(), 3))"},
    {"duration", "duration.hpp", "print(nanoseconds(any<u64>()))"},
    {"enum by name", "io.hpp", "print(wasi::Filetype(any<unsigned char>()))"},
    {"enum by number", "io.hpp", "enum Plain : int {}; print(any<Plain>())"},
    {"flags", "io.hpp", "print(wasi::Fdflags(any<unsigned short>()))"},
    {"errno by name", "io.hpp", "print(wasi::Errno(any<unsigned short>()))"},
    {"errno's message", "io.hpp", "print(message(wasi::Errno(any<unsigned short>())))"},
    {"to standard error", "io.hpp", "print_error(any<int>())"},
    {"buffered", "buffered.hpp", "print_buffered(any<int>())"},
    {"into a buffer", "io.hpp", "char room[20]; print(format_into(room, any<int>()))"},
    {"into a string", "string.hpp", "print(format(any<int>()))"},
    {"string that grows", "string.hpp", "String all; while (any<bool>()) put(all, any<int>()); print(all)"},
    {"parts of a text", "string.hpp", R"(for (const Str part : Str(any<const char*>(), 9).split(',')) print(part))"},
    {"array", "array.hpp", "Array<int> all; while (any<bool>()) all.push(any<int>()); return all[0]"},
    {"array of strings", "string.hpp",
     "Array<String> all; while (any<bool>()) all.push(String(\"text\")); print(all[0])"},
    {"sort", "sort.hpp", "static int all[100]; sort(all); return all[any<u8>()]"},
    {"stable sort", "sort.hpp", "static int all[100]; stable_sort(all); return all[any<u8>()]"},
    {"panic", "panic.hpp", R"(panic("over"))"},
    {"panic with a number", "panic.hpp", R"(panic("over ", any<int>()))"},
    {"assert", "panic.hpp", "BAREWASI_ASSERT(any<bool>())"},
    {"parse int", "number.hpp", R"(return parse<int>("1").value_or(0))"},
    {"parse double", "number.hpp", R"(return parse<double>("1").value_or(0) > 2)"},
    {"arguments", "args.hpp", "print(args()[0])"},
    {"environment", "args.hpp", R"(print(environment_value("HOME")))"},
    {"read a file", "files.hpp", R"(String text; return read_file("a", text) ? 0 : 1)"},
    {"write a file", "files.hpp", R"(return write_file("a", "text") ? 0 : 1)"},
    {"lines", "lines.hpp", "Lines lines(wasi::stdin_fd); while (lines.next()) print(lines.line())"},
    {"directory", "directory.hpp",
     "Directory all(wasi::Fd(3)); while (const Entry* entry = all.next()) print(entry->name)"},
    {"append to a file", "files.hpp", R"(return append_to_file("a", "text") ? 0 : 1)"},
    {"seek", "files.hpp", R"(return static_cast<int>(seek(wasi::Fd(4), 7).value_or(1)))"},
    {"set a size", "files.hpp", R"(return set_size(wasi::Fd(4), 7) ? 0 : 1)"},
    {"exists", "filesystem.hpp", R"(return exists("a") ? 0 : 1)"},
    {"metadata", "filesystem.hpp", R"(const auto facts = metadata("a"); return facts && facts->size != 0)"},
    {"make a directory", "filesystem.hpp", R"(return make_directory("a") ? 0 : 1)"},
    {"make directories", "filesystem.hpp", R"(return make_directories("a/b") ? 0 : 1)"},
    {"remove a directory", "filesystem.hpp", R"(return remove_directory("a") ? 0 : 1)"},
    {"remove a file", "filesystem.hpp", R"(return remove_file("a") ? 0 : 1)"},
    {"remove a tree", "filesystem.hpp", R"(return remove_tree("a") ? 0 : 1)"},
    {"rename", "filesystem.hpp", R"(return rename_path("a", "b") ? 0 : 1)"},
    {"copy a file", "filesystem.hpp", R"(return copy_file("a", "b") ? 0 : 1)"},
    {"temporary file", "filesystem.hpp", R"(TemporaryFile file("a"); return file.keep_as("b") ? 0 : 1)"},
    {"temporary directory", "filesystem.hpp", R"(String path; return make_temporary_directory("a", path) ? 0 : 1)"},
    {"walk", "walk.hpp", R"(Walk all("a"); for (const Found& found : all) print(found.path))"},
    {"clock", "time.hpp", "return monotonic_time() ? 0 : 1"},
    {"sleep", "time.hpp", "return sleep(seconds(1)) ? 0 : 1"},
    {"random", "random.hpp", "witx::u8 room[8]; return random_bytes(room) ? room[0] : 1"},
    {"malloc", "heap.hpp", "void* volatile block = malloc(any<u32>()); return block == nullptr"},
    {"exit", "exit.hpp", "exit(any<int>())"},
};

std::string source_of(const Program& program) {
  return fmt::format(
      "#include <barewasi/array.hpp>\n"
      "#include <barewasi/io.hpp>\n"
      "#include <barewasi/{}>\n"
      "using namespace barewasi;\n"
      "template <class T> static T any() {{ static volatile T value = {{}}; return value; }}\n"
      "int main() {{ {}; }}\n",
      program.header, program.body);
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

// What the golden holds for: "clang 22.1.8".
std::string compiler() { return "clang " + first_line(support::run({BAREWASI_WASM_CXX, "-dumpversion"}).out); }

// Beside the archiver, under the same kind of name.
std::optional<std::string> name_lister() {
  const std::filesystem::path archiver = BAREWASI_WASM_AR;
  std::string name = archiver.filename().string();
  const auto at = name.rfind("ar");
  if (at == std::string::npos) return std::nullopt;
  name.replace(at, 2, "nm");
  const auto beside = archiver.parent_path() / name;
  if (!std::filesystem::exists(beside)) return std::nullopt;
  return beside.string();
}

std::set<std::string> functions_of(const std::string& lister, const std::string& module) {
  const auto listed = support::run({lister, "--defined-only", "--demangle", module});
  EXPECT_EQ(listed.exit_code, 0) << listed.err;
  std::set<std::string> functions;
  std::istringstream lines(listed.out);
  for (std::string line; std::getline(lines, line);) {
    // "00000001 T barewasi::detail::write_bytes(...)"
    std::istringstream words(line);
    std::string address;
    std::string kind;
    words >> address >> kind >> std::ws;
    std::string name;
    std::getline(words, name);
    if (kind == "T" || kind == "t" || kind == "W") functions.insert(name);
  }
  return functions;
}

std::string without_namespace(std::string name) {
  constexpr std::string_view ours = "barewasi::";
  for (auto at = name.find(ours); at != std::string::npos; at = name.find(ours, at)) name.erase(at, ours.size());
  return name;
}

// "u32 612 fd_write", then each function that an empty program has not.
std::string contents_of(const Program& program, const std::string& lister, const std::set<std::string>& of_all) {
  const Workshop workshop;
  const std::string source = source_of(program);
  Arguments stripped = toolbox::with_runtime();
  stripped.insert(stripped.end(),
                  {"-DNDEBUG", "-Wl,--strip-all", "-ffile-prefix-map=" + workshop.path().string() + "/="});
  const auto bytes = std::filesystem::file_size(toolbox::build(workshop, "stripped.cpp", source, stripped));
  const std::string module = toolbox::build(workshop, "program.cpp", source);

  std::string text = fmt::format("{}: {}", program.name, bytes);
  for (const std::string& import : toolbox::imports_of(module)) text += import.substr(import.find(' '));
  text += '\n';
  for (const std::string& function : functions_of(lister, module)) {
    if (!of_all.contains(function)) text += fmt::format("  {}\n", without_namespace(function));
  }
  return text;
}

TEST(Contents, OfProgramsThatDoOneThing) {
  const auto lister = name_lister();
  if (!lister) GTEST_SKIP() << "there is no llvm-nm beside " << BAREWASI_WASM_AR;
  const bool updating = getenv("UPDATE_GOLDENS") != nullptr;
  std::ifstream file(golden_path);
  const std::string golden((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const std::string heading =
      "# Programs that do one thing: bytes as linked, imports, and the functions that an empty program has not.\n"
      "# UPDATE_GOLDENS=1 build/release/bin/wasm_tests --gtest_filter='Contents*'; " +
      compiler() + "\n";
  if (!updating && !golden.starts_with(heading)) GTEST_SKIP() << golden_path << " is for another compiler";

  const Workshop workshop;
  const auto of_all = functions_of(*lister, toolbox::build(workshop, "empty.cpp", "int main() {}\n"));
  std::string text = heading;
  for (const Program& program : programs) {
    const std::string contents = contents_of(program, *lister, of_all);
    EXPECT_TRUE(updating || golden.find("\n" + contents) != std::string::npos) << "is not in contents.txt:\n"
                                                                               << contents;
    text += contents;
  }
  if (updating) {
    std::ofstream(golden_path) << text;
  } else {
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), std::count(golden.begin(), golden.end(), '\n'));
  }
}

// The rows of runtime/README.md that repeat what contents.txt says.
TEST(ContentsInReadme, AreThoseOfTheGolden) {
  const std::string golden = toolbox::contents(golden_path);
  const std::string readme = toolbox::contents(BAREWASI_SOURCE "/runtime/README.md");
  for (const std::string name : {"nothing", "parts of a text", "array", "array of strings", "sort", "stable sort"}) {
    const auto at = golden.find("\n" + name + ": ");
    ASSERT_NE(at, std::string::npos) << name;
    const auto bytes = golden.substr(at + name.size() + 3);
    const std::string row = "\n| " + name + " | " + bytes.substr(0, bytes.find(' ')) + " |";
    EXPECT_NE(readme.find(row), std::string::npos) << "there is no row" << row;
  }
}

}  // namespace
