// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

export type status = u16; // type
export type fuel = u8; // type
export type options = u16; // type
export type permits = u64; // type
export type stamp = u64; // type
export type drift = i64; // type
export type kiln = u32;

export namespace status {
  export const OK: status = 0; // value
  export const BUSY: status = 1; // value
  export const COLD: status = 2; // value
  export const JAMMED: status = 3; // value
  export const DENIED: status = 4; // value
  export const LOST: status = 5; // value
}
export namespace fuel {
  export const GAS: fuel = 0; // value
  export const WOOD: fuel = 1; // value
  export const CURRENT: fuel = 2; // value
}
export namespace options {
  export const QUIET: options = 0x1; // bit
  export const SLOW: options = 0x2; // bit
  export const HOLD: options = 0x4; // bit
  export const VENT: options = 0x8; // bit
}
export namespace permits {
  export const PROBE: permits = 0x1; // bit
  export const HEAT: permits = 0x2; // bit
  export const COOL: permits = 0x4; // bit
  export const OPEN_DOOR: permits = 0x8; // bit
  export const SEAL: permits = 0x10; // bit
}

@unmanaged export class reading {
  taken: stamp; // field
  zone: u32; // field
  fuel: fuel; // field
  options: options; // field
  heat: u64; // field
  drift: i64; // field
}

@external("kiln_v1", "kiln_open") export declare function kiln_open(name: usize, name_len: u32, options: options, permits: permits, out: usize): status; // import
@external("kiln_v1", "kiln_read") export declare function kiln_read(kiln: kiln, out: usize): status; // import
@external("kiln_v1", "kiln_trim") export declare function kiln_trim(kiln: kiln, drift: i64, fuel: fuel): status; // import
@external("kiln_v1", "kiln_wait") export declare function kiln_wait(kiln: kiln, until: stamp, out: usize): status; // import
@external("kiln_v1", "kiln_close") export declare function kiln_close(kiln: kiln): status; // import

export function storeReading(p: usize, r: reading): void {
  store<u64>(p + 0, r.taken); // access
  store<u32>(p + 8, r.zone); // access
  store<u8>(p + 12, r.fuel); // access
  store<u16>(p + 14, r.options); // access
  store<u64>(p + 16, r.heat); // access
  store<u64>(p + 24, r.drift); // access
}
