// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// rewrites [--optional] DIR: formats and upgrades every world of a folder and compares what it means before and after. Exit
// codes: 0 nothing differs, 1 something does, 2 usage, 3 the folder cannot be read, 77 (with --optional) it is not there.
#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "../binary_face.h"
#include "../front_end.h"
#include "cli/tool.h"
#include "corpus/folder.h"
#include "model/parts.h"
#include "report/model_json.h"
#include "syntax/format.h"

namespace rewrites {
namespace {

using Files = std::map<std::string, std::string>;
using tests::FrontEnd;

struct Tally {
  std::size_t files = 0;
  std::size_t refused = 0;
  std::size_t drafts = 0;
  std::size_t upgraded = 0;
  std::size_t differences = 0;
};

void differs(Tally& tally, const std::string& world, std::string_view how) {
  ++tally.differences;
  fmt::print("{}: {}\n", world, how);
}

FrontEnd read(const std::string& entry, const support::FileSystem& files) {
  FrontEnd front_end;
  front_end.read({entry}, files);
  return front_end;
}

std::optional<std::string> formatted(const std::string& text) {
  support::Sources sources;
  diagnostics::Sink diagnostics;
  return syntax::format(sources, sources.add("", text), diagnostics);
}

std::string meaning(const FrontEnd& front_end) {
  if (front_end.diagnostics.errors() > 0) return fmt::format("{} errors", front_end.diagnostics.errors());
  return report::model_json(front_end.model, model::Layouts(front_end.model, {}),
                            {.dialect = syntax::info(front_end.dialect).id, .docs = true});
}

// Every file of the world twice, and the world's meaning before and after.
void check_format(const corpus::World& world, const FrontEnd& before, Tally& tally) {
  Files files;
  for (const syntax::ParsedFile& file : before.document.files) {
    ++tally.files;
    const std::optional<std::string> once = formatted(std::string(before.sources.text(file.ast.source)));
    if (!once) {
      ++tally.refused;
      if (world.verdict == corpus::Verdict::valid) differs(tally, world.name, "a valid file is not formatted");
      return;
    }
    if (formatted(*once) != once) differs(tally, world.name, "formatting again gives another text");
    files[file.path] = *once;
  }
  const FrontEnd after = read(world.entry.string(), support::MemoryFiles(std::move(files)));
  if (meaning(after) != meaning(before)) differs(tally, world.name, "the formatted text means something else");
}

std::set<std::string> lines_of(const std::string& text) {
  std::set<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.insert(line);
  return lines;
}

// Every line of documentation as often as it is there: results that become one may not lose theirs.
std::multiset<std::string> docs_of(const model::Model& model) {
  std::multiset<std::string> lines;
  const auto add = [&lines](const auto& item) {
    std::istringstream stream(item.docs);
    for (std::string line; std::getline(stream, line);) {
      if (!line.empty()) lines.insert(line);
    }
  };
  const auto add_all = [&add](std::string_view /*what*/, const auto& members) {
    for (const auto& member : members) add(member);
  };
  for (const model::Definition& definition : model.definitions) add(definition);
  for (const model::Type& type : model.types) {
    model::named_members(type, add_all);
    // Its names are the author's where the tag has them.
    const auto* variant = std::get_if<model::Variant>(&type.shape);
    if (variant != nullptr && variant->form == model::Variant::Form::union_) add_all("", variant->cases);
  }
  for (const model::Constant& constant : model.constants) add(constant);
  for (const model::Module& module : model.modules) {
    add(module);
    for (const model::Function& function : module.functions) {
      add(function);
      add_all("", function.params);
      add_all("", function.results);
    }
  }
  return lines;
}

// What is wrong with a document after `fmt --upgrade -w`; empty: nothing.
std::string_view problem_of(const FrontEnd& before, const FrontEnd& after, int exit_code) {
  if (exit_code != 0 && exit_code != 1) return "the upgrade does not end with 0 or 1";
  if (after.diagnostics.errors() > 0) return "the upgraded text has errors";
  if (exit_code == 0 && after.dialect != syntax::Dialect::d6) return "the upgraded text is in another dialect";
  // Types may have got names.
  const std::set<std::string> old_face = lines_of(tests::binary_face(before.model));
  const std::set<std::string> new_face = lines_of(tests::binary_face(after.model));
  if (!std::includes(new_face.begin(), new_face.end(), old_face.begin(), old_face.end()))
    return "the upgraded text has another layout or another signature";
  if (docs_of(after.model) != docs_of(before.model)) return "the upgraded text has other docs";
  return {};
}

std::vector<std::vector<std::string>> orders_of(const std::vector<std::string>& files) {
  std::vector<std::vector<std::string>> orders(4, files);
  std::reverse(orders[1].begin(), orders[1].end());
  std::sort(orders[2].begin(), orders[2].end());
  // The same on every machine, which std::shuffle is not.
  std::mt19937 random(13);
  for (std::size_t i = files.size(); i > 1; --i) std::swap(orders[3][i - 1], orders[3][random() % i]);
  if (files.size() == 1) orders.resize(1);
  return orders;
}

// The tool is given all files of the world, in several orders: what comes out is the same, is valid, and means what it meant.
void check_upgrade(const corpus::World& world, const FrontEnd& before, Tally& tally) {
  if (before.diagnostics.errors() > 0 || before.dialect == syntax::Dialect::d6) return;
  ++tally.drafts;
  Files texts;
  std::vector<std::string> paths;
  for (const syntax::ParsedFile& file : before.document.files) {
    texts[file.path] = before.sources.text(file.ast.source);
    paths.push_back(file.path);
  }
  std::optional<Files> first;
  int exit_code = 0;
  for (const std::vector<std::string>& order : orders_of(paths)) {
    support::MemoryFiles files(texts);
    std::vector<std::string> arguments{"fmt", "--upgrade", "-w"};
    arguments.insert(arguments.end(), order.begin(), order.end());
    exit_code = cli_tests::witxc(files, arguments).exit_code;
    const std::string_view problem = problem_of(before, read(world.entry.string(), files), exit_code);
    if (!problem.empty()) return differs(tally, world.name, problem);
    if (first && *first != files.files())
      return differs(tally, world.name, "the order of the files makes a difference");
    first = files.files();
  }
  tally.upgraded += exit_code == 0 ? 1U : 0U;
}

int run(const std::string& path, bool optional) {
  if (optional && !std::filesystem::exists(path)) {
    fmt::print("rewrites: skipped: '{}' is not there\n", path);
    return 77;
  }
  corpus::Folder folder;
  if (const std::string problem = folder.open(path); !problem.empty()) {
    fmt::print(stderr, "rewrites: {}\n", problem);
    return 3;
  }
  const support::RealFiles real;
  Tally tally;
  for (const corpus::World& world : folder.worlds()) {
    if (world.verdict == corpus::Verdict::wit) continue;
    const FrontEnd before = read(world.entry.string(), real);
    check_format(world, before, tally);
    check_upgrade(world, before, tally);
  }
  fmt::print("rewrites: {} files formatted, {} refused; {} of {} drafts upgraded whole; {} differences\n",
             tally.files - tally.refused, tally.refused, tally.upgraded, tally.drafts, tally.differences);
  return tally.differences == 0 && tally.files > 0 ? 0 : 1;
}

}  // namespace
}  // namespace rewrites

int main(int argc, char** argv) {
  const bool optional = argc == 3 && std::string_view(argv[1]) == "--optional";
  if (argc != 2 && !optional) {
    fmt::print(stderr, "usage: rewrites [--optional] DIR\n");
    return 2;
  }
  return rewrites::run(argv[argc - 1], optional);
}
