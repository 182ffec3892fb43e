// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "config/config.h"

namespace config {

std::string_view initial_text() {
  return R"json({
  "specs": [
    { "files": ["@preview1"] }
  ],
  "outputs": [
    { "language": "cpp", "folder": "generated" }
  ],
  "only": [],
  "docs": "full",
  "layers": "typed",
  "names": true,
  "messages": true,
  "asserts": true,
  "licence": "",
  "templates": "",
  "rename": {},
  "lint": {}
}
)json";
}

// A test holds it to what parse() takes.
std::string_view schema() {
  return R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "witxc.json",
  "description": "Which specifications, which outputs, and how they shall look. Paths are relative to the file.",
  "type": "object",
  "additionalProperties": false,
  "properties": {
    "$schema": { "type": "string" },
    "specs": {
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": ["files"],
        "properties": {
          "files": { "type": "array", "items": { "type": "string" }, "description": "entry files of one document, or a built-in such as @preview1" },
          "namespace": { "type": "string", "description": "a::b; empty: made from the module's name" },
          "file": { "type": "string", "description": "a/b.hpp; every language has its own suffix; empty: made from the module's name" },
          "default": { "type": "boolean", "description": "the innermost namespace is inline; at most one snapshot of a family may be" }
        }
      }
    },
    "outputs": {
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": ["language"],
        "properties": {
          "language": { "type": "string", "description": "cpp, c, md, or one of your templates" },
          "folder": { "type": "string", "default": "." }
        }
      }
    },
    "only": { "type": "array", "items": { "type": "string" }, "default": [], "description": "these functions alone, and the types that they need; empty: all" },
    "docs": { "enum": ["full", "brief", "none"], "default": "full" },
    "layers": { "enum": ["typed", "raw"], "default": "typed", "description": "typed functions, or the imports alone" },
    "names": { "type": "boolean", "default": true, "description": "tables of the names of values" },
    "messages": { "type": "boolean", "default": true, "description": "tables of what values mean" },
    "asserts": { "type": "boolean", "default": true, "description": "assertions of layouts" },
    "licence": { "type": "string", "default": "", "description": "an SPDX expression to state; empty: none" },
    "templates": { "type": "string", "default": "", "description": "a folder whose templates replace built-in ones; empty: none" },
    "rename": { "type": "object", "additionalProperties": { "type": "string" }, "default": {}, "description": "identifiers by the path of what they name: errno, errno.2big, wasi_snapshot_preview1.fd_write" },
    "lint": { "type": "object", "additionalProperties": { "enum": ["off", "note", "warning", "error"] }, "default": {}, "description": "how severe lint's rules are, by their ids" }
  }
}
)json";
}

}  // namespace config
