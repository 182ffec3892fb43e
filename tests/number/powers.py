#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""usage: tests/number/powers.py PROGRAM

Shows, with exact arithmetic, what runtime/number/README.md says of the powers of ten and of what is done with them. PROGRAM
prints them as the runtime has them: a line for each power with p, the higher and the lower 64 bits of V, and the exponent.
Exit status: 0 it holds, 1 it does not.
"""
import math
import subprocess
import sys

# As in the runtime: how much of V is missing, of a product, and how many bits of its upper half `shortest` has behind the point.
MISSING_OF_POWER = 4
MISSING = 6
SHIFT = 4
# The fewest bits of its upper half that `precise` cuts off.
LEAST_SHIFT = 3
# A decision can be wrong only for a number that is nearer than this to where it changes, in the lowest bits of a product.
BAND = 32
ALL = (1 << 128) - 1


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


def near_a_multiple(a, m, band, most):
    """All 0 < x <= most for which a * x is not further than `band` from a multiple of m."""
    x = 1
    while x <= most:
        if min(a * x % m, -a * x % m) <= band:
            yield x
            x += 1
            continue
        # How far it is to the next.
        low = -a * x % m - band
        step = first_in(a, m, low, low + 2 * band)
        if step is None:
            return
        x += step


class Powers:
    def __init__(self, lines):
        self.of = {}
        for line in lines:
            p, high, low, exponent = map(int, line.split())
            self.of[p] = (high << 64 | low, exponent)

    def check(self):
        assert sorted(self.of) == list(range(-343, 368)), "not every power is there"
        for p, (v, exponent) in self.of.items():
            assert 1 << 124 <= v <= (1 << 128) - (1 << 67), f"10^{p} has not 125 to 128 bits, or all of them are set"
            above, below = scaled(p, -exponent)
            assert 0 <= above - v * below < MISSING_OF_POWER * below, f"10^{p} is off by {float(above / below - v)}"
            assert not 0 <= p <= 26 or v * below == above, f"10^{p} is not exact"


def scaled(p, e):
    """10^p * 2^e, as a fraction."""
    above, below = (10**p, 1) if p >= 0 else (1, 10**-p)
    return (above << e, below) if e >= 0 else (above, below << -e)


def product(x, v):
    return (x * v) >> 64


def nearest(product_, shift):
    """As in power.cpp."""
    is_odd = product_ >> 64 >> shift & 1
    total = (product_ >> 1) + (MISSING // 2 if is_odd else -1) + (1 << (shift - 1 + 63))
    return (total & ALL) >> 64 >> (shift - 1)


def true_nearest(above, below):
    whole, rest = divmod(above, below)
    return whole + (1 if 2 * rest > below or (2 * rest == below and whole & 1) else 0)


def power_for(e, is_near):
    return -((e * 315653 - (131008 if is_near else 0)) >> 20)


def bounds(powers, m, e, is_near):
    """As in shortest.cpp: the first whole number, the last, the nearest."""
    v, exponent = powers.of[power_for(e, is_near)]
    up = exponent + e + 128 + SHIFT
    assert 1 <= up <= 11
    middle = product(m << up, v)
    half = v >> (65 - up)
    nudge = -MISSING if m & 1 else MISSING + 2
    last = middle + half + nudge
    if is_near:
        half >>= 1
    first = middle - half - nudge
    assert 0 <= first < 1 << 128 and last < 1 << 128
    return (first >> (64 + SHIFT)) + 1, last >> (64 + SHIFT), nearest(middle, SHIFT)


def true_bounds(m, e, is_near):
    above, below = scaled(power_for(e, is_near), e - 2)
    low, high, is_odd = (4 * m - (1 if is_near else 2)) * above, (4 * m + 2) * above, m & 1
    return (low // below + 1 if is_odd else -(-low // below), (high - is_odd) // below, true_nearest(4 * m * above, below))


def doubtful(above, below, bits, most):
    """All 0 < x <= most for which x * above / below is nearly whole: within BAND / 2^bits, but not whole."""
    divisor = math.gcd(above, below)
    above, below = above // divisor, below // divisor
    if below * BAND < 1 << bits:
        # What is not whole is further away.
        return
    # Nothing is whole.
    assert below > most
    exact = 300
    yield from near_a_multiple((above << exact) // below % (1 << exact), 1 << exact, (BAND << (exact - bits)) + most, most)


def check_shortest(powers):
    """Of every number with up to 53 bits and any exponent that a double has; a float's are among them."""
    tried = 0
    for e in range(-1074, 972):
        # The smallest of its power of two, of doubles and of floats; and those of which nothing is doubtful.
        for m in (1 << 52, 1 << 23):
            assert bounds(powers, m, e, True) == true_bounds(m, e, True), f"shortest: {m} * 2^{e}, of two distances"
        halves = {2, 3, 5, (1 << 53) - 1, *doubtful(*scaled(power_for(e, False), e), 63 + SHIFT, (1 << 54) + 1)}
        for m in {m for x in halves for m in (x // 2, (x + 1) // 2)}:
            tried += 1
            assert bounds(powers, m, e, False) == true_bounds(m, e, False), f"shortest: {m} * 2^{e}"
    return tried


def check_nearest(powers, least_shift):
    """Of every number with up to 53 bits times any power of ten."""
    tried = 0
    for p, (v, exponent) in powers.of.items():
        # Twice the product at the least shift; what is doubtful at another one is so there.
        for m in {1, 3, (1 << 53) - 1, *doubtful(*scaled(p, 11 - exponent - 127 - least_shift), 63 + least_shift, 1 << 53)}:
            x = m << (64 - m.bit_length())
            for shift in range(least_shift, 64):
                tried += 1
                above, below = scaled(p, -exponent - 128 - shift)
                assert nearest(product(x, v), shift) == true_nearest(x * above, below), f"nearest: {x} * 10^{p}, shift {shift}"
    return tried


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    powers = Powers(subprocess.run([sys.argv[1]], capture_output=True, text=True, check=True).stdout.splitlines())
    powers.check()
    print(f"{len(powers.of)} powers; {check_shortest(powers)} numbers shortest; {check_nearest(powers, LEAST_SHIFT)} numbers nearest")


if __name__ == "__main__":
    main()
