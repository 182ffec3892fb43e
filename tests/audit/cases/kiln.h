// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#pragma once
#include <stdint.h>

typedef uint16_t status_t; // type
typedef uint8_t fuel_t; // type
typedef uint16_t options_t; // type
typedef uint64_t permits_t; // type
typedef uint64_t stamp_t; // type
typedef int64_t drift_t; // type
typedef int32_t kiln_kiln_t;
#define STATUS_OK (UINT16_C(0)) // value
#define STATUS_BUSY (UINT16_C(1)) // value
#define STATUS_COLD (UINT16_C(2)) // value
#define STATUS_JAMMED (UINT16_C(3)) // value
#define STATUS_DENIED (UINT16_C(4)) // value
#define STATUS_LOST (UINT16_C(5)) // value
#define FUEL_GAS (UINT16_C(0)) // value
#define FUEL_WOOD (UINT16_C(1)) // value
#define FUEL_CURRENT (UINT16_C(2)) // value
#define OPTIONS_QUIET 0x1 // bit
#define OPTIONS_SLOW ((uint64_t)1 << 1) // bit
#define OPTIONS_HOLD 0x4 // bit
#define OPTIONS_VENT ((uint64_t)1 << 3) // bit
#define PERMITS_PROBE 0x1 // bit
#define PERMITS_HEAT ((uint64_t)1 << 1) // bit
#define PERMITS_COOL 0x4 // bit
#define PERMITS_OPEN_DOOR ((uint64_t)1 << 3) // bit
#define PERMITS_SEAL 0x10 // bit
typedef struct reading_t {
  stamp_t taken; // field
  uint32_t zone; // field
  fuel_t fuel; // field
  options_t options; // field
  uint64_t heat; // field
  int64_t drift; // field
} reading_t;

typedef struct step_t {
  stamp_t after; // field
  uint32_t zone; // field
} step_t;

status_t kiln_open(const uint8_t *name, uint32_t name_len, options_t options, permits_t permits, void *out) __attribute__((__import_module__("kiln_v1"), __import_name__("kiln_open"))); // import
status_t kiln_read(int32_t kiln, void *out) __attribute__((__import_module__("kiln_v1"), __import_name__("kiln_read"))); // import
status_t kiln_trim(int32_t kiln, drift_t drift, fuel_t fuel) __attribute__((__import_module__("kiln_v1"), __import_name__("kiln_trim"))); // import
status_t kiln_wait(int32_t kiln, stamp_t until, void *out) __attribute__((__import_module__("kiln_v1"), __import_name__("kiln_wait"))); // import
status_t kiln_close(int32_t kiln) __attribute__((__import_module__("kiln_v1"), __import_name__("kiln_close"))); // import
