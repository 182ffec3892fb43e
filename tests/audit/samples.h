// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Bindings of one small interface in every language that audit reads, and what it says of a text.
#pragma once

#include <string>
#include <vector>

#include "audit/audit.h"
#include "diagnostics/codes.h"

namespace tests {

struct Sample {
  std::string file;
  std::string text;
};

// All of cases/ but the definitions, by name.
[[nodiscard]] const std::vector<Sample>& samples();

struct Found {
  diagnostics::Code code = diagnostics::Code::usage;
  diagnostics::Severity severity = diagnostics::Severity::error;
  std::string message;
  std::uint32_t line = 0;
};

struct Answer {
  audit::Summary summary;
  std::vector<Found> found;

  [[nodiscard]] std::size_t errors() const;
};

[[nodiscard]] std::string messages(const Answer& answer);

// Against the definitions of a path, or kiln.witx.
[[nodiscard]] Answer audited(const std::string& file, const std::string& text, const std::string& definitions = {},
                             const audit::NameMap& map = {});

[[nodiscard]] std::string text_of(const std::string& path);

}  // namespace tests
