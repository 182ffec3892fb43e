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
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../binary_face.h"
#include "../front_end.h"
#include "corpus/folder.h"
#include "report/model_json.h"
#include "syntax/format.h"
#include "syntax/upgrade.h"

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
  support::Diagnostics diagnostics;
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

// Whether the label only says what is lost, and not that something was left as it was.
bool is_loss(const support::Label& label) { return label.text.find("comment only") != std::string::npos; }

// The whole world in the standard dialect; nothing to compare where something stayed behind.
void check_upgrade(const corpus::World& world, const FrontEnd& before, Tally& tally) {
  if (before.diagnostics.errors() > 0 || before.dialect == syntax::Dialect::d6) return;
  ++tally.drafts;
  Files files;
  for (std::size_t i = 0; i < before.document.files.size(); ++i) {
    const syntax::FileId file(i);
    syntax::Upgrade upgrade = syntax::upgrade(before.document, file, before.dialect, before.sources);
    if (!std::all_of(upgrade.left.begin(), upgrade.left.end(), is_loss)) return;
    files[before.document.files[file].path] = std::move(upgrade.text);
  }
  ++tally.upgraded;
  const FrontEnd after = read(world.entry.string(), support::MemoryFiles(std::move(files)));
  if (after.diagnostics.errors() > 0 || after.dialect != syntax::Dialect::d6) {
    differs(tally, world.name, "the upgraded text is not in the standard dialect");
  } else if (tests::binary_face(after.model) != tests::binary_face(before.model)) {
    differs(tally, world.name, "the upgraded text has another layout or another signature");
  }
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
