# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a WASI command on Wasmer, the way `wasmtime run` does on Wasmtime: the program's status is ours, and a trap is a
line on stderr and status 134. It gives programs a folder of its own and none of the host's, so there is no --dir."""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

import options
from wasmer_sdk import Wasmer


async def copy(stream, out):
    async for piece in stream:
        out.write(bytes(piece))
        out.flush()


def take_stderr():
    """The program's alone: what Wasmer itself says there comes back as an exception as well."""
    real = os.dup(2)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    sys.stderr = os.fdopen(real, "w")


async def main(cache):
    chosen = options.parse()
    if chosen.folders:
        sys.exit("wasmer: no folder of the host can be given to a program")
    take_stderr()
    module, *arguments = chosen.words
    # What it compiled it would keep where the program was started.
    async with Wasmer(cache_root=cache) as wasmer:
        package = await wasmer.packages.load(Path(module).read_bytes())
        async with await wasmer.sandboxes.create(packages=[package]) as sandbox:
            command = sandbox.command(package, arguments, env=dict(chosen.environment))
            process = await command.spawn(stdin="pipe")
            copies = [asyncio.create_task(copy(process.stdout, sys.stdout.buffer)),
                      asyncio.create_task(copy(process.stderr, sys.stderr.buffer))]
            try:
                await process.stdin.write(sys.stdin.buffer.read())
                await process.stdin.close()
            except Exception:
                # The program did not wait for it.
                pass
            try:
                return (await process.wait()).exit_code
            finally:
                await asyncio.gather(*copies)


if __name__ == "__main__":
    try:
        with tempfile.TemporaryDirectory() as cache:
            status = asyncio.run(main(cache))
    except Exception as failure:
        print(f"wasmer: {type(failure).__name__}: {failure}", file=sys.stderr)
        status = options.TRAPPED
    options.leave(status)
