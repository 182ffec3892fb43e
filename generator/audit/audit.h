// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Texts that others wrote by hand against an interface, compared with its definitions. Knows neither files nor formats. Only what
// a name says clearly is judged; what it does not is counted.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "audit/items.h"
#include "audit/language.h"
#include "audit/names.h"
#include "diagnostics/diagnostics.h"
#include "support/source.h"

namespace audit {

// What is compared: texts that belong together, such as the files of a package.
struct File {
  support::SourceId source;
  const Language* language = nullptr;
};

struct Question {
  std::vector<File> files;
  const support::Sources& sources;
  const Items& items;
  const NameMap& map;
};

struct Summary {
  std::size_t agree = 0;
  std::size_t differ = 0;
  // Names of functions, and of cases of types of which the texts have others: "errno.notcapable".
  std::vector<std::string> missing;
  // Lines that look like a part of an interface, and are not understood.
  std::size_t lines_not_understood = 0;
  // Of `map`: names that no text has.
  std::vector<std::string> unused_map;
  // Of `map`: what names are said to mean, and is not in the definitions.
  std::vector<std::string> unknown_items;

  [[nodiscard]] std::size_t claims() const { return agree + differ; }
};

// Reports what is wrong as errors, and what one side has and the other has not as warnings.
[[nodiscard]] Summary audit(const Question& question, diagnostics::Sink& findings);

// "214 claims: 210 agree, 4 differ; not found: sock_accept; 9 lines not understood"
[[nodiscard]] std::string told(const Summary& summary);

}  // namespace audit
