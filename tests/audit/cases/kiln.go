// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
package kiln

import "unsafe"

type Status uint16 // type
type Fuel uint8 // type
type Options uint16 // type
type Permits uint64 // type
type Stamp uint64 // type
type Drift int64 // type

const (
	StatusOk Status = iota
	StatusBusy // counted
	StatusCold // counted
	StatusJammed // counted
	StatusDenied // counted
	StatusLost // counted
)

const (
	FuelGas Fuel = 0 // value
	FuelWood Fuel = 1 // value
	FuelCurrent Fuel = 2 // value
)

const (
	OptionsQuiet Options = 1 << 0 // bit
	OptionsSlow Options = 1 << 1 // bit
	OptionsHold Options = 1 << 2 // bit
	OptionsVent Options = 1 << 3 // bit
)

const (
	PermitsProbe Permits = 0x1 // bit
	PermitsHeat Permits = 0x2 // bit
	PermitsCool Permits = 0x4 // bit
	PermitsOpenDoor Permits = 0x8 // bit
	PermitsSeal Permits = 0x10 // bit
)

type Reading struct {
	Taken Stamp // field
	Zone uint32 // field
	Fuel Fuel // field
	Options Options // field
	Heat uint64 // field
	Drift int64 // field
}

type Step struct {
	After Stamp // field
	Zone uint32 // field
}

//go:wasmimport kiln_v1 kiln_open
func kilnOpen(name unsafe.Pointer, name_len uint32, options uint32, permits uint64, out unsafe.Pointer) uint32 // import

//go:wasmimport kiln_v1 kiln_read
func kilnRead(kiln int32, out unsafe.Pointer) uint32 // import

//go:wasmimport kiln_v1 kiln_trim
func kilnTrim(kiln int32, drift int64, fuel uint32) uint32 // import

//go:wasmimport kiln_v1 kiln_wait
func kilnWait(kiln int32, until uint64, out unsafe.Pointer) uint32 // import

//go:wasmimport kiln_v1 kiln_close
func kilnClose(kiln int32) uint32 // import

func writeReading(buf []byte, r Reading) {
	binary.LittleEndian.PutUint64(buf[0:], uint64(r.Taken)) // access
	binary.LittleEndian.PutUint32(buf[8:], uint32(r.Zone)) // access
	binary.LittleEndian.PutUint16(buf[14:], uint16(r.Options)) // access
	binary.LittleEndian.PutUint64(buf[16:], uint64(r.Heat)) // access
	binary.LittleEndian.PutUint64(buf[24:], uint64(r.Drift)) // access
}
