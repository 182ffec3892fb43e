// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What every command works with: the world outside, the options, and what has been read and reported so far.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.h"
#include "driver/exit_code.h"
#include "driver/options.h"
#include "driver/writing.h"
#include "model/types.h"
#include "report/finding.h"
#include "support/files.h"
#include "support/source.h"
#include "syntax/dialect.h"
#include "syntax/load.h"

namespace driver {

// The world outside, replaced in tests.
struct Host {
  support::FileSystem& files;
  std::function<void(std::string_view)> out;
  std::function<void(std::string_view)> err;
  std::function<std::string()> read_input;
  // Whether err is a terminal that shows colors.
  bool terminal = false;
  // The same of out.
  bool out_terminal = false;
};

struct Session {
  Host& host;
  const Options& options;
  // What the command is called.
  std::string_view command;
  support::Sources sources = {};
  // Standard input, once it has been read.
  std::optional<std::string> input = {};
  // What stands in the way of an answer, and warnings about the input.
  diagnostics::Sink diagnostics = diagnostics::Sink();
  // The answer, as far as it is a list of messages about input that is in order: each but a note is a reason to exit with 1.
  diagnostics::Sink findings = diagnostics::Sink();
  // The answer where a command has a form of its own for it: as text for people, as findings for the other formats, and as JSON
  // where that says more than findings do. conclude() shows what is asked for.
  std::string text = {};
  report::Findings found = {};
  std::optional<std::string> json = {};
  // And as a page, where a command has one.
  std::optional<std::string> html = {};
  // The files that the command makes. conclude() does that, once nothing is wrong.
  std::vector<MadeFile> made = {};
};

// One document, read as far as its text allows.
struct Document {
  syntax::Document syntax;
  syntax::Dialect dialect = syntax::Dialect::d6;
  model::Model model;
  // Nothing is wrong with it.
  bool valid = false;
};

// Reads, resolves and validates one document of these entry files (inputs.h); what is wrong is reported in the session, as
// far as no document before has the same mistake in the same file.
[[nodiscard]] Document read_document(Session& session, const std::vector<std::string>& files);

// Whether nothing is wrong with the document of these entry files. Reports nothing.
[[nodiscard]] bool is_valid(Session& session, const std::vector<std::string>& files);

// Makes the files that the command and the formats ask for: those of the command only if nothing is wrong, and all of them or
// none. Shows the answer and what was reported, in every format that was asked for, and says how to leave: bad_input if there are
// errors, `otherwise` if not (but a finding instead of clean for findings, and for warnings that count as errors).
[[nodiscard]] ExitCode conclude(Session& session, ExitCode otherwise);

// Where findings lie, seen from the working directory.
[[nodiscard]] report::Places places_of(const Session& session);

// One spelling for a file, however it is reached; also of one that is not there.
[[nodiscard]] std::string place_of(const Session& session, const std::string& path);

// Whether text for people goes to the terminal, rather than a document.
[[nodiscard]] bool answers_in_text(const Session& session);

}  // namespace driver
