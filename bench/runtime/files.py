# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Reading and writing 64 MiB, and a million lines printed, beside wasi-libc's stdio, on Wasmtime and Node."""

import subprocess

import peers
import table
import tools

# What io/main.cpp measures. The file that is written first is the one that is read.
WORK = {"write": "64 MiB written, 64 KiB at a time", "read": "64 MiB read, 64 KiB at a time",
        "lines": "64 MiB read, lines counted", "print": "a million lines printed into a file: print_buffered",
        "each": "a million lines printed into a file: print, each at once"}


def measure(command, module, what, folder):
    """Seconds of the processor, and how much passed. They are of the whole process: what else the machine does has no part in
    them, and the engine's start does."""
    before = tools.processor_time()
    with open(folder / "printed", "w") as out:
        result = subprocess.run([str(word) for word in [*command, "--dir", f"{folder}::/", module, what, "/file"]],
                                stdout=out, stderr=subprocess.PIPE, text=True)
    if result.returncode != 0:
        raise SystemExit(f"{module} {what}: exit status {result.returncode}\n{result.stderr}")
    return tools.processor_time() - before, int(result.stderr.split()[1])


def report(rounds):
    modules = peers.modules("io")
    folder = tools.BUILD / "io/box"
    folder.mkdir(exist_ok=True)
    for engine, command in peers.engines():
        found = {peer: [] for peer in modules}
        for what in WORK:
            passed = {}
            times = {peer: [] for peer in modules}
            for _ in range(rounds):
                for peer, module in modules.items():
                    time, passed[peer] = measure(command, module, what, folder)
                    times[peer].append(time)
            if 0 in passed.values() or len(set(passed.values())) != 1:
                raise SystemExit(f"{engine}: {what}: not the same work: {passed}")
            for peer in modules:
                found[peer].append(times[peer])
        by_round = {peer: list(zip(*rows)) for peer, rows in found.items()}
        table.show_rounds(f"{engine}: milliseconds of the processor", WORK.values(), by_round, 1e-3)
    for left in folder.iterdir():
        left.unlink()
