# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

# Which clang compiles to wasm32, and how it wants to be asked. Included by
# wasm32-wasi.cmake and by this project's own tests.

# A validator for find_program: sets `result` to FALSE for a clang without a
# version in its name that is older than 19. One that cannot be run is refused.
function(barewasi_clang_is_new_enough result clang)
  if(clang MATCHES "-[0-9]+$")
    return()
  endif()
  execute_process(COMMAND "${clang}" --version OUTPUT_VARIABLE version ERROR_QUIET)
  if(NOT version MATCHES "version ([0-9]+)" OR CMAKE_MATCH_1 LESS 19)
    set(${result} FALSE PARENT_SCOPE)
  endif()
endfunction()

# Sets the cache variable `variable` to a tool of LLVM, "clang++" say, with the
# newest version in its name first; further arguments are find_program's.
function(barewasi_find_tool variable tool)
  if(tool MATCHES "^clang")
    set(validator VALIDATOR barewasi_clang_is_new_enough)
  endif()
  find_program(${variable} NAMES ${tool}-22 ${tool}-21 ${tool}-20 ${tool}-19 ${tool} ${validator} ${ARGN})
endfunction()

# Sets `target` to the name of the target for which this clang has a compiler-rt:
# Debian's clang 19 has it under the target's older name only.
function(barewasi_target_of clang target)
  foreach(name IN ITEMS wasm32-wasip1 wasm32-wasi)
    execute_process(COMMAND "${clang}" --target=${name} -print-libgcc-file-name
      OUTPUT_VARIABLE compiler_rt OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(EXISTS "${compiler_rt}")
      set(${target} ${name} PARENT_SCOPE)
      return()
    endif()
  endforeach()
  # The runtime itself needs none.
  set(${target} wasm32-wasip1 PARENT_SCOPE)
endfunction()
