// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "cli/option_text.h"

#include <algorithm>

namespace cli {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

std::vector<std::string> names_of(const OptionInfo& option) { return split(option.names, ','); }

std::vector<std::string> words_of(const OptionInfo& option) {
  const std::string_view words = option.value.substr(0, option.value.find('['));
  return words.find('|') == std::string_view::npos ? std::vector<std::string>() : split(words, '|');
}

bool takes_file(const OptionInfo& option) { return option.value.find('[') != std::string_view::npos; }

std::string_view files_text() {
  return "FILES are paths, files of a revision as git:REV:PATH, or the definitions that the tool carries: @preview1, "
         "@preview0.";
}

std::string_view exit_codes_text() {
  return R"(Exit codes:
  0   clean
  1   a finding: drift, lint, a change at the threshold, or warnings that count as errors
  2   the command line or the configuration is wrong, or asks for nothing
  3   the input has errors, defines nothing, or cannot be read: the question was not answered
  4   the output could not be written
  70  a bug in the tool)";
}

}  // namespace cli
