// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The only way from a command to a file. Commands say what they make (Session::made); conclude() looks for everything that is in
// the way, and then makes all of it or nothing.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/files.h"

namespace driver {

struct Session;

// Whose work a text is that stands where a file would be written.
enum class Author : std::uint8_t {
  // It is as witxc wrote it.
  witxc,
  // witxc wrote it, and somebody changed it.
  editor,
  // Nothing tells that witxc wrote it.
  user,
};

// A file that a run makes, changes or removes.
struct MadeFile {
  std::string path;
  // Nothing: it goes.
  std::optional<std::string> text = std::nullopt;
  // Whose a text is that is there and is not the same.
  std::function<Author(std::string_view there)> author = {};
  // Instead of that, the text that was read to be rewritten.
  std::optional<std::string> before = std::nullopt;
  // The line that says that it was done; empty: nobody asked.
  std::string told = {};
  // Written even where the text is there already: its time says when the question was asked.
  bool always = false;
};

// A file that can be made, and what that changes.
struct Step {
  MadeFile file;
  // Nothing: it holds its text already, but for line endings.
  std::optional<support::FileChange> change = std::nullopt;
  bool is_new = false;
};

// Reports what is in the way of making these files: somebody else's work, places that cannot be written, files that the run
// reads. Answers the others.
[[nodiscard]] std::vector<Step> possible(Session& session, const std::vector<MadeFile>& files);

// What tells that the steps were taken or, with --dry-run, that they would be: a line each.
[[nodiscard]] std::string told(const Session& session, const std::vector<Step>& steps);

// Takes all steps, or none: then it reports why, and answers which file is the reason.
[[nodiscard]] std::optional<std::string> take(Session& session, const std::vector<Step>& steps);

}  // namespace driver
