// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// corpus_bindings [--optional] [--every N] --language cpp|c DIR -- COMPILER ARGUMENT...: bindings for the valid worlds of a
// folder (every N-th of them), compiled without a warning, many in one run of the compiler: each world's names are its own, so
// that this is also a program with hundreds of specifications. Worlds that give the same text are compiled once. Exit codes:
// 0 all compile, 1 some do not, 2 usage, 3 the folder cannot be read, 77 (with --optional) it is not there.
#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string>
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
  explicit Driver(const Options& options) : options_(options) {}

  // Whether it could be written.
  static bool put(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    return static_cast<bool>(std::ofstream(path, std::ios::binary) << text << std::flush);
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
    for (const render::Output& output : made(front, layouts, view_options, name).second) {
      if (!put(stage_.path / output.path, output.text)) return false;
      if (options_.language != "c" || output.path.ends_with(".c")) batch_.push_back({world.name, output.path});
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
    std::string text;
    for (const Written& one : batch) text += fmt::format("#include \"{}\"\n", one.file);
    const std::string path = (stage_.path / "batch.in").string();
    if (!put(path, text)) return {};
    std::vector<std::string> command = options_.compiler;
    command.insert(command.end(), {"-fsyntax-only", "-I", stage_.path.string(), path});
    return support::run(command, {.input = {}, .working_directory = {}, .environment = {}, .timeout_seconds = 600});
  }

  const Options& options_;
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
  fmt::print(stderr, "usage: corpus_bindings [--optional] [--every N] --language cpp|c DIR -- COMPILER ARGUMENT...\n");
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
  if (options.language != "cpp" && options.language != "c") return usage();
  return check(options);
}

}  // namespace corpus

int main(int argc, char** argv) { return corpus::main_with({argv + 1, argv + argc}); }
