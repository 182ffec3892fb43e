// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "view/view_model.h"

namespace view {

// A test holds it to what view_model() returns.
// NOLINTNEXTLINE(readability-function-size): one text.
std::string_view view_schema() {
  return R"json({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "The view-model of witxc, version 1",
 "description": "What a template is given. All numbers are strings; every key is always present. Where the renderer puts a file together it adds tool_version, spec_names, spec_sha256, options_sha256, template_set, template_sha256 and body_sha256.",
 "type": "object",
 "additionalProperties": false,
 "required": [
  "view_version", "language", "spec_name", "spec_title", "file_path", "file_suffix", "parts_path", "parts_name", "is_split", "source_path", "guard", "licence", "has_licence", "namespace", "namespaces",
  "namespaces_inside_out",
  "has_docs", "has_enums", "has_flags", "has_names", "has_messages", "has_functions", "has_typed", "needs_support", "has_error", "error_type", "error_code",
  "uses_span", "uses_str", "uses_bool", "uses_out", "uses_result", "uses_bytes", "uses_texts", "uses_enums",
  "uses_enum_texts", "uses_flags", "uses_flag_names", "uses_cases", "uses_operators", "uses_names", "uses_messages",
  "pointer_bits", "types", "constants", "has_constants", "modules", "assertions", "has_assertions"
 ],
 "properties": {
  "view_version": {"type": "string", "description": "of this schema"},
  "language": {"type": "string", "description": "whose identifiers these are"},
  "spec_title": {"type": "string", "description": "spec_name as plain text in Markdown"},
  "spec_name": {"type": "string", "description": "the module's name, or the document's where it has not exactly one module"},
  "file_path": {"type": "string", "description": "where the main output goes, with '/' between folders"},
  "file_suffix": {"type": "string", "description": "the end of it, such as .hpp"},
  "parts_path": {"type": "string", "description": "the folder for parts of the main output: its path without the suffix"},
  "parts_name": {"type": "string", "description": "that folder, as the main output sees it"},
  "is_split": {"type": "boolean", "description": "several files are wanted that include each other"},
  "source_path": {"type": "string", "description": "where what is compiled goes, in a language that needs it beside a header"},
  "guard": {"type": "string", "description": "a macro's name made from it"},
  "licence": {"type": "string", "description": "an SPDX expression or empty"},
  "has_licence": {"type": "boolean"},
  "namespace": {"type": "string", "description": "joined by ::"},
  "namespaces": {"type": "array", "items": {"$ref": "#/$defs/namespace"}},
  "namespaces_inside_out": {"type": "array", "items": {"$ref": "#/$defs/namespace"}, "description": "to close them"},
  "has_enums": {"type": "boolean"},
  "has_flags": {"type": "boolean"},
  "has_names": {"type": "boolean", "description": "tables of names are wanted, and there is something to name"},
  "has_messages": {"type": "boolean", "description": "tables of messages likewise"},
  "has_functions": {"type": "boolean", "description": "a module has any"},
  "has_docs": {"type": "boolean", "description": "docs are wanted"},
  "has_typed": {"type": "boolean", "description": "the typed layer is wanted"},
  "needs_support": {"type": "boolean", "description": "a header takes more than integers: spans, results, variants, names"},
  "uses_span": {"type": "boolean", "description": "witx::Span is spelled somewhere; this key and those below say which parts of witx:: a C++ header takes"},
  "uses_str": {"type": "boolean", "description": "witx::Str"},
  "uses_bool": {"type": "boolean", "description": "witx::Bool"},
  "uses_out": {"type": "boolean", "description": "witx::Out"},
  "uses_result": {"type": "boolean", "description": "witx::Result"},
  "uses_bytes": {"type": "boolean", "description": "what makes slices from bytes of any kind"},
  "uses_texts": {"type": "boolean", "description": "tables of texts"},
  "uses_enums": {"type": "boolean", "description": "what is known of enums"},
  "uses_enum_texts": {"type": "boolean", "description": "their names and messages"},
  "uses_flags": {"type": "boolean", "description": "operators of flags"},
  "uses_flag_names": {"type": "boolean", "description": "their names"},
  "uses_cases": {"type": "boolean", "description": "witx::Case for visitors"},
  "uses_operators": {"type": "boolean", "description": "enums or flags"},
  "uses_names": {"type": "boolean", "description": "name() is found"},
  "uses_messages": {"type": "boolean", "description": "message() is found"},
  "has_error": {"type": "boolean", "description": "a function returns an error"},
  "error_type": {"type": "string", "description": "the error of most functions, spelled in C++"},
  "error_code": {"type": "string", "description": "how a wider error is appended to template arguments"},
  "pointer_bits": {"type": "string", "description": "32 or 64"},
  "types": {"type": "array", "items": {"$ref": "#/$defs/type"}, "description": "each stands behind those that it uses"},
  "constants": {"type": "array", "items": {"$ref": "#/$defs/constant"}},
  "has_constants": {"type": "boolean"},
  "modules": {"type": "array", "items": {"$ref": "#/$defs/module"}},
  "assertions": {"type": "array", "items": {"$ref": "#/$defs/assertion"}},
  "has_assertions": {"type": "boolean"}
 },
 "$defs": {
  "names": {
   "description": "A name of the specification in every case style.",
   "type": "object",
   "additionalProperties": false,
   "required": ["spec", "snake", "pascal", "camel", "upper", "kebab", "code", "anchor"],
   "properties": {
    "spec": {"type": "string", "description": "as it is written there"},
    "snake": {"type": "string", "description": "snake_case"},
    "pascal": {"type": "string", "description": "PascalCase"},
    "camel": {"type": "string", "description": "camelCase"},
    "upper": {"type": "string", "description": "UPPER_CASE"},
    "kebab": {"type": "string", "description": "kebab-case"},
    "code": {"type": "string", "description": "as it is written there, as code in Markdown, in tables too"},
    "anchor": {"type": "string", "description": "with '-' for all that cannot stand in a link"}
   }
  },
  "docs": {
   "description": "Lines of documentation, each empty or beginning with a space, so that a template writes '///' before it.",
   "type": "array",
   "items": {"type": "string", "pattern": "^$|^ "}
  },
  "namespace": {
   "description": "One namespace; the outermost comes first.",
   "type": "object",
   "additionalProperties": false,
   "required": ["namespace_name", "namespace_is_inline"],
   "properties": {
    "namespace_name": {"type": "string", "description": "identifier"},
    "namespace_is_inline": {"type": "boolean", "description": "true at most of the innermost"}
   }
  },
  "value": {
   "description": "A case of an enum, a flag, or a named constant of an open integer.",
   "type": "object",
   "additionalProperties": false,
   "required": ["value_name", "value_names", "value_docs", "value_number", "value_decimal", "value_is_long", "value_hex", "value_position", "value_bit", "value_text", "value_message"],
   "properties": {
    "value_name": {"type": "string", "description": "identifier"},
    "value_names": {"$ref": "#/$defs/names"},
    "value_docs": {"$ref": "#/$defs/docs"},
    "value_number": {"type": "string", "description": "the value, decimal; of a flag its bit set"},
    "value_decimal": {"type": "string", "description": "the same without a suffix"},
    "value_is_long": {"type": "boolean", "description": "a macro in C takes two lines for it"},
    "value_hex": {"type": "string", "description": "the same as 0x..."},
    "value_position": {"type": "string", "description": "from 0"},
    "value_bit": {"type": "string", "description": "of a flag its bit's position, else the value"},
    "value_text": {"type": "string", "description": "the docs in one line, for a table in Markdown"},
    "value_message": {"type": "string", "description": "the first sentence of the docs, escaped for a literal"}
   }
  },
  "field": {
   "description": "A field of a record or a member of a C union.",
   "type": "object",
   "additionalProperties": false,
   "required": ["field_name", "field_names", "field_docs", "field_type", "field_witx", "field_is_empty", "field_is_first", "field_text", "field_offset", "field_size"],
   "properties": {
    "field_name": {"type": "string", "description": "identifier"},
    "field_names": {"$ref": "#/$defs/names"},
    "field_docs": {"$ref": "#/$defs/docs"},
    "field_type": {"type": "string", "description": "spelled in C++"},
    "field_witx": {"type": "string", "description": "as the specification writes it"},
    "field_is_empty": {"type": "boolean", "description": "takes no memory"},
    "field_is_first": {"type": "boolean"},
    "field_text": {"type": "string", "description": "the docs in one line, for a table in Markdown"},
    "field_offset": {"type": "string", "description": "bytes from the record's start"},
    "field_size": {"type": "string", "description": "bytes"}
   }
  },
  "case": {
   "description": "A case of a variant.",
   "type": "object",
   "additionalProperties": false,
   "required": [
    "case_name", "case_names", "case_docs", "case_position", "case_text", "case_accessor", "case_tag", "case_has_payload",
    "case_is_first_payload", "case_param", "case_type", "case_const_type", "case_witx"
   ],
   "properties": {
    "case_name": {"type": "string", "description": "identifier"},
    "case_names": {"$ref": "#/$defs/names"},
    "case_docs": {"$ref": "#/$defs/docs"},
    "case_position": {"type": "string", "description": "the tag's value"},
    "case_text": {"type": "string", "description": "the docs in one line, for a table in Markdown"},
    "case_accessor": {"type": "string", "description": "identifier of the function that gives the payload"},
    "case_tag": {"type": "string", "description": "the tag's value, spelled in C++"},
    "case_has_payload": {"type": "boolean"},
    "case_is_first_payload": {"type": "boolean", "description": "no earlier case carries anything"},
    "case_param": {"type": "string", "description": "the parameter of the function that makes this case"},
    "case_type": {"type": "string", "description": "the payload spelled in C++, or empty"},
    "case_const_type": {"type": "string", "description": "the same made constant, or empty"},
    "case_witx": {"type": "string", "description": "the payload as the specification writes it, or empty"}
   }
  },
  "handle_constant": {
   "description": "A handle that a program is started with.",
   "type": "object",
   "additionalProperties": false,
   "required": ["handle_constant_name", "handle_constant_value"],
   "properties": {"handle_constant_name": {"type": "string", "description": "identifier"}, "handle_constant_value": {"type": "string", "description": "its number"}}
  },
  "supertype": {
   "description": "A handle that this one may stand in for.",
   "type": "object",
   "additionalProperties": false,
   "required": ["supertype_name"],
   "properties": {"supertype_name": {"type": "string", "description": "identifier"}}
  },
  "type": {
   "description": "A type that the output declares. Exactly one of alias, enum, flags, handle, record, slice, variant, union is true; lists of other kinds are empty.",
   "type": "object",
   "additionalProperties": false,
   "required": [
    "type_name", "type_names", "type_docs", "type_witx", "type_is_anonymous", "type_anchor", "type_prose", "type_is_structural", "type_is_alias", "type_is_int",
    "type_is_enum", "type_is_flags", "type_is_handle", "type_is_record", "type_is_slice", "type_is_variant",
    "type_is_union", "type_is_list", "type_is_empty", "type_target", "type_repr", "type_repr_bits", "list_element", "type_size", "type_align", "values", "value_count", "type_has_values", "type_has_fields", "values_packed", "names_table",
    "messages_table", "flags_known_bits", "flags_has_none", "flags_none", "handle_constants", "handle_supertypes", "fields",
    "slice_pointer_name", "slice_length_name", "slice_length_type", "slice_initializers", "slice_is_const", "slice_const", "cases",
    "variant_has_payloads", "variant_has_own_tag", "variant_tag_type", "variant_payload_name", "variant_payload_offset"
   ],
   "properties": {
    "type_name": {"type": "string", "description": "identifier"},
    "type_names": {"$ref": "#/$defs/names"},
    "type_docs": {"$ref": "#/$defs/docs"},
    "type_witx": {"type": "string", "description": "what it is defined as"},
    "type_is_anonymous": {"type": "boolean", "description": "the specification gives it no name"},
    "type_anchor": {"type": "string", "description": "made of the name alone, for links"},
    "type_prose": {"type": "array", "items": {"type": "string"}, "description": "the docs as lines of Markdown"},
    "type_is_structural": {"type": "boolean", "description": "has no name, and its parts say all about it"},
    "type_is_alias": {"type": "boolean", "description": "another name for type_target"},
    "type_is_int": {"type": "boolean", "description": "an alias of an integer some of whose values have names"},
    "type_is_enum": {"type": "boolean"},
    "type_is_flags": {"type": "boolean"},
    "type_is_handle": {"type": "boolean", "description": "also a resource"},
    "type_is_record": {"type": "boolean"},
    "type_is_slice": {"type": "boolean", "description": "a record of exactly a pointer to bytes and a length"},
    "type_is_variant": {"type": "boolean", "description": "a tag and a payload"},
    "type_is_union": {"type": "boolean", "description": "a C union without tag"},
    "type_is_list": {"type": "boolean", "description": "an alias of a list, string or buffer: a pointer and a length"},
    "type_is_empty": {"type": "boolean", "description": "takes no memory"},
    "type_target": {"type": "string", "description": "of an alias, spelled in C++"},
    "type_repr": {"type": "string", "description": "the integer that represents it or its tag, spelled in C++; empty of records and unions"},
    "type_repr_bits": {"type": "string", "description": "how wide that integer is; empty where there is none"},
    "list_element": {"type": "string", "description": "of a list, spelled in the language, with its const"},
    "type_size": {"type": "string", "description": "bytes"},
    "type_align": {"type": "string", "description": "bytes"},
    "values": {"type": "array", "items": {"$ref": "#/$defs/value"}, "description": "of an enum, flags or an open integer"},
    "value_count": {"type": "string"},
    "type_has_values": {"type": "boolean"},
    "type_has_fields": {"type": "boolean"},
    "values_packed": {"type": "string", "description": "C++: enumerators, as many a line as fit, for a body without docs"},
    "names_table": {"type": "string", "description": "string literals of all names, each ended by a zero, or nullptr"},
    "messages_table": {"type": "string", "description": "of an enum: the same of all messages"},
    "flags_known_bits": {"type": "string", "description": "all bits, as 0x..."},
    "flags_has_none": {"type": "boolean", "description": "a flag is called none"},
    "flags_none": {"type": "string", "description": "identifier of no flag"},
    "handle_constants": {"type": "array", "items": {"$ref": "#/$defs/handle_constant"}},
    "handle_supertypes": {"type": "array", "items": {"$ref": "#/$defs/supertype"}},
    "fields": {"type": "array", "items": {"$ref": "#/$defs/field"}, "description": "of a record, slice or union"},
    "slice_pointer_name": {"type": "string"},
    "slice_length_name": {"type": "string"},
    "slice_length_type": {"type": "string"},
    "slice_initializers": {"type": "string", "description": "how a constructor makes both from a pointer and a count"},
    "slice_is_const": {"type": "boolean", "description": "the bytes are only read"},
    "slice_const": {"type": "string", "description": "'const ' or empty"},
    "cases": {"type": "array", "items": {"$ref": "#/$defs/case"}, "description": "of a variant"},
    "variant_has_payloads": {"type": "boolean", "description": "any case carries something"},
    "variant_has_own_tag": {"type": "boolean", "description": "no enum of the specification names its cases"},
    "variant_tag_type": {"type": "string", "description": "spelled in the language"},
    "variant_payload_name": {"type": "string", "description": "identifier of the union of payloads, in a language of flat names"},
    "variant_payload_offset": {"type": "string", "description": "bytes from the tag"}
   }
  },
  "constant": {
   "description": "A named value beside the types.",
   "type": "object",
   "additionalProperties": false,
   "required": ["constant_name", "constant_names", "constant_type", "constant_docs", "constant_value", "constant_number", "constant_hex", "constant_text"],
   "properties": {
    "constant_name": {"type": "string", "description": "identifier"},
    "constant_names": {"$ref": "#/$defs/names"},
    "constant_type": {"type": "string", "description": "spelled in C++"},
    "constant_docs": {"$ref": "#/$defs/docs"},
    "constant_value": {"type": "string", "description": "an expression"},
    "constant_number": {"type": "string", "description": "decimal"},
    "constant_hex": {"type": "string", "description": "the same as 0x..."},
    "constant_text": {"type": "string", "description": "the docs in one line, for a table in Markdown"}
   }
  },
  "param": {
   "description": "A parameter as the specification has it.",
   "type": "object",
   "additionalProperties": false,
   "required": ["param_name", "param_names", "param_docs", "param_type", "param_text", "param_witx", "param_is_last"],
   "properties": {
    "param_name": {"type": "string", "description": "identifier"},
    "param_names": {"$ref": "#/$defs/names"},
    "param_docs": {"$ref": "#/$defs/docs"},
    "param_type": {"type": "string", "description": "spelled in C++"},
    "param_text": {"type": "string", "description": "the docs in one line, for a table in Markdown"},
    "param_witx": {"type": "string", "description": "as the specification writes it"},
    "param_is_last": {"type": "boolean"}
   }
  },
  "result": {
   "description": "A result as the specification has it.",
   "type": "object",
   "additionalProperties": false,
   "required": ["result_names", "result_docs", "result_witx", "result_type", "result_text"],
   "properties": {
    "result_names": {"$ref": "#/$defs/names"},
    "result_docs": {"$ref": "#/$defs/docs"},
    "result_witx": {"type": "string", "description": "as the specification writes it"},
    "result_type": {"type": "string", "description": "in Markdown, with links; else empty"},
    "result_text": {"type": "string", "description": "the docs in one line, for a table in Markdown"}
   }
  },
  "aggregate_field": {
   "description": "A member of the aggregate that several results come back in.",
   "type": "object",
   "additionalProperties": false,
   "required": ["aggregate_field_name", "aggregate_field_type", "aggregate_field_docs"],
   "properties": {
    "aggregate_field_name": {"type": "string", "description": "identifier"},
    "aggregate_field_type": {"type": "string", "description": "spelled in C++"},
    "aggregate_field_docs": {"$ref": "#/$defs/docs"}
   }
  },
  "function": {
   "description": "A function. Keys that begin with raw_, typed_, array_, call_ and aggregate_ are C++; those that begin with c_ are C, and spelled so where C is the language.",
   "type": "object",
   "additionalProperties": false,
   "required": [
    "function_name", "function_names", "function_docs", "function_anchor", "function_prose", "function_module", "function_import_module", "function_import_name", "function_core",
    "function_is_noreturn", "function_is_plain", "params", "results", "raw_result", "raw_params", "typed_result",
    "typed_params", "array_has_overload", "array_sizes", "array_params", "array_args", "call_is_nothing", "call_is_value",
    "call_is_status", "call_is_payload", "call_is_general", "call_args", "call_type", "call_out_type", "call_out_value",
    "call_before", "call_after", "call_locals", "call_keeps_code", "call_assignments", "call_answer", "aggregate_is_needed", "aggregate_name",
    "aggregate_fields", "c_result", "c_result_is_error", "c_params", "c_import_name", "c_import_result", "c_import_params",
    "c_call_before", "c_call_args"
   ],
   "properties": {
    "function_name": {"type": "string", "description": "identifier"},
    "function_names": {"$ref": "#/$defs/names"},
    "function_docs": {"$ref": "#/$defs/docs", "description": "with a line for each parameter and for what is returned"},
    "function_anchor": {"type": "string", "description": "for links"},
    "function_prose": {"type": "array", "items": {"type": "string"}, "description": "the docs as lines of Markdown"},
    "function_module": {"$ref": "#/$defs/names"},
    "function_import_module": {"type": "string", "description": "escaped for a literal"},
    "function_import_name": {"type": "string", "description": "escaped for a literal"},
    "function_core": {"type": "string", "description": "the core WebAssembly type"},
    "function_is_noreturn": {"type": "boolean"},
    "function_is_plain": {"type": "boolean", "description": "returns"},
    "params": {"type": "array", "items": {"$ref": "#/$defs/param"}},
    "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
    "raw_result": {"type": "string", "description": "what the import returns"},
    "raw_params": {"type": "string", "description": "the import's parameters"},
    "typed_result": {"type": "string", "description": "what the typed function returns"},
    "typed_params": {"type": "string", "description": "its parameters"},
    "array_has_overload": {"type": "boolean", "description": "a list is among the parameters"},
    "array_sizes": {"type": "string", "description": "template parameters of the overload that takes arrays"},
    "array_params": {"type": "string"},
    "array_args": {"type": "string"},
    "call_is_nothing": {"type": "boolean", "description": "the import returns nothing"},
    "call_is_value": {"type": "boolean", "description": "what the import returns is the answer"},
    "call_is_status": {"type": "boolean", "description": "only success or an error"},
    "call_is_payload": {"type": "boolean", "description": "success or an error, and something written"},
    "call_is_general": {"type": "boolean", "description": "needs statements"},
    "call_args": {"type": "string", "description": "arguments of the import"},
    "call_type": {"type": "string", "description": "of what is written or returned"},
    "call_out_type": {"type": "string", "description": "of a payload: the type of the local that the engine writes"},
    "call_out_value": {"type": "string", "description": "and what was written there"},
    "call_before": {"type": "string", "description": "of a value: text before the call"},
    "call_after": {"type": "string", "description": "and behind it"},
    "call_locals": {"type": "array", "items": {"type": "string"}, "description": "statements before the call"},
    "call_keeps_code": {"type": "boolean", "description": "the import's result is needed"},
    "call_assignments": {"type": "array", "items": {"type": "string"}, "description": "statements behind the call"},
    "call_answer": {"type": "string", "description": "the expression returned"},
    "aggregate_is_needed": {"type": "boolean", "description": "several results come back together"},
    "aggregate_name": {"type": "string"},
    "aggregate_fields": {"type": "array", "items": {"$ref": "#/$defs/aggregate_field"}},
    "c_result": {"type": "string", "description": "what the C function returns"},
    "c_result_is_error": {"type": "boolean", "description": "that says whether it went well"},
    "c_params": {"type": "string", "description": "its parameters, or void"},
    "c_import_name": {"type": "string", "description": "identifier of the import"},
    "c_import_result": {"type": "string"},
    "c_import_params": {"type": "string", "description": "types only, or void"},
    "c_call_before": {"type": "string", "description": "nothing, or return and a cast"},
    "c_call_args": {"type": "string", "description": "what is passed to the import"}
   }
  },
  "module": {
   "description": "A module, whose functions are imported from it.",
   "type": "object",
   "additionalProperties": false,
   "required": ["module_name", "module_names", "module_docs", "module_is_nested", "module_has_functions", "functions"],
   "properties": {
    "module_name": {"type": "string", "description": "identifier"},
    "module_names": {"$ref": "#/$defs/names"},
    "module_docs": {"$ref": "#/$defs/docs"},
    "module_is_nested": {"type": "boolean", "description": "one of several, which have a namespace each"},
    "module_has_functions": {"type": "boolean"},
    "functions": {"type": "array", "items": {"$ref": "#/$defs/function"}}
   }
  },
  "assertion": {
   "description": "A fact of the layout.",
   "type": "object",
   "additionalProperties": false,
   "required": ["assertion_condition", "assertion_text"],
   "properties": {
    "assertion_condition": {"type": "string", "description": "spelled in C++"},
    "assertion_text": {"type": "string", "description": "a string literal that says it in words, with the white space before it"}
   }
  }
 }
}
)json";
}

}  // namespace view
