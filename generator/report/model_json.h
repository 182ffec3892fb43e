// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A model as JSON: everything that it says and everything that follows from it (sizes, offsets, core signatures), for tools that
// would rather not read witx. The document is described by a JSON Schema; one test holds the two together.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "model/layout.h"
#include "model/types.h"

namespace report {

// The version of the document's shape: the key "format". It grows when a key goes or changes its meaning, not when one comes.
inline constexpr int model_json_format = 1;

struct ModelJsonOptions {
  // What --dialect calls the dialect by which the model was read: "d6".
  std::string_view dialect = "d6";
  // Without docs, models that differ in nothing else give equal text.
  bool docs = true;
};

// Hands the document over in pieces, one definition or one function each, so that a large model never stands in memory twice.
// The order is the model's, the same for the same model. The model must be without errors.
void write_model_json(const model::Model& model, const model::Layouts& layouts, const ModelJsonOptions& options,
                      const std::function<void(std::string_view)>& write);

// The same as one text.
[[nodiscard]] std::string model_json(const model::Model& model, const model::Layouts& layouts,
                                     const ModelJsonOptions& options = {});

// The JSON Schema (2020-12) of these documents, itself a JSON text that ends with a line feed.
[[nodiscard]] std::string_view model_schema();

}  // namespace report
