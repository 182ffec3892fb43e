// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// corpus [--verbose] [--optional] DIR: how much of the witx that exists in the world the front end reads, and whether it agrees
// with the released reader about layouts and signatures. Exit codes: 0 all as it must be, 1 something is not, 2 usage,
// 3 the folder cannot be read, 77 (with --optional) the folder is not there.
//
// The worlds are judged by a second process, so that a crash costs one world and is counted: `corpus --from N DIR` judges the
// worlds from the N-th on and prints a line for each.
#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "folder.h"
#include "judge.h"
#include "support/process.h"

namespace corpus {
namespace {

struct Options {
  std::string folder;
  bool verbose = false;
  bool optional = false;
  // Of the second process: the first world to judge.
  std::size_t from = 0;
  bool worker = false;
};

struct Tally {
  std::size_t worlds[3] = {};
  std::size_t accepted[3] = {};
  std::size_t explained = 0;
  std::size_t other_language = 0;
  std::size_t crashed = 0;
  std::size_t layouts = 0;
  std::size_t equal_layouts = 0;
  std::size_t facts = 0;
};

std::size_t index(Verdict verdict) { return static_cast<std::size_t>(verdict); }
const char* const verdict_names[] = {"valid", "unknown", "wit"};

// One line for each world: "accepted explained other-language facts differences", then lines that begin with a blank.
void work(const std::vector<World>& worlds, std::size_t from) {
  for (std::size_t i = from; i < worlds.size(); ++i) {
    const Judgement j = judge(worlds[i]);
    fmt::print("{:d} {:d} {:d} {} {}\n", j.accepted, j.explained, j.other_language, j.facts, j.differences.size());
    fmt::print(" {} {} {} ({})\n", verdict_names[index(worlds[i].verdict)], worlds[i].name,
               j.accepted ? "accepted" : "refused", j.dialect);
    for (const std::string& message : j.messages) fmt::print("   {}\n", message);
    for (const std::string& difference : j.differences) fmt::print("   differs: {}\n", difference);
    std::fflush(stdout);
  }
}

std::vector<std::size_t> numbers(std::string_view line) {
  std::vector<std::size_t> result;
  const char* at = line.data();
  const char* const end = at + line.size();
  while (at < end) {
    std::size_t number = 0;
    const auto parsed = std::from_chars(at, end, number);
    if (parsed.ec != std::errc()) break;
    result.push_back(number);
    at = parsed.ptr < end ? parsed.ptr + 1 : end;
  }
  return result;
}

// Whether this world is as it must be.
bool count(Tally& tally, const World& world, const std::vector<std::size_t>& line) {
  const bool accepted = line[0] != 0;
  const bool explained = line[1] != 0;
  const bool other_language = line[2] != 0;
  tally.accepted[index(world.verdict)] += accepted ? 1 : 0;
  tally.facts += line[3];
  if (!world.layout.empty()) {
    ++tally.layouts;
    tally.equal_layouts += line[3] > 0 && line[4] == 0 ? 1 : 0;
    if (line[3] == 0 || line[4] > 0) return false;
  }
  if (world.verdict == Verdict::valid) return accepted;
  if (world.verdict == Verdict::wit) {
    tally.other_language += other_language ? 1 : 0;
    return other_language;
  }
  tally.explained += explained ? 1 : 0;
  return accepted || explained;
}

// Reads what the second process printed; answers how many worlds it judged.
std::size_t gather(Tally& tally, const std::vector<World>& worlds, std::size_t from, const std::string& out,
                   bool verbose) {
  std::size_t judged = 0;
  bool shown = false;
  for (std::size_t begin = 0; begin < out.size();) {
    const std::size_t end = out.find('\n', begin);
    if (end == std::string::npos) break;
    const std::string_view line = std::string_view(out).substr(begin, end - begin);
    begin = end + 1;
    if (line.starts_with(' ')) {
      if (shown) fmt::print("{}\n", line.substr(1));
      continue;
    }
    const std::vector<std::size_t> fields = numbers(line);
    if (fields.size() != 5) break;
    shown = !count(tally, worlds[from + judged], fields) || verbose;
    ++judged;
  }
  return judged;
}

int run(const Options& options, const char* self) {
  Folder folder;
  if (options.optional && !std::filesystem::exists(options.folder)) {
    fmt::print("corpus: skipped: '{}' is not there\n", options.folder);
    return 77;
  }
  if (const std::string problem = folder.open(options.folder); !problem.empty()) {
    fmt::print(stderr, "corpus: {}\n", problem);
    return 3;
  }
  const std::vector<World>& worlds = folder.worlds();
  Tally tally;
  for (const World& world : worlds) ++tally.worlds[index(world.verdict)];
  const std::string root = folder.root().string();
  for (std::size_t from = 0; from < worlds.size();) {
    const support::ProcessResult result =
        support::run({self, "--from", std::to_string(from), root},
                     {.input = {}, .working_directory = {}, .environment = {}, .timeout_seconds = 600});
    from += gather(tally, worlds, from, result.out, options.verbose);
    if (result.exit_code == 0) continue;
    if (from >= worlds.size()) break;
    ++tally.crashed;
    fmt::print("crashed ({}): {}\n{}", result.exit_code, worlds[from].name, result.err);
    ++from;
  }
  const std::size_t valid = index(Verdict::valid);
  const std::size_t unknown = index(Verdict::unknown);
  const std::size_t wit = index(Verdict::wit);
  fmt::print("another language: {} recognised of {}; facts compared: {}\n", tally.other_language, tally.worlds[wit],
             tally.facts);
  fmt::print(
      "corpus: {} valid accepted of {}, {} unknown accepted, {} explained, {} crashed; layouts equal: {} of {}\n",
      tally.accepted[valid], tally.worlds[valid], tally.accepted[unknown], tally.explained, tally.crashed,
      tally.equal_layouts, tally.layouts);
  const bool good = tally.accepted[valid] == tally.worlds[valid] &&
                    tally.accepted[unknown] + tally.explained == tally.worlds[unknown] &&
                    tally.other_language == tally.worlds[wit] && tally.crashed == 0 &&
                    tally.equal_layouts == tally.layouts;
  return good ? 0 : 1;
}

bool parse(const std::vector<std::string_view>& args, Options& options) {
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (args[i] == "--verbose") {
      options.verbose = true;
    } else if (args[i] == "--optional") {
      options.optional = true;
    } else if (args[i] == "--from" && i + 1 < args.size()) {
      options.worker = true;
      const std::string_view number = args[++i];
      const auto parsed = std::from_chars(number.data(), number.data() + number.size(), options.from);
      if (parsed.ec != std::errc() || parsed.ptr != number.data() + number.size()) return false;
    } else if (args[i].starts_with('-') || !options.folder.empty()) {
      return false;
    } else {
      options.folder = args[i];
    }
  }
  return !options.folder.empty();
}

}  // namespace
}  // namespace corpus

int main(int argc, char** argv) {
  corpus::Options options;
  if (!corpus::parse({argv + 1, argv + argc}, options)) {
    fmt::print(stderr, "usage: corpus [--verbose] [--optional] DIR\n");
    return 2;
  }
  if (!options.worker) return corpus::run(options, "/proc/self/exe");
  corpus::Folder folder;
  if (!folder.open(options.folder).empty()) return 3;
  corpus::work(folder.worlds(), options.from);
  return 0;
}
