# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# embed_files(<target> NAMESPACE <name> SYMBOL <name> ROOT <folder> PATTERN <glob>...)
#
# A static library that carries the files below ROOT whose names match, and its header:
#
#   #include "<namespace>/<symbol>.h"
#   std::span<const File> <namespace>::<symbol>();   // in order of their paths; File is {path, text}
#
# `path` is relative to ROOT, with '/' between folders. Files are found when CMake runs, which it does again when one is added
# or removed, and read when the library is built. Run as a script (cmake -P), this file writes the source of the library.

if(CMAKE_SCRIPT_MODE_FILE)
  file(STRINGS ${LIST} files ENCODING UTF-8)
  set(rows "")
  foreach(path IN LISTS files)
    file(READ ${ROOT}/${path} text)
    if(text MATCHES "\\)embedded\"")
      message(FATAL_ERROR "${ROOT}/${path} holds what ends a raw literal: )embedded\"")
    endif()
    string(APPEND rows "    {\"${path}\", R\"embedded(${text})embedded\"},\n")
  endforeach()
  list(LENGTH files count)
  file(WRITE ${OUT}
    "#include \"${NAMESPACE}/${SYMBOL}.h\"\n\n#include <array>\n\n"
    "namespace ${NAMESPACE} {\nnamespace {\n\nconstexpr std::array<File, ${count}> files{{\n${rows}}};\n\n}\n\n"
    "std::span<const File> ${SYMBOL}() { return files; }\n\n}\n")
  return()
endif()

set(EMBED_FILES_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

function(embed_files target)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "NAMESPACE;SYMBOL;ROOT" "PATTERN")
  list(TRANSFORM ARG_PATTERN PREPEND ${ARG_ROOT}/ OUTPUT_VARIABLE patterns)
  file(GLOB_RECURSE files RELATIVE ${ARG_ROOT} CONFIGURE_DEPENDS ${patterns})
  list(SORT files)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${target}.dir)
  set(source ${folder}/${ARG_SYMBOL}.cpp)
  list(JOIN files "\n" lines)
  # Written only when it changes, so that adding a file rebuilds and running CMake does not.
  file(CONFIGURE OUTPUT ${folder}/files.txt CONTENT "${lines}\n")
  file(CONFIGURE OUTPUT ${folder}/${ARG_NAMESPACE}/file.h CONTENT [=[
#pragma once

#include <string_view>

namespace @ARG_NAMESPACE@ {

struct File {
  std::string_view path;
  std::string_view text;
};

}
]=] @ONLY)
  file(CONFIGURE OUTPUT ${folder}/${ARG_NAMESPACE}/${ARG_SYMBOL}.h CONTENT [=[
#pragma once

#include <span>

#include "@ARG_NAMESPACE@/file.h"

namespace @ARG_NAMESPACE@ {

[[nodiscard]] std::span<const File> @ARG_SYMBOL@();

}
]=] @ONLY)
  list(TRANSFORM files PREPEND ${ARG_ROOT}/)
  add_custom_command(
    OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -DNAMESPACE=${ARG_NAMESPACE} -DSYMBOL=${ARG_SYMBOL} -DROOT=${ARG_ROOT} -DLIST=${folder}/files.txt
            -DOUT=${source} -P ${EMBED_FILES_SCRIPT}
    DEPENDS ${files} ${folder}/files.txt ${EMBED_FILES_SCRIPT}
    COMMENT "Embedding ${ARG_SYMBOL}"
    VERBATIM)
  add_library(${target} STATIC ${source})
  target_include_directories(${target} PUBLIC ${folder})
endfunction()
