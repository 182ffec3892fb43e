// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package kiln

enum class Status(val code: Int) {
    OK(0), // value
    BUSY(1), // value
    COLD(2), // value
    JAMMED(3), // value
    DENIED(4), // value
    LOST(5), // value
}

object Fuel {
    const val GAS = 0 // value
    const val WOOD = 1 // value
    const val CURRENT = 2 // value
}

object Options {
    const val QUIET: Int = 1 shl 0 // bit
    const val SLOW: Int = 1 shl 1 // bit
    const val HOLD: Int = 1 shl 2 // bit
    const val VENT: Int = 1 shl 3 // bit
}

object Permits {
    const val PROBE: Long = 1L // bit
    const val HEAT: Long = 2L // bit
    const val COOL: Long = 4L // bit
    const val OPEN_DOOR: Long = 8L // bit
    const val SEAL: Long = 16L // bit
}

fun writeReading(buffer: ByteBuffer, ptr: Int, r: Reading) {
    buffer.putLong(ptr + 0, r.taken) // access
    buffer.putInt(ptr + 8, r.zone) // access
    buffer.put(ptr + 12, r.fuel) // access
    buffer.putShort(ptr + 14, r.options) // access
    buffer.putLong(ptr + 16, r.heat) // access
    buffer.putLong(ptr + 24, r.drift) // access
}

@WasmImport("kiln_v1", "kiln_open") // module
private external fun kilnOpen(name: Int, name_len: Int, options: Int, permits: Long, out: Int): Int // import

@WasmImport("kiln_v1", "kiln_read") // module
private external fun kilnRead(kiln: Int, out: Int): Int // import

@WasmImport("kiln_v1", "kiln_trim") // module
private external fun kilnTrim(kiln: Int, drift: Long, fuel: Int): Int // import

@WasmImport("kiln_v1", "kiln_wait") // module
private external fun kilnWait(kiln: Int, until: Long, out: Int): Int // import

@WasmImport("kiln_v1", "kiln_close") // module
private external fun kilnClose(kiln: Int): Int // import

