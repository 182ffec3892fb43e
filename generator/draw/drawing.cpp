// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "draw/drawing.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "model/match.h"

namespace draw {
namespace {

using model::TypeId;

// Cases that carry nothing share a layer, whose title names this many of them.
constexpr std::size_t most_named = 4;

class Drawer {
 public:
  Drawer(const model::Model& model, const model::Layouts& layouts, Depth depth)
      : model_(model), layouts_(layouts), depth_(depth) {}

  Drawing run(TypeId id) {
    const TypeId bare = behind_names(id);
    if (const auto* flags = std::get_if<model::Flags>(&model_.types[bare].shape)) return bits(*flags);
    const std::uint64_t size = layouts_[bare].size;
    if (has_layers(bare)) {
      add_layers({.prefix = {}, .owner = {}, .offset = 0, .type = bare});
    } else {
      layer_ = begin_layer({}, 0);
      open(bare, 0, {});
      end_layer(size);
    }
    // A variant within a variant waits until its own layer is done.
    for (std::vector<Waiting> now; !(now = std::exchange(waiting_, {})).empty();) {
      for (const Waiting& variant : now) add_layers(variant);
    }
    return {.unit = Drawing::Unit::byte, .size = size, .layers = std::move(layers_)};
  }

 private:
  // A variant or union within, whose cases are drawn behind what it is in.
  struct Waiting {
    std::string prefix;
    // The member of the drawn type that it is in; empty of the drawn type itself.
    std::string owner;
    std::uint64_t offset = 0;
    TypeId type;
  };

  [[nodiscard]] TypeId behind_names(TypeId id) const {
    const auto* alias = std::get_if<model::Alias>(&model_.types[id].shape);
    return alias == nullptr ? id : alias->target;
  }

  [[nodiscard]] bool has_layers(TypeId bare) const {
    const model::Type::Shape& shape = model_.types[bare].shape;
    return std::holds_alternative<model::Variant>(shape) || std::holds_alternative<model::Union>(shape);
  }

  static Drawing bits(const model::Flags& flags) {
    Drawing drawing{.unit = Drawing::Unit::bit, .size = bits_of(flags.repr), .layers = {{}}};
    std::vector<Part>& parts = drawing.layers.front().parts;
    for (const model::Value& flag : flags.flags)
      parts.push_back(
          {.kind = Kind::member, .offset = flag.value, .size = 1, .name = flag.name, .type = {}, .owner = flag.name});
    std::ranges::sort(parts, {}, &Part::offset);
    std::uint64_t end = 0;
    std::vector<Part> whole;
    const auto fill = [&](std::uint64_t until) {
      if (until > end) whole.push_back({.kind = Kind::padding, .offset = end, .size = until - end});
    };
    for (Part& part : parts) {
      fill(part.offset);
      end = part.offset + 1;
      whole.push_back(std::move(part));
    }
    fill(drawing.size);
    parts = std::move(whole);
    return drawing;
  }

  Layer begin_layer(std::string title, std::uint64_t offset) {
    end_ = offset;
    return {.title = std::move(title), .parts = {}};
  }

  void fill(std::uint64_t until) {
    if (until > end_) layer_.parts.push_back({.kind = Kind::padding, .offset = end_, .size = until - end_});
    end_ = std::max(end_, until);
  }

  [[nodiscard]] std::string owner_of(const std::string& name) const {
    return owner_.empty() ? name.substr(0, name.find('.')) : owner_;
  }

  void end_layer(std::uint64_t until) {
    fill(until);
    for (Part& part : layer_.parts) part.owner = owner_of(part.name);
    count_ += layer_.parts.size();
    layers_.push_back(std::move(layer_));
    layer_ = {};
  }

  void add(Kind kind, std::uint64_t offset, std::uint64_t size, std::string name, TypeId type) {
    fill(offset);
    layer_.parts.push_back({.kind = kind, .offset = offset, .size = size, .name = std::move(name), .type = type});
    end_ = offset + size;
  }

  static std::string below(const std::string& prefix, std::string_view name) {
    return prefix.empty() ? std::string(name) : fmt::format("{}.{}", prefix, name);
  }

  // A member: as one part, or opened.
  void member(TypeId type, std::uint64_t offset, const std::string& name) {
    const TypeId bare = behind_names(type);
    const std::uint64_t size = layouts_[bare].size;
    if (size == 0) return;
    const bool full = count_ + layer_.parts.size() >= most_parts;
    if (depth_ == Depth::members || full) return add(Kind::member, offset, size, name, type);
    if (has_layers(bare)) {
      waiting_.push_back({.prefix = name, .owner = owner_of(name), .offset = offset, .type = bare});
      return add(Kind::member, offset, size, name, type);
    }
    open(bare, offset, name, type);
  }

  // What a type without layers is made of; `name` is empty for the type that is drawn itself.
  void open(TypeId bare, std::uint64_t offset, const std::string& name, TypeId type = {}) {
    const model::Layout& layout = layouts_[bare];
    const auto whole = [&] {
      if (layout.size > 0) add(Kind::member, offset, layout.size, name.empty() ? "value" : name, type ? type : bare);
    };
    model::match(
        model_.types[bare].shape,
        [&](const model::Record& record) {
          for (std::size_t i = 0; i < record.fields.size(); ++i)
            member(record.fields[i].type, offset + layout.offsets[i], below(name, record.fields[i].name));
        },
        [&](const model::OneOf<model::List, model::Buffer> auto& /*list*/) {
          const std::uint64_t word = layouts_.target().pointer_size;
          add(Kind::member, offset, word, below(name, "address"), {});
          add(Kind::member, offset + word, word, below(name, "length"), {});
        },
        [&](const model::OneOf<model::Unknown, model::Primitive, model::Alias, model::Bool, model::Enum, model::Int,
                               model::Flags, model::Variant, model::Union, model::Pointer, model::Handle> auto&) {
          whole();
        });
  }

  void add_layers(const Waiting& within) {
    owner_ = within.owner;
    model::match(
        model_.types[within.type].shape, [&](const model::Variant& variant) { cases(within, variant); },
        [&](const model::Union& u) {
          for (const model::Field& m : u.members) {
            layer_ = begin_layer(titled(within, m.name), within.offset);
            member(m.type, within.offset, m.name);
            end_layer(within.offset + layouts_[within.type].size);
          }
        },
        [](const model::OneOf<model::Unknown, model::Primitive, model::Alias, model::Bool, model::Enum, model::Int,
                              model::Flags, model::Record, model::List, model::Pointer, model::Handle,
                              model::Buffer> auto&) {});
  }

  static std::string titled(const Waiting& within, std::string_view text) {
    return within.prefix.empty() ? std::string(text) : fmt::format("{}: {}", within.prefix, text);
  }

  void cases(const Waiting& within, const model::Variant& variant) {
    const model::Layout& layout = layouts_[within.type];
    std::string bare;
    std::size_t without = 0;
    const auto draw = [&](std::string_view title, std::size_t i, bool has_payload) {
      layer_ = begin_layer(titled(within, title), within.offset);
      add(Kind::tag, within.offset, size_of(variant.repr), "tag", variant.tag);
      if (has_payload) member(variant.cases[i].payload, within.offset + layout.offsets[i], variant.cases[i].name);
      end_layer(within.offset + layout.size);
    };
    for (std::size_t i = 0; i < variant.cases.size(); ++i) {
      const model::Case& c = variant.cases[i];
      const std::string title = fmt::format("{} {}", i, c.name);
      if (c.payload && layouts_[c.payload].size > 0) {
        draw(title, i, true);
      } else if (without++ < most_named) {
        bare += (bare.empty() ? "" : ", ") + title;
      }
    }
    if (without > most_named) bare += fmt::format(" and {} more", without - most_named);
    if (without > 0) draw(bare, 0, false);
  }

  const model::Model& model_;
  const model::Layouts& layouts_;
  Depth depth_;
  std::vector<Layer> layers_;
  // The one that is being made, and where it ends so far.
  Layer layer_;
  std::uint64_t end_ = 0;
  // Of whose cases it shows one.
  std::string owner_;
  // Parts in finished layers.
  std::size_t count_ = 0;
  std::vector<Waiting> waiting_;
};

bool same_parts(const Layer& one, const Layer& other) {
  return one.title == other.title && std::ranges::equal(one.parts, other.parts, [](const Part& a, const Part& b) {
           return a.kind == b.kind && a.offset == b.offset && a.size == b.size && a.name == b.name;
         });
}

}  // namespace

Drawing drawing_of(const model::Model& model, const model::Layouts& layouts, TypeId id, Depth depth) {
  return Drawer(model, layouts, depth).run(id);
}

std::string words_of(const Drawing& drawing, const Part& part) {
  const std::string_view name = part.kind == Kind::padding ? "padding" : std::string_view(part.name);
  if (drawing.unit == Drawing::Unit::bit) return fmt::format("{}: bit {}", name, part.offset);
  return fmt::format("{}: {} byte{} at {}", name, part.size, part.size == 1 ? "" : "s", part.offset);
}

bool same(const Drawing& one, const Drawing& other) {
  return one.unit == other.unit && one.size == other.size && std::ranges::equal(one.layers, other.layers, same_parts);
}

}  // namespace draw
