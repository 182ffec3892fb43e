// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The parts of the view-model, one function each; view_model() puts them together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "model/layout.h"
#include "model/types.h"
#include "view/calls.h"
#include "view/names.h"
#include "view/outline.h"
#include "view/spelling.h"
#include "view/view_model.h"

namespace view {

struct Context {
  const model::Model& model;
  const model::Layouts& layouts;
  const ViewOptions& options;
  const Language& language;
  const Outline& outline;
  const Spelling& spelling;
};

// Documentation as an array of lines, each empty or beginning with a space, so that a template writes "///" before it.
// `more` follows as paragraphs of its own.
[[nodiscard]] nlohmann::json docs_view(const Context& context, std::string_view docs,
                                       const std::vector<std::string>& more = {});

// What the options leave of docs.
[[nodiscard]] std::string_view shown_docs(const Context& context, std::string_view docs);

// A note for the docs of what could not keep its name; empty if it could.
[[nodiscard]] std::vector<std::string> rename_note(const Name& name, std::string_view spec_name);

// A name in every case style, and as the specification has it.
[[nodiscard]] nlohmann::json styles_view(std::string_view spec_name);

// The names of values, and what they mean, as string literals that each end with a zero; "nullptr" where the options leave them
// out.
[[nodiscard]] std::string names_table(const Context& context, const std::vector<model::Value>& values);
[[nodiscard]] std::string messages_table(const Context& context, const std::vector<model::Value>& values);

// The enumerators `first` and those of a list of values, by the key of their numbers, as many on a line as fit.
[[nodiscard]] std::string values_packed(const Context& context, const nlohmann::json& values, const char* number,
                                        const std::string& first);

[[nodiscard]] nlohmann::json type_view(const Context& context, const Declaration& declaration);

// What `Result<T>` stands for in one header: its error, when exactly one kind of error occurs most.
[[nodiscard]] nlohmann::json function_view(const Context& context, const model::Module& module,
                                           const model::Function& function, const FunctionNames& names,
                                           const Call& call, const ErrorType* main_error);

// One assertion a line of the layout: {"assertion_condition": ..., "assertion_text": ...}.
void add_assertions(const Context& context, const Declaration& declaration, nlohmann::json& assertions);

}  // namespace view
