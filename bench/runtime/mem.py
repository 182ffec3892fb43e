# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""memcpy, memset, memcmp and strlen beside wasi-libc's, on Wasmtime and Node."""

import peers
import table
import tools

BUILD = tools.BUILD / "mem"
FUNCTIONS = ("memcpy", "memset", "memcmp", "strlen")
# What mem/main.cpp measures.
MEM_SIZES = (1, 3, 7, 8, 16, 24, 32, 48, 64, 65, 128, 256, 1024, 4096)
FLAGS = ["--target=wasm32-wasip1", "-std=c++20", "-O2", "-fno-builtin", "-ffreestanding", "-nostdlibinc", "-nostdlib",
         "--no-wasm-opt"]


def libraries():
    yield "barewasi", tools.sysroot() / "lib/wasm32-wasip1/libc.a"
    yield "wasi-libc", tools.wasi_libc().archive


def link(name, library):
    module = BUILD / f"{name}.wasm"
    tools.run([tools.clang(), *FLAGS, tools.HERE / "mem/main.cpp", library, "-o", module])
    return module


def measure(command, module):
    """A row of numbers for each function."""
    return [[int(number) for number in line.split()] for line in tools.run([*command, module]).splitlines()]


def shortest(one, other):
    return [peers.shortest(*rows) for rows in zip(one, other)]


def report(rounds):
    BUILD.mkdir(parents=True, exist_ok=True)
    modules = {name: link(name, library) for name, library in libraries()}
    for engine, command in peers.engines():
        best = {}
        for _ in range(rounds):
            for name, module in modules.items():
                times = measure(command, module)
                best[name] = shortest(times, best.get(name, times))
        rows = []
        for function, own, theirs in zip(FUNCTIONS, best["barewasi"], best["wasi-libc"]):
            rows.append([f"{function}: ns"] + [f"{time / 100:.1f}" for time in own])
            rows.append([f"{function}: of wasi-libc's"] + [table.ratio(a, max(1, b)) for a, b in zip(own, theirs)])
        table.show(f"{engine}: a call at each size, best of {rounds}, interleaved", [""] + list(MEM_SIZES), rows)
