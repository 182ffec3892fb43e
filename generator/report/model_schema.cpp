// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "report/model_json.h"

namespace report {
namespace {

constexpr std::string_view schema = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "A resolved witx document",
  "description": "What `witxc dump` prints. Sizes, alignments and offsets are in bytes.",
  "type": "object",
  "properties": {
    "format": {"const": 1, "description": "The version of this shape."},
    "dialect": {"enum": ["d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "dx"]},
    "target": {
      "type": "object",
      "properties": {"pointer_size": {"enum": [4, 8]}},
      "required": ["pointer_size"],
      "additionalProperties": false
    },
    "types": {"type": "array", "items": {"$ref": "#/$defs/definition"}, "description": "In order: a type stands behind those that it names."},
    "resources": {"type": "array", "items": {"$ref": "#/$defs/resource"}},
    "constants": {"type": "array", "items": {"$ref": "#/$defs/constant"}},
    "modules": {"type": "array", "items": {"$ref": "#/$defs/module"}}
  },
  "required": ["format", "dialect", "target", "types", "resources", "constants", "modules"],
  "additionalProperties": false,
  "$defs": {
    "docs": {"type": "string", "description": "Lines joined by line feeds; empty when there are none. Absent where docs were not asked for."},
    "repr": {"enum": ["u8", "u16", "u32", "u64"]},
    "core": {"enum": ["i32", "i64", "f32", "f64"]},
    "count": {"type": "integer", "minimum": 0},
    "definition": {
      "type": "object",
      "properties": {
        "name": {"type": "string"},
        "docs": {"$ref": "#/$defs/docs"},
        "module": {"type": "string", "description": "Present where types live in modules."},
        "hidden": {"const": true, "description": "Present where generators are asked to skip the type."},
        "type": {"$ref": "#/$defs/type"}
      },
      "required": ["name", "type"],
      "additionalProperties": false
    },
    "resource": {
      "type": "object",
      "properties": {
        "name": {"type": "string"},
        "docs": {"$ref": "#/$defs/docs"},
        "module": {"type": "string"}
      },
      "required": ["name"],
      "additionalProperties": false
    },
    "constant": {
      "type": "object",
      "properties": {
        "name": {"type": "string"},
        "docs": {"$ref": "#/$defs/docs"},
        "module": {"type": "string"},
        "type": {"type": "string", "description": "As written; it need not be a defined type."},
        "value": {"$ref": "#/$defs/count"}
      },
      "required": ["name", "type", "value"],
      "additionalProperties": false
    },
    "module": {
      "type": "object",
      "properties": {
        "name": {"type": "string"},
        "docs": {"$ref": "#/$defs/docs"},
        "imports": {"type": "array", "items": {"$ref": "#/$defs/import"}},
        "functions": {"type": "array", "items": {"$ref": "#/$defs/function"}}
      },
      "required": ["name", "imports", "functions"],
      "additionalProperties": false
    },
    "import": {
      "type": "object",
      "description": "An imported memory.",
      "properties": {"name": {"type": "string"}, "docs": {"$ref": "#/$defs/docs"}},
      "required": ["name"],
      "additionalProperties": false
    },
    "function": {
      "type": "object",
      "properties": {
        "name": {"type": "string"},
        "docs": {"$ref": "#/$defs/docs"},
        "params": {"type": "array", "items": {"$ref": "#/$defs/parameter"}},
        "results": {"type": "array", "items": {"$ref": "#/$defs/parameter"}},
        "noreturn": {"type": "boolean"},
        "convention": {"enum": ["legacy", "preview1", "flat"]},
        "core": {"$ref": "#/$defs/signature"}
      },
      "required": ["name", "params", "results", "noreturn", "convention", "core"],
      "additionalProperties": false
    },
    "parameter": {
      "type": "object",
      "properties": {
        "name": {"type": "string"},
        "docs": {"$ref": "#/$defs/docs"},
        "type": {"$ref": "#/$defs/type"}
      },
      "required": ["name", "type"],
      "additionalProperties": false
    },
    "signature": {
      "type": "object",
      "description": "The function as a WebAssembly engine sees it.",
      "properties": {
        "params": {"type": "array", "items": {"$ref": "#/$defs/core_parameter"}},
        "results": {"type": "array", "items": {"$ref": "#/$defs/core"}},
        "result_is_error": {"type": "boolean", "description": "The core result is 0 for ok, else the value of the error."}
      },
      "required": ["params", "results", "result_is_error"],
      "additionalProperties": false
    },
    "core_parameter": {
      "type": "object",
      "properties": {
        "core": {"$ref": "#/$defs/core"},
        "role": {"enum": ["value", "indirect", "list_pointer", "list_length", "result", "result_pointer", "result_length", "results"]},
        "param": {"$ref": "#/$defs/count", "description": "Which of the function's params it carries."},
        "result": {"$ref": "#/$defs/count", "description": "Which of the function's results is written through it."},
        "member": {"$ref": "#/$defs/count", "description": "Of a payload that is a tuple, the member that is written."}
      },
      "required": ["core", "role"],
      "additionalProperties": false
    },
    "type": {
      "oneOf": [
        {"$ref": "#/$defs/primitive"},
        {"$ref": "#/$defs/alias"},
        {"$ref": "#/$defs/bool"},
        {"$ref": "#/$defs/enum"},
        {"$ref": "#/$defs/int"},
        {"$ref": "#/$defs/flags"},
        {"$ref": "#/$defs/record"},
        {"$ref": "#/$defs/variant"},
        {"$ref": "#/$defs/union"},
        {"$ref": "#/$defs/list"},
        {"$ref": "#/$defs/pointer"},
        {"$ref": "#/$defs/handle"},
        {"$ref": "#/$defs/buffer"}
      ]
    },
    "primitive": {
      "type": "object",
      "properties": {
        "kind": {"const": "primitive"},
        "name": {"enum": ["u8", "u16", "u32", "u64", "s8", "s16", "s32", "s64", "f32", "f64", "char", "char8", "usize"]},
        "size": {"$ref": "#/$defs/count"},
        "align": {"$ref": "#/$defs/count"}
      },
      "required": ["kind", "name", "size", "align"],
      "additionalProperties": false
    },
    "alias": {
      "type": "object",
      "description": "The type of the definition of that name.",
      "properties": {
        "kind": {"const": "alias"},
        "name": {"type": "string"},
        "module": {"type": "string"},
        "size": {"$ref": "#/$defs/count"},
        "align": {"$ref": "#/$defs/count"}
      },
      "required": ["kind", "name", "size", "align"],
      "additionalProperties": false
    },
    "bool": {
      "type": "object",
      "properties": {
        "kind": {"const": "bool"},
        "repr": {"$ref": "#/$defs/repr"},
        "size": {"$ref": "#/$defs/count"},
        "align": {"$ref": "#/$defs/count"}
      },
      "required": ["kind", "repr", "size", "align"],
      "additionalProperties": false
    },
    "enum": {
      "type": "object",
      "properties": {
        "kind": {"const": "enum"},
        "repr": {"$ref": "#/$defs/repr"},
        "cases": {"type": "array", "items": {"$ref": "#/$defs/value"}},
        "size": {"$ref": "#/$defs/count"},
        "align": {"$ref": "#/$defs/count"}
      },
      "required": ["kind", "repr", "cases", "size", "align"],
      "additionalProperties": false
    },
    "int": {
      "type": "object",
      "description": "An integer, some of whose values have names.",
      "properties": {
        "kind": {"const": "int"},
        "repr": {"$ref": "#/$defs/repr"},
        "constants": {"type": "array", "items": {"$ref": "#/$defs/value"}},
        "size": {"$ref": "#/$defs/count"},
        "align": {"$ref": "#/$defs/count"}
      },
      "required": ["kind", "repr", "constants", "size", "align"],
      "additionalProperties": false
    },
    "value": {
      "type": "object",
      "properties": {
        "name": {"type": "string"},
        "docs": {"$ref": "#/$defs/docs"},
        "value": {"$ref": "#/$defs/count"}
      },
      "required": ["name", "value"],
      "additionalProperties": false
    },
    "flags": {
      "type": "object",
      "properties": {
        "kind": {"const": "flags"},
        "repr": {"$ref": "#/$defs/repr"},
        "flags": {"type": "array", "items": {"$ref": "#/$defs/flag"}},
        "size": {"$ref": "#/$defs/count"},
        "align": {"$ref": "#/$defs/count"}
      },
      "required": ["kind", "repr", "flags", "size", "align"],
      "additionalProperties": false
    },
    "flag": {
      "type": "object",
      "properties": {
        "name": {"type": "string"},
        "docs": {"$ref": "#/$defs/docs"},
        "bit": {"type": "integer", "minimum": 0, "maximum": 63}
      },
      "required": ["name", "bit"],
      "additionalProperties": false
    },
    "record": {
      "type": "object",
      "properties": {
        "kind": {"const": "record"},
        "tuple": {"type": "boolean", "description": "The fields are named 0, 1, 2, ..."},
        "fields": {"type": "array", "items": {"$ref": "#/$defs/member"}},
        "size": {"$ref": "#/$defs/count"},
        "align": {"$ref": "#/$defs/count"}
      },
      "required": ["kind", "tuple", "fields", "size", "align"],
      "additionalProperties": false
    },
    "member": {
      "type": "object",
      "properties": {
        "name": {"type": "string"},
        "docs": {"$ref": "#/$defs/docs"},
        "offset": {"$ref": "#/$defs/count"},
        "type": {"$ref": "#/$defs/type"}
      },
      "required": ["name", "offset", "type"],
      "additionalProperties": false
    },
    "variant": {
      "type": "object",
      "description": "A tag and, beside it, room for the largest payload.",
      "properties": {
        "kind": {"const": "variant"},
        "form": {"enum": ["variant", "union", "expected", "option"], "description": "How it was written."},
        "repr": {"$ref": "#/$defs/repr"},
        "tag": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/type"}], "description": "The type that was named as the tag, if one was."},
        "cases": {"type": "array", "items": {"$ref": "#/$defs/case"}},
        "size": {"$ref": "#/$defs/count"},
        "align": {"$ref": "#/$defs/count"}
      },
      "required": ["kind", "form", "repr", "tag", "cases", "size", "align"],
      "additionalProperties": false
    },
    "case": {
      "type": "object",
      "properties": {
        "name": {"type": "string"},
        "docs": {"$ref": "#/$defs/docs"},
        "value": {"$ref": "#/$defs/count", "description": "Of the tag."},
        "offset": {"$ref": "#/$defs/count", "description": "Where a payload begins."},
        "payload": {"oneOf": [{"type": "null"}, {"$ref": "#/$defs/type"}]}
      },
      "required": ["name", "value", "offset", "payload"],
      "additionalProperties": false
    },
    "union": {
      "type": "object",
      "description": "A C union: nothing tells which member is meant.",
      "properties": {
        "kind": {"const": "union"},
        "members": {"type": "array", "items": {"$ref": "#/$defs/member"}},
        "size": {"$ref": "#/$defs/count"},
        "align": {"$ref": "#/$defs/count"}
      },
      "required": ["kind", "members", "size", "align"],
      "additionalProperties": false
    },
    "list": {
      "type": "object",
      "description": "A pointer, then the number of elements. A string is a list of char.",
      "properties": {
        "kind": {"const": "list"},
        "element": {"$ref": "#/$defs/type"},
        "size": {"$ref": "#/$defs/count"},
        "align": {"$ref": "#/$defs/count"}
      },
      "required": ["kind", "element", "size", "align"],
      "additionalProperties": false
    },
    "pointer": {
      "type": "object",
      "properties": {
        "kind": {"const": "pointer"},
        "const": {"type": "boolean"},
        "pointee": {"$ref": "#/$defs/type"},
        "size": {"$ref": "#/$defs/count"},
        "align": {"$ref": "#/$defs/count"}
      },
      "required": ["kind", "const", "pointee", "size", "align"],
      "additionalProperties": false
    },
    "handle": {
      "type": "object",
      "properties": {
        "kind": {"const": "handle"},
        "resource": {"oneOf": [{"type": "null"}, {"type": "string"}], "description": "What it is a handle of, where the dialect says so."},
        "supertypes": {"type": "array", "items": {"type": "string"}, "description": "Handles that it may stand in for."},
        "size": {"$ref": "#/$defs/count"},
        "align": {"$ref": "#/$defs/count"}
      },
      "required": ["kind", "resource", "supertypes", "size", "align"],
      "additionalProperties": false
    },
    "buffer": {
      "type": "object",
      "description": "A list that the callee reads from or writes to.",
      "properties": {
        "kind": {"const": "buffer"},
        "out": {"type": "boolean"},
        "element": {"$ref": "#/$defs/type"},
        "size": {"$ref": "#/$defs/count"},
        "align": {"$ref": "#/$defs/count"}
      },
      "required": ["kind", "out", "element", "size", "align"],
      "additionalProperties": false
    }
  }
}
)json";

}  // namespace

std::string_view model_schema() { return schema; }

}  // namespace report
