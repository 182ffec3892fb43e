// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The whole front end: parse, resolve, validate, lay out, lower, print, format, upgrade. What must hold for any text: messages
// point into it; a layout is one; what is formatted means the same and is formatted the same; what is upgraded keeps its layouts
// and signatures.
//
// An input is one file, or several: a line ";;;file" begins the next. They are called a.witx, b.witx, ... and the first is read,
// in the dialect that it shows and in one that its bytes choose.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "../front_end.h"
#include "report/layout_table.h"
#include "report/model_json.h"
#include "report/text.h"
#include "syntax/format.h"
#include "target.h"
#include "upgrade/proof.h"
#include "upgrade/upgrade.h"

namespace fuzz {
namespace {

using Files = std::map<std::string, std::string>;
using Forced = std::optional<syntax::Dialect>;
using tests::FrontEnd;

constexpr std::string_view next_file = "\n;;;file\n";

Files split(std::string_view bytes) {
  Files files;
  for (char name = 'a'; name <= 'z'; ++name) {
    const std::size_t end = name == 'z' ? std::string_view::npos : bytes.find(next_file);
    files[std::string(1, name) + ".witx"] = std::string(bytes.substr(0, end));
    if (end == std::string_view::npos) break;
    bytes.remove_prefix(end + next_file.size());
  }
  return files;
}

FrontEnd read(const Files& files, Forced forced) {
  FrontEnd front_end;
  front_end.read({"a.witx"}, support::MemoryFiles(files), forced);
  return front_end;
}

syntax::Dialect chosen_by(std::string_view bytes) {
  std::size_t sum = bytes.size();
  for (const char c : bytes) sum = sum * 31 + static_cast<unsigned char>(c);
  return syntax::all_dialects()[sum % syntax::dialect_count].dialect;
}

bool lies_inside(const FrontEnd& front_end, support::Span span) {
  if (!span.source) return true;
  return span.begin <= span.end && span.end <= front_end.sources.text(span.source).size();
}

std::string wrong_with_messages(const FrontEnd& front_end) {
  for (const diagnostics::Diagnostic& diagnostic : front_end.diagnostics.all()) {
    if (diagnostic.message.empty()) return "a message says nothing";
    if (!lies_inside(front_end, diagnostic.primary.span)) return "a message points outside: " + diagnostic.message;
    for (const diagnostics::Label& label : diagnostic.secondary) {
      if (!lies_inside(front_end, label.span)) return "a label points outside: " + diagnostic.message;
    }
  }
  const std::string text = report::render_text(front_end.diagnostics, front_end.sources, {});
  return text.empty() != (front_end.diagnostics.errors() + front_end.diagnostics.warnings() == 0)
             ? "messages and their text do not agree"
             : "";
}

std::string wrong_with_layouts(const FrontEnd& front_end) {
  for (const std::uint32_t pointer_size : {4U, 8U}) {
    const model::Layouts layouts(front_end.model, {.pointer_size = pointer_size});
    for (std::size_t i = 0; i < front_end.model.types.size(); ++i) {
      const model::Layout& layout = layouts[model::TypeId(i)];
      if (layout.align == 0 || layout.size % layout.align != 0) return "a size is not a multiple of its alignment";
      for (const std::uint64_t offset : layout.offsets) {
        if (offset > layout.size) return "an offset lies outside its type";
      }
    }
    for (const model::Definition& definition : front_end.model.definitions) {
      if (!report::layout_table(front_end.model, layouts, definition.name)) return "a type has no table";
    }
    for (const model::Module& module : front_end.model.modules) {
      for (const model::Function& function : module.functions) {
        if (!report::layout_table(front_end.model, layouts, function.name)) return "a function has no table";
      }
    }
  }
  return {};
}

// What a text says: its model, or what is wrong with it.
std::string meaning(const FrontEnd& front_end) {
  if (front_end.diagnostics.errors() == 0) {
    return report::model_json(front_end.model, model::Layouts(front_end.model, {}),
                              {.dialect = syntax::info(front_end.dialect).id, .docs = true});
  }
  std::multiset<std::string_view> ids;
  for (const diagnostics::Diagnostic& d : front_end.diagnostics.all()) ids.insert(diagnostics::info(d.code).id);
  return fmt::format("{}", fmt::join(ids, " "));
}

std::optional<std::string> formatted(const std::string& text) {
  support::Sources sources;
  diagnostics::Sink diagnostics;
  return syntax::format(sources, sources.add("a.witx", text), diagnostics);
}

std::string wrong_with_format(const Files& files, const FrontEnd& before, Forced forced) {
  Files after;
  for (const auto& [name, text] : files) {
    const std::optional<std::string> once = formatted(text);
    if (!once) return {};
    if (formatted(*once) != once) return "formatting again gives another text";
    after[name] = *once;
  }
  // A crowd of messages is cut off somewhere, and elsewhere when lines are longer.
  if (before.diagnostics.crowded()) return {};
  const std::string meant = meaning(before);
  const std::string means = meaning(read(after, forced));
  return meant == means ? "" : fmt::format("the formatted text means something else:\n{}\n{}", meant, means);
}

std::string wrong_with_upgrade(const FrontEnd& before) {
  if (before.diagnostics.errors() > 0) return {};
  Files files;
  bool whole = true;
  for (std::size_t i = 0; i < before.document.files.size(); ++i) {
    const syntax::FileId file(i);
    upgrade::Upgrade upgraded = upgrade::upgrade(before.document, file, before.dialect, before.sources);
    whole = whole && upgraded.left.empty();
    files[before.document.files[file].path] = std::move(upgraded.text);
  }
  if (!whole) return {};
  const FrontEnd after = read(files, syntax::Dialect::d6);
  if (after.diagnostics.errors() > 0) {
    return fmt::format("the upgraded text has errors: {}\n{}", after.diagnostics.all().front().message,
                       files["a.witx"]);
  }
  const std::optional<std::string> difference = upgrade::difference(before.model, after.model);
  return difference ? fmt::format("the upgraded text means something else: {}", *difference) : "";
}

std::string wrong_with(const Files& files, Forced forced) {
  const FrontEnd front_end = read(files, forced);
  std::string wrong = wrong_with_messages(front_end);
  if (wrong.empty() && front_end.diagnostics.errors() == 0) wrong = wrong_with_layouts(front_end);
  if (wrong.empty()) wrong = wrong_with_format(files, front_end, forced);
  if (wrong.empty()) wrong = wrong_with_upgrade(front_end);
  return wrong;
}

}  // namespace

std::string attack(std::string_view bytes) {
  const Files files = split(bytes);
  for (const Forced forced : {Forced{}, Forced(chosen_by(bytes))}) {
    const std::string wrong = wrong_with(files, forced);
    if (!wrong.empty()) return fmt::format("as {}: {}", forced ? syntax::info(*forced).id : "what it shows", wrong);
  }
  return {};
}

}  // namespace fuzz
