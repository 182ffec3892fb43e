// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The whole tool, in this process, on files in memory.
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/run.h"
#include "support/files.h"

namespace cli_tests {

struct Answer {
  int exit_code = -1;
  std::string out;
  std::string err;
};

// Files that can refuse to be read or written, for a reason of the test's choice.
class StubbornFiles final : public support::FileSystem {
 public:
  StubbornFiles() = default;
  explicit StubbornFiles(std::map<std::string, std::string> files) : files_(std::move(files)) {}
  StubbornFiles(std::initializer_list<std::pair<const std::string, std::string>> files) : files_(files) {}

  std::map<std::string, support::FileError> unreadable;
  std::map<std::string, support::FileError> unwritable;
  std::vector<std::string> written;

  [[nodiscard]] std::string text(const std::string& path) const {
    const auto found = files_.files().find(path);
    return found == files_.files().end() ? std::string() : found->second;
  }

  [[nodiscard]] std::variant<std::string, support::FileError> read(const std::string& path) const override {
    if (const auto refusal = unreadable.find(path); refusal != unreadable.end()) return refusal->second;
    return files_.read(path);
  }
  // What the test itself does.
  [[nodiscard]] support::FileError write(const std::string& path, std::string_view bytes) {
    const auto failure = change({{.path = path, .text = std::string(bytes)}});
    return failure ? failure->error : support::FileError();
  }
  // All of them or none, as every kind of files does it. A refusal is heard of only when it is tried.
  [[nodiscard]] std::optional<support::ChangeFailure> change(const std::vector<support::FileChange>& changes) override {
    for (const support::FileChange& change : changes) {
      if (const auto refusal = unwritable.find(change.path); refusal != unwritable.end())
        return support::ChangeFailure{.path = change.path, .error = refusal->second};
    }
    for (const support::FileChange& change : changes) {
      if (change.text) written.push_back(change.path);
    }
    return files_.change(changes);
  }
  [[nodiscard]] bool exists(const std::string& path) const override {
    return files_.exists(path) || unreadable.contains(path);
  }
  [[nodiscard]] std::string canonical(const std::string& path) const override { return files_.canonical(path); }
  [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override { return files_.list(folder); }

 private:
  support::MemoryFiles files_;
};

inline Answer witxc(support::FileSystem& files, const std::vector<std::string>& arguments,
                    const std::string& input = {}) {
  Answer answer;
  driver::Host host{.files = files,
                    .out = [&answer](std::string_view text) { answer.out += text; },
                    .err = [&answer](std::string_view text) { answer.err += text; },
                    .read_input = [&input] { return input; },
                    .terminal = false};
  answer.exit_code = cli::run(arguments, host);
  return answer;
}

// A small specification: what one line of it changes is easily said.
inline constexpr const char* small_spec = R"((typename $errno (enum (@witx tag u16)
  ;;; All is well.
  $success
  ;;; It is not.
  $bad
))
(module $tiny
  ;;; Does it.
  (@interface func (export "do_it")
    (param $x u32)
    (result $error (expected (error $errno)))
  )
)
)";

}  // namespace cli_tests
