// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "model/rules.h"

#include <array>

namespace model {
namespace {

using syntax::Dialect;
constexpr Convention legacy = Convention::legacy;
constexpr Convention preview1 = Convention::preview1;

// Sources: the released readers of each dialect, and the definitions of their time.
constexpr std::array<Rules, syntax::dialect_count> table{{
    // dialect, convention, default repr, inferred, anonymous, separate names, caseless, functions last
    {Dialect::d1, legacy, Repr::u32, false, true, false, true, false},
    {Dialect::d2, legacy, Repr::u32, false, true, false, true, false},
    {Dialect::d3, legacy, Repr::u32, false, false, false, true, false},
    {Dialect::d4, legacy, Repr::u32, false, false, false, true, false},
    {Dialect::d5, legacy, Repr::u32, false, false, false, true, false},
    {Dialect::d6, preview1, Repr::u32, false, false, false, true, false},
    {Dialect::d7, preview1, Repr::u32, false, false, true, false, false},
    {Dialect::d8, preview1, Repr::u8, true, false, true, false, true},
    {Dialect::dx, preview1, Repr::u32, false, false, false, true, false},
}};

}  // namespace

const Rules& rules_of(Dialect dialect) { return table[static_cast<std::size_t>(dialect)]; }

}  // namespace model
