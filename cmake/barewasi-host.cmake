# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

# Defines the target barewasi::host: the runtime for the machine that it is built on, where a host in memory answers it.
# It is made from the sources beside this folder, with the compiler and the flags (the sanitizers, say) of the project that
# includes this. See runtime/README.md, "Testing a program".

if(TARGET barewasi::host)
  return()
endif()
get_filename_component(barewasi_top "${CMAKE_CURRENT_LIST_DIR}/.." ABSOLUTE)
set(barewasi_sources
  files/change.cpp files/copy.cpp files/directory.cpp files/lines.cpp files/metadata.cpp files/open.cpp files/path.cpp
  files/path_message.cpp files/position.cpp files/preopens.cpp files/read.cpp files/remove_tree.cpp files/temporary.cpp
  files/tree.cpp files/walk.cpp files/whole.cpp
  heap/out_of_memory.cpp heap/out_of_memory_handler.cpp
  io/binary.cpp io/binary_wide.cpp io/buffer_writer.cpp io/buffered.cpp io/bytes.cpp io/decimal.cpp io/decimal_wide.cpp io/fd_writer.cpp
  io/hexadecimal.cpp io/hexadecimal_wide.cpp io/length.cpp io/string.cpp io/write_all.cpp io/write_pieces.cpp
  native/fake_descriptors.cpp native/fake_host.cpp native/fake_paths.cpp native/fake_state.cpp native/host.cpp
  native/imports.cpp native/process.cpp
  number/big.cpp number/digits.cpp number/exact.cpp number/parse_float.cpp number/parse_integer.cpp number/parse_wide.cpp
  number/power.cpp number/precise.cpp number/shortest.cpp
  process/environment_value.cpp process/panic.cpp process/random.cpp
  time/clocks.cpp time/duration.cpp time/sleep.cpp)
list(TRANSFORM barewasi_sources PREPEND "${barewasi_top}/runtime/")

add_library(barewasi_host STATIC EXCLUDE_FROM_ALL ${barewasi_sources})
add_library(barewasi::host ALIAS barewasi_host)
target_compile_features(barewasi_host PUBLIC cxx_std_20)
target_include_directories(barewasi_host SYSTEM INTERFACE
  "${barewasi_top}/runtime/include" "${barewasi_top}/runtime/native/include" "${barewasi_top}/generated/cpp")
target_include_directories(barewasi_host PRIVATE
  "${barewasi_top}/runtime/include" "${barewasi_top}/runtime/native/include" "${barewasi_top}/generated/cpp")
unset(barewasi_sources)
unset(barewasi_top)
