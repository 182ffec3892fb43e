// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Which item of the definitions a name of a text means. Case and separators do not count, and conventional prefixes and endings
// (`__WASI_`, `k`, `_t`) are left out; a name that fits two items, or none, means nothing.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/claims.h"
#include "audit/items.h"

namespace audit {

// Letters and digits alone, in lower case.
[[nodiscard]] std::string squashed(std::string_view name);
// The words of a name in any style, in lower case: "fdRead_2" is fd, read, 2.
[[nodiscard]] std::vector<std::string> words_of(std::string_view name);

struct ValueMatch {
  const ValueType* type = nullptr;
  const NamedValue* value = nullptr;
  // Only a short conventional prefix says so: POSIX has such names, too.
  bool is_weak = false;
  // Of several ways to read a name the least one counts: the type's own name, its plural or singular, a short prefix.
  int rank = 0;
};

// Names of the text and the items that a user says they mean: "errno", "errno.badf", "filestat.size", "fd_read".
using NameMap = std::map<std::string, std::string, std::less<>>;

class Names {
 public:
  Names(const Items& items, const NameMap& map);

  [[nodiscard]] std::optional<ValueMatch> value(const ValueClaim& claim) const;
  // A value of `type` that is called just so.
  [[nodiscard]] const NamedValue* value_of(const ValueType& type, std::string_view name) const;
  [[nodiscard]] const ValueType* value_type(std::string_view name) const;
  [[nodiscard]] const TypeItem* type(std::string_view name) const;
  [[nodiscard]] const RecordItem* record(std::string_view name) const;
  // Of a function such as `write_filestat`: the record.
  [[nodiscard]] const RecordItem* record_in(std::string_view name) const;
  // `has_prefix`: whether the name itself says that it is one of the definitions'.
  [[nodiscard]] const FunctionItem* function(std::string_view name, bool* has_prefix = nullptr) const;
  // One of `fields` that is meant by a name.
  [[nodiscard]] const FieldItem* field(const RecordItem& record, const std::vector<FieldItem>& fields,
                                       std::string_view name) const;
  // Whether the right side of a map, such as "errno.badf", is one item of the definitions.
  [[nodiscard]] bool is_item(std::string_view item) const;

 private:
  [[nodiscard]] std::string mapped(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> forms(std::string_view name) const;

  const Items& items_;
  const NameMap& map_;
  std::map<std::string, const TypeItem*> types_;
  std::map<std::string, const RecordItem*> records_;
  std::map<std::string, const ValueType*> value_types_;
  std::map<std::string, const FunctionItem*> functions_;
  // By type and value; of every way to write one, and whether that is a weak one. Ambiguous ones have no value.
  std::map<std::string, ValueMatch> values_;
};

}  // namespace audit
