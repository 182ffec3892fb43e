# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The same program with the runtime and with wasi-libc, on the same engines."""

import tools

COMMON = ["--target=wasm32-wasip1", "-O2", "--no-wasm-opt"]
CPP = ["-std=c++20", "-fno-exceptions", "-fno-rtti"]


def barewasi(folder, build):
    """main.cpp and barewasi.cpp of `folder`, as a module."""
    module = build / "barewasi.wasm"
    tools.run([tools.clang(), *COMMON, *CPP, f"--sysroot={tools.sysroot()}", folder / "main.cpp", folder / "barewasi.cpp",
               "-o", module])
    return module


def wasi_libc(folder, build):
    """main.cpp and wasi-libc.c of `folder`, as a module."""
    libc = tools.wasi_libc()
    objects = []
    for compiler, flags, source in (("c++", CPP, "main.cpp"), ("c", [], "wasi-libc.c")):
        objects.append(build / f"{source}.o")
        tools.run([tools.clang(compiler), *COMMON, *flags, *libc.headers, "-c", folder / source, "-o", objects[-1]])
    module = build / "wasi-libc.wasm"
    tools.run([tools.clang("c"), *COMMON, "-nostdlib", libc.start, *objects, libc.archive, tools.compiler_rt(), "-o",
               module])
    return module


PEERS = {"barewasi": barewasi, "wasi-libc": wasi_libc}


def modules(name):
    """peer -> module, of bench/runtime/NAME."""
    build = tools.BUILD / name
    build.mkdir(parents=True, exist_ok=True)
    return {peer: recipe(tools.HERE / name, build) for peer, recipe in PEERS.items()}


def engines():
    """(name, how its command begins) of each engine that is there; a --dir may follow, then the module. Node optimizes from the
    first call on, as it would later: when it begins to is a matter of what else the machine does."""
    for name, command in (("Wasmtime", lambda: [tools.wasmtime(), "run"]),
                          ("Node", lambda: [tools.node(), "--no-warnings", "--no-liftoff", tools.TOP / "tests/wasm/engines/node.mjs"])):
        try:
            yield name, command()
        except tools.Missing as missing:
            print(f"skipped: {name}: {missing}")
