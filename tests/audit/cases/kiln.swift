// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

enum Status: UInt16 { // type
  case ok = 0 // value
  case busy = 1 // value
  case cold = 2 // value
  case jammed = 3 // value
  case denied = 4 // value
  case lost = 5 // value
}

enum Fuel: UInt8 { // type
  case gas = 0 // value
  case wood = 1 // value
  case current = 2 // value
}

struct Options: OptionSet {
  let rawValue: UInt16
  static let quiet = Options(rawValue: 1 << 0) // bit
  static let slow = Options(rawValue: 1 << 1) // bit
  static let hold = Options(rawValue: 1 << 2) // bit
  static let vent = Options(rawValue: 1 << 3) // bit
}

typealias Permits = UInt64 // type
typealias Stamp = UInt64 // type
typealias Drift = Int64 // type

struct Reading {
  var taken: Stamp // field
  var zone: UInt32 // field
  var fuel: Fuel // field
  var options: UInt16 // field
  var heat: UInt64 // field
  var drift: Int64 // field
}

struct Step {
  var after: Stamp // field
  var zone: UInt32 // field
}

@_extern(wasm, module: "kiln_v1", name: "kiln_open") // module
func kilnOpen(_ name: UnsafePointer<UInt8>, _ name_len: UInt32, _ options: UInt32, _ permits: UInt64, _ out: UnsafeMutableRawPointer) -> UInt16 // import

@_extern(wasm, module: "kiln_v1", name: "kiln_read") // module
func kilnRead(_ kiln: Int32, _ out: UnsafeMutableRawPointer) -> UInt16 // import

@_extern(wasm, module: "kiln_v1", name: "kiln_trim") // module
func kilnTrim(_ kiln: Int32, _ drift: Int64, _ fuel: UInt32) -> UInt16 // import

@_extern(wasm, module: "kiln_v1", name: "kiln_wait") // module
func kilnWait(_ kiln: Int32, _ until: UInt64, _ out: UnsafeMutableRawPointer) -> UInt16 // import

@_extern(wasm, module: "kiln_v1", name: "kiln_close") // module
func kilnClose(_ kiln: Int32) -> UInt16 // import

