// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Files that give commands something to say: definitions that are fine, warned of, wrong or changed, and what was generated from
// them.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "tool.h"

namespace cli_tests {

inline std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

inline std::map<std::string, std::string> made_files() {
  const std::string spec = small_spec;
  StubbornFiles files{{"ok.witx", spec}};
  static_cast<void>(witxc(files, {"generate", "ok.witx"}));
  const std::string header = files.text("tiny.hpp");
  return {{"ok.witx", spec},
          {"current/tiny.hpp", header},
          {"edited/tiny.hpp", std::string(header).insert(header.find("namespace"), "// mine\n")},
          {"renamed.witx", std::string(spec).replace(spec.find("do_it"), 5, "do_so")},
          {"grown.witx", std::string(spec).insert(spec.find("$bad") + 4, "\n  $worse")},
          {"code.ts", "export enum Errno { success = 0, bad = 3 }\n"},
          {"warned.witx", "(typename $a (enum (@witx tag u8)))"},
          {"bad.witx",
           "(typename $first u8)\n(typename $r (record (field $b u8) (field $a $missing)))\n"
           "(typename $first u8)\n(typename $x $missing2)\n"},
          // Imports env.f and exports nothing.
          {"env.wasm", std::string("\0asm\1\0\0\0\1\4\1\x60\0\0\2\11\1\3"
                                   "env\1"
                                   "f\0\0",
                                   25)},
          {"stale", "0123456789abcdef WD0201 gone\n"}};
}

inline const std::map<std::string, std::string>& some_files() {
  static const std::map<std::string, std::string> files = made_files();
  return files;
}

}  // namespace cli_tests
