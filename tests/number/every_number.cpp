// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// usage: every_number [--floats COUNT|all] [--doubles COUNT] [--seed SEED]
//
// Prints and parses that many numbers, `all` being each of the 2^32 of 32 bits once, and compares with the host's std::to_chars
// and std::from_chars: shortest, with digits behind the point, with digits in all, and texts of up to 40 digits. Says which
// numbers differ, and how many. Exit status: 0 none, 1 some, 2 usage.
#include <barewasi/number.hpp>

#include <algorithm>
#include <atomic>
#include <bit>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

#include "digits_of.h"

namespace {

using barewasi::Str;

std::atomic<long> differences = 0;

void report(const char* what, std::string_view ours, std::string_view library) {
  if (differences++ < 20) {
    std::printf("%s: %.*s instead of %.*s\n", what, static_cast<int>(ours.size()), ours.data(),
                static_cast<int>(library.size()), library.data());
  }
}

void compare(const char* what, std::string_view ours, std::string_view library) {
  if (ours != library && digits_of(std::string(ours)) != digits_of(std::string(library))) report(what, ours, library);
}

template <class Float>
void parse_alike(std::string_view text) {
  Float ours = 0;
  Float library = 0;
  const bool is_out = barewasi::detail::parse_number(Str(text.data(), text.size()), ours) != 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), library);
  // The library does not tell what is too large from what is too small.
  if (result.ec == std::errc::result_out_of_range) return;
  if (is_out || ours != library) report("parsed", text, std::to_string(library));
}

template <class Float, class... How>
std::string_view by_library(char (&room)[2000], Float value, How... how) {
  return {room, std::to_chars(room, room + sizeof room, value, how...).ptr};
}

template <class Float>
void shortest_alike(Float value) {
  char room[2000];
  char buffer[32];
  char* const end = buffer + sizeof buffer;
  const char* const first = barewasi::detail::shortest_before(end, value);
  const std::string_view ours(first, static_cast<std::size_t>(end - first));
  // In the shape in which the library never adds digits.
  compare("shortest", ours, by_library(room, value, std::chars_format::scientific));
  parse_alike<Float>(ours);
}

template <class Number>
std::string_view shown(char (&room)[2000], const Number& number) {
  const Str text = barewasi::format_into(room, number);
  return {text.data(), text.size()};
}

template <class Random>
void precise_alike(double value, Random& random) {
  char ours[2000];
  char library[2000];
  const auto places = static_cast<unsigned>(random() % 40);
  const int count = static_cast<int>(places);
  compare("fixed", shown(ours, barewasi::fixed(value, places)),
          by_library(library, value, std::chars_format::fixed, count));
  const std::string_view scientific = by_library(library, value, std::chars_format::scientific, count);
  compare("scientific", shown(ours, barewasi::scientific(value, places)), scientific);
  parse_alike<double>(scientific);
  parse_alike<float>(scientific);
}

void compare_floats(std::uint64_t first, std::uint64_t end, std::uint64_t step) {
  for (std::uint64_t bits = first; bits < end; bits += step) {
    const auto value = std::bit_cast<float>(static_cast<std::uint32_t>(bits));
    if (value - value == 0) shortest_alike(value);
  }
}

void compare_doubles(std::uint64_t count, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  for (std::uint64_t i = 0; i < count; ++i) {
    const auto any = std::bit_cast<double>(random() >> 1);
    // Of the size that people print, and with few digits.
    const double usual = static_cast<double>(random() >> 20) / static_cast<double>(std::uint64_t{1} << random() % 40);
    const double tie = static_cast<double>(random() % 1'000'000) / 16;
    for (const double value : {any, usual, tie}) {
      if (value - value != 0) continue;
      shortest_alike(value);
      if (i % 4 == 0) precise_alike(value, random);
    }
  }
}

int usage() {
  std::fputs("usage: every_number [--floats COUNT|all] [--doubles COUNT] [--seed SEED]\n", stderr);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  constexpr std::uint64_t all = std::uint64_t{1} << 32;
  std::uint64_t floats = 0;
  std::uint64_t doubles = 0;
  std::uint64_t seed = 1;
  for (int i = 1; i < argc; i += 2) {
    const std::string_view name = argv[i];
    const std::string_view value = i + 1 < argc ? argv[i + 1] : "";
    std::uint64_t* const wanted = name == "--floats"    ? &floats
                                  : name == "--doubles" ? &doubles
                                  : name == "--seed"    ? &seed
                                                        : nullptr;
    if (wanted == nullptr || value.empty()) return usage();
    const auto read = std::from_chars(value.data(), value.data() + value.size(), *wanted);
    if (value == "all" && wanted == &floats) {
      floats = all;
    } else if (read.ec != std::errc() || read.ptr != value.data() + value.size()) {
      return usage();
    }
  }
  const unsigned workers = std::max(1U, std::thread::hardware_concurrency());
  const std::uint64_t step = floats == 0 ? all : std::max<std::uint64_t>(1, all / floats);
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < workers; ++i) {
    threads.emplace_back([=] {
      if (floats != 0) compare_floats(i * step, all, workers * step);
      compare_doubles(doubles / workers, seed + i);
    });
  }
  for (std::thread& thread : threads) thread.join();
  std::printf("%ld differences\n", differences.load());
  return differences == 0 ? 0 : 1;
}
