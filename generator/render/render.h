// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// JSON and templates → files. The only room that knows Mustache, and nothing about specifications or languages: it puts text
// where templates say, adds where it comes from, and refuses a template that asks for what the JSON does not have.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include <functional>

#include "diagnostics/diagnostics.h"
#include "render/provenance.h"
#include "render/template_set.h"
#include "support/source.h"

namespace render {

struct Output {
  // Relative, with '/' between folders; never absolute and never out of the folder it is put in.
  std::string path;
  std::string text;
  // Where the path was written.
  support::Span path_place;
};

// What is left to do to a body that was made for a path, before it is hashed; null: nothing.
using Finish = std::function<std::string(const std::string& path, std::string body)>;

// The files that the set lists, in that order; each is made where its line stands, so that a template named inside a section is
// rendered for each of its elements. `origin` needs no template and body hashes: they are found here.
// No files at all when anything is wrong, which is reported: a variable that is nowhere in `view`, with the place of every
// tag that names it and what may have been meant; two outputs of one path; a path that leads out of the folder, or names no
// file.
[[nodiscard]] std::vector<Output> render(const nlohmann::json& view, const TemplateSet& set, const Provenance& origin,
                                         const support::Sources& sources, diagnostics::Sink& diagnostics,
                                         const Finish& finish = nullptr);

}  // namespace render
