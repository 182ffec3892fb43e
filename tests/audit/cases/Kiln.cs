// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
namespace Kiln;

public enum Status : ushort { // type
  Ok = 0, // value
  Busy = 1, // value
  Cold = 2, // value
  Jammed = 3, // value
  Denied = 4, // value
  Lost = 5, // value
}

public enum Fuel : byte { // type
  Gas = 0, // value
  Wood = 1, // value
  Current = 2, // value
}

[Flags]
public enum Options : ushort { // type
  Quiet = 1 << 0, // bit
  Slow = 1 << 1, // bit
  Hold = 1 << 2, // bit
  Vent = 1 << 3, // bit
}

[Flags]
public enum Permits : ulong { // type
  Probe = 0x1, // bit
  Heat = 0x2, // bit
  Cool = 0x4, // bit
  OpenDoor = 0x8, // bit
  Seal = 0x10, // bit
}

[StructLayout(LayoutKind.Sequential)]
public struct Reading {
  public ulong Taken; // field
  public uint Zone; // field
  public Fuel Fuel; // field
  public Options Options; // field
  public ulong Heat; // field
  public long Drift; // field
}

[StructLayout(LayoutKind.Sequential)]
public struct Step {
  public ulong After; // field
  public uint Zone; // field
}

public static unsafe class Imports {
  [DllImport("kiln_v1", EntryPoint = "kiln_open")] // module
  public static extern Status KilnOpen(byte* name, uint name_len, Options options, Permits permits, void* out); // import
  [DllImport("kiln_v1", EntryPoint = "kiln_read")] // module
  public static extern Status KilnRead(int kiln, void* out); // import
  [DllImport("kiln_v1", EntryPoint = "kiln_trim")] // module
  public static extern Status KilnTrim(int kiln, long drift, Fuel fuel); // import
  [DllImport("kiln_v1", EntryPoint = "kiln_wait")] // module
  public static extern Status KilnWait(int kiln, ulong until, void* out); // import
  [DllImport("kiln_v1", EntryPoint = "kiln_close")] // module
  public static extern Status KilnClose(int kiln); // import
}
