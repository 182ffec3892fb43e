// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

pub const status_t = enum(u16) { // type
    OK = 0, // value
    BUSY = 1, // value
    COLD = 2, // value
    JAMMED = 3, // value
    DENIED = 4, // value
    LOST = 5, // value
    _,
};

pub const fuel_t = enum(u8) { // type
    GAS = 0, // value
    WOOD = 1, // value
    CURRENT = 2, // value
};

pub const options_t = u16; // type
pub const permits_t = u64; // type
pub const stamp_t = u64; // type
pub const drift_t = i64; // type
pub const kiln_t = i32;
pub const OPTIONS_QUIET: options_t = 1; // bit
pub const OPTIONS_SLOW: options_t = 2; // bit
pub const OPTIONS_HOLD: options_t = 4; // bit
pub const OPTIONS_VENT: options_t = 8; // bit
pub const PERMITS_PROBE: permits_t = 1 << 0; // bit
pub const PERMITS_HEAT: permits_t = 1 << 1; // bit
pub const PERMITS_COOL: permits_t = 1 << 2; // bit
pub const PERMITS_OPEN_DOOR: permits_t = 1 << 3; // bit
pub const PERMITS_SEAL: permits_t = 1 << 4; // bit

pub const reading_t = extern struct {
    taken: stamp_t, // field
    zone: u32, // field
    fuel: fuel_t, // field
    options: options_t, // field
    heat: u64, // field
    drift: i64, // field
};

pub const step_t = extern struct {
    after: stamp_t, // field
    zone: u32, // field
};

pub extern "kiln_v1" fn kiln_open(name: [*]const u8, name_len: usize, options: options_t, permits: permits_t, out: *anyopaque) status_t; // import
pub extern "kiln_v1" fn kiln_read(kiln: kiln_t, out: *anyopaque) status_t; // import
pub extern "kiln_v1" fn kiln_trim(kiln: kiln_t, drift: i64, fuel: fuel_t) status_t; // import
pub extern "kiln_v1" fn kiln_wait(kiln: kiln_t, until: u64, out: *anyopaque) status_t; // import
pub extern "kiln_v1" fn kiln_close(kiln: kiln_t) status_t; // import
