# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What is measured with: compilers, engines and the peers' libraries, each found or named as missing with a reason."""

import glob
import os
import shutil
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
BUILD = TOP / "build" / "bench" / "runtime"
SYSROOT = Path(os.environ.get("BAREWASI_SYSROOT", TOP / "build" / "release" / "sysroot"))

# What Wasmtime takes by default.
FEATURES = ["bulk-memory", "bulk-memory-opt", "sign-ext", "mutable-globals", "nontrapping-float-to-int", "multivalue",
            "reference-types", "simd", "tail-call", "extended-const"]


class Missing(Exception):
    """A tool or a peer that is not on this machine; the text says how it could be."""


def run(command, **how):
    """Runs a command that has to succeed; returns what it printed."""
    result = subprocess.run([str(word) for word in command], capture_output=True, text=True, **how)
    if result.returncode != 0:
        shown = " ".join(str(word) for word in command)
        sys.exit(f"{shown}\n{result.stdout}{result.stderr}exit status {result.returncode}")
    return result.stdout


def find(name, how):
    """A program: where its variable says (WASM_OPT for wasm-opt), in build/engines/bin, or on PATH."""
    own = TOP / "build" / "engines" / "bin" / name
    found = os.environ.get(name.upper().replace("-", "_")) or (str(own) if own.exists() else shutil.which(name))
    if not found:
        raise Missing(f"{name} is not installed: {how}")
    return found


def clang(language="c++"):
    return find("clang++-22" if language == "c++" else "clang-22", "scripts/setup")


def compiler_rt():
    """clang's own functions for what wasm has no instructions for; printf needs some."""
    return run([clang("c"), "--target=wasm32-wasip1", "-print-libgcc-file-name"]).strip()


def wasmtime():
    return find("wasmtime", "scripts/setup")


def node():
    return find("node", "scripts/setup")


def wasm_opt():
    return find("wasm-opt", "scripts/setup --engines wasm-opt")


def wasm_as():
    beside = Path(wasm_opt()).resolve().parent / "wasm-as"
    if not beside.exists():
        raise Missing("wasm-as is not beside wasm-opt")
    return str(beside)


def optimised(module):
    """The module after wasm-opt -Oz, as a file beside it."""
    output = module.with_suffix(".opt.wasm")
    run([wasm_opt(), "-Oz", *[f"--enable-{feature}" for feature in FEATURES], module, "-o", output])
    return output


def sysroot():
    if not (SYSROOT / "lib/wasm32-wasip1/libc.a").exists():
        raise Missing(f"there is no finished sysroot in {SYSROOT}: cmake --build build/release --target wasm")
    return SYSROOT


def wasi_libc():
    """The folder with wasi-libc's lib/ and include/."""
    if not Path("/usr/lib/wasm32-wasi/libc.a").exists():
        raise Missing("wasi-libc is not installed (Debian: wasi-libc)")
    return Path("/usr")


def zig():
    """Zig's command line."""
    return [find("zig", "scripts/setup --engines zig")]


def rust(target):
    """cargo or rustc can compile for `target`."""
    rustc = find("rustc", "see rustup")
    library = f"{run([rustc, '--print', 'sysroot']).strip()}/lib/rustlib/{target}/lib/libcore-*.rlib"
    if not glob.glob(library):
        raise Missing(f"Rust has no {target}: rustup target add {target}")
    return rustc


def versions():
    """One line for each tool, so that a table says what it holds for."""
    def first_line(command):
        return run(command).splitlines()[0]
    for name, command in (("clang", lambda: [clang(), "--version"]), ("wasmtime", lambda: [wasmtime(), "--version"]),
                          ("node", lambda: [node(), "--version"]), ("wasm-opt", lambda: [wasm_opt(), "--version"]),
                          ("zig", lambda: [*zig(), "version"]), ("rust", lambda: [find("rustc", ""), "--version"])):
        try:
            yield f"{name}: {first_line(command())}"
        except Missing as missing:
            yield f"{name}: skipped, {missing}"
