// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Array beside std::vector, sort and stable_sort beside std's, and against an opponent that makes every choice a bad one.

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <random>
#include <ranges>
#include <string>
#include <utility>
#include <vector>

#include "barewasi/args.hpp"
#include "barewasi/array.hpp"
#include "barewasi/directory.hpp"
#include "barewasi/lines.hpp"
#include "barewasi/sort.hpp"
#include "barewasi/string.hpp"
#include "barewasi/walk.hpp"

namespace {

using barewasi::Array;
using barewasi::Str;
using barewasi::String;

// Counts those that live; a moved-from one and a destroyed one are known.
class Counted {
 public:
  Counted() : Counted(0) {}
  explicit Counted(int number) : number_(std::make_unique<int>(number)) { ++living; }
  Counted(Counted&& other) noexcept : number_(std::move(other.number_)) { ++living; }
  Counted& operator=(Counted&& other) noexcept {
    number_ = std::move(other.number_);
    return *this;
  }
  ~Counted() { --living; }
  [[nodiscard]] Counted clone() const { return Counted(number()); }
  [[nodiscard]] int number() const { return *number_; }
  bool operator<(const Counted& other) const { return number() < other.number(); }

  static inline int living = 0;

 private:
  std::unique_ptr<int> number_;
};

int number_of(int number) { return number; }
int number_of(const Counted& counted) { return counted.number(); }

// Everything that can be done to an Array, at random, beside a vector of numbers.
template <class T>
void behaves_as_a_vector(unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&random](std::size_t end) { return random() % end; };
  Array<T> ours;
  std::vector<int> theirs;
  for (int round = 0; round < 20'000; ++round) {
    const int number = static_cast<int>(below(1000));
    switch (below(9)) {
      case 0:
        if (theirs.empty()) break;
        ASSERT_EQ(number_of(ours.pop()), theirs.back());
        theirs.pop_back();
        break;
      case 1: {
        const std::size_t at = below(theirs.size() + 1);
        ASSERT_EQ(number_of(ours.insert(at, T(number))), number);
        theirs.insert(theirs.begin() + static_cast<std::ptrdiff_t>(at), number);
        break;
      }
      case 2: {
        const std::size_t at = below(theirs.size() + 1);
        const std::size_t count = below(std::min<std::size_t>(4, theirs.size() - at + 1));
        ours.erase(at, count);
        const auto first = theirs.begin() + static_cast<std::ptrdiff_t>(at);
        theirs.erase(first, first + static_cast<std::ptrdiff_t>(count));
        break;
      }
      case 3:
        if (below(50) != 0) break;
        ours.resize(number_of(T(number)) % 40);
        theirs.resize(static_cast<std::size_t>(number % 40));
        break;
      case 4:
        if (below(20) == 0) ours = ours.clone();
        if (Array<T>& itself = ours; below(20) == 0) itself = std::move(ours);
        if (below(50) == 0) {
          Array<T> other(std::move(ours));
          ASSERT_TRUE(ours.empty() && ours.data() == nullptr);
          ours = std::move(other);
        }
        if (below(200) == 0) {
          ours.clear();
          theirs.clear();
        }
        ours.reserve(below(64));
        break;
      default: ASSERT_EQ(number_of(ours.push(T(number))), number); theirs.push_back(number);
    }
    ASSERT_EQ(ours.size(), theirs.size());
    ASSERT_TRUE(
        std::equal(ours.begin(), ours.end(), theirs.begin(), [](const T& a, int b) { return number_of(a) == b; }));
    if (!theirs.empty()) {
      ASSERT_EQ(number_of(ours.back()), theirs.back());
      ASSERT_EQ(number_of(ours[theirs.size() / 2]), theirs[theirs.size() / 2]);
    }
  }
}

TEST(Arrays, OfNumbersBehaveAsVectors) { behaves_as_a_vector<int>(1); }

TEST(Arrays, OfObjectsBehaveAsVectorsAndLoseNone) {
  behaves_as_a_vector<Counted>(2);
  EXPECT_EQ(Counted::living, 0);
}

TEST(Arrays, AreMadeFromBracesAndKeepTheirOwn) {
  Array<int> numbers({3, 1, 2});
  for (int i = 0; i < 100; ++i) numbers.push(numbers[0]);
  EXPECT_TRUE(std::ranges::all_of(numbers.begin() + 3, numbers.end(), [](int n) { return n == 3; }));
  Array<String> texts;
  texts.push(String(Str("b")));
  texts.push(String(Str("a")));
  Array<Array<String>> of_arrays;
  of_arrays.push(texts.clone());
  sort(of_arrays[0]);
  EXPECT_TRUE(of_arrays[0][0] == "a" && texts[0] == "b");
  static_assert(std::ranges::contiguous_range<Array<int>> && std::ranges::contiguous_range<const Array<int>>);
  static_assert(std::ranges::contiguous_range<barewasi::StringList>);
  static_assert(std::ranges::input_range<barewasi::Lines> && std::ranges::input_range<barewasi::Directory> &&
                std::ranges::input_range<barewasi::Walk>);
}

// ---- Order ----------------------------------------------------------------------------------------------------------

struct Row {
  int key = 0;
  int place = 0;
  bool operator==(const Row&) const = default;
};

constexpr auto by_key = [](const Row& a, const Row& b) { return a.key < b.key; };

// Of many sizes, in many orders, with few keys and with many.
template <class Check>
void for_many_rows(Check check) {
  std::mt19937 random(3);
  for (std::size_t size = 0; size < 300; ++size) {
    for (const int keys : {1, 2, 10, 100'000}) {
      std::vector<Row> rows(size);
      for (Row& row : rows) row = {static_cast<int>(random() % static_cast<unsigned>(keys)), 0};
      if (size % 3 == 1) std::ranges::stable_sort(rows, by_key);
      if (size % 3 == 2) std::ranges::stable_sort(rows, [](const Row& a, const Row& b) { return by_key(b, a); });
      for (std::size_t i = 0; i < size; ++i) rows[i].place = static_cast<int>(i);
      check(rows);
    }
  }
}

TEST(Order, IsThatOfTheStandardLibrary) {
  for_many_rows([](const std::vector<Row>& rows) {
    std::vector<Row> expected = rows;
    std::ranges::stable_sort(expected, by_key);
    std::vector<Row> stable = rows;
    barewasi::stable_sort(stable, by_key);
    ASSERT_EQ(stable, expected);
    std::vector<Row> ours = rows;
    barewasi::sort(ours, by_key);
    ASSERT_TRUE(std::ranges::equal(ours, expected, [](const Row& a, const Row& b) { return a.key == b.key; }));
    // The same rows, whatever the order of equal ones.
    std::ranges::sort(ours, [](const Row& a, const Row& b) { return a.place < b.place; });
    ASSERT_EQ(ours, rows);
  });
}

TEST(Order, OfObjectsThatOnlyMove) {
  std::mt19937 random(4);
  for (const bool is_stable : {false, true}) {
    Array<Counted> all;
    std::vector<int> expected;
    for (int i = 0; i < 1000; ++i) {
      const int number = static_cast<int>(random() % 500);
      all.push(Counted(number));
      expected.push_back(number);
    }
    is_stable ? barewasi::stable_sort(all) : barewasi::sort(all);
    std::ranges::sort(expected);
    ASSERT_TRUE(std::equal(all.begin(), all.end(), expected.begin(), expected.end(),
                           [](const Counted& a, int b) { return a.number() == b; }));
  }
  EXPECT_EQ(Counted::living, 0);
}

// It decides what each element is only when it is compared, and so that the comparison says least.
struct Opponent {
  explicit Opponent(std::size_t size) : values(size, gas) {}
  bool operator()(std::size_t a, std::size_t b) {
    ++comparisons;
    if (values[a] == gas && values[b] == gas) values[a == candidate ? a : b] = solid++;
    if (values[a] == gas) {
      candidate = a;
    } else if (values[b] == gas) {
      candidate = b;
    }
    return values[a] < values[b];
  }

  static constexpr std::size_t gas = ~std::size_t{0};
  std::vector<std::size_t> values;
  std::size_t solid = 0;
  std::size_t candidate = 0;
  std::size_t comparisons = 0;
};

TEST(Order, TakesNoMoreThanItSaysWhateverItIsGiven) {
  for (const std::size_t size : {100u, 1000u, 20'000u}) {
    for (const bool is_stable : {false, true}) {
      Opponent opponent(size);
      std::vector<std::size_t> items(size);
      for (std::size_t i = 0; i < size; ++i) items[i] = i;
      const auto less = [&opponent](std::size_t a, std::size_t b) { return opponent(a, b); };
      is_stable ? barewasi::stable_sort(items, less) : barewasi::sort(items, less);
      const double limit = 2.0 * static_cast<double>(size) * std::log2(static_cast<double>(size));
      EXPECT_LE(static_cast<double>(opponent.comparisons), limit) << size << (is_stable ? " stable" : "");
      EXPECT_TRUE(std::ranges::is_sorted(
          items, [&opponent](std::size_t a, std::size_t b) { return opponent.values[a] < opponent.values[b]; }));
    }
  }
}

// Of what a contradictory comparison gives only this is promised: the same elements, and nothing beside them.
TEST(Order, SurvivesAComparisonThatContradictsItself) {
  std::mt19937 random(5);
  for (std::size_t size = 0; size < 200; ++size) {
    for (int way = 0; way < 3; ++way) {
      const auto less = [&random, way](int a, int b) { return way == 0 || (way == 1 ? a <= b : random() % 2 == 0); };
      for (const bool is_stable : {false, true}) {
        // Guards on both sides; only what is between them is given.
        std::vector<int> items(size + 2, -1);
        for (std::size_t i = 1; i <= size; ++i) items[i] = static_cast<int>(i);
        const witx::Span<int> between(items.data() + 1, size);
        is_stable ? barewasi::stable_sort(between, less) : barewasi::sort(between, less);
        ASSERT_TRUE(items.front() == -1 && items.back() == -1);
        std::ranges::sort(items.begin() + 1, items.end() - 1);
        for (std::size_t i = 1; i <= size; ++i) ASSERT_EQ(items[i], static_cast<int>(i));
      }
    }
  }
}

TEST(Order, IsKnownWhileCompiling) {
  static constexpr auto sorted = [] {
    std::array<int, 40> items{};
    for (int i = 0; i < 40; ++i) items[static_cast<std::size_t>(i)] = i * 7 % 40;
    barewasi::sort(items);
    return items;
  }();
  static_assert(sorted[0] == 0 && sorted[20] == 20 && sorted[39] == 39);
  Str names[] = {"c", "a", "b"};
  barewasi::sort(names);
  EXPECT_TRUE(names[0] == Str("a") && names[2] == Str("c"));
}

}  // namespace
