// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

export enum Status {
  OK = 0, // value
  BUSY = 1, // value
  COLD = 2, // value
  JAMMED = 3, // value
  DENIED = 4, // value
  LOST = 5, // value
}

export const FUEL_GAS = 0; // value
export const FUEL_WOOD = 1; // value
export const FUEL_CURRENT = 2; // value
export const OPTIONS_QUIET = 1 << 0; // bit
export const OPTIONS_SLOW = 1 << 1; // bit
export const OPTIONS_HOLD = 1 << 2; // bit
export const OPTIONS_VENT = 1 << 3; // bit
export const PERMITS_PROBE = 1n; // bit
export const PERMITS_HEAT = 2n; // bit
export const PERMITS_COOL = 4n; // bit
export const PERMITS_OPEN_DOOR = 8n; // bit
export const PERMITS_SEAL = 16n; // bit

export class Reading {
  write(view: DataView, ptr: number) {
    view.setBigUint64(ptr + 0, this.taken, true); // access
    view.setUint32(ptr + 8, this.zone, true); // access
    view.setUint8(ptr + 12, this.fuel); // access
    view.setUint16(ptr + 14, this.options, true); // access
    view.setBigUint64(ptr + 16, this.heat, true); // access
    view.setBigUint64(ptr + 24, this.drift, true); // access
  }
  static read(view: DataView, ptr: number) {
    const reading = new Reading();
    reading.taken = view.getBigUint64(ptr + 0, true); // access
    reading.zone = view.getUint32(ptr + 8, true); // access
    reading.fuel = view.getUint8(ptr + 12); // access
    reading.options = view.getUint16(ptr + 14, true); // access
    reading.heat = view.getBigUint64(ptr + 16, true); // access
    reading.drift = view.getBigUint64(ptr + 24, true); // access
    return reading;
  }
}

export class Host {
  imports = {
    kiln_v1: {
      kiln_open: (name: number, name_len: number, options: number, permits: bigint, out: number) => this.kilnOpen(name, name_len, options, permits, out), // import
      kiln_read: (kiln: number, out: number) => this.kilnRead(kiln, out), // import
      kiln_trim: (kiln: number, drift: bigint, fuel: number) => this.kilnTrim(kiln, drift, fuel), // import
      kiln_wait: (kiln: number, until: bigint, out: number) => this.kilnWait(kiln, until, out), // import
      kiln_close: (kiln: number) => this.kilnClose(kiln), // import
    },
  };
}
