// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "cli/run.h"
#include "cli/terminal.h"

namespace {

std::string read_all(std::FILE* stream) {
  std::string text;
  std::array<char, 65536> buffer{};
  while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), stream)) text.append(buffer.data(), got);
  return text;
}

bool has_colors(int stream) {
  return cli::wants_color(isatty(stream) != 0, std::getenv("NO_COLOR"), std::getenv("TERM"));
}

}  // namespace

int main(int argc, char** argv) {
  support::RealFiles files;
  const auto write_to = [](std::FILE* stream) {
    return [stream](std::string_view text) { static_cast<void>(std::fwrite(text.data(), 1, text.size(), stream)); };
  };
  driver::Host host{.files = files,
                    .out = write_to(stdout),
                    .err = write_to(stderr),
                    .read_input = [] { return read_all(stdin); },
                    .terminal = has_colors(STDERR_FILENO),
                    .out_terminal = has_colors(STDOUT_FILENO)};
  const int exit_code = cli::run({argv + 1, argv + argc}, host);
  // Output that never arrived is no answer.
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return exit_code;
  std::fputs("error[WX0901]: cannot write to standard output\n", stderr);
  return static_cast<int>(driver::ExitCode::unwritable);
}
