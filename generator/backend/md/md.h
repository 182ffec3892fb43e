// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The back-end of Markdown: types that link to where they are explained, and prose that no code host takes for markup of its own.
#pragma once

#include <string>
#include <string_view>

#include "backend/base/keys.h"
#include "bind/plan.h"
#include "model/types.h"

namespace backend::md {

[[nodiscard]] bind::Naming naming();

[[nodiscard]] nlohmann::json view(const bind::Plan& plan, const Wanted& wanted);
[[nodiscard]] Tables tables();

// A page that lies at `path` and shares its links with the main one at `page`: a link to an anchor that it does not have leads to
// the main page. Both paths are relative to the same folder.
[[nodiscard]] std::string with_links_to(std::string_view page, std::string_view path, std::string_view text);

// "[`errno`](#errno)", "list of [`ciovec`](#ciovec)". `target`: of a definition's right-hand side, not its name.
[[nodiscard]] std::string markdown_type(const model::Model& model, model::TypeId id);

// A name as code, whatever it is made of, and as plain text; both may stand in a table.
[[nodiscard]] std::string markdown_code(std::string_view name);
[[nodiscard]] std::string markdown_text(std::string_view name);

// Docs as lines of Markdown, and all in one line that fits into a table.
[[nodiscard]] Lines prose(std::string_view docs);
[[nodiscard]] std::string cell_text(std::string_view docs);

}  // namespace backend::md
