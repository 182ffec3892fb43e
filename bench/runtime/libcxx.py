# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Sizes of programs that use libc++: over the runtime, and over wasi-libc with the same libc++. Each is compiled with the
same flags, stripped, through the same wasm-opt, and has to end with status 0."""

import subprocess

import table
import tools

PROGRAMS = tools.TOP / "tests" / "wasm" / "programs" / "libcxx"
BUILD = tools.BUILD / "libcxx"

FLAGS = ["--target=wasm32-wasip1", "-Oz", "-DNDEBUG", "-fno-exceptions", "-fno-rtti", "--no-wasm-opt", "-Wl,--strip-all",
         "-nostdinc++"]
# Every other program is C++20.
STANDARDS = {"expected": "-std=c++23"}


def common(source):
    return [tools.clang(), STANDARDS.get(source.stem, "-std=c++20"), *FLAGS, "-isystem",
            tools.libcxx() / "include/wasm32-wasi/c++/v1"]


def barewasi(source, output):
    return [*common(source), f"--sysroot={tools.sysroot()}", source, "-lc++", "-lc++abi",
            tools.libcxx() / "lib/wasm32-wasi/libc++.a", "-o", output]


def wasi_libc(source, output, libc=tools.wasi_libc):
    libc = libc()
    return [*common(source), *libc.headers, "-nostdlib", libc.start, source,
            tools.libcxx() / "lib/wasm32-wasi/libc++.a", libc.archive, tools.compiler_rt(), "-o", output]


def wasi_libc_of_debian(source, output):
    return wasi_libc(source, output, tools.wasi_libc_of_debian)


PEERS = {"barewasi": barewasi, "wasi-libc of Debian": wasi_libc_of_debian, "wasi-libc": wasi_libc}


def size(peer, recipe, source):
    folder = BUILD / peer.replace(" ", "-")
    folder.mkdir(parents=True, exist_ok=True)
    module = folder / f"{source.stem}.wasm"
    tools.run(recipe(source, module))
    smallest = tools.optimised(module)
    status = subprocess.run([tools.wasmtime(), "run", smallest]).returncode
    if status != 0:
        raise SystemExit(f"{smallest} ends with status {status}: the check on that line of {source} failed")
    return smallest.stat().st_size


def report():
    rows = [[source.stem, *(size(peer, recipe, source) for peer, recipe in PEERS.items())]
            for source in sorted(PROGRAMS.glob("*.cpp"))]
    table.show("Bytes of programs with libc++, after wasm-opt -Oz", ["", *PEERS], rows)
