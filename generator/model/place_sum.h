// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A hash of things at places that depends neither on their order nor on how they are grouped, so that a group that occurs a
// thousand times is hashed once: the sum of hash · base^place over all things, modulo a prime, for two bases.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace model {

struct PlaceSum {
  std::array<std::uint64_t, 2> sums{};

  // A single thing at place 0. `seed` tells it from others.
  static constexpr PlaceSum of(std::uint64_t seed) {
    return {.sums = {mixed(seed) % prime, mixed(seed ^ 0x5bd1e9955bd1e995ULL) % prime}};
  }
  // Adds a thing, or many at once, `place` places further on than they are.
  constexpr void add(const PlaceSum& other, std::uint64_t place) {
    for (std::size_t i = 0; i < sums.size(); ++i)
      sums.at(i) = (sums.at(i) + times(other.sums.at(i), power(bases.at(i), place))) % prime;
  }
  friend constexpr bool operator==(const PlaceSum&, const PlaceSum&) = default;

 private:
  __extension__ using Wide = unsigned __int128;

  static constexpr std::uint64_t prime = (std::uint64_t{1} << 61U) - 1;
  static constexpr std::array<std::uint64_t, 2> bases{0x0e3779b97f4a7c15ULL, 0x0f58476d1ce4e5b9ULL};

  // The finalizer of SplitMix64.
  static constexpr std::uint64_t mixed(std::uint64_t z) {
    z += 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
  }
  static constexpr std::uint64_t times(std::uint64_t a, std::uint64_t b) {
    return static_cast<std::uint64_t>(static_cast<Wide>(a) * b % prime);
  }
  static constexpr std::uint64_t power(std::uint64_t base, std::uint64_t exponent) {
    std::uint64_t result = 1;
    for (; exponent > 0; exponent >>= 1U, base = times(base, base)) {
      if ((exponent & 1U) != 0) result = times(result, base);
    }
    return result;
  }
};

}  // namespace model
