// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// corpus_revisions DIR: the laws of comparison (tests/diff/laws.h) over every two consecutive revisions of a file that a project
// kept. Exit codes: 0 they hold, 1 they do not, 2 usage, 77 there is no such folder.
#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "../diff/laws.h"
#include "../front_end.h"
#include "folder.h"

namespace corpus {
namespace {

int run(const std::string& path) {
  if (!std::filesystem::exists(path)) {
    fmt::print("corpus_revisions: skipped: '{}' is not there\n", path);
    return 77;
  }
  Folder folder;
  if (const std::string problem = folder.open(path); !problem.empty()) {
    fmt::print("corpus_revisions: {}\n", problem);
    return 1;
  }
  struct Revision {
    std::string name;
    tests::FrontEnd front;
  };
  // By project and file name: the newest revision that was read. Worlds are listed from old to new.
  std::map<std::pair<std::string, std::string>, std::unique_ptr<Revision>> latest;
  std::size_t pairs = 0;
  std::size_t broken = 0;
  tests::Laws all;
  for (const World& world : folder.worlds()) {
    auto revision = std::make_unique<Revision>();
    revision->name = world.name;
    revision->front.read({world.entry.string()}, support::RealFiles());
    if (revision->front.diagnostics.errors() > 0) continue;
    const std::string project = world.name.substr(0, world.name.rfind('/'));
    std::unique_ptr<Revision>& before = latest[{project, world.entry.filename().string()}];
    if (before != nullptr) {
      ++pairs;
      const tests::Laws laws = tests::laws_of_diff(before->front.model, revision->front.model);
      all.functions += laws.functions;
      all.different += laws.different;
      if (!laws.broken.empty()) {
        ++broken;
        fmt::print("{} -> {}: {}\n", before->name, revision->name, laws.broken);
      }
    }
    before = std::move(revision);
  }
  fmt::print("corpus_revisions: {} pairs, {} functions, {} of them exchange something else; {} pairs break a law\n",
             pairs, all.functions, all.different, broken);
  return broken == 0 && pairs > 0 ? 0 : 1;
}

}  // namespace
}  // namespace corpus

int main(int argc, char** argv) {
  if (argc == 2) return corpus::run(argv[1]);
  fmt::print(stderr, "usage: corpus_revisions DIR\n");
  return 2;
}
