// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include "cli/outputs.h"
#include "cli/session.h"

namespace cli {
namespace {

using support::Code;
using support::FileError;

// Writes what differs from what is there; an up-to-date file keeps its time, so that nothing is rebuilt in vain.
void write(Session& session, const PlannedFile& file) {
  const auto there = session.host.files.read(file.path);
  if (const auto* text = std::get_if<std::string>(&there); text != nullptr && *text == file.text) {
    if (session.options.verbose) session.host.out(fmt::format("{} is current\n", file.path));
    return;
  }
  const FileError error = session.host.files.write(file.path, file.text);
  if (error.reason.empty()) {
    if (!session.options.quiet) session.host.out(file.path + '\n');
    return;
  }
  session.diagnostics.report(Code::unwritable_output, {}, fmt::format("cannot write '{}': {}", file.path, error.reason))
      .with_help("what was there before is unchanged; mend the cause and run the command again");
}

}  // namespace

// Nothing is written before everything is made.
ExitCode run_generate(Session& session) {
  if (const auto planned = make_outputs(session)) {
    for (const PlannedFile& file : *planned) {
      if (file.path == "-") {
        session.host.out(file.text);
      } else {
        write(session, file);
      }
    }
  }
  return conclude(session, ExitCode::clean);
}

}  // namespace cli
