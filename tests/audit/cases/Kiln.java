// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package kiln;

public final class Kiln {
  public enum Status {
    OK(0), // value
    BUSY(1), // value
    COLD(2), // value
    JAMMED(3), // value
    DENIED(4), // value
    LOST(5); // value
    final int code;
    Status(int code) { this.code = code; }
  }
  public static final int FUEL_GAS = 0; // value
  public static final int FUEL_WOOD = 1; // value
  public static final int FUEL_CURRENT = 2; // value
  public static final int OPTIONS_QUIET = 1 << 0; // bit
  public static final int OPTIONS_SLOW = 1 << 1; // bit
  public static final int OPTIONS_HOLD = 1 << 2; // bit
  public static final int OPTIONS_VENT = 1 << 3; // bit
  public static final long PERMITS_PROBE = 1L; // bit
  public static final long PERMITS_HEAT = 2L; // bit
  public static final long PERMITS_COOL = 4L; // bit
  public static final long PERMITS_OPEN_DOOR = 8L; // bit
  public static final long PERMITS_SEAL = 16L; // bit

  static void writeReading(ByteBuffer buffer, int ptr, Reading r) {
    buffer.putLong(ptr + 0, r.taken); // access
    buffer.putInt(ptr + 8, r.zone); // access
    buffer.put(ptr + 12, r.fuel); // access
    buffer.putShort(ptr + 14, r.options); // access
    buffer.putLong(ptr + 16, r.heat); // access
    buffer.putLong(ptr + 24, r.drift); // access
  }

  @WasmExport
  public int kilnOpen(int name, int name_len, int options, long permits, int out) { return host.call(); } // import
  @WasmExport
  public int kilnRead(int kiln, int out) { return host.call(); } // import
  @WasmExport
  public int kilnTrim(int kiln, long drift, int fuel) { return host.call(); } // import
  @WasmExport
  public int kilnWait(int kiln, long until, int out) { return host.call(); } // import
  @WasmExport
  public int kilnClose(int kiln) { return host.call(); } // import
}
