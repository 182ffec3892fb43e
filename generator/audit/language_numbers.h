// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Parts of the rows in language.cpp: the numbers of each language, and the functions by which it reads and writes memory.
#pragma once

#include <array>

#include "audit/language.h"

namespace audit::rows {

constexpr Sign u = Sign::unsigned_;
constexpr Sign s = Sign::signed_;
constexpr Sign any = Sign::unknown;

inline constexpr std::array c_numbers{
    NumberType{"uint8_t", 1, u},      NumberType{"uint16_t", 2, u}, NumberType{"uint32_t", 4, u},
    NumberType{"uint64_t", 8, u},     NumberType{"int8_t", 1, s},   NumberType{"int16_t", 2, s},
    NumberType{"int32_t", 4, s},      NumberType{"int64_t", 8, s},  NumberType{"size_t", 4, u},
    NumberType{"uintptr_t", 4, u},    NumberType{"intptr_t", 4, s}, NumberType{"ptrdiff_t", 4, s},
    NumberType{"char", 1, any},       NumberType{"short", 2, s},    NumberType{"int", 4, s},
    NumberType{"long", 0, any},       NumberType{"unsigned", 4, u}, NumberType{"float", 4, s, true},
    NumberType{"double", 8, s, true}, NumberType{"bool", 1, u},     NumberType{"_Bool", 1, u}};

// Rust, Zig, AssemblyScript and Odin agree on these.
inline constexpr std::array short_numbers{
    NumberType{"u8", 1, u},    NumberType{"u16", 2, u},   NumberType{"u32", 4, u},       NumberType{"u64", 8, u},
    NumberType{"i8", 1, s},    NumberType{"i16", 2, s},   NumberType{"i32", 4, s},       NumberType{"i64", 8, s},
    NumberType{"usize", 4, u}, NumberType{"isize", 4, s}, NumberType{"f32", 4, s, true}, NumberType{"f64", 8, s, true},
    NumberType{"bool", 1, u},  NumberType{"c_int", 4, s}, NumberType{"c_uint", 4, u}};

inline constexpr std::array odin_numbers{
    NumberType{"u8", 1, u},        NumberType{"u16", 2, u},      NumberType{"u32", 4, u},
    NumberType{"u64", 8, u},       NumberType{"i8", 1, s},       NumberType{"i16", 2, s},
    NumberType{"i32", 4, s},       NumberType{"i64", 8, s},      NumberType{"uint", 4, u},
    NumberType{"int", 4, s},       NumberType{"size_t", 4, u},   NumberType{"uintptr", 4, u},
    NumberType{"f32", 4, s, true}, NumberType{"f64", 8, s, true}};

inline constexpr std::array go_numbers{
    NumberType{"uint8", 1, u},         NumberType{"byte", 1, u},          NumberType{"uint16", 2, u},
    NumberType{"uint32", 4, u},        NumberType{"uint64", 8, u},        NumberType{"int8", 1, s},
    NumberType{"int16", 2, s},         NumberType{"int32", 4, s},         NumberType{"int64", 8, s},
    NumberType{"uintptr", 4, u},       NumberType{"int", 0, s},           NumberType{"uint", 0, u},
    NumberType{"float32", 4, s, true}, NumberType{"float64", 8, s, true}, NumberType{"Pointer", 4, u}};

// As parameters: a number of JavaScript stands for all but 64-bit integers.
inline constexpr std::array ts_numbers{NumberType{"number", 4, any}, NumberType{"bigint", 8, any}};

// Signs are not told apart.
inline constexpr std::array java_numbers{NumberType{"byte", 1, any},        NumberType{"short", 2, any},
                                         NumberType{"int", 4, any},         NumberType{"long", 8, any},
                                         NumberType{"float", 4, any, true}, NumberType{"double", 8, any, true}};

inline constexpr std::array kotlin_numbers{NumberType{"Byte", 1, any},        NumberType{"Short", 2, any},
                                           NumberType{"Int", 4, any},         NumberType{"Long", 8, any},
                                           NumberType{"UByte", 1, u},         NumberType{"UShort", 2, u},
                                           NumberType{"UInt", 4, u},          NumberType{"ULong", 8, u},
                                           NumberType{"Float", 4, any, true}, NumberType{"Double", 8, any, true}};

inline constexpr std::array swift_numbers{NumberType{"UInt8", 1, u},       NumberType{"UInt16", 2, u},
                                          NumberType{"UInt32", 4, u},      NumberType{"UInt64", 8, u},
                                          NumberType{"Int8", 1, s},        NumberType{"Int16", 2, s},
                                          NumberType{"Int32", 4, s},       NumberType{"Int64", 8, s},
                                          NumberType{"Float", 4, s, true}, NumberType{"Double", 8, s, true}};

inline constexpr std::array csharp_numbers{
    NumberType{"byte", 1, u},        NumberType{"ushort", 2, u},      NumberType{"uint", 4, u},
    NumberType{"ulong", 8, u},       NumberType{"sbyte", 1, s},       NumberType{"short", 2, s},
    NumberType{"int", 4, s},         NumberType{"long", 8, s},        NumberType{"nint", 4, s},
    NumberType{"nuint", 4, u},       NumberType{"IntPtr", 4, s},      NumberType{"UIntPtr", 4, u},
    NumberType{"float", 4, s, true}, NumberType{"double", 8, s, true}};

inline constexpr std::array pascal_numbers{
    NumberType{"uint8", 1, u},    NumberType{"uint16", 2, u},   NumberType{"uint32", 4, u},
    NumberType{"uint64", 8, u},   NumberType{"int8", 1, s},     NumberType{"int16", 2, s},
    NumberType{"int32", 4, s},    NumberType{"int64", 8, s},    NumberType{"byte", 1, u},
    NumberType{"word", 2, u},     NumberType{"dword", 4, u},    NumberType{"qword", 8, u},
    NumberType{"shortint", 1, s}, NumberType{"smallint", 2, s}, NumberType{"longint", 4, s},
    NumberType{"longword", 4, u}, NumberType{"cardinal", 4, u}, NumberType{"size_t", 4, u},
    NumberType{"pointer", 4, u},  NumberType{"pchar", 4, u},    NumberType{"pbyte", 4, u},
    NumberType{"ptruint", 4, u}};

constexpr std::size_t none = Accessor::no_argument;

inline constexpr std::array js_accessors{
    Accessor{"setUint8", 1, true}, Accessor{"setInt8", 1, true}, Accessor{"setUint16", 2, true, 0, none, 2},
    Accessor{"setInt16", 2, true, 0, none, 2}, Accessor{"setUint32", 4, true, 0, none, 2},
    Accessor{"setInt32", 4, true, 0, none, 2}, Accessor{"setBigUint64", 8, true, 0, none, 2},
    Accessor{"setBigInt64", 8, true, 0, none, 2}, Accessor{"getUint8", 1}, Accessor{"getInt8", 1},
    Accessor{"getUint16", 2, false, 0, none, 1}, Accessor{"getInt16", 2, false, 0, none, 1},
    Accessor{"getUint32", 4, false, 0, none, 1}, Accessor{"getInt32", 4, false, 0, none, 1},
    Accessor{"getBigUint64", 8, false, 0, none, 1}, Accessor{"getBigInt64", 8, false, 0, none, 1},
    // AssemblyScript.
    Accessor{"store", 0, true, 0, 2}, Accessor{"load", 0, false, 0, 1}};

// ByteBuffer; the memories of Chicory and of wasmtime-java.
inline constexpr std::array java_accessors{Accessor{"put", 1, true},
                                           Accessor{"putShort", 2, true},
                                           Accessor{"putInt", 4, true},
                                           Accessor{"putLong", 8, true},
                                           Accessor{"get", 1},
                                           Accessor{"getShort", 2},
                                           Accessor{"getInt", 4},
                                           Accessor{"getLong", 8},
                                           Accessor{"writeByte", 1, true},
                                           Accessor{"writeShort", 2, true},
                                           Accessor{"writeI32", 4, true},
                                           Accessor{"writeInt", 4, true},
                                           Accessor{"writeLong", 8, true},
                                           Accessor{"writeI64", 8, true},
                                           Accessor{"readShort", 2},
                                           Accessor{"readInt", 4},
                                           Accessor{"readLong", 8},
                                           Accessor{"readI32", 4},
                                           Accessor{"readI64", 8}};

// encoding/binary; the memory of wazero.
inline constexpr std::array go_accessors{Accessor{"PutUint16", 2, true},
                                         Accessor{"PutUint32", 4, true},
                                         Accessor{"PutUint64", 8, true},
                                         Accessor{"Uint16", 2},
                                         Accessor{"Uint32", 4},
                                         Accessor{"Uint64", 8},
                                         Accessor{"WriteByte", 1, true},
                                         Accessor{"WriteUint16Le", 2, true},
                                         Accessor{"WriteUint32Le", 4, true},
                                         Accessor{"WriteUint64Le", 8, true},
                                         Accessor{"ReadByte", 1},
                                         Accessor{"ReadUint16Le", 2},
                                         Accessor{"ReadUint32Le", 4},
                                         Accessor{"ReadUint64Le", 8}};

inline constexpr std::array csharp_accessors{
    Accessor{"WriteUInt16LittleEndian", 2, true}, Accessor{"WriteUInt32LittleEndian", 4, true},
    Accessor{"WriteUInt64LittleEndian", 8, true}, Accessor{"WriteInt16LittleEndian", 2, true},
    Accessor{"WriteInt32LittleEndian", 4, true},  Accessor{"WriteInt64LittleEndian", 8, true},
    Accessor{"ReadUInt16LittleEndian", 2},        Accessor{"ReadUInt32LittleEndian", 4},
    Accessor{"ReadUInt64LittleEndian", 8},        Accessor{"WriteByte", 1, true, 0, 1},
    Accessor{"WriteInt16", 2, true, 0, 1},        Accessor{"WriteInt32", 4, true, 0, 1},
    Accessor{"WriteInt64", 8, true, 0, 1}};

inline constexpr std::array swift_accessors{Accessor{"storeBytes", 0, true, 1}, Accessor{"load", 0, false, 0}};

}  // namespace audit::rows
