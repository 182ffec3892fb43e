// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string>

#include "bind/options.h"
#include "driver/session.h"
#include "model/layout.h"
#include "model/types.h"

namespace driver {

using Spellings = decltype(bind::Options::spellings);

// How each language that has a template `spelling` declares each function. `templates`: a folder of the user's, or empty.
[[nodiscard]] Spellings spellings_of(Session& session, const model::Model& model, const model::Layouts& layouts,
                                     const bind::Options& options, const std::string& templates);

}  // namespace driver
