// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// What FILES mean: where their texts come from, and which of them form one document.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "config/config.h"
#include "driver/builtins.h"
#include "driver/session.h"
#include "support/git_files.h"

namespace driver {

// Everything that a FILE can be: '-' for standard input, a built-in definition, a file at a revision, or a file, as this run
// leaves it.
class InputFiles final : public support::FileSystem {
 public:
  explicit InputFiles(Session& session) : session_(session), revisions_(session.host.files), others_(revisions_) {}

  [[nodiscard]] std::variant<std::string, support::FileError> read(const std::string& path) const override;
  [[nodiscard]] bool exists(const std::string& path) const override;
  [[nodiscard]] std::string canonical(const std::string& path) const override;
  [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override;

 private:
  Session& session_;
  support::GitFiles revisions_;
  BuiltinFiles others_;
};

// Whether a FILE is one that could be written, too.
[[nodiscard]] bool is_writable(const std::string& file);

// The path by which InputFiles knows a FILE. Nothing, and a report, for an unknown built-in definition.
[[nodiscard]] std::optional<std::string> input_path(const std::string& file, diagnostics::Sink& diagnostics);

// The operands and what --files-from adds. Reports and answers nothing if the list cannot be read.
[[nodiscard]] std::optional<std::vector<std::string>> all_inputs(Session& session);

// Each of `files` is a document of its own, but one that another of them uses is judged as part of that one. With --join all
// are one document.
[[nodiscard]] std::vector<config::Spec> specs_of(Session& session, const std::vector<std::string>& files);

// The documents of `files` or, if there are none, of witxc.json. Reports and answers nothing if there are none.
[[nodiscard]] std::optional<std::vector<config::Spec>> asked_specs(Session& session,
                                                                   const std::vector<std::string>& files);

// The files that people write of these documents: entries and what they use, each once, without built-in ones.
[[nodiscard]] std::vector<std::string> files_of(Session& session, const std::vector<config::Spec>& specs);

// How messages call a document: its entry files.
[[nodiscard]] std::string name_of(const config::Spec& spec);

// The files beside `file`, or in the folder above, of whose documents it is a part and that no other of them uses.
[[nodiscard]] std::vector<std::string> wholes_of(Session& session, const std::string& file);

// A file beside `file`, or in the folder above, of whose document it is a part; one that no other of them uses. Nothing if
// there is none.
[[nodiscard]] std::optional<std::string> whole_of(Session& session, const std::string& file);

// What an output holds now. What is passed on, as by a pipe, is never waited for: it holds nothing.
[[nodiscard]] std::variant<std::string, support::FileError> read_output(const Session& session,
                                                                        const std::string& path);

}  // namespace driver
