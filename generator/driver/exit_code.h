// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

namespace driver {

// What a run answers, whatever the command and the format. A question that was not answered is never clean.
enum class ExitCode : int {
  clean = 0,
  // Something at or above the threshold: drift, unformatted text, a warning that counts as an error.
  finding = 1,
  usage = 2,
  // The input has errors, or cannot be read.
  bad_input = 3,
  // The output could not be written.
  unwritable = 4,
  // A mistake of ours.
  bug = 70,
};

}  // namespace driver
