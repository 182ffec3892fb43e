// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// property naive|clang: layouts of thousands of random types against a second answer. property corpus DIR: those of every world
// against clang. Exit codes: 0 they agree, 1 they do not, 2 usage, 77 there is no clang for wasm32 or no such folder.
#include <fmt/format.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../corpus/folder.h"
#include "../front_end.h"
#include "cpp_structs.h"
#include "model/layout.h"
#include "naive_layout.h"
#include "random_document.h"
#include "support/process.h"

namespace property {
namespace {

constexpr std::uint64_t documents = 400;
constexpr int types_in_each = 20;

// The document of a seed, or nothing (and a complaint) if it is not accepted.
bool read(tests::FrontEnd& front, std::uint64_t seed) {
  const bool old = seed % 4 == 0;
  front.read_text(random_document(seed, types_in_each, old), {},
                  old ? std::optional(syntax::Dialect::d3) : std::optional(syntax::Dialect::d6));
  if (front.diagnostics.errors() == 0) return true;
  fmt::print("seed {}: {}\n{}\n", seed, front.diagnostics.all().front().message,
             random_document(seed, types_in_each, old));
  return false;
}

int against_naive() {
  std::size_t types = 0;
  for (std::uint64_t seed = 0; seed < documents; ++seed) {
    tests::FrontEnd front;
    if (!read(front, seed)) return 1;
    for (const std::uint32_t pointer_size : {4U, 8U}) {
      const model::Layouts layouts(front.model, {.pointer_size = pointer_size});
      for (std::size_t i = 0; i < front.model.types.size(); ++i, ++types) {
        const model::TypeId id(i);
        const Naive naive = naive_layout(front.model, id, pointer_size);
        const model::Layout& ours = layouts[id];
        if (ours.size == naive.size && ours.align == naive.align &&
            (naive.offsets.empty() || ours.offsets == naive.offsets))
          continue;
        fmt::print("seed {}, type {}: {}/{}, naively {}/{}\n", seed, i, ours.size, ours.align, naive.size, naive.align);
        return 1;
      }
    }
  }
  fmt::print("property: {} layouts equal to naive ones\n", types);
  return 0;
}

// The clang of the environment, else the one that the build found; empty if none compiles for wasm32.
std::string find_clang() {
  const char* const named = std::getenv("BAREWASI_CLANGXX");
  for (const std::string& candidate :
       {std::string(named == nullptr ? "" : named), std::string(BAREWASI_CLANG), std::string("clang++")}) {
    if (candidate.empty()) continue;
    const support::ProcessResult result =
        support::run({candidate, "--target=wasm32", "-fsyntax-only", "-x", "c++", "/dev/null"});
    if (result.exit_code == 0) return candidate;
  }
  return {};
}

// Whether clang finds every assertion in `text` true, and does find one that is not.
int compile(const std::string& text, std::size_t types) {
  const std::string clang = find_clang();
  if (clang.empty()) {
    fmt::print("property: skipped: no clang++ that compiles for wasm32\n");
    return 77;
  }
  const std::string headers = "#include <stddef.h>\n#include <stdint.h>\n";
  const std::vector<std::string> command{
      clang, "--target=wasm32", "-std=c++20", "-ffreestanding", "-fsyntax-only", "-x", "c++", "-"};
  const auto run = [&command](std::string input) {
    return support::run(
        command, {.input = std::move(input), .working_directory = {}, .environment = {}, .timeout_seconds = 300});
  };
  if (const support::ProcessResult result = run(headers + text); result.exit_code != 0) {
    fmt::print("{}\n", result.err.substr(0, 4000));
    return 1;
  }
  if (run(headers + "struct T { char a; long long b; };\nstatic_assert(sizeof(T) == 9);\n").exit_code == 0) {
    fmt::print("property: {} does not look at assertions\n", clang);
    return 1;
  }
  fmt::print("property: {} layouts equal to those of {}\n", types, clang);
  return 0;
}

// The same types in the same order, as in most snapshots of one project, are compiled once.
class Documents {
 public:
  void add(const model::Model& model) {
    std::string structs = cpp_structs(model, model::Layouts(model, {}));
    if (!seen_.insert(structs).second) return;
    types_ += model.types.size();
    text_ += fmt::format("namespace document_{} {{\n{}}}\n", seen_.size(), structs);
  }
  [[nodiscard]] int check() const { return compile(text_, types_); }

 private:
  std::set<std::string> seen_;
  std::string text_;
  std::size_t types_ = 0;
};

int against_clang() {
  Documents documents_seen;
  for (std::uint64_t seed = 0; seed < documents; ++seed) {
    tests::FrontEnd front;
    if (!read(front, seed)) return 1;
    documents_seen.add(front.model);
  }
  return documents_seen.check();
}

int corpus_against_clang(const std::string& path) {
  if (!std::filesystem::exists(path)) {
    fmt::print("property: skipped: '{}' is not there\n", path);
    return 77;
  }
  corpus::Folder folder;
  if (const std::string problem = folder.open(path); !problem.empty()) {
    fmt::print("property: {}\n", problem);
    return 1;
  }
  Documents documents_seen;
  for (const corpus::World& world : folder.worlds()) {
    tests::FrontEnd front;
    front.read({world.entry.string()}, support::RealFiles());
    if (front.diagnostics.errors() == 0) documents_seen.add(front.model);
  }
  return documents_seen.check();
}

}  // namespace
}  // namespace property

int main(int argc, char** argv) {
  const std::string_view mode = argc == 2 ? argv[1] : "";
  if (mode == "naive") return property::against_naive();
  if (mode == "clang") return property::against_clang();
  if (argc == 3 && argv[1] == std::string_view("corpus")) return property::corpus_against_clang(argv[2]);
  fmt::print(stderr, "usage: property naive|clang | property corpus DIR\n");
  return 2;
}
