# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Tables as Markdown, so that what is printed can be read, and copied into a page."""

import statistics


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


def compared(values, bases):
    """What was measured in the same rounds, as 0.55 (0.53 to 0.58): the median of the rounds' ratios, and where the middle
    half of them lies."""
    ratios = [value / base for value, base in zip(values, bases)]
    if len(ratios) < 4:
        return f"{statistics.median(ratios):.2f}"
    low, median, high = statistics.quantiles(ratios, n=4, method="inclusive")
    return f"{median:.2f} ({low:.2f} to {high:.2f})"


def show_rounds(title, names, found, unit):
    """A row for each of `names`: the least time of each peer in `unit`, and how the first compares with the second.
    `found` has for each peer a list of times for each round, in the order of `names`."""
    rows = []
    for at, name in enumerate(names):
        columns = [[times[at] for times in peer] for peer in found.values()]
        rows.append([name, *(f"{min(times) / unit:.1f}" for times in columns), compared(*columns)])
    show(f"{title}, the least of {len(columns[0])} interleaved rounds; ratio: median and middle half of the rounds'",
         ["", *found, "ratio"], rows)
