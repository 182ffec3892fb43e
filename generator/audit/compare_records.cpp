// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Records as they are declared: which fields, in which order, how wide, where.
#include <fmt/format.h>

#include <algorithm>

#include "audit/comparison.h"

namespace audit {
namespace {

using diagnostics::Code;

struct Laid {
  const FieldClaim* claim = nullptr;
  const FieldItem* item = nullptr;
  Shape shape;
  // Unknown behind a field whose size is.
  std::optional<std::uint64_t> offset;
};

const char* bytes(std::uint64_t count) { return count == 1 ? "byte" : "bytes"; }

class Record {
 public:
  Record(Comparison& comparison, const RecordClaim& claim, const RecordItem& item)
      : c_(comparison), claim_(claim), item_(item) {}

  void compare() {
    lay_out();
    if (!is_certain()) {
      c_.unknown(claim_.range);
      return;
    }
    const std::size_t before = c_.summary.differ;
    const bool all_there = fields();
    if (c_.summary.differ == before && all_there) places();
  }

 private:
  // Whether a record is the one of the definitions, and not what a program keeps of it: where programs seldom share records with
  // others, it has all of the fields.
  [[nodiscard]] bool is_certain() const {
    const std::string_view language = c_.claims->language->name;
    if (language != "Go" && language != "Swift") return true;
    return fields_.size() == item_.fields.size() &&
           std::all_of(fields_.begin(), fields_.end(), [](const Laid& laid) { return laid.item != nullptr; });
  }

  [[nodiscard]] const FieldItem* item_of(const FieldClaim& field) const {
    if (const FieldItem* found = c_.names.field(item_, item_.fields, field.name)) return found;
    // The payload of a variant has no name of its own.
    const std::string name = squashed(field.name);
    const bool is_payload =
        item_.is_variant && (name == "u" || name == "payload" || name == "data" || name == "value" || name == "inner" ||
                             name == "content" || name == "union" || name == "un");
    for (const FieldItem& each : item_.fields) {
      if (is_payload && each.is_payload) return &each;
    }
    return nullptr;
  }

  void lay_out() {
    const Shapes shapes(*c_.claims, c_.names);
    std::uint64_t next = 0;
    bool is_known = true;
    for (const FieldClaim& field : claim_.fields) {
      Laid laid{.claim = &field, .item = item_of(field), .shape = shapes.of(field.type), .offset = {}};
      is_known = is_known && laid.shape.is_known() && field.count > 0;
      if (is_known) {
        const std::uint32_t align = claim_.is_packed ? 1 : laid.shape.align;
        align_ = std::max(align_, align);
        next = (next + align - 1) / align * align;
        laid.offset = next;
        next += laid.shape.size * field.count;
      }
      if (laid.item == nullptr) c_.unknown(field.range);
      fields_.push_back(laid);
    }
    if (is_known) size_ = (next + align_ - 1) / align_ * align_;
  }

  // Each by itself. Answers whether all of them are there.
  bool fields() {
    bool all_there = true;
    std::size_t matched = 0;
    for (const FieldItem& item : item_.fields) {
      const bool there = std::any_of(fields_.begin(), fields_.end(), [&](const Laid& l) { return l.item == &item; });
      matched += there ? 1U : 0U;
    }
    for (const FieldItem& item : item_.fields) {
      const bool there = std::any_of(fields_.begin(), fields_.end(), [&](const Laid& l) { return l.item == &item; });
      if (there) continue;
      all_there = false;
      // A field of another name may be this one.
      const bool is_renamed =
          std::any_of(fields_.begin(), fields_.end(), [](const Laid& l) { return l.item == nullptr; });
      if (is_renamed || matched * 2 < item_.fields.size()) continue;
      c_.differ(Code::audit_missing_field, claim_.range,
                fmt::format("'{}' lacks the field {}.{}", claim_.name, item_.name, item.path), item.span);
    }
    const FieldItem* last = nullptr;
    for (const Laid& laid : fields_) {
      if (laid.item == nullptr) continue;
      if (last != nullptr && laid.item < last && all_there) {
        c_.differ(
            Code::audit_field_order, laid.claim->range,
            fmt::format("'{}' comes behind '{}' here, and before it in {}", laid.claim->name, last->name, item_.name),
            laid.item->span);
      } else {
        width(laid);
      }
      last = laid.item;
    }
    return all_there;
  }

  void width(const Laid& laid) {
    if (!laid.shape.is_known() || laid.claim->count == 0) {
      c_.unknown(laid.claim->range);
      return;
    }
    const std::uint64_t size = laid.shape.size * laid.claim->count;
    const bool same_type = laid.shape.item != nullptr && laid.shape.item->name == laid.item->type;
    if (size != laid.item->size && !same_type) {
      c_.differ(Code::audit_field_width, laid.claim->range,
                fmt::format("'{}' has {} {} here, and {}.{} has {}", laid.claim->name, size, bytes(size), item_.name,
                            laid.item->path, laid.item->size),
                laid.item->span);
    } else if (laid.shape.item == nullptr && laid.shape.sign != Sign::unknown && laid.item->sign != Sign::unknown &&
               laid.shape.sign != laid.item->sign) {
      c_.differ(Code::audit_sign, laid.claim->range,
                fmt::format("'{}' is {} here, and {}.{} is not", laid.claim->name,
                            laid.shape.sign == Sign::signed_ ? "signed" : "unsigned", item_.name, laid.item->path),
                laid.item->span);
    } else {
      c_.agree();
    }
  }

  // All together, once each is right.
  void places() {
    for (const Laid& laid : fields_) {
      if (laid.item == nullptr || !laid.offset) continue;
      if (*laid.offset == laid.item->offset) continue;
      c_.differ(Code::audit_field_offset, laid.claim->range,
                fmt::format("'{}' lies at {} here, and {}.{} at {}", laid.claim->name, *laid.offset, item_.name,
                            laid.item->path, laid.item->offset),
                laid.item->span);
      return;
    }
    if (!size_) return;
    if (*size_ == item_.size) {
      c_.agree();
      return;
    }
    c_.differ(
        Code::audit_size, claim_.range,
        fmt::format("'{}' has {} {} here, and {} has {}", claim_.name, *size_, bytes(*size_), item_.name, item_.size),
        item_.span);
  }

  Comparison& c_;
  const RecordClaim& claim_;
  const RecordItem& item_;
  std::vector<Laid> fields_;
  std::optional<std::uint64_t> size_;
  std::uint32_t align_ = 1;
};

}  // namespace

void compare_records(Comparison& c) {
  for (const RecordClaim& claim : c.claims->records) {
    if (!claim.is_laid_out || claim.is_union) continue;
    const RecordItem* item = claim.name.starts_with('{') ? nullptr : c.names.record(claim.name);
    if (item != nullptr) {
      Record(c, claim, *item).compare();
    } else {
      c.unknown(claim.range);
    }
  }
}

}  // namespace audit
