// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
unit kiln;

interface

type
  status_t = UInt16; // type
  fuel_t = UInt8; // type
  options_t = UInt16; // type
  permits_t = UInt64; // type
  stamp_t = UInt64; // type
  drift_t = Int64; // type

  reading_t = record
    taken: stamp_t; // field
    zone: UInt32; // field
    fuel: fuel_t; // field
    options: options_t; // field
    heat: UInt64; // field
    drift: Int64; // field
  end;

  step_t = record
    after: stamp_t; // field
    zone: UInt32; // field
  end;

const
  STATUS_OK = 0; // value
  STATUS_BUSY = 1; // value
  STATUS_COLD = 2; // value
  STATUS_JAMMED = 3; // value
  STATUS_DENIED = 4; // value
  STATUS_LOST = 5; // value
  FUEL_GAS = 0; // value
  FUEL_WOOD = 1; // value
  FUEL_CURRENT = 2; // value
  OPTIONS_QUIET = 1 shl 0; // bit
  OPTIONS_SLOW = 1 shl 1; // bit
  OPTIONS_HOLD = 1 shl 2; // bit
  OPTIONS_VENT = 1 shl 3; // bit
  PERMITS_PROBE = $1; // bit
  PERMITS_HEAT = $2; // bit
  PERMITS_COOL = $4; // bit
  PERMITS_OPEN_DOOR = $8; // bit
  PERMITS_SEAL = $10; // bit

function kiln_open(name: Pointer; name_len: UInt32; options: options_t; permits: permits_t; out: Pointer): status_t; external 'kiln_v1' name 'kiln_open'; // import
function kiln_read(kiln: Int32; out: Pointer): status_t; external 'kiln_v1' name 'kiln_read'; // import
function kiln_trim(kiln: Int32; drift: Int64; fuel: fuel_t): status_t; external 'kiln_v1' name 'kiln_trim'; // import
function kiln_wait(kiln: Int32; until: stamp_t; out: Pointer): status_t; external 'kiln_v1' name 'kiln_wait'; // import
function kiln_close(kiln: Int32): status_t; external 'kiln_v1' name 'kiln_close'; // import

implementation

end.
