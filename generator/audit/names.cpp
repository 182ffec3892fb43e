// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "audit/names.h"

#include <algorithm>
#include <array>
#include <set>

namespace audit {
namespace {

// What bindings write before names of an interface, without separators.
constexpr std::array<std::string_view, 8> prefixes{"wasi", "imported", "snapshot", "preview1",
                                                   "p1",   "unstable", "raw",      "k"};
constexpr std::array<std::string_view, 3> endings{"t", "type", "struct"};

struct Short {
  std::string_view type;
  std::string_view prefix;
};
// What names of values traditionally begin with instead of their type's name.
constexpr std::array shorts{Short{"errno", "e"},
                            Short{"errno", "err"},
                            Short{"oflags", "o"},
                            Short{"signal", "sig"},
                            Short{"whence", "seek"},
                            Short{"sdflags", "shut"},
                            Short{"riflags", "sock"},
                            Short{"roflags", "sock"},
                            Short{"lookupflags", "lookup"},
                            Short{"fstflags", "filestatset"},
                            Short{"eventrwflags", "event"},
                            Short{"clockid", "clock"},
                            Short{"subclockflags", ""}};

// Words around a record's name in the name of a function.
constexpr std::array<std::string_view, 34> verbs{
    "read",        "write",  "get",    "set",    "to",     "from", "bytes",   "new",       "make",
    "create",      "store",  "load",   "encode", "decode", "into", "as",      "put",       "serialize",
    "deserialize", "parse",  "struct", "memory", "buffer", "mem",  "marshal", "unmarshal", "fill",
    "pack",        "unpack", "out",    "in",     "ptr",    "the",  "wasi"};

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string without_plural(const std::string& name) {
  return name.size() > 3 && name.ends_with('s') && !name.ends_with("ss") ? name.substr(0, name.size() - 1) : name + 's';
}

}  // namespace

std::string squashed(std::string_view name) {
  std::string squashed;
  for (const char c : name) {
    if (is_upper(c)) squashed += static_cast<char>(c - 'A' + 'a');
    if (is_lower(c) || is_digit(c)) squashed += c;
  }
  return squashed;
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  bool is_new = true;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (!is_upper(c) && !is_lower(c) && !is_digit(c)) {
      is_new = true;
      continue;
    }
    const bool begins =
        is_upper(c) && i > 0 && (!is_upper(name[i - 1]) || (i + 1 < name.size() && is_lower(name[i + 1])));
    if (is_new || begins) words.emplace_back();
    words.back() += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    is_new = false;
  }
  return words;
}

Names::Names(const Items& items, const NameMap& map) : items_(items), map_(map) {
  const auto add = [](auto& index, const std::string& name, const auto& item) {
    const auto [known, added] = index.emplace(name, &item);
    if (!added && known->second != &item) known->second = nullptr;
  };
  for (const TypeItem& type : items.types) add(types_, squashed(type.name), type);
  for (const RecordItem& record : items.records) add(records_, squashed(record.name), record);
  for (const ValueType& type : items.values) add(value_types_, squashed(type.name), type);
  for (const FunctionItem& function : items.functions) add(functions_, squashed(function.name), function);
  for (const ValueType& type : items.values) {
    const std::string own = squashed(type.name);
    std::map<std::string, int> begins{{own, 0}, {without_plural(own), 1}};
    for (const Short& each : shorts) {
      if (each.type == own) begins.emplace(each.prefix, 2);
    }
    for (const NamedValue& value : type.values) {
      for (const auto& [begin, rank] : begins) {
        const ValueMatch match{.type = &type, .value = &value, .is_weak = rank == 2, .rank = rank};
        const auto [known, added] = values_.emplace(begin + squashed(value.name), match);
        if (added || known->second.value == &value || known->second.rank < rank) continue;
        if (known->second.rank > rank) {
          known->second = match;
        } else {
          known->second.value = nullptr;
        }
      }
    }
  }
}

std::string Names::mapped(std::string_view name) const {
  const auto found = map_.find(name);
  return found == map_.end() ? std::string() : found->second;
}

// The name as it is, and without prefixes and endings, in the order in which they are tried.
std::vector<std::string> Names::forms(std::string_view name) const {
  if (const std::string item = mapped(name); !item.empty()) return {squashed(item)};
  std::vector<std::string> words = words_of(name);
  std::vector<std::string> found;
  const auto join = [](const std::vector<std::string>& all) {
    std::string joined;
    for (const std::string& word : all) joined += word;
    return joined;
  };
  found.push_back(join(words));
  std::set<std::string> modules;
  for (const std::string& module : items_.modules) modules.insert(squashed(module));
  while (words.size() > 1) {
    // "wasi_snapshot_preview1" and the like, word by word.
    const bool is_prefix = std::find(prefixes.begin(), prefixes.end(), words.front()) != prefixes.end();
    if (!is_prefix) break;
    words.erase(words.begin());
    found.push_back(join(words));
  }
  if (found.back().starts_with("wasi") && found.back().size() > 4) found.push_back(found.back().substr(4));
  if (words.size() > 1 && std::find(endings.begin(), endings.end(), words.back()) != endings.end()) {
    words.pop_back();
    found.push_back(join(words));
  }
  return found;
}

const ValueType* Names::value_type(std::string_view name) const {
  for (const std::string& form : forms(name)) {
    const auto found = value_types_.find(form);
    if (found != value_types_.end() && found->second != nullptr) return found->second;
    const auto other = value_types_.find(without_plural(form));
    if (other != value_types_.end() && other->second != nullptr) return other->second;
  }
  return nullptr;
}

const NamedValue* Names::value_of(const ValueType& type, std::string_view name) const {
  for (const NamedValue& value : type.values) {
    if (squashed(value.name) == squashed(name)) return &value;
  }
  return nullptr;
}

const TypeItem* Names::type(std::string_view name) const {
  for (const std::string& form : forms(name)) {
    const auto found = types_.find(form);
    if (found != types_.end()) return found->second;
  }
  return nullptr;
}

const RecordItem* Names::record(std::string_view name) const {
  for (const std::string& form : forms(name)) {
    const auto found = records_.find(form);
    if (found != records_.end()) return found->second;
  }
  return nullptr;
}

const RecordItem* Names::record_in(std::string_view name) const {
  if (const RecordItem* whole = record(name); whole != nullptr) return whole;
  std::string rest;
  for (const std::string& word : words_of(name)) {
    if (std::find(verbs.begin(), verbs.end(), word) == verbs.end()) rest += word;
  }
  const auto found = records_.find(rest);
  return found == records_.end() ? nullptr : found->second;
}

const FunctionItem* Names::function(std::string_view name, bool* has_prefix) const {
  bool is_first = true;
  for (const std::string& form : forms(name)) {
    const auto found = functions_.find(form);
    if (has_prefix != nullptr) *has_prefix = !is_first;
    if (found != functions_.end()) return found->second;
    is_first = false;
  }
  return nullptr;
}

std::optional<ValueMatch> Names::value(const ValueClaim& claim) const {
  if (const std::string item = mapped(claim.name); item.find('.') != std::string::npos) {
    const auto found = values_.find(squashed(item));
    return found == values_.end() || found->second.value == nullptr ? std::nullopt : std::optional(found->second);
  }
  const std::vector<std::string> names = forms(claim.name);
  // By what encloses it: the innermost name that is a type decides.
  for (const std::string_view container : claim.containers) {
    const ValueType* type = value_type(container);
    if (type == nullptr) continue;
    const std::string own = squashed(type->name);
    for (const std::string& begin : {std::string(), own, without_plural(own)}) {
      for (const NamedValue& value : type->values) {
        const bool is_it = std::find(names.begin(), names.end(), begin + squashed(value.name)) != names.end();
        if (is_it) return ValueMatch{.type = type, .value = &value};
      }
    }
    for (const std::string& name : names) {
      const auto found = values_.find(name);
      if (found != values_.end() && found->second.value != nullptr && found->second.type == type)
        return ValueMatch{.type = type, .value = found->second.value};
    }
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto found = values_.find(names[i]);
    if (found == values_.end()) continue;
    if (found->second.value == nullptr) return std::nullopt;
    ValueMatch match = found->second;
    match.is_weak = match.is_weak && i == 0;
    return match;
  }
  return std::nullopt;
}

const FieldItem* Names::field(const RecordItem& record, const std::vector<FieldItem>& fields,
                              std::string_view name) const {
  const std::string item = mapped(name);
  std::vector<std::string> names{squashed(name)};
  if (item.starts_with(record.name + '.')) names = {squashed(item.substr(record.name.size() + 1))};
  // Without a short prefix: `st_size`, `d_ino`.
  const std::size_t bar = name.find('_');
  if (bar != std::string_view::npos && bar > 0 && bar <= 2) names.push_back(squashed(name.substr(bar + 1)));
  const auto is = [&](const std::string& wanted) {
    return !wanted.empty() && std::find(names.begin(), names.end(), wanted) != names.end();
  };
  const auto without_prefix = [](const FieldItem& f) {
    const std::size_t at = f.name.find('_');
    return at != std::string::npos && at > 0 && at <= 2 ? squashed(f.name.substr(at + 1)) : std::string();
  };
  const FieldItem* found = nullptr;
  for (int rank = 0; rank < 4 && found == nullptr; ++rank) {
    for (const FieldItem& field : fields) {
      const bool fits = rank == 0   ? is(squashed(field.path))
                        : rank == 1 ? is(squashed(field.name))
                        : rank == 2 ? is(without_prefix(field))
                                    : is(squashed(field.type));
      if (!fits) continue;
      if (found != nullptr && (found->offset != field.offset || found->size != field.size)) return nullptr;
      if (found == nullptr) found = &field;
    }
  }
  return found;
}

bool Names::is_item(std::string_view item) const {
  const std::string name = squashed(item);
  const auto is_one = [&](const auto& index) {
    const auto found = index.find(name);
    return found != index.end() && found->second != nullptr;
  };
  const std::size_t dot = item.find('.');
  if (dot == std::string_view::npos) return is_one(types_) || is_one(value_types_) || is_one(functions_);
  const auto value = values_.find(name);
  if (value != values_.end() && value->second.value != nullptr) return true;
  const auto is_field = [&](const FieldItem& field) { return field.path == item.substr(dot + 1); };
  return std::any_of(items_.records.begin(), items_.records.end(), [&](const RecordItem& record) {
    return record.name == item.substr(0, dot) && (std::any_of(record.fields.begin(), record.fields.end(), is_field) ||
                                                  std::any_of(record.leaves.begin(), record.leaves.end(), is_field));
  });
}

}  // namespace audit
