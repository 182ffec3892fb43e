# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What is measured with: compilers, engines and the peers' libraries, each found or named as missing with a reason."""

import glob
import os
import re
import resource
import shutil
import subprocess
import sys
from dataclasses import dataclass
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


def run(command, binary=False, **how):
    """Runs a command that has to succeed; returns what it printed."""
    result = subprocess.run([str(word) for word in command], capture_output=True, text=not binary, **how)
    if result.returncode != 0:
        shown = " ".join(str(word) for word in command)
        sys.exit(f"{shown}\n{result.stdout}{result.stderr}exit status {result.returncode}")
    return result.stdout


def processor_time():
    """Seconds that the programs took which have ended by now."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def find(name, how):
    """A program: where its variable says (WASM_OPT for wasm-opt), in build/engines/bin, or on PATH."""
    own = TOP / "build" / "engines" / "bin" / name
    found = os.environ.get(name.upper().replace("-", "_")) or (str(own) if own.exists() else shutil.which(name))
    if not found:
        raise Missing(f"{name} is not installed: {how}")
    return found


def clang(language="c++"):
    return find("clang++-22" if language == "c++" else "clang-22", "scripts/setup")


def llvm(name):
    return find(f"llvm-{name}-22", "scripts/setup")


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


@dataclass(frozen=True)
class WasiLibc:
    """The headers and the libraries of one wasi-libc."""
    include: Path
    library: Path
    version: str

    @property
    def archive(self):
        return self.library / "libc.a"

    @property
    def start(self):
        return self.library / "crt1-command.o"

    @property
    def headers(self):
        """Flags. Named part by part: no one compiler calls the target of every wasi-libc by its name."""
        return ["-nostdlibinc", "-isystem", self.include]


def wasi_libc():
    """Today's, the peer of every comparison."""
    root = TOP / "build" / "engines" / "bin" / "wasi-libc"
    if not (root / "lib/wasm32-wasip1/libc.a").exists():
        raise Missing("wasi-libc is not installed: scripts/setup --engines wasi-libc")
    return WasiLibc(root / "include/wasm32-wasip1", root / "lib/wasm32-wasip1",
                    f"as in @yowasp/clang {root.resolve().parent.name.removeprefix('wasi-libc-')}")


def wasi_libc_of_debian():
    """The one that Debian 12 and 13 have: of 2022, before it used memory.copy and memory.fill."""
    if not Path("/usr/lib/wasm32-wasi/libc.a").exists():
        raise Missing("Debian's wasi-libc is not installed (Debian: wasi-libc)")
    version = run(["dpkg-query", "-W", "-f", "${Version}", "wasi-libc"]) if shutil.which("dpkg-query") else "unknown"
    return WasiLibc(Path("/usr/include/wasm32-wasi"), Path("/usr/lib/wasm32-wasi"), version)


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


def crates():
    """The allocators among Rust's crates, as they are locked."""
    lock = (HERE / "heap/rust/Cargo.lock").read_text()
    found = dict(re.findall(r'name = "(\w+)"\nversion = "([^"]+)"', lock))
    return ", ".join(f"{name} {found[name]}" for name in ("dlmalloc", "talc", "wee_alloc", "lol_alloc"))


def libcxx():
    """The folder with libc++'s include/ and lib/, which is the compiler's own."""
    prefix = Path(run([clang(), "-print-resource-dir"]).strip()).parents[2]
    if not (prefix / "include/wasm32-wasi/c++/v1/__config").exists():
        raise Missing(f"there is no libc++ for wasm32 in {prefix} (Debian: libc++-22-dev-wasm32)")
    return prefix


def libcxx_version():
    config = (libcxx() / "include/wasm32-wasi/c++/v1/__config").read_text()
    return re.search(r"define _LIBCPP_VERSION (\d+)", config)[1]


def versions():
    """One line for each tool and each peer, so that a table says what it holds for."""
    def first_line(command):
        result = subprocess.run([str(word) for word in command], capture_output=True, text=True)
        if result.returncode != 0:
            raise Missing(f"{command[0]} does not say its version")
        return result.stdout.splitlines()[0]
    for name, version in (("barewasi", lambda: first_line(["git", "-C", TOP, "describe", "--always", "--dirty"])
                           if (TOP / ".git").exists() else "not a clone"),
                          ("clang", lambda: first_line([clang(), "--version"])),
                          ("wasmtime", lambda: first_line([wasmtime(), "--version"])),
                          ("node", lambda: first_line([node(), "--version"])),
                          ("wasm-opt", lambda: first_line([wasm_opt(), "--version"])),
                          ("wasi-libc", lambda: wasi_libc().version),
                          ("wasi-libc of Debian", lambda: wasi_libc_of_debian().version),
                          ("libc++", libcxx_version),
                          ("zig", lambda: first_line([*zig(), "version"])),
                          ("rust", lambda: first_line([find("rustc", "see rustup"), "--version"])),
                          ("crates", crates)):
        try:
            yield f"{name}: {version()}"
        except Missing as missing:
            yield f"{name}: skipped, {missing}"
