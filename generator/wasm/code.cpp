// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "wasm/code.h"

#include <utility>

#include "wasm/cursor.h"
#include "wasm/instructions.h"
#include "wasm/types.h"

namespace wasm {
namespace {

class Reader {
 public:
  explicit Reader(const Module& module) : used_(module.functions.size(), false) {}

  void use(std::uint32_t function) {
    if (function < used_.size()) used_[function] = true;
  }

  void bodies(Cursor& in) {
    const std::uint32_t count = in.count();
    for (std::uint32_t i = 0; i < count && in.ok() && known_; ++i) {
      Cursor body = in.part(in.u32());
      const std::uint32_t groups = body.count();
      for (std::uint32_t group = 0; group < groups && body.ok(); ++group) {
        static_cast<void>(body.u32());
        skip_type(body);
      }
      instructions(body);
      known_ = known_ && body.ok() && body.at_end();
    }
  }

  // A segment's first number says which of its parts are written.
  void segments(Cursor& in) {
    const std::uint32_t count = in.count();
    for (std::uint32_t i = 0; i < count && in.ok() && known_; ++i) {
      const std::uint32_t kind = in.u32();
      known_ = kind < 8;
      const bool is_active = (kind & 1U) == 0;
      const bool has_index = (kind & 2U) != 0;
      const bool has_expressions = (kind & 4U) != 0;
      if (is_active && has_index) static_cast<void>(in.u32());
      if (is_active) instructions(in);
      if (!is_active || has_index) has_expressions ? skip_type(in) : static_cast<void>(in.byte());
      const std::uint32_t elements = in.count();
      for (std::uint32_t element = 0; element < elements && in.ok() && known_; ++element) {
        if (has_expressions) {
          instructions(in);
        } else {
          use(in.u32());
        }
      }
    }
  }

  void globals(Cursor& in) {
    const std::uint32_t count = in.count();
    for (std::uint32_t i = 0; i < count && in.ok() && known_; ++i) {
      skip_type(in);
      static_cast<void>(in.byte());
      instructions(in);
    }
  }

  // A table may begin with what its elements are at first.
  void tables(Cursor& in) {
    const std::uint32_t count = in.count();
    for (std::uint32_t i = 0; i < count && in.ok() && known_; ++i) {
      const bool has_expression = read_table_begin(in);
      skip_type(in);
      static_cast<void>(read_limits(in));
      if (has_expression) instructions(in);
    }
  }

  [[nodiscard]] bool known() const { return known_; }
  // A section that has more bytes than its entries is one that nobody would run.
  void close(const Cursor& in) { known_ = known_ && in.ok() && in.at_end(); }
  [[nodiscard]] std::vector<bool> take() { return std::move(used_); }

 private:
  void instructions(Cursor& in) {
    known_ = known_ && read_instructions(in, [this](std::uint32_t function) { use(function); });
  }

  std::vector<bool> used_;
  bool known_ = true;
};

}  // namespace

std::optional<std::vector<bool>> used_functions(std::span<const std::uint8_t> bytes, const Module& module) {
  constexpr std::uint32_t preamble_size = 8;
  Reader reader(module);
  for (const Export& exported : module.exports) {
    if (exported.kind == ExternalKind::function) reader.use(exported.index);
  }
  if (module.start) reader.use(*module.start);
  Cursor in(bytes);
  static_cast<void>(in.part(preamble_size));
  while (in.ok() && !in.at_end() && reader.known()) {
    const std::uint8_t section = in.byte();
    Cursor contents = in.part(in.u32());
    constexpr std::uint8_t table_section = 4;
    constexpr std::uint8_t global_section = 6;
    constexpr std::uint8_t element_section = 9;
    constexpr std::uint8_t code_section = 10;
    switch (section) {
      case table_section: reader.tables(contents); break;
      case global_section: reader.globals(contents); break;
      case element_section: reader.segments(contents); break;
      case code_section: reader.bodies(contents); break;
      default: continue;
    }
    reader.close(contents);
  }
  if (!in.ok() || !reader.known()) return std::nullopt;
  return reader.take();
}

}  // namespace wasm
