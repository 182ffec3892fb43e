// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// corpus_bindings [--optional] [--every N] --language cpp|c|rust|zig|md DIR -- COMPILER ARGUMENT...: bindings for the valid worlds of a
// folder (every N-th of them), compiled without a warning, many in one run of the compiler: each world's names are its own, so
// that this is also a program with hundreds of specifications. Worlds that give the same text are compiled once. Exit codes:
// 0 all compile, 1 some do not, 2 usage, 3 the folder cannot be read, 77 (with --optional) it is not there.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../front_end.h"
#include "backend/backend.h"
#include "folder.h"
#include "model/layout.h"
#include "render/render.h"
#include "support/process.h"
#include "support/sha256.h"

namespace corpus {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string folder;
  std::string language;
  std::size_t every = 1;
  bool optional = false;
  std::vector<std::string> compiler;
};

struct Written {
  std::string world;
  // To be compiled: the header, or in C the source that includes it.
  std::string file;
};

constexpr std::size_t batch_size = 40;

// How a language makes one source of many files, and how its compiler is asked to look at it and make nothing.
struct Language {
  std::string_view name;
  // What is compiled of a world ends so.
  std::string_view ending;
  std::string_view batch;
  std::string (*begin)();
  std::string (*use)(const Written& one);
  std::string_view end;
  std::vector<std::string> (*arguments)(const std::string& folder);
};

std::string include(const Written& one) { return fmt::format("#include \"{}\"\n", one.file); }
std::string nothing() { return {}; }
std::vector<std::string> syntax_only(const std::string& folder) { return {"-fsyntax-only", "-I", folder}; }

// Zig reads no function that nobody refers to.
std::string zig_begin() {
  return R"(fn all(comptime T: type) void {
    @setEvalBranchQuota(1000000);
    inline for (comptime names(T)) |name| {
        if (@TypeOf(@field(T, name)) == type) {
            all(@field(T, name));
        } else {
            _ = &@field(T, name);
        }
    }
}
fn names(comptime T: type) []const [:0]const u8 {
    return switch (@typeInfo(T)) {
        .@"struct", .@"enum", .@"union" => @import("std").meta.declarations(T),
        else => &.{},
    };
}
comptime {
)";
}

constexpr auto languages = std::to_array<Language>({
    {"cpp", ".hpp", "batch.in", nothing, include, "", syntax_only},
    {"c", ".c", "batch.in", nothing, include, "", syntax_only},
    {"rust", ".rs", "batch.rs", [] { return std::string("#![no_std]\n"); },
     [](const Written& one) {
       return fmt::format("#[path = \"{}\"]\npub mod {};\n", one.file, fs::path(one.file).stem().string());
     },
     "", [](const std::string& folder) { return std::vector<std::string>{"-o", folder + "/batch.rmeta"}; }},
    {"zig", ".zig", "batch.zig", zig_begin,
     [](const Written& one) { return fmt::format("    all(@import(\"{}\"));\n", one.file); }, "}\n",
     [](const std::string& folder) { return std::vector<std::string>{"--cache-dir", folder + "/cache"}; }},
    // Read, and not compiled.
    {"md", ".md", "batch.in", nothing, include, "", syntax_only},
});

const Language* language_named(std::string_view name) {
  const auto* row =
      std::find_if(languages.begin(), languages.end(), [name](const Language& l) { return l.name == name; });
  return row == languages.end() ? nullptr : row;
}

// A folder of our own that goes away with us.
struct Stage {
  fs::path path = fs::temp_directory_path() / fmt::format("corpus-bindings-{}", std::random_device()());
  Stage() { fs::create_directories(path); }
  ~Stage() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;
};

std::string shown(const tests::FrontEnd& front) {
  std::string text;
  for (const diagnostics::Diagnostic& d : front.diagnostics.all()) text += d.message + '\n';
  return text;
}

class Driver {
 public:
  explicit Driver(const Options& options) : options_(options), language_(*language_named(options.language)) {}

  // Whether it could be written.
  static bool put(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    return static_cast<bool>(std::ofstream(path, std::ios::binary) << text << std::flush);
  }

  [[nodiscard]] bool is_markdown() const { return options_.language == "md"; }

  // Pages for readers of any language spell no C++.
  static bool is_neutral(const World& world, const std::string& text) {
    for (const char* word : {"witx::", "std::", "&", "const "}) {
      if (text.find(word) == std::string::npos) continue;
      fmt::print("{}: the page has '{}'\n", world.name, word);
      return false;
    }
    return true;
  }

  // False, and a message, when something is not as it must be.
  bool write(const World& world) {
    tests::FrontEnd front;
    front.read({world.entry.string()}, support::RealFiles());
    if (front.diagnostics.errors() != 0) {
      fmt::print("{} is not read:\n{}", world.name, shown(front));
      return false;
    }
    const std::string name = fmt::format("w{}", worlds_++);
    const model::Layouts layouts(front.model, {.pointer_size = 4});
    bind::Options view_options{.language = options_.language, .stem = "world"};
    if (const std::string same = made(front, layouts, view_options, name).first; !seen_.insert(same).second)
      return true;
    view_options.name_space = name;
    // What an author wrote may be in any language.
    if (is_markdown()) view_options.docs = bind::Options::DocsLevel::none;
    for (const render::Output& output : made(front, layouts, view_options, name).second) {
      if (is_markdown() && !is_neutral(world, output.text)) return false;
      if (!put(stage_.path / output.path, output.text)) return false;
      if (output.path.ends_with(language_.ending)) batch_.push_back({world.name, output.path});
    }
    if (front.diagnostics.errors() != 0) {
      fmt::print("{} is not generated:\n{}", world.name, shown(front));
      return false;
    }
    return batch_.size() < batch_size || compile_batch();
  }

  // One file that includes all; if that fails, each by itself, to name those that do not compile.
  bool compile_batch() {
    const std::vector<Written> batch = std::exchange(batch_, {});
    if (batch.empty() || compile(batch).exit_code == 0) return true;
    bool alone = true;
    for (const Written& one : batch) {
      const support::ProcessResult result = compile({one});
      if (result.exit_code == 0) continue;
      alone = false;
      fmt::print("{} does not compile:\n{}\n", one.world, result.err.substr(0, 2000));
    }
    if (alone) fmt::print("each by itself compiles, but not together:\n{}\n", compile(batch).err.substr(0, 4000));
    return false;
  }

  [[nodiscard]] std::size_t texts() const { return seen_.size(); }

 private:
  // The hash of what is made, and the files.
  std::pair<std::string, std::vector<render::Output>> made(tests::FrontEnd& front, const model::Layouts& layouts,
                                                           const bind::Options& view_options, const std::string& name) {
    const auto set =
        render::load_templates(options_.language, "", support::RealFiles(), front.sources, front.diagnostics);
    if (!set) return {name, {}};
    auto outputs =
        render::render(backend::view(front.model, layouts, view_options), *set, {}, front.sources, front.diagnostics);
    std::string all;
    for (const render::Output& output : outputs) all += render::body_of(output.text);
    return {support::sha256_hex(all), std::move(outputs)};
  }

  [[nodiscard]] support::ProcessResult compile(const std::vector<Written>& batch) const {
    std::string text = language_.begin();
    for (const Written& one : batch) text += language_.use(one);
    const std::string path = (stage_.path / language_.batch).string();
    if (!put(path, text.append(language_.end))) return {};
    std::vector<std::string> command = options_.compiler;
    for (std::string& argument : language_.arguments(stage_.path.string())) command.push_back(std::move(argument));
    command.push_back(path);
    return support::run(command, {.input = {}, .working_directory = {}, .environment = {}, .timeout_seconds = 600});
  }

  const Options& options_;
  const Language& language_;
  Stage stage_;
  std::size_t worlds_ = 0;
  std::set<std::string> seen_;
  std::vector<Written> batch_;
};

int check(const Options& options) {
  if (options.optional && !fs::exists(options.folder)) {
    fmt::print("{} is not there: skipped\n", options.folder);
    return 77;
  }
  Folder folder;
  if (const std::string error = folder.open(options.folder); !error.empty()) {
    fmt::print(stderr, "{}\n", error);
    return 3;
  }
  Driver driver(options);
  std::size_t valid = 0;
  std::size_t tried = 0;
  bool good = true;
  for (const World& world : folder.worlds()) {
    if (world.verdict != Verdict::valid || valid++ % options.every != 0) continue;
    ++tried;
    good = driver.write(world) && good;
  }
  good = driver.compile_batch() && good;
  fmt::print("{}: {} of {} valid worlds, {} different texts: {}\n", options.language, tried, valid, driver.texts(),
             good ? "all compile" : "not all compile");
  return good && tried > 0 ? 0 : 1;
}

int usage() {
  fmt::print(
      stderr,
      "usage: corpus_bindings [--optional] [--every N] --language cpp|c|rust|zig|md DIR -- COMPILER ARGUMENT...\n");
  return 2;
}

}  // namespace

int main_with(const std::vector<std::string>& arguments) {
  Options options;
  std::size_t i = 0;
  for (; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string& argument = arguments[i];
    const bool more = i + 1 < arguments.size();
    if (argument == "--optional") {
      options.optional = true;
    } else if (argument == "--every" && more) {
      const std::string& number = arguments[++i];
      std::from_chars(number.data(), number.data() + number.size(), options.every);
    } else if (argument == "--language" && more) {
      options.language = arguments[++i];
    } else {
      options.folder = argument;
    }
  }
  for (++i; i < arguments.size(); ++i) options.compiler.push_back(arguments[i]);
  if (options.compiler.empty() || options.folder.empty() || options.every == 0) return usage();
  if (language_named(options.language) == nullptr) return usage();
  return check(options);
}

}  // namespace corpus

int main(int argc, char** argv) { return corpus::main_with({argv + 1, argv + argc}); }
