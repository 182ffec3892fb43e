# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a WASI command through Wasmtime's API, the way `wasmtime run` does: the program's status is ours, and a trap is a
line on stderr and status 134. The linker compares the type of every import, called or not, with the function's own; a
module that it refuses is a line on stderr and status 1."""

import sys

import options
import wasmtime

REFUSED = 1


def main():
    chosen = options.parse()
    wasi = wasmtime.WasiConfig()
    wasi.argv = chosen.words
    wasi.env = chosen.environment
    wasi.inherit_stdin()
    wasi.inherit_stdout()
    wasi.inherit_stderr()
    for host, guest in chosen.folders:
        wasi.preopen_dir(host, guest)

    engine = wasmtime.Engine()
    store = wasmtime.Store(engine)
    store.set_wasi(wasi)
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    try:
        instance = linker.instantiate(store, wasmtime.Module.from_file(engine, chosen.words[0]))
    except wasmtime.WasmtimeError as refusal:
        print(f"wasmtime_api: {refusal}", file=sys.stderr)
        return REFUSED
    try:
        instance.exports(store)["_start"](store)
    except wasmtime.ExitTrap as end:
        return end.code
    except (wasmtime.Trap, wasmtime.WasmtimeError) as trap:
        print(f"wasmtime_api: {trap}", file=sys.stderr)
        return options.TRAPPED
    return 0


if __name__ == "__main__":
    options.leave(main())
