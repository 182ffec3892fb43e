// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cli/completion.h"

#include "cli/commands/commands.h"

namespace cli::commands {

ExitCode run_completion(driver::Session& session) {
  const std::vector<std::string>& inputs = session.options.inputs;
  const std::string_view shell = inputs.size() == 1 ? std::string_view(inputs.front()) : std::string_view();
  if (shell == "bash") {
    session.host.out(bash_completion());
  } else if (shell == "zsh") {
    session.host.out(zsh_completion());
  } else if (shell == "fish") {
    session.host.out(fish_completion());
  } else {
    session.diagnostics.report(diagnostics::Code::usage, {}, "the shell is one of bash, zsh, fish")
        .with_help("for example: witxc completion bash > ~/.local/share/bash-completion/completions/witxc");
  }
  return conclude(session, ExitCode::clean);
}

}  // namespace cli::commands
