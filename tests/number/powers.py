#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""usage: tests/number/powers.py PROGRAM

Shows, with exact arithmetic, what runtime/number/README.md says of the table of powers of ten. PROGRAM prints the table as the
runtime has it: a line for each power with p, the higher and the lower 64 bits of V, and the exponent. Exit status: 0 it holds,
1 it does not.
"""
import subprocess
import sys

# V is too large by less than this; a product that ends in less, in units of 2^64, is taken to end.
SLACK = 3


def first_in(a, m, low, high):
    """The least x >= 0 with low <= a * x mod m <= high, or None; 0 <= low <= high < m."""
    a %= m
    if low == 0:
        return 0
    if a == 0:
        return None
    x = -(-low // a)
    if a * x <= high:
        return x
    y = 0 if -high % a > -low % a else first_in(m % a, a, -high % a, -low % a)
    return None if y is None else -(-(low + m * y) // a)


def doubtful(p, v, shift, unit, most):
    """All x = unit * y, 0 < y <= most, for which x * 10^p does not end at 128 + shift bits but seems to."""
    modulus, bound = 1 << (128 + shift), SLACK << 64
    if -27 <= p < 0:
        # What does not end is off by a multiple of 1 / 5^-p.
        assert modulus > 5**-p * bound
        return
    # Where V is exact, what leaves nothing does end.
    least = 1 if p <= 55 and p >= 0 else 0
    a, y = v * unit, 1
    while y <= most:
        here = a * y % modulus
        if not least <= here < bound:
            # How far it is to the next that is in bounds, which are before it: it is not in them.
            low = (least - here) % modulus
            step = first_in(a, modulus, low, low + bound - 1 - least)
            if step is None:
                return
            y += step
            continue
        yield unit * y
        y += 1


def check_table(table):
    for p, (v, exponent) in table.items():
        assert v >> 127 == 1, f"10^{p} does not have 128 bits"
        # 10^p / 2^exponent as a fraction.
        above, below = (10**p, 1) if p >= 0 else (1, 10**-p)
        above, below = (above, below << exponent) if exponent >= 0 else (above << -exponent, below)
        assert 0 <= v * below - above < SLACK * below, f"10^{p} is off by {float(v - above / below)}"
        assert not 0 <= p <= 55 or v * below == above, f"10^{p} is not exact"


def check_shifts(table, shortest, rounded, parsed):
    for p, (v, _) in table.items():
        # Quarters of the distance between doubles, eight bits up; the fewest bits that are cut off are 4.
        for x in doubtful(p, v, shortest, 1 << 8, (1 << 55) + 2):
            yield f"shortest: {x} * 10^{p}"
        # Mantissas, eleven bits up; 1 bit.
        for x in doubtful(p, v, rounded, 1 << 11, 1 << 53):
            yield f"rounded: {x} * 10^{p}"
        # Nineteen digits; 7 bits. Other powers are not trusted here.
        if -27 <= p <= 55:
            for x in doubtful(p, v, parsed, 1, (1 << 64) - 1):
                yield f"parsed: {x} * 10^{p}"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    lines = subprocess.run([sys.argv[1]], capture_output=True, text=True, check=True).stdout.splitlines()
    rows = [map(int, line.split()) for line in lines]
    table = {p: (high << 64 | low, exponent) for p, high, low, exponent in rows}
    assert sorted(table) == list(range(-351, 351)), "not every power is there"
    check_table(table)
    found = list(check_shifts(table, shortest=4, rounded=1, parsed=7))
    # The search does find what is there: with one bit less there is one.
    assert any(True for p, (v, _) in table.items() for _ in doubtful(p, v, 0, 1 << 11, 1 << 53)), "the search finds nothing"
    print(f"{len(table)} powers, {len(found)} doubtful products")
    for line in found:
        print(line)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
