# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Sizes of eight small programs, each written in the ordinary way of its toolchain, optimised for size, stripped, and
then through the same wasm-opt."""

import subprocess

import table
import tools

SOURCES = tools.HERE / "sizes"
BUILD = tools.BUILD / "sizes"

PROGRAMS = {"empty": "an empty main", "hello": "hello", "integer": "hello and an integer",
            "double": "a floating-point number",
            "args": "the first argument and variable", "malloc": "malloc and free", "abort": "a message and abort",
            "seed": "hello, formatting into allocated memory, panic"}

# What each has to say, on whichever stream, wherever it is written: nobody is small by doing less.
SAYS = {"hello": "Hello, world!", "integer": "Hello, -12345!", "double": "x = 0.333333333333333",
        "args": "NAME=value", "abort": "cannot go on", "seed": "the answer is 42, or 0x2a"}

RUST = ["--edition", "2021", "-C", "opt-level=z", "-C", "panic=abort", "-C", "lto=fat", "-C", "codegen-units=1",
        "-C", "strip=symbols"]


def barewasi(name, output):
    source = tools.TOP / "examples/seed.cpp" if name == "seed" else SOURCES / f"{name}.cpp"
    return [tools.clang(), "--target=wasm32-wasip1", f"--sysroot={tools.sysroot()}", "-std=c++20", "-Oz", "-DNDEBUG",
            "-fno-exceptions", "-fno-rtti", "--no-wasm-opt", "-Wl,--strip-all",
            # A panic says in which file it is: where that lies is not to count.
            f"-ffile-prefix-map={tools.TOP}/=", source, "-o", output]


def wasi_libc(name, output, libc=tools.wasi_libc):
    libc = libc()
    return [tools.clang("c"), "--target=wasm32-wasip1", *libc.headers, "-Oz", "-nostdlib", "--no-wasm-opt",
            "-Wl,--strip-all", libc.start, SOURCES / f"wasi-libc/{name}.c", libc.archive, tools.compiler_rt(), "-o", output]


def wasi_libc_of_debian(name, output):
    return wasi_libc(name, output, tools.wasi_libc_of_debian)


def zig(name, output):
    return [*tools.zig(), "build-exe", SOURCES / f"zig/{name}.zig", "-target", "wasm32-wasi", "-O", "ReleaseSmall",
            "-fstrip", "--cache-dir", BUILD / "zig-cache", f"-femit-bin={output}"]


def rust_std(name, output):
    return [tools.rust("wasm32-wasip1"), *RUST, "--target", "wasm32-wasip1", SOURCES / f"rust-std/{name}.rs", "-o", output]


def rust_no_std(name, output):
    return [tools.rust("wasm32-unknown-unknown"), *RUST, "--target", "wasm32-unknown-unknown",
            SOURCES / f"rust-no_std/{name}.rs", "-o", output]


def by_hand(name, output):
    return [tools.wasm_as(), SOURCES / f"wat/{name}.wat", "-o", output]


PEERS = {"barewasi": barewasi, "by hand (WAT)": by_hand, "wasi-libc": wasi_libc,
         "wasi-libc of Debian": wasi_libc_of_debian, "Zig": zig, "Rust no_std": rust_no_std, "Rust std": rust_std}
# What nobody would write that way: no text without core::fmt, no heap without a crate.
NOT_WRITTEN = {("by hand (WAT)", "double"), ("by hand (WAT)", "seed"), ("Rust no_std", "args"),
               ("Rust no_std", "malloc"), ("Rust no_std", "seed")}


def size(peer, recipe, name):
    folder = BUILD / peer.replace(" ", "-")
    folder.mkdir(parents=True, exist_ok=True)
    module = folder / f"{name}.wasm"
    tools.run(recipe(name, module))
    smallest = tools.optimised(module)
    said = subprocess.run([tools.wasmtime(), "run", "--env", "NAME=value", smallest], capture_output=True, text=True)
    if SAYS.get(name, "") not in said.stdout + said.stderr:
        raise SystemExit(f"{smallest} does not say {SAYS[name]!r}:\n{said.stdout}{said.stderr}")
    return smallest.stat().st_size


def column(peer, recipe):
    return {name: "-" if (peer, name) in NOT_WRITTEN else size(peer, recipe, name) for name in PROGRAMS}


def report():
    columns = {}
    for peer, recipe in PEERS.items():
        try:
            columns[peer] = column(peer, recipe)
        except tools.Missing as missing:
            print(f"skipped: {peer}: {missing}")
    table.show("Bytes after wasm-opt -Oz", ["", *columns],
               [[f"{name}: {what}", *(sizes[name] for sizes in columns.values())] for name, what in PROGRAMS.items()])
