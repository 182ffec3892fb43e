// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once

#include "backend/base/keys.h"
#include "backend/html/page.h"

namespace backend::html {

// The keys of functions and of what is in them. `page` is null where no key is asked.
void add_functions(Tables& tables, const Page* page);

}  // namespace backend::html
