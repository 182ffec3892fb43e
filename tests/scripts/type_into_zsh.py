# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""usage: type_into_zsh.py FUNCTIONS LINE...

Types each line into an interactive zsh that finds completions in the folder FUNCTIONS, presses TAB, and prints the line
that is there then. Exits with 1 when zsh does not answer.
"""

import os
import pty
import re
import select
import sys
import time

functions, lines = sys.argv[1], sys.argv[2:]
begin_of_line, end_of_line = "\x01", "\x05"

child, terminal = pty.fork()
if child == 0:
    # The longest command line stays on one row: nothing is broken up.
    os.environ.update(TERM="dumb", COLUMNS="300", PS1="> ")
    os.execvp("zsh", ["zsh", "-f", "-i"])


def type_and_wait(keys: str, answer: str) -> str:
    """The first group of `answer` in what comes back within ten seconds."""
    os.write(terminal, keys.encode())
    seen = ""
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        if not select.select([terminal], [], [], 0.1)[0]:
            continue
        seen += os.read(terminal, 65536).decode(errors="replace")
        if found := re.search(answer, seen):
            return found.group(1)
    sys.exit(f"zsh does not answer; it said: {seen!r}")


setup = f"stty columns 300; fpath=({functions} $fpath); autoload -Uz compinit && compinit -u -D; bindkey -e"
# What is typed comes back too: the quotes tell it from what is printed.
type_and_wait(f"{setup}; echo rea''dy\n", "\n(ready)\r")
for line in lines:
    # The line becomes the argument of a command that prints it.
    print(type_and_wait(f"{line}\t{begin_of_line}print -r -- '<' {end_of_line} '>'\n", r"\n<\s+(.*?)\s*>\r"))
