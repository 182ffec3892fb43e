// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

// What the standard's <new> declares of the tags that choose a form of operator new.

namespace std {

enum class align_val_t : __SIZE_TYPE__ {};

struct nothrow_t {
  explicit nothrow_t() = default;
};

extern const nothrow_t nothrow;

}  // namespace std
