# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a WASI command on pywasm, the way `wasmtime run` does on Wasmtime: the program's status is ours, and a trap is a
line on stderr and status 134."""

import sys

import options
import pywasm


def main():
    chosen = options.parse()
    # The interpreter recurses with the program.
    sys.setrecursionlimit(100_000)
    runtime = pywasm.core.Runtime()
    wasi = pywasm.wasi.Preview1(chosen.words, {guest: host for host, guest in chosen.folders}, dict(chosen.environment))
    wasi.bind(runtime)
    try:
        return wasi.main(runtime, runtime.instance_from_file(chosen.words[0]))
    except Exception as trap:
        print(f"pywasm: {type(trap).__name__}: {trap}", file=sys.stderr)
        return options.TRAPPED


if __name__ == "__main__":
    options.leave(main())
