// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "backend/view_paths.h"

#include <array>

namespace backend {
namespace {

using std::string_view;

constexpr std::array<string_view, 1> modules{"modules"};
constexpr std::array<string_view, 2> functions{"modules", "functions"};
constexpr std::array<string_view, 1> constants{"constants"};
// A type that has no name, and whose parts say all about it, is nobody's page.
constexpr std::array<string_view, 2> types{"types", "^type_is_structural"};
constexpr std::array<string_view, 3> aliases{"types", "^type_is_structural", "type_is_alias"};
constexpr std::array<string_view, 3> enums{"types", "^type_is_structural", "type_is_enum"};
constexpr std::array<string_view, 3> flags{"types", "^type_is_structural", "type_is_flags"};
constexpr std::array<string_view, 3> handles{"types", "^type_is_structural", "type_is_handle"};
constexpr std::array<string_view, 3> records{"types", "^type_is_structural", "type_is_record"};
constexpr std::array<string_view, 3> slices{"types", "^type_is_structural", "type_is_slice"};
constexpr std::array<string_view, 3> variants{"types", "^type_is_structural", "type_is_variant"};
constexpr std::array<string_view, 3> unions{"types", "^type_is_structural", "type_is_union"};

constexpr auto rows = std::to_array<ViewPath>({
    {"module", modules},
    {"function", functions},
    {"type", types},
    {"alias", aliases},
    {"enum", enums},
    {"flags", flags},
    {"handle", handles},
    {"record", records},
    {"record", slices},
    {"variant", variants},
    {"union", unions},
    {"constant", constants},
});

}  // namespace

std::span<const ViewPath> view_paths() { return rows; }

}  // namespace backend
