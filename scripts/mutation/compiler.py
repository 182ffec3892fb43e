#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Stands before the clang that tests compile programs with: a program that was compiled before, with the same
words from the same sources, is taken from the folder MUTATION_PROGRAMS."""
import hashlib
import os
import shutil
import subprocess
import sys

SOURCES = (".cpp", ".c", ".o", ".a", ".h", ".hpp")


def changed(source):
    with open(source, "rb") as file:
        return b"changes are compiled in" in file.read()[-40:]


def main():
    name = "clang++" if "-std=c++20" in sys.argv else "clang"
    names = [f"{name}-{version}" for version in (22, 21, 20, 19)] + [name]
    words = [next(found for found in map(shutil.which, names) if found), *sys.argv[1:]]
    if any(word.endswith((".c", ".cpp")) and changed(word) for word in words):
        # As launch does, for tests that compile sources of the runtime themselves.
        words += ["-w", "-include", os.path.join(os.path.dirname(os.path.realpath(__file__)), "compiled_in.h")]
    kept = os.environ.get("MUTATION_PROGRAMS")
    if not kept or "-o" not in words:
        os.execvp(words[0], words)
    output = words[words.index("-o") + 1]
    folder = os.path.dirname(output)
    key = hashlib.sha256()
    for word in words:
        key.update(word.replace(folder, "").encode() + b"\0")
        if word.endswith(SOURCES) and os.path.isfile(word):
            with open(word, "rb") as file:
                key.update(file.read())
    os.makedirs(kept, exist_ok=True)
    copy = os.path.join(kept, key.hexdigest())
    if os.path.exists(copy):
        shutil.copy(copy, output)
        return 0
    done = subprocess.run(words, check=False, stderr=subprocess.PIPE)
    sys.stderr.buffer.write(done.stderr)
    if done.returncode == 0 and not done.stderr and os.path.exists(output):
        shutil.copy(output, copy + ".new")
        os.rename(copy + ".new", copy)
    return done.returncode


sys.exit(main())
