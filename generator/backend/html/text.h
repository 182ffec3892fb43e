// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include <string>
#include <string_view>

#include "backend/base/keys.h"
#include "backend/html/page.h"

namespace backend::html {

// A link, if the name is explained on the page, else code. `shown` is the text, escaped here.
[[nodiscard]] std::string link_to(const Page& page, std::string_view name, std::string_view shown);

// "list of <a href="#ciovec">ciovec</a>"
[[nodiscard]] std::string html_type(const Page& page, model::TypeId id);

// Links, with commas between them.
[[nodiscard]] std::string links(const std::vector<Link>& all);

// Docs as elements: paragraphs, lists and blocks of code. References lead to what they name.
[[nodiscard]] Lines prose(const Page& page, std::string_view docs);
// The same in one line; without an element around it if it is a single paragraph.
[[nodiscard]] std::string cell_prose(const Page& page, std::string_view docs);

}  // namespace backend::html
