# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Tables as Markdown, so that what is printed can be read, and copied into a README."""


def show(title, columns, rows):
    columns, *rows = [[str(cell) for cell in row] for row in [columns, *rows]]
    widths = [max(len(row[i]) for row in [columns, *rows]) for i in range(len(columns))]
    def line(cells):
        first, *others = zip(cells, widths)
        print("| " + " | ".join([first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]) + " |")
    print(f"\n{title}\n")
    line(columns)
    print("|-" + "-|-".join("-" * width for width in widths[:1]) + "-|" + "|".join("-" * (width + 1) + ":" for width in widths[1:]) + "|")
    for row in rows:
        line(row)
    print(flush=True)


def ratio(value, base):
    return f"{value / base:.2f}"
