// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#[repr(transparent)]
#[derive(Copy, Clone)]
pub struct Status(u16); // type
pub const STATUS_OK: Status = Status(0); // value
pub const STATUS_BUSY: Status = Status(1); // value
pub const STATUS_COLD: Status = Status(2); // value
pub const STATUS_JAMMED: Status = Status(3); // value
pub const STATUS_DENIED: Status = Status(4); // value
pub const STATUS_LOST: Status = Status(5); // value
#[repr(transparent)]
#[derive(Copy, Clone)]
pub struct Fuel(u8); // type
pub const FUEL_GAS: Fuel = Fuel(0); // value
pub const FUEL_WOOD: Fuel = Fuel(1); // value
pub const FUEL_CURRENT: Fuel = Fuel(2); // value
pub type Options = u16; // type
pub type Permits = u64; // type
pub type Stamp = u64; // type
pub type Drift = i64; // type
pub type Kiln = u32;
pub const OPTIONS_QUIET: Options = 1 << 0; // bit
pub const OPTIONS_SLOW: Options = 1 << 1; // bit
pub const OPTIONS_HOLD: Options = 1 << 2; // bit
pub const OPTIONS_VENT: Options = 1 << 3; // bit
pub const PERMITS_PROBE: Permits = 0x1; // bit
pub const PERMITS_HEAT: Permits = 0x2; // bit
pub const PERMITS_COOL: Permits = 0x4; // bit
pub const PERMITS_OPEN_DOOR: Permits = 0x8; // bit
pub const PERMITS_SEAL: Permits = 0x10; // bit

#[repr(C)]
#[derive(Copy, Clone)]
pub struct Reading {
    pub taken: Stamp, // field
    pub zone: u32, // field
    pub fuel: Fuel, // field
    pub options: Options, // field
    pub heat: u64, // field
    pub drift: i64, // field
}

#[repr(C)]
pub struct Step {
    pub after: Stamp, // field
    pub zone: u32, // field
}

#[link(wasm_import_module = "kiln_v1")] // module
extern "C" {
    pub fn kiln_open(name: i32, name_len: i32, options: i32, permits: i64, out: i32) -> i32; // import
    pub fn kiln_read(kiln: i32, out: i32) -> i32; // import
    pub fn kiln_trim(kiln: i32, drift: i64, fuel: i32) -> i32; // import
    pub fn kiln_wait(kiln: i32, until: i64, out: i32) -> i32; // import
    pub fn kiln_close(kiln: i32) -> i32; // import
}
