# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Formatting into a buffer beside wasi-libc's snprintf, and parsing beside its strtod, on Wasmtime and Node."""

import peers
import table
import tools

# What format/main.cpp measures, in its order.
TEXTS = ("an integer", "a line of six parts", "a double, three places", "a double that can be read back",
         "a text of 1 to 17 digits, parsed")


def measure(command, module):
    """Hundredths of nanoseconds for each of TEXTS, and the checksums."""
    times, checksums = tools.run([*command, module]).splitlines()
    return [int(time) for time in times.split()], checksums


def report(rounds):
    modules = peers.modules("format")
    for engine, command in peers.engines():
        found = {peer: [] for peer in modules}
        texts = {}
        for _ in range(rounds):
            for peer, module in modules.items():
                times, texts[peer] = measure(command, module)
                found[peer].append(times)
        if len(set(texts.values())) != 1:
            raise SystemExit(f"{engine}: the two do not write the same: {texts}")
        table.show_rounds(f"{engine}: nanoseconds a call", TEXTS, found, 100)
