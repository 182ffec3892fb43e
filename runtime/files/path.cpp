// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "path.h"

namespace barewasi {

using usize = __SIZE_TYPE__;

witx::Str take_component(witx::Str& path) noexcept {
  const char* at = path.begin();
  const char* const end = path.end();
  for (;;) {
    while (at != end && *at == '/') ++at;
    const char* const first = at;
    while (at != end && *at != '/') ++at;
    const auto size = static_cast<usize>(at - first);
    if (size == 1 && *first == '.') continue;
    path = witx::Str(at, static_cast<usize>(end - at));
    return witx::Str(first, size);
  }
}

witx::Str trim_path(witx::Str path) noexcept {
  const char* end = path.end();
  const char* const first = take_component(path).begin();
  // Never beyond the first component, which is not ".".
  while (end != first && (end[-1] == '/' || (end[-1] == '.' && end[-2] == '/'))) --end;
  return end == first ? witx::Str(".", 1) : witx::Str(first, static_cast<usize>(end - first));
}

Below below(witx::Str path, witx::Str directory) noexcept {
  for (int components = 0;; ++components) {
    const witx::Str wanted = take_component(directory);
    if (wanted.empty()) return {.components = components, .rest = trim_path(path)};
    if (take_component(path) != wanted) return {};
  }
}

}  // namespace barewasi
