// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "model/wire.h"
#include "model/wire_walk.h"

namespace model {
namespace {

// The numbers that stand for something in an integer.
struct NamedValues {
  std::map<std::string_view, std::uint64_t> names;
  // Whether other numbers are not legal values, and then whether they are bits that are set together or values of which one is
  // sent.
  bool closed = false;
  bool bits = false;
};

class ValueReader {
 public:
  explicit ValueReader(NamedValues& values) : values_(values) {}

  void operator()(const Bool& /*shape*/) {
    values_.closed = true;
    values_.names = {{"false", 0}, {"true", 1}};
  }
  void operator()(const Enum& e) {
    values_.closed = true;
    for (const Value& c : e.cases) values_.names.emplace(c.name, c.value);
  }
  void operator()(const Flags& f) {
    values_.closed = values_.bits = true;
    for (const Value& flag : f.flags) values_.names.emplace(flag.name, std::uint64_t{1} << (flag.value % 64));
  }
  void operator()(const Int& i) {
    for (const Value& constant : i.constants) values_.names.emplace(constant.name, constant.value);
  }
  void operator()(const Variant& v) {
    values_.closed = true;
    for (std::size_t i = 0; i < v.cases.size(); ++i) values_.names.emplace(v.cases[i].name, i);
  }
  template <typename Shape>
  void operator()(const Shape& /*shape*/) {}

 private:
  NamedValues& values_;
};

NamedValues values_of(const Model& model, const Leaf& leaf) {
  NamedValues values;
  if (leaf.values) std::visit(ValueReader(values), resolved(model, leaf.values).shape);
  return values;
}

std::vector<std::uint64_t> sorted_values(const NamedValues& values) {
  std::vector<std::uint64_t> list;
  for (const auto& [name, value] : values.names) list.push_back(value);
  std::ranges::sort(list);
  return list;
}

std::optional<std::string> values_differ(const NamedValues& a, const NamedValues& b) {
  for (const auto& [name, value] : a.names) {
    const auto other = b.names.find(name);
    if (other != b.names.end() && other->second != value)
      return fmt::format("'{}' is {} instead of {}", name, other->second, value);
  }
  if (!a.closed || !b.closed) return std::nullopt;
  if (a.bits != b.bits) return b.bits ? "a set of bits instead of one value" : "one value instead of a set of bits";
  if (sorted_values(a) != sorted_values(b)) return b.bits ? "other bits" : "other values";
  return std::nullopt;
}

std::string word(const Leaf& leaf) {
  switch (leaf.kind) {
    case Leaf::Kind::integer: return fmt::format("{}{}", leaf.is_signed ? 's' : 'u', 8 * leaf.bytes);
    case Leaf::Kind::floating: return fmt::format("f{}", 8 * leaf.bytes);
    case Leaf::Kind::handle: return "a handle";
    case Leaf::Kind::address: return "an address";
    case Leaf::Kind::choice: return fmt::format("a variant of {} cases", leaf.parts.size());
    case Leaf::Kind::overlay: return fmt::format("a union of {} members", leaf.parts.size());
    case Leaf::Kind::whole: return "a value";
  }
  return {};
}

std::string_view without_article(std::string_view words) {
  for (const std::string_view article : {"a ", "an "}) {
    if (words.starts_with(article)) return words.substr(article.size());
  }
  return words;
}

std::string spelled_place(std::uint64_t place, Space space) {
  if (space == Space::memory) return fmt::format("at byte {} behind an address", place);
  if (place >= WireForm::result_place) return "as its result";
  return fmt::format("in slot {}", place);
}

std::string core_signature(const Signature& signature) {
  std::string text = "(";
  for (const CoreParam& param : signature.params)
    text += fmt::format("{}{}", text.size() > 1 ? ", " : "", name_of(param.core));
  text += ')';
  for (const Core core : signature.results) text += fmt::format(" -> {}", name_of(core));
  return text;
}

}  // namespace

bool SameWire::types(TypeId before, TypeId after) const {
  if (before_.region(before).number != after_.region(after).number) return false;
  return !behind({{.before = before, .after = after, .space = Space::memory}});
}

SameWire::Difference SameWire::difference(const WireForm& before, const WireForm& after, std::uint64_t slot) const {
  const auto at = [slot](const WireForm& form) { return std::ranges::find(form.region.leaves, slot, &Leaf::place); };
  const auto a = at(before);
  const auto b = at(after);
  if (a == before.region.leaves.end() || b == after.region.leaves.end()) return std::nullopt;
  std::vector<Open> open;
  if (Difference found = leaves(*a, *b, Space::slots, open)) return found;
  return behind(std::move(open));
}

SameWire::Difference SameWire::difference(const WireForm& before, const WireForm& after) const {
  const std::string old_core = core_signature(before.signature);
  const std::string new_core = core_signature(after.signature);
  if (old_core != new_core) return fmt::format("has the core signature {} instead of {}", new_core, old_core);
  if (before.noreturn != after.noreturn) return after.noreturn ? "never returns now" : "returns now";
  std::vector<Open> open;
  if (Difference found = regions(before.region, after.region, Space::slots, open)) return found;
  return behind(std::move(open));
}

SameWire::Difference SameWire::behind(std::vector<Open> open) const {
  std::set<Open> seen;
  while (!open.empty()) {
    const Open next = open.back();
    open.pop_back();
    if (same_.contains(next) || !seen.insert(next).second) continue;
    const Region& before = before_.region(next.before, next.space);
    const Region& after = after_.region(next.after, next.space);
    if (Difference found = regions(before, after, next.space, open)) return found;
  }
  same_.merge(seen);
  return std::nullopt;
}

// What differs first; the leaves do, or where the value ends.
SameWire::Difference SameWire::first_difference(const Region& before, const Region& after, Space space) const {
  // Of leaves and pieces; beyond it, that something differs must be words enough.
  constexpr std::size_t most_looked_at = 1'000'000;
  std::vector<Open> open;
  LeafCursor a(before_, space, before);
  LeafCursor b(after_, space, after);
  for (std::size_t looked_at = 0; !a.ended() && !b.ended(); ++looked_at) {
    if (looked_at == most_looked_at) return fmt::format("exchanges other values of {} bytes", after.extent);
    const Leaf p = a.leaf();
    const Leaf q = b.leaf();
    const bool p_whole = p.kind == Leaf::Kind::whole;
    const bool q_whole = q.kind == Leaf::Kind::whole;
    if (p_whole && q_whole && p.place == q.place && a.inside().number == b.inside().number) {
      a.skip();
      b.skip();
      continue;
    }
    if (p_whole || q_whole) {
      p_whole ? a.enter() : b.enter();
      continue;
    }
    if (Difference found = leaves(p, q, space, open)) return found;
    a.skip();
    b.skip();
  }
  if (!a.ended()) return fmt::format("no longer exchanges {} {}", word(a.leaf()), spelled_place(a.leaf().place, space));
  if (!b.ended()) return fmt::format("exchanges {} {} as well", word(b.leaf()), spelled_place(b.leaf().place, space));
  if (before.extent != after.extent)
    return fmt::format("exchanges values of {} bytes instead of {}", after.extent, before.extent);
  return "exchanges values of another alignment";
}

SameWire::Difference SameWire::regions(const Region& before, const Region& after, Space space,
                                       std::vector<Open>& open) const {
  if (before.number != after.number) return first_difference(before, after, space);
  Difference difference;
  RegionWalk there(before_, after_, space);
  const bool same = there.run(before, after, [&](const Leaf& a, const Leaf& b) {
    difference = leaves(a, b, space, open);
    return !difference;
  });
  if (!same) return difference;
  // A name that both sides have stands for another place: each side has a place for it that the other has not.
  if (there.missing().empty()) return std::nullopt;
  RegionWalk back(after_, before_, space);
  back.run(after, before, nullptr);
  for (const auto& [name, place] : there.missing()) {
    const auto now = back.missing().find(name);
    if (now == back.missing().end()) continue;
    return fmt::format("exchanges '{}' {} instead of {}", name.first, spelled_place(now->second, space),
                       spelled_place(place, space));
  }
  return std::nullopt;
}

// The parts of `after` in the order of those of `before` that they stand for: cases by their values, members that share their bytes
// by their names and, where there is none of the name, by what they are.
std::vector<WirePart> SameWire::paired(const Leaf& before, const Leaf& after, Space space) const {
  if (before.kind != Leaf::Kind::overlay) return after.parts;
  std::vector<WirePart> left = after.parts;
  std::vector<WirePart> parts(before.parts.size());
  const auto take = [&](std::size_t i, auto matches) {
    const auto found = std::ranges::find_if(left, matches);
    if (found == left.end()) return;
    parts[i] = *found;
    left.erase(found);
  };
  for (std::size_t i = 0; i < parts.size(); ++i)
    take(i, [&](const WirePart& q) { return q.name == before.parts[i].name; });
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].type) continue;
    const std::uint32_t number = before_.number(before, before.parts[i], space);
    take(i, [&](const WirePart& q) { return after_.number(after, q, space) == number; });
    if (!parts[i].type && !left.empty()) take(i, [](const WirePart&) { return true; });
  }
  return parts;
}

SameWire::Difference SameWire::leaves(const Leaf& before, const Leaf& after, Space space,
                                      std::vector<Open>& open) const {
  const std::string at = spelled_place(after.place, space);
  const std::string a = word(before);
  const std::string b = word(after);
  if (a != b) return fmt::format("exchanges {} {} instead of {}", b, at, a);
  if (before.place != after.place)
    return fmt::format("exchanges {} {} instead of {}", b, at, spelled_place(before.place, space));
  if (before.bytes != after.bytes || before.payload != after.payload || before.half != after.half ||
      before.parts.size() != after.parts.size())
    return fmt::format("exchanges another kind of {} {}", without_article(b), at);
  if (before.writer != after.writer && before.writer != Leaf::Writer::either && after.writer != Leaf::Writer::either)
    return fmt::format("exchanges {} {} behind which {} writes now", b, at,
                       after.writer == Leaf::Writer::callee ? "the callee" : "the caller");
  if (Difference found = values_differ(values_of(before_.model(), before), values_of(after_.model(), after)))
    return fmt::format("exchanges {} {}: {}", b, at, *found);

  const Space inner = before.kind == Leaf::Kind::address ? Space::memory : space;
  const std::vector<WirePart> parts = paired(before, after, space);
  for (std::size_t i = 0; i < before.parts.size(); ++i) {
    const WirePart& p = before.parts[i];
    const WirePart& q = parts[i];
    const std::uint32_t number = before_.number(before, p, space);
    if (number != after_.number(after, q, space)) {
      // What differs behind an address is worth more words than that something does.
      if (before.kind == Leaf::Kind::address && p.type && q.type) {
        return first_difference(before_.region(p.type), after_.region(q.type), Space::memory);
      }
      return before.kind == Leaf::Kind::address
                 ? fmt::format("exchanges something else behind the address {}", at)
                 : fmt::format("exchanges another kind of {} {}", without_article(b), at);
    }
    const auto named = std::ranges::find(after.parts, p.name, &WirePart::name);
    if (!p.name.empty() && named != after.parts.end() &&
        (named->value != p.value || after_.number(after, *named, space) != number))
      return fmt::format("exchanges {} {}: '{}' stands for another", b, at, p.name);
    if (p.type && q.type) open.push_back({.before = p.type, .after = q.type, .space = inner});
  }
  return std::nullopt;
}

}  // namespace model
