# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""memcpy, memmove, memset, memcmp and strlen beside wasi-libc's, on Wasmtime and Node.

All libraries are in one module, and take turns after some microseconds each: whatever else the machine does then falls on
all of them alike. Each round is a module of its own, in which they stand in another order, because where code lies in
memory makes a difference, too. wasi-libc is in it twice: the difference of the two is what the measurement does not know.
"""

import peers
import table
import tools

BUILD = tools.BUILD / "mem"
FUNCTIONS = ("memcpy", "memmove", "memset", "memcmp", "strlen")
FLAGS = ["--target=wasm32-wasip1", "-std=c++20", "-O2", "-fno-builtin", "-ffreestanding", "-nostdlibinc", "-nostdlib",
         "--no-wasm-opt"]


def libraries():
    """(name, archive); the first is what the others are compared with."""
    yield "wasi-libc", tools.wasi_libc().archive
    yield "barewasi", tools.sysroot() / "lib/wasm32-wasip1/libc.a"
    # The control: how far code is from itself is what the measurement cannot tell.
    yield "wasi-libc once more", tools.wasi_libc().archive
    try:
        yield "wasi-libc of Debian", tools.wasi_libc_of_debian().archive
    except tools.Missing as missing:
        print(f"skipped: {missing}")


def taken_from(archive, letter):
    """The archive's own objects with FUNCTIONS, whose first letter becomes `letter`: names of the same length can be
    exchanged in an object file."""
    folder = BUILD / letter
    folder.mkdir(parents=True, exist_ok=True)
    objects = []
    for line in tools.run([tools.llvm("nm"), "-A", "--defined-only", archive]).splitlines():
        place, symbol = line.rsplit(":", 1)[0], line.split()[-1]
        if symbol not in FUNCTIONS:
            continue
        member = place.rsplit(":", 1)[1]
        content = tools.run([tools.llvm("ar"), "p", archive, member], binary=True)
        for name in FUNCTIONS:
            content = content.replace(name.encode(), f"{letter}{name[1:]}".encode())
        objects.append(folder / f"{symbol}.o")
        objects[-1].write_bytes(content)
    if len(objects) != len(FUNCTIONS):
        raise SystemExit(f"{archive} has other objects than expected: {objects}")
    return objects


def link(objects, order):
    """A module in which the libraries come in the order of the letters `order`."""
    module = BUILD / f"{order}.wasm"
    listed = " ".join(f"LIBRARY({letter})" for letter in order)
    tools.run([tools.clang(), *FLAGS, f"-DLIBRARIES={listed}", tools.HERE / "mem/main.cpp",
               *(file for letter in order for file in objects[letter]), "-o", module])
    return module


def measure(command, module, order):
    """(function, size) -> letter -> hundredths of nanoseconds a call."""
    found = {}
    for line in tools.run([*command, module]).splitlines():
        function, size, *times = line.split()
        found[FUNCTIONS[int(function)], int(size)] = dict(zip(order, map(int, times)))
    return found


def rotations(letters):
    return ["".join(letters[i:] + letters[:i]) for i in range(len(letters))]


def columns(rounds, cell):
    """A row for each size, with what `cell` says of the rounds of each function at it."""
    sizes = sorted({size for _, size in rounds[0]})
    return [[size, *(cell([each[function, size] for each in rounds]) for function in FUNCTIONS)] for size in sizes]


def report(rounds):
    BUILD.mkdir(parents=True, exist_ok=True)
    names = {}
    objects = {}
    for letter, (name, archive) in zip("ABCD", libraries()):
        names[letter] = name
        objects[letter] = taken_from(archive, letter)
    base, *others = names
    modules = {order: link(objects, order) for order in rotations(list(names))}
    for engine, command in peers.engines():
        found = [measure(command, module, order) for _ in range(rounds) for order, module in modules.items()]
        for other in others:
            table.show(f"{engine}: the time of {names[other]}, of {names[base]}'s; median and middle half of {len(found)} "
                       "rounds", ["bytes", *FUNCTIONS],
                       columns(found, lambda times: table.compared([each[other] for each in times],
                                                                   [each[base] for each in times])))
        table.show(f"{engine}: nanoseconds a call, the least of {len(found)} rounds: {', '.join(names.values())}",
                   ["bytes", *FUNCTIONS],
                   columns(found, lambda times: " / ".join(f"{min(each[letter] for each in times) / 100:.1f}"
                                                           for letter in names)))
