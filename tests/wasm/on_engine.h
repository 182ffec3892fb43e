// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// Tests whose parameter is an engine: a program is compiled in the ordinary way, runs there, and is judged by what it
// wrote and how it ended.

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "toolbox.h"

namespace toolbox {

class OnEngine : public testing::TestWithParam<std::string> {
 protected:
  // Skipped, with the reason, where the engine is not at hand.
  void SetUp() override { SKIP_WITHOUT_ENGINE(GetParam()); }

  support::ProcessResult run(std::string_view source, const RunOptions& how = {}) {
    return toolbox::run(GetParam(), build(workshop_, "program.cpp", source), how);
  }

  void expect(std::string_view source, std::string_view out, int exit_code, const RunOptions& how = {}) {
    const auto result = run(source, how);
    EXPECT_EQ(result.out, out) << result.err;
    EXPECT_EQ(result.exit_code, status_from(GetParam(), exit_code)) << result.err;
  }

  Workshop workshop_;
};

}  // namespace toolbox
