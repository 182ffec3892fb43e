// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <set>
#include <string>

#include "driver/config_file.h"
#include "driver/session.h"

namespace driver {

// Reports names that a configuration gives and that its outputs' languages cannot have: in "rename" and "namespace".
void check_identifiers(Session& session, const ConfigFile& file);

// Warns of entries of "rename" whose paths name nothing. `known`: the paths of everything that was named.
void check_renames(Session& session, const ConfigFile& file, const std::set<std::string>& known);

// Whether "lint" names rules of lint only; reports those that are none.
[[nodiscard]] bool check_rules(Session& session, const ConfigFile& file);

}  // namespace driver
