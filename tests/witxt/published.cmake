# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Lays the suite and the definitions that it loads out in OUT as they lie in the repository that published them, and runs all of
# it. SHARED is the folder that has both.

if(NOT EXISTS ${SHARED}/witxt OR NOT EXISTS ${SHARED}/corpus/worlds.tar.xz)
  message("skipped: there is no ${SHARED}/witxt")
  return()
endif()

set(suite ${OUT}/tools/witx/tests/witxt)
set(phases ${OUT}/phases)
file(REMOVE_RECURSE ${OUT})
file(COPY ${SHARED}/witxt/ DESTINATION ${suite})
file(COPY ${SHARED}/spec/preview0/ DESTINATION ${phases}/old/snapshot_0/witx)
file(COPY ${SHARED}/spec/preview1/ DESTINATION ${phases}/snapshot/witx)

# The last state of each module of the ephemeral phase.
set(world "worlds/WebAssembly+WASI/07")
file(ARCHIVE_EXTRACT INPUT ${SHARED}/corpus/worlds.tar.xz DESTINATION ${OUT}
  PATTERNS ${world}4[6-9]/*.witx ${world}5[0-5]/*.witx)
file(GLOB ephemeral ${OUT}/${world}*/*.witx)
list(LENGTH ephemeral count)
if(NOT count EQUAL 20)
  message(FATAL_ERROR "${SHARED}/corpus does not hold the ephemeral modules where they were: ${count} files")
endif()
file(COPY ${ephemeral} DESTINATION ${phases}/ephemeral/witx)

file(GLOB files ${suite}/*.witxt)
execute_process(COMMAND ${WITXT} ${files} RESULT_VARIABLE exit)
if(NOT exit EQUAL 0)
  message(FATAL_ERROR "the published suite does not pass")
endif()
