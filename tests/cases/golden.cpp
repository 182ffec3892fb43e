// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "golden.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>
#include <optional>

#include "../front_end.h"
#include "model/abi.h"
#include "model/layout.h"

namespace cases {
namespace {

// Names of files are given relative to the case's folder, so that goldens hold wherever the project lies.
class Printer {
 public:
  Printer(const tests::FrontEnd& front, std::string folder) : front_(front), folder_(std::move(folder)) {}

  std::string run() {
    for (const diagnostics::Diagnostic& diagnostic : front_.diagnostics.all()) message(diagnostic);
    if (front_.diagnostics.errors() > 0) return std::move(text_);
    const model::Layouts layouts(front_.model, {});
    text_ += fmt::format("dialect {}\n", syntax::info(front_.dialect).id);
    for (const model::Definition& definition : front_.model.definitions) type(layouts, definition);
    for (const model::Constant& constant : front_.model.constants) {
      text_ += fmt::format("const {}.{} = {}\n", constant.type, constant.name, constant.value);
    }
    for (const model::Module& module : front_.model.modules) {
      text_ += fmt::format("module {}\n", module.name);
      for (const model::Function& function : module.functions) signature(layouts, function);
    }
    return std::move(text_);
  }

 private:
  [[nodiscard]] std::string place(support::Span span) const {
    if (!span.source) return "-";
    const support::Position begin = front_.sources.position(span.source, span.begin);
    const support::Position end = front_.sources.position(span.source, span.end);
    const std::string file = relative(front_.sources.name(span.source));
    const std::string last =
        end.line == begin.line ? std::to_string(end.column) : fmt::format("{}:{}", end.line, end.column);
    return fmt::format("{}{}:{}-{}", file == "" ? "" : file + ":", begin.line, begin.column, last);
  }

  // Empty for the case itself.
  [[nodiscard]] std::string relative(const std::string& name) const {
    const std::string entry = front_.sources.size() > 0 ? front_.sources.name(support::SourceId(0)) : std::string();
    return name == entry ? std::string() : without_folder(name);
  }

  [[nodiscard]] std::string without_folder(std::string text) const {
    if (const std::size_t at = text.find("'" + folder_ + "'"); at != std::string::npos)
      text.replace(at + 1, folder_.size(), ".");
    for (std::size_t at = text.find(folder_); at != std::string::npos; at = text.find(folder_))
      text.erase(at, folder_.size());
    return text;
  }

  void message(const diagnostics::Diagnostic& d) {
    const char* const severity = d.severity == diagnostics::Severity::error ? "error" : "warning";
    text_ += fmt::format("{} {} {}: {}\n", place(d.primary.span), severity, diagnostics::info(d.code).id,
                         without_folder(d.message));
    if (!d.primary.text.empty()) text_ += fmt::format("    label: {}\n", d.primary.text);
    for (const diagnostics::Label& label : d.secondary)
      text_ += fmt::format("    {}: {}\n", place(label.span), label.text);
    for (const std::string& help : d.help) text_ += fmt::format("    help: {}\n", help);
    for (const std::string& note : d.notes) text_ += fmt::format("    note: {}\n", without_folder(note));
  }

  void type(const model::Layouts& layouts, const model::Definition& definition) {
    const model::Layout& layout = layouts[definition.type];
    text_ += fmt::format("type {}: size {}, align {}", definition.name, layout.size, layout.align);
    if (!layout.offsets.empty()) text_ += fmt::format(", offsets {}", fmt::join(layout.offsets, " "));
    text_ += definition.hidden ? ", hidden\n" : "\n";
  }

  void signature(const model::Layouts& layouts, const model::Function& function) {
    const model::Signature signature = model::lower(front_.model, layouts, function);
    text_ += fmt::format("  {} (", function.name);
    for (const model::CoreParam& param : signature.params)
      text_ += fmt::format("{}{}", &param == signature.params.data() ? "" : " ", model::name_of(param.core));
    text_ += ") -> (";
    for (const model::Core core : signature.results) text_ += model::name_of(core);
    text_ += function.noreturn ? ") noreturn\n" : ")\n";
  }

  const tests::FrontEnd& front_;
  std::string folder_;
  std::string text_;
};

std::optional<syntax::Dialect> forced_dialect(const std::string& path) {
  constexpr std::string_view directive = ";; dialect: ";
  const auto read = support::RealFiles().read(path);
  const auto* text = std::get_if<std::string>(&read);
  if (text == nullptr || !text->starts_with(directive)) return std::nullopt;
  return syntax::dialect_named(std::string_view(*text).substr(directive.size(), text->find('\n') - directive.size()));
}

}  // namespace

Answer answer(const std::string& path) {
  tests::FrontEnd front;
  front.read({path}, support::RealFiles(), forced_dialect(path));
  const std::string folder = std::filesystem::path(path).parent_path().string() + "/";
  return {.text = Printer(front, folder).run(),
          .errors = front.diagnostics.errors(),
          .warnings = front.diagnostics.warnings()};
}

}  // namespace cases
