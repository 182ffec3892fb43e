# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the runners in Python have in common: `[--dir HOST::GUEST]... [--env NAME=VALUE]... MODULE [ARGUMENT...]`."""

import argparse
import os
import sys

TRAPPED = 134


def parse():
    """folders and environment as lists of pairs, and words: the module, and its arguments after it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--dir", dest="folders", action="append", default=[], metavar="HOST::GUEST",
                        type=lambda text: tuple(text.split("::", 1)))
    parser.add_argument("--env", dest="environment", action="append", default=[], metavar="NAME=VALUE",
                        type=lambda text: tuple(text.split("=", 1)))
    parser.add_argument("words", nargs=argparse.REMAINDER, metavar="MODULE [ARGUMENT...]")
    return parser.parse_args()


def leave(status):
    """Ends at once: an engine's threads may have more to say, and the program has none."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status & 255)
