# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Allocators: the workloads of heap/workloads.h on Wasmtime. Time relative to dlmalloc, memory relative to the most
that was live, bytes of code."""

import math
import os
import subprocess

import table
import tools

SOURCES = tools.HERE / "heap"
BUILD = tools.BUILD / "heap"

WORKLOADS = {"w1": "one_size", "w2": "small_at_random", "w3": "mixed_replaced", "w4": "vectors_that_grow",
             "w5": "trees", "w6": "large_at_random", "w7": "holes_too_small"}
# Whose geometric mean is the heap's one number.
SUMMED_UP = ("w2", "w3", "w5", "w6")

FLAGS = ["--target=wasm32-wasip1", "-std=c++20", "-nostdlib", "-nostdlibinc", "-ffreestanding", "-fno-builtin",
         "-fno-exceptions", "--no-wasm-opt"]
SIZED = ["-DBENCH_SIZED_FREE"]


# A recipe gives the flags and the libraries of a peer, by its name: as its users have it, who want it fast; or optimised
# for size, where its code is counted. What comes compiled comes in one way.
def ours(*_):
    return [], [tools.sysroot() / "lib/wasm32-wasip1/libc.a"]


def wasi_libc(*_):
    return [], [tools.wasi_libc().archive]


def zig(_, small):
    archive = BUILD / ("zig-small.a" if small else "zig.a")
    tools.run([*tools.zig(), "build-lib", SOURCES / "wasm_allocator.zig", "-target", "wasm32-freestanding", "-O",
               "ReleaseSmall" if small else "ReleaseFast", "--cache-dir", BUILD / "zig-cache", f"-femit-bin={archive}"])
    return SIZED, [archive]


def crate(name, small):
    tools.rust("wasm32-unknown-unknown")
    level = "z" if small else "3"
    target = BUILD / f"cargo-{level}"
    tools.run([tools.find("cargo", "see rustup"), "build", "--quiet", "--locked", "--release", "--target",
               "wasm32-unknown-unknown", "--features", name], cwd=SOURCES / "rust",
              env={**os.environ, "CARGO_TARGET_DIR": str(target), "CARGO_PROFILE_RELEASE_OPT_LEVEL": level})
    archive = BUILD / f"{name}-{level}.a"
    (target / "wasm32-unknown-unknown/release/libpeer.a").rename(archive)
    return SIZED, [archive]


# The first is what the others are compared with.
PEERS = {"dlmalloc (wasi-libc)": wasi_libc, "barewasi": ours, "wasm_allocator (Zig)": zig, "dlmalloc (crate)": crate,
         "talc (crate)": crate, "wee_alloc (crate)": crate, "lol_alloc (crate)": crate}


# Some allocators take minutes where the others take a second.
PATIENCE = 20


class Peer:
    def __init__(self, name, recipe):
        self.name, self.recipe = name, recipe
        self.flags, self.libraries = recipe(name.split()[0], False)
        self.folder = BUILD / name.split()[0] if "crate" not in name else BUILD / f"crate-{name.split()[0]}"
        self.folder.mkdir(parents=True, exist_ok=True)
        # By workload, a time for each round; what did not come to an end has no time, but a word.
        self.times = {}
        self.memory = {}
        self.failed = {}

    def link(self, source, name, *more):
        module = self.folder / f"{name}.wasm"
        tools.run([tools.clang(), *FLAGS, "-O2", *self.flags, *more, SOURCES / source, *self.libraries, "-o", module])
        return module

    def code_bytes(self):
        self.flags, self.libraries = self.recipe(self.name.split()[0], True)
        whole = tools.optimised(self.link("three.cpp", "three", "-Wl,--strip-all", "-Wl,--no-entry"))
        return whole.stat().st_size

    def build(self, workload):
        module = self.link("main.cpp", workload, f"-DBENCH_WORKLOAD={WORKLOADS[workload]}", "-Wl,-z,stack-size=262144")
        # Compiled ahead of time, so that no run waits for it.
        tools.run([tools.wasmtime(), "compile", module, "-o", module.with_suffix(".cwasm")])

    def measure(self, workload):
        """One run: processor time, of which what else the machine does takes none away. The program itself takes all of it
        but for some milliseconds, as it is compiled."""
        if workload in self.failed:
            return
        command = [tools.wasmtime(), "run", "--allow-precompiled", self.folder / f"{workload}.cwasm"]
        before = tools.processor_time()
        try:
            result = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.failed[workload] = f"over {PATIENCE} s"
            return
        if result.returncode != 0:
            self.failed[workload] = "fails"
            return
        _, _, peak, memory = map(int, result.stdout.split())
        self.times.setdefault(workload, []).append(tools.processor_time() - before)
        self.memory[workload] = memory / peak

    def least(self, workload):
        return self.failed.get(workload) or f"{min(self.times[workload]) * 1e3:.0f}"

    def compared(self, workload, base):
        return self.failed.get(workload) or table.compared(self.times[workload], base.times[workload])


def find_peers(only):
    peers = []
    for name, recipe in PEERS.items():
        if peers and only and not name.startswith(tuple(only)):
            continue
        try:
            peers.append(Peer(name, recipe))
        except tools.Missing as missing:
            print(f"skipped: {name}: {missing}")
    return peers


def measure_all(peers, workloads, rounds):
    for workload in workloads:
        for peer in peers:
            peer.build(workload)
        for _ in range(rounds):
            for peer in peers:
                peer.measure(workload)


def mean(peer, base):
    if any(name in peer.failed for name in SUMMED_UP):
        return "-"
    logarithms = [math.log(min(peer.times[name]) / min(base.times[name])) for name in SUMMED_UP]
    return f"{math.exp(sum(logarithms) / len(logarithms)):.2f}"


def report(rounds, workloads=tuple(WORKLOADS), only=None):
    """Prints the tables; `only` names some of the peers, by how they begin."""
    BUILD.mkdir(parents=True, exist_ok=True)
    peers = find_peers(only)
    if not peers or peers[0].name != next(iter(PEERS)):
        raise tools.Missing("there is nothing to compare with: scripts/setup --engines wasi-libc")
    measure_all(peers, workloads, rounds)
    base = peers[0]
    summed = [["geometric mean"] + [mean(peer, base) for peer in peers]] if set(SUMMED_UP) <= set(workloads) else []
    times = [[f"{name} {WORKLOADS[name]}"] + [peer.compared(name, base) for peer in peers] for name in workloads]
    columns = [""] + [peer.name for peer in peers]
    table.show(f"Time on Wasmtime, relative to {base.name}: median and middle half of {rounds} interleaved rounds; "
               f"the mean is of the least times of {', '.join(SUMMED_UP)}", columns, times + summed)
    table.show(f"Milliseconds, the least of {rounds} rounds", columns,
               [[name] + [peer.least(name) for peer in peers] for name in workloads])
    table.show("Memory at the end, relative to the most that was live", columns,
               [[name] + [peer.failed.get(name) or f"{peer.memory[name]:.3f}" for peer in peers] for name in workloads])
    try:
        nothing = Peer("nothing", lambda *_: ([], [SOURCES / "nothing.cpp"])).code_bytes()
        table.show("Bytes of allocate, free and reallocate, each optimised for size (-Oz, ReleaseSmall, opt-level z; "
                   "wasi-libc as it comes), after wasm-opt -Oz", columns,
                   [["bytes"] + [peer.code_bytes() - nothing for peer in peers]])
    except tools.Missing as missing:
        print(f"skipped: bytes of code: {missing}")
