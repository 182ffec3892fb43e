// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Numbers that are read and written by hand, against the fields of the record that a function or a parameter stands for.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "audit/comparison.h"

namespace audit {
namespace {

using diagnostics::Code;

struct Access {
  const AccessClaim* claim = nullptr;
  // What its names say; null: nothing.
  const FieldItem* named = nullptr;
  // What lies there.
  const FieldItem* there = nullptr;
};

// The record that an access is about, by the innermost name that says one.
const RecordItem* record_of(const Comparison& c, const AccessClaim& claim) {
  bool is_innermost = true;
  for (const std::string_view container : claim.containers) {
    if (const RecordItem* record = c.names.record_in(container)) return record;
    // The parameters belong to the innermost function.
    const FunctionItem* function = is_innermost ? c.names.function(container) : nullptr;
    is_innermost = false;
    if (function == nullptr) continue;
    const bool same = claim.params.size() == function->params.size() && claim.param < claim.params.size();
    if (!same || function->params[claim.param].pointee.empty()) return nullptr;
    return c.names.record(function->params[claim.param].pointee);
  }
  return nullptr;
}

// The field that the names around an access mean: the last one that means any.
const FieldItem* named_field(const Comparison& c, const RecordItem& record, const AccessClaim& claim) {
  const FieldItem* found = nullptr;
  for (const std::string_view name : claim.names) {
    const FieldItem* field = c.names.field(record, record.leaves, name);
    if (field == nullptr) continue;
    // Two names that mean different fields mean none.
    if (found != nullptr && found->offset != field->offset) return nullptr;
    found = field;
  }
  return found;
}

bool is_within(const AccessClaim& claim, const FieldItem& field) {
  return claim.offset >= field.offset && claim.offset + claim.bytes <= field.offset + field.size;
}

bool overlaps(const AccessClaim& claim, const FieldItem& field) {
  return claim.offset < field.offset + field.size && field.offset < claim.offset + claim.bytes;
}

class Group {
 public:
  Group(Comparison& comparison, const RecordItem& record) : c_(comparison), record_(record) {}

  void add(const AccessClaim& claim) {
    Access access{.claim = &claim, .named = named_field(c_, record_, claim), .there = nullptr};
    for (const FieldItem& leaf : record_.leaves) {
      if (claim.offset == leaf.offset && claim.bytes == leaf.size) access.there = &leaf;
    }
    accesses_.push_back(access);
  }

  void compare() {
    // An address that mostly points to other things is not the record's.
    const auto fitting = std::count_if(accesses_.begin(), accesses_.end(), [&](const Access& a) { return fits(a); });
    if (static_cast<std::size_t>(fitting) * 2 < accesses_.size() || fitting == 0) {
      for (const Access& access : accesses_) c_.unknown(access.claim->range);
      return;
    }
    for (const Access& access : accesses_) judge(access);
  }

 private:
  [[nodiscard]] bool fits(const Access& access) const {
    if (access.named == nullptr) return access.there != nullptr;
    return access.claim->offset == access.named->offset;
  }

  [[nodiscard]] std::string what(const Access& access) const {
    return fmt::format("{} {} byte{} at {}", access.claim->writes ? "writes" : "reads", access.claim->bytes,
                       access.claim->bytes == 1 ? "" : "s", access.claim->offset);
  }

  [[nodiscard]] static std::string where(const FieldItem& field) {
    return fmt::format("{} byte{} at {}", field.size, field.size == 1 ? "" : "s", field.offset);
  }

  void judge(const Access& access) {
    if (access.named != nullptr) {
      named(access, *access.named);
    } else if (access.there != nullptr) {
      swapped(access, *access.there);
    } else {
      unnamed(access);
    }
  }

  void swapped(const Access& access, const FieldItem& field) {
    if (!access.claim->is_swapped) {
      c_.agree();
      return;
    }
    c_.differ(Code::audit_byte_order, access.claim->range,
              fmt::format("{} in big-endian order, and numbers in linear memory are little-endian", what(access)),
              field.span);
  }

  void named(const Access& access, const FieldItem& field) {
    const AccessClaim& claim = *access.claim;
    if (claim.offset != field.offset) {
      // Half of a number that is read or written in parts.
      if (is_within(claim, field) && has_parts(field)) {
        c_.agree();
      } else {
        c_.differ(Code::audit_access_offset, claim.range,
                  fmt::format("{}, and {}.{} is {}", what(access), record_.name, field.path, where(field)), field.span);
      }
    } else if (claim.bytes < field.size ? !has_parts(field) : covers_another(claim, field)) {
      c_.differ(Code::audit_access_width, claim.range,
                fmt::format("{}, and {}.{} is {}", what(access), record_.name, field.path, where(field)), field.span);
    } else {
      swapped(access, field);
    }
  }

  // Whether a field is taken in several parts.
  [[nodiscard]] bool has_parts(const FieldItem& field) const {
    return std::count_if(accesses_.begin(), accesses_.end(), [&](const Access& a) {
             return is_within(*a.claim, field) && a.claim->bytes < field.size;
           }) > 1;
  }

  // Whether an access reaches into the next field; padding does no harm.
  [[nodiscard]] bool covers_another(const AccessClaim& claim, const FieldItem& field) const {
    if (claim.bytes <= field.size) return false;
    if (claim.offset + claim.bytes > record_.size) return true;
    return std::any_of(record_.leaves.begin(), record_.leaves.end(), [&](const FieldItem& leaf) {
      return overlaps(claim, leaf) && (leaf.offset != field.offset || leaf.size > field.size);
    });
  }

  // Nothing says which field is meant. What lies across two of them can be none.
  void unnamed(const Access& access) {
    const AccessClaim& claim = *access.claim;
    std::vector<const FieldItem*> touched;
    for (const FieldItem& leaf : record_.leaves) {
      if (!overlaps(claim, leaf)) continue;
      const bool is_new =
          std::none_of(touched.begin(), touched.end(), [&](const FieldItem* t) { return t->offset == leaf.offset; });
      if (is_new) touched.push_back(&leaf);
    }
    const bool is_split =
        touched.size() > 1 && claim.offset > touched.front()->offset && record_.fields.size() == record_.leaves.size();
    if (!is_split) {
      c_.unknown(claim.range);
      return;
    }
    c_.differ(Code::audit_access_offset, claim.range,
              fmt::format("{}, across {}.{} and {}.{}", what(access), record_.name, touched[0]->path, record_.name,
                          touched[1]->path),
              touched[1]->span);
  }

  Comparison& c_;
  const RecordItem& record_;
  std::vector<Access> accesses_;
};

}  // namespace

void compare_accesses(Comparison& c) {
  std::map<std::tuple<const RecordItem*, std::size_t, std::string>, std::vector<const AccessClaim*>> groups;
  for (const AccessClaim& claim : c.claims->accesses) {
    if (const RecordItem* record = record_of(c, claim)) groups[{record, claim.scope, claim.base}].push_back(&claim);
  }
  for (const auto& [key, claims] : groups) {
    Group group(c, *std::get<0>(key));
    for (const AccessClaim* claim : claims) group.add(*claim);
    group.compare();
  }
}

}  // namespace audit
