# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Runs FILE and compares what is printed with EXPECTED; the run must fail. With UPDATE_GOLDENS=1 in the environment EXPECTED is
# written instead.

execute_process(COMMAND ${WITXT} ${FILE} OUTPUT_VARIABLE printed ERROR_VARIABLE printed RESULT_VARIABLE exit)
if(NOT exit EQUAL 1)
  message(FATAL_ERROR "${FILE}: exit ${exit} instead of 1\n${printed}")
endif()
if("$ENV{UPDATE_GOLDENS}" STREQUAL "1")
  file(WRITE ${EXPECTED} "${printed}")
  return()
endif()
file(READ ${EXPECTED} expected)
if(NOT printed STREQUAL expected)
  message(FATAL_ERROR "${FILE} prints\n${printed}instead of\n${expected}")
endif()
