// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "syntax/parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "support/suggest.h"
#include "syntax/passed_over.h"
#include "syntax/reader.h"

namespace syntax {
namespace {

using diagnostics::Code;
using diagnostics::Diagnostic;

class ItemReader {
 public:
  explicit ItemReader(Reader& reader) : reader_(reader), types_(reader) {}

  // What stands at the top level (`module` false) or inside a module.
  std::vector<Item> items(Cursor cursor, bool module) {
    std::vector<Item> items;
    while (!cursor.done()) {
      const NodeIndex node = cursor.take();
      if (std::optional<Item> read = item(node, module)) items.push_back(*std::move(read));
      // Words that stand where a form should are one mistake.
      if (reader_.tree().is_group(node)) continue;
      while (!cursor.done() && !reader_.tree().is_group(cursor.peek())) cursor.take();
    }
    return items;
  }

 private:
  struct Form {
    std::string_view head;
    std::optional<Item> (ItemReader::*parse)(NodeIndex, bool module);
  };
  static constexpr std::size_t form_count = 9;
  static const std::array<Form, form_count> forms;

  std::optional<Item> item(NodeIndex node, bool module) {
    const Tree& tree = reader_.tree();
    if (!tree.is_group(node)) {
      report_unknown(node, module);
      return std::nullopt;
    }
    const std::string_view head = tree.head(node);
    const Form* form = find_form(head);
    if (form == nullptr) form = report_unknown(node, module);
    return form == nullptr ? std::nullopt : (this->*(form->parse))(node, module);
  }

  static const Form* find_form(std::string_view head) {
    const auto* const found =
        std::find_if(forms.begin(), forms.end(), [head](const Form& form) { return form.head == head; });
    return found == forms.end() ? nullptr : found;
  }

  // The answer is the form that was meant, if a word was mistyped: what it defines is known to the rest of the text.
  const Form* report_unknown(NodeIndex node, bool module) {
    auto& diagnostic = reader_.diagnostics().report(
        Code::unknown_form, reader_.place(node),
        fmt::format("unexpected {} {}", reader_.describe(node), module ? "in a module" : "at the top level"));
    if (!reader_.tree().is_group(node)) return nullptr;
    const std::string_view head = reader_.tree().head(node);
    if (head == "witx" || head.starts_with("assert_")) {
      diagnostic.with_help("this is a test script for readers of witx; the definitions are in the files that it loads");
      return nullptr;
    }
    if (head == "func" && module) {
      diagnostic.with_help("write '(@interface func (export \"name\") (param $x u32))'");
      return nullptr;
    }
    if (const std::string_view word = reader_.witx_head(node); !word.empty()) {
      constexpr std::array<std::string_view, 1> known{"const"};
      const bool meant = !support::closest(word, known).empty();
      diagnostic.with_help(meant ? "did you mean '(@witx const ...)'?"
                                 : "what stands here with '@witx' is '(@witx const $type $name 1)'");
      return nullptr;
    }
    std::vector<std::string_view> heads;
    for (const Form& form : forms) heads.push_back(form.head);
    const std::string_view meant = support::closest(head, heads);
    if (meant.empty() || meant == "@witx") return nullptr;
    diagnostic.with_help(fmt::format("did you mean '{}'?", meant));
    return find_form(meant);
  }

  // A cursor behind the head of a group.
  [[nodiscard]] Cursor inside(NodeIndex node) const {
    Cursor cursor(reader_.tree(), node);
    cursor.take();
    return cursor;
  }

  std::optional<Item> use(NodeIndex node, bool /*module*/) {
    Cursor cursor = inside(node);
    if (!cursor.done() && reader_.is(cursor.peek(), TokenKind::string)) {
      reader_.note(Feature::use_path, node);
      const support::Span span = reader_.tree().span(cursor.peek());
      UsePath use{.path = unescape(reader_.tree().node_text(cursor.take())), .span = span};
      if (!reader_.end(cursor, "use")) return std::nullopt;
      return use;
    }
    return use_names(cursor, node);
  }

  std::optional<Item> use_names(Cursor& cursor, NodeIndex node) {
    UseNames use{.items = {}, .module = {}, .span = reader_.place(node)};
    if (!cursor.done() && reader_.is_word(cursor.peek(), "*")) {
      cursor.take();
    } else {
      while (!cursor.done() && !reader_.is_word(cursor.peek(), "from")) {
        std::optional<UseNames::Item> item = used_name(cursor);
        if (!item) return std::nullopt;
        use.items.push_back(*item);
      }
      if (use.items.empty()) {
        reader_.expected(cursor, "a path in quotes or names", Code::expected_name);
        return std::nullopt;
      }
    }
    reader_.note(Feature::use_names, node);
    if (!reader_.keyword(cursor, "from")) return std::nullopt;
    const std::optional<Name> module = reader_.identifier(cursor, "the name of a module");
    if (!module || !reader_.end(cursor, "use")) return std::nullopt;
    use.module = *module;
    return use;
  }

  std::optional<UseNames::Item> used_name(Cursor& cursor) {
    if (!reader_.tree().is_group(cursor.peek())) {
      const std::optional<Name> name = reader_.identifier(cursor, "a name");
      return name ? std::optional(UseNames::Item{.name = *name, .local = *name}) : std::nullopt;
    }
    Cursor inner(reader_.tree(), cursor.take());
    const std::optional<Name> name = reader_.identifier(inner, "a name");
    if (!name || !reader_.keyword(inner, "as")) return std::nullopt;
    const std::optional<Name> local = reader_.identifier(inner, "a name");
    if (!local || !reader_.end(inner, "as")) return std::nullopt;
    return UseNames::Item{.name = *name, .local = *local};
  }

  std::optional<Item> type_definition(NodeIndex node, bool module) {
    if (module) reader_.note(Feature::module_scope, node);
    Cursor cursor = inside(node);
    TypenameDecl decl{.name = {}, .docs = reader_.docs(node), .type = {}, .hidden = false};
    if (!cursor.done() && reader_.is_word(cursor.peek(), "hidden")) {
      reader_.note(Feature::hidden_type, cursor.take());
      decl.hidden = true;
    }
    const std::optional<Name> name = reader_.identifier(cursor, "a name");
    if (!name) return std::nullopt;
    decl.name = *name;
    decl.type = types_.type(cursor, "a type");
    reader_.end(cursor, "typename");
    return decl;
  }

  std::optional<Item> resource(NodeIndex node, bool module) {
    reader_.note(module ? Feature::module_scope : Feature::resource, node);
    Cursor cursor = inside(node);
    const std::optional<Name> name = reader_.identifier(cursor, "a name");
    if (!name || !reader_.end(cursor, "resource")) return std::nullopt;
    return ResourceDecl{.name = *name, .docs = reader_.docs(node)};
  }

  // (@witx const $type $name value)
  std::optional<Item> witx(NodeIndex node, bool module) {
    if (!reader_.is_witx_form(node, "const")) {
      report_unknown(node, module);
      return std::nullopt;
    }
    reader_.note(Feature::constant, node);
    Cursor cursor = inside(node);
    cursor.take();
    const std::optional<Name> type = reader_.identifier(cursor, "the name of a type");
    if (!type) return std::nullopt;
    const std::optional<Name> name = reader_.identifier(cursor, "the name of the constant");
    if (!name) return std::nullopt;
    const std::optional<Number> value = reader_.number(cursor, "a value");
    if (!value || !reader_.end(cursor, "@witx const")) return std::nullopt;
    return ConstDecl{.type = *type, .name = *name, .docs = reader_.docs(node), .value = *value};
  }

  std::optional<Item> module_form(NodeIndex node, bool module) {
    if (module) {
      reader_.diagnostics().report(Code::misplaced_form, reader_.place(node), "a module cannot hold another module");
      return std::nullopt;
    }
    Cursor cursor = inside(node);
    ModuleDecl decl{.name = {}, .docs = reader_.docs(node), .items = {}, .span = reader_.place(node)};
    if (!cursor.done() && reader_.is(cursor.peek(), TokenKind::identifier)) {
      decl.name = *reader_.identifier(cursor, "a name");
    } else {
      // Only the last dialect has modules that are named by their file.
      reader_.note(Feature::module_scope, node);
    }
    decl.items = items(cursor, true);
    return decl;
  }

  bool must_be_in_module(NodeIndex node, bool module) {
    if (module) return true;
    reader_.diagnostics()
        .report(Code::misplaced_form, reader_.place(node),
                fmt::format("{} outside of a module", reader_.describe(node)))
        .with_help("put it inside '(module $name ...)'");
    return false;
  }

  std::optional<Item> import(NodeIndex node, bool module) {
    if (!must_be_in_module(node, module)) return std::nullopt;
    reader_.note(Feature::memory_import, node);
    Cursor cursor = inside(node);
    const std::optional<Name> name = reader_.string(cursor, "the name of the import in quotes");
    if (!name) return std::nullopt;
    if (cursor.done() || !reader_.is_form(cursor.peek(), "memory")) {
      reader_.expected(cursor, "'(memory)'");
      return std::nullopt;
    }
    Cursor memory = inside(cursor.take());
    if (!reader_.end(memory, "memory") || !reader_.end(cursor, "import")) return std::nullopt;
    return ImportDecl{.name = *name, .docs = reader_.docs(node)};
  }

  // (@interface func (export "name") ...)
  std::optional<Item> interface(NodeIndex node, bool module) {
    if (!must_be_in_module(node, module)) return std::nullopt;
    reader_.note(Feature::interface_function, node);
    Cursor cursor = inside(node);
    if (!reader_.keyword(cursor, "func")) return std::nullopt;
    if (cursor.done() || !reader_.is_form(cursor.peek(), "export")) {
      reader_.expected(cursor, "'(export \"name\")'");
      return std::nullopt;
    }
    Cursor name_cursor = inside(cursor.take());
    const std::optional<Name> name = reader_.string(name_cursor, "the name of the function in quotes");
    if (!name || !reader_.end(name_cursor, "export")) return std::nullopt;
    return function(*name, cursor, node, false);
  }

  // (export "name" (func ...))
  std::optional<Item> flat_function(NodeIndex node, bool module) {
    if (!must_be_in_module(node, module)) return std::nullopt;
    reader_.note(Feature::flat_function, node);
    Cursor cursor = inside(node);
    const std::optional<Name> name = reader_.string(cursor, "the name of the function in quotes");
    if (!name) return std::nullopt;
    if (cursor.done() || !reader_.is_form(cursor.peek(), "func")) {
      reader_.expected(cursor, "'(func ...)'");
      return std::nullopt;
    }
    FunctionDecl decl = function(*name, inside(cursor.take()), node, true);
    if (!reader_.end(cursor, "export")) return std::nullopt;
    return decl;
  }

  // (profile $name item...). The drafts of this form differ in the words around its two kinds of item: what a program must
  // export holds (@interface func ...), and whose functions it may call is the name of a module.
  std::optional<Item> profile(NodeIndex node, bool module) {
    if (module) {
      reader_.diagnostics().report(Code::misplaced_form, reader_.place(node), "a module cannot hold a profile");
      return std::nullopt;
    }
    reader_.note(Feature::profile, node);
    Cursor cursor = inside(node);
    const std::optional<Name> name = reader_.identifier(cursor, "a name");
    if (!name) return std::nullopt;
    ProfileDecl decl{.name = *name, .docs = reader_.docs(node), .functions = {}, .modules = {}};
    while (!cursor.done()) profile_item(cursor, decl);
    return decl;
  }

  void profile_item(Cursor& cursor, ProfileDecl& decl) {
    const NodeIndex node = cursor.peek();
    if (reader_.is_form(node, "@interface")) {
      cursor.take();
      profile_function(interface(node, true), decl);
      return;
    }
    if (!reader_.is_form(node, "import") && !reader_.is_form(node, "expose") && !reader_.is_form(node, "require")) {
      reader_.skip_unexpected(cursor, "'(import \"name\" (@interface func ...))' or '(expose $module)'",
                              Code::expected_form);
      return;
    }
    cursor.take();
    Cursor inner = inside(node);
    if (!inner.done() && reader_.is_form(inner.peek(), "@interface")) {
      profile_function(interface(inner.take(), true), decl);
    } else if (!inner.done() && reader_.is(inner.peek(), TokenKind::string)) {
      const Name name = *reader_.string(inner, "the name of a function");
      if (inner.done() || !reader_.is_form(inner.peek(), "@interface")) {
        reader_.expected(inner, "'(@interface func ...)'");
        return;
      }
      Cursor signature = inside(inner.take());
      if (reader_.keyword(signature, "func")) decl.functions.push_back(function(name, signature, node, false));
    } else if (const std::optional<Name> module = reader_.identifier(inner, "the name of a module")) {
      decl.modules.push_back(*module);
    }
    reader_.end(inner, reader_.tree().head(node));
  }

  static void profile_function(std::optional<Item> item, ProfileDecl& decl) {
    if (item) decl.functions.push_back(std::get<FunctionDecl>(*std::move(item)));
  }

  // What follows a function's name.
  FunctionDecl function(const Name& name, Cursor cursor, NodeIndex form, bool flat) {
    FunctionDecl decl{
        .name = name, .docs = reader_.docs(form), .params = {}, .results = {}, .noreturn = {}, .flat = flat};
    while (!cursor.done()) function_part(cursor, decl);
    return decl;
  }

  void function_part(Cursor& cursor, FunctionDecl& decl) {
    const NodeIndex node = cursor.peek();
    if (reader_.is_witx_form(node, "noreturn")) {
      cursor.take();
      reader_.note(Feature::noreturn, node);
      decl.noreturn = reader_.place(node);
      return;
    }
    constexpr std::array<std::string_view, 2> words{"param", "result"};
    std::string_view word = reader_.tree().is_group(node) ? reader_.tree().head(node) : std::string_view();
    if (std::find(words.begin(), words.end(), word) == words.end()) {
      Diagnostic& diagnostic =
          reader_.expected(cursor, "'(param ...)', '(result ...)' or '(@witx noreturn)'", Code::expected_form);
      word = support::closest(word, words);
      constexpr std::array<std::string_view, 1> attributes{"noreturn"};
      if (!support::closest(reader_.witx_head(node), attributes).empty()) {
        diagnostic.with_help("did you mean '(@witx noreturn)'?");
        decl.noreturn = reader_.place(node);
      }
      if (word.empty()) {
        reader_.skip(cursor);
        return;
      }
      diagnostic.with_help(fmt::format("did you mean '{}'?", word));
    }
    cursor.take();
    Cursor inner = inside(node);
    const bool param = word == words.front();
    std::optional<FieldExpr> field = types_.field(inner, node, word);
    if (field) (param ? decl.params : decl.results).push_back(*std::move(field));
    if (decl.results.size() == 2 && !decl.flat) reader_.note(Feature::several_results, node);
  }

  Reader& reader_;
  TypeReader types_;
};

const std::array<ItemReader::Form, ItemReader::form_count> ItemReader::forms{{
    {"use", &ItemReader::use},
    {"typename", &ItemReader::type_definition},
    {"module", &ItemReader::module_form},
    {"profile", &ItemReader::profile},
    {"resource", &ItemReader::resource},
    {"import", &ItemReader::import},
    {"export", &ItemReader::flat_function},
    {"@interface", &ItemReader::interface},
    {"@witx", &ItemReader::witx},
}};

}  // namespace

Ast parse(const Tree& tree, diagnostics::Sink& diagnostics) {
  Ast ast{.source = tree.source, .types = {}, .items = {}, .features = {}};
  Reader reader(tree, ast, diagnostics);
  ast.items = ItemReader(reader).items(Cursor(tree), false);
  report_passed_over(reader, diagnostics);
  return ast;
}

}  // namespace syntax
