// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// On a host the imports are ordinary functions. These replace them, write down what the typed layer passed, and answer.
#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>
#include <wasi/preview0.hpp>
#include <wasi/preview1.hpp>

namespace {

// What the fakes saw last, and what they answer.
struct Fake {
  int answer = 0;
  unsigned fd = 0;
  std::string text;
  std::vector<std::string> parts;
  witx::u32 flags = 0;
  witx::u64 rights = 0;
  witx::s64 offset = 0;
};
Fake fake;

class Host : public testing::Test {
 protected:
  void SetUp() override { fake = Fake(); }
};

std::string_view view(witx::Str text) { return {text.data(), text.size()}; }

}  // namespace

namespace wasi::preview1::raw {

witx::s32 fd_write(witx::u32 fd, const Ciovec* iovs, witx::usize iovs_len, Size* value) noexcept {
  fake.fd = fd;
  *value = 0;
  for (witx::usize i = 0; i < iovs_len; ++i) {
    fake.parts.emplace_back(reinterpret_cast<const char*>(iovs[i].buf), iovs[i].buf_len);
    *value += iovs[i].buf_len;
  }
  return fake.answer;
}

witx::s32 fd_read(witx::u32, const Iovec* iovs, witx::usize iovs_len, Size* value) noexcept {
  *value = 0;
  for (witx::usize i = 0; i < iovs_len; ++i) {
    std::memset(iovs[i].buf, 'x', iovs[i].buf_len);
    *value += iovs[i].buf_len;
  }
  return fake.answer;
}

witx::s32 fd_close(witx::u32 fd) noexcept {
  fake.fd = fd;
  return fake.answer;
}

witx::s32 fd_seek(witx::u32, witx::s64 offset, witx::u32 whence, Filesize* value) noexcept {
  fake.offset = offset;
  fake.flags = whence;
  *value = 7;
  return fake.answer;
}

witx::s32 path_open(witx::u32 fd, witx::u32 dirflags, const char* path, witx::usize path_len, witx::u32 oflags,
                    witx::u64 fs_rights_base, witx::u64, witx::u32 fdflags, Fd* value) noexcept {
  fake.fd = fd;
  fake.text.assign(path, path_len);
  fake.flags = dirflags << 16 | oflags << 8 | fdflags;
  fake.rights = fs_rights_base;
  *value = Fd(9);
  return fake.answer;
}

witx::s32 args_sizes_get(Size* argc, Size* argv_buf_size) noexcept {
  *argc = 3;
  *argv_buf_size = 17;
  return fake.answer;
}

witx::s32 fd_prestat_get(witx::u32, Prestat* value) noexcept {
  *value = Prestat::dir({.pr_name_len = 5});
  return fake.answer;
}

witx::s32 poll_oneoff(const Subscription* in, Event* out, witx::u32 nsubscriptions, Size* value) noexcept {
  for (witx::u32 i = 0; i < nsubscriptions; ++i)
    out[i] = {.userdata = in[i].userdata, .error = Errno::success, .type = in[i].u.tag};
  *value = nsubscriptions;
  return fake.answer;
}

}  // namespace wasi::preview1::raw

// The older snapshot in the same program, with the same names.
namespace wasi::preview0::raw {

witx::s32 fd_close(witx::u32 fd) noexcept {
  fake.fd = fd + 1000;
  return fake.answer;
}

}  // namespace wasi::preview0::raw

// A user's own function may have an import's name.
int fd_close(int fd);
int fd_close(int fd) { return fd; }

namespace {

TEST_F(Host, WritePassesEveryPartOfAList) {
  const std::string third = "third";
  const auto written = wasi::fd_write(wasi::stdout_fd, {witx::Str("first"), witx::Str("2nd"), witx::Str(third)});
  ASSERT_TRUE(written);
  EXPECT_EQ(*written, 13U);
  EXPECT_EQ(fake.fd, 1U);
  EXPECT_EQ(fake.parts, (std::vector<std::string>{"first", "2nd", "third"}));
}

TEST_F(Host, ListsComeFromArraysVectorsAndPointers) {
  const wasi::Ciovec array[]{witx::Str("a"), witx::Str("b")};
  const std::vector<wasi::Ciovec> vector(array, array + 2);
  EXPECT_EQ(*wasi::fd_write(wasi::stdout_fd, array), 2U);
  EXPECT_EQ(*wasi::fd_write(wasi::stdout_fd, vector), 2U);
  EXPECT_EQ(*wasi::fd_write(wasi::stdout_fd, {array, 1}), 1U);
  EXPECT_EQ(fake.parts.size(), 5U);
}

TEST_F(Host, ReadFillsBuffersOfAnyByte) {
  std::array<char, 4> letters{};
  std::array<unsigned char, 2> bytes{};
  const auto got =
      wasi::fd_read(wasi::stdin_fd, {wasi::Iovec(letters.data(), letters.size()), witx::Span<unsigned char>(bytes)});
  EXPECT_EQ(*got, 6U);
  EXPECT_EQ(std::string(letters.data(), 4), "xxxx");
  EXPECT_EQ(bytes[1], 'x');
}

TEST_F(Host, ResultCarriesTheErrorByNameAndMessage) {
  fake.answer = 8;
  const auto closed = wasi::fd_close(wasi::Fd(4));
  EXPECT_FALSE(closed);
  EXPECT_EQ(closed.error(), wasi::Errno::badf);
  EXPECT_EQ(view(name(closed.error())), "badf");
  EXPECT_FALSE(message(closed.error()).empty());
  EXPECT_EQ(fake.fd, 4U);
}

TEST_F(Host, ErrorOfANewerEngineIsAValue) {
  fake.answer = 4242;
  const auto closed = wasi::fd_close(wasi::Fd(4));
  EXPECT_FALSE(closed);
  EXPECT_EQ(static_cast<unsigned>(closed.error()), 4242U);
  EXPECT_FALSE(is_known(closed.error()));
  EXPECT_TRUE(name(closed.error()).empty());
  EXPECT_TRUE(message(closed.error()).empty());
}

TEST_F(Host, PathsFlagsAndRightsArriveWhole) {
  using namespace wasi;
  const auto file = path_open(Fd(3), Lookupflags::symlink_follow, "log.txt", Oflags::creat | Oflags::trunc,
                              Rights::fd_write, Rights::none, Fdflags::append);
  ASSERT_TRUE(file);
  EXPECT_EQ(*file, Fd(9));
  EXPECT_EQ(fake.text, "log.txt");
  EXPECT_EQ(fake.flags, 1U << 16 | 9U << 8 | 1U);
  EXPECT_EQ(fake.rights, 64U);
}

TEST_F(Host, SignedOffsetsStaySigned) {
  EXPECT_EQ(*wasi::fd_seek(wasi::Fd(3), -5, wasi::Whence::end), 7U);
  EXPECT_EQ(fake.offset, -5);
  EXPECT_EQ(fake.flags, 2U);
}

TEST_F(Host, SeveralResultsAreAnAggregate) {
  const auto [count, size] = *wasi::args_sizes_get();
  EXPECT_EQ(count, 3U);
  EXPECT_EQ(size, 17U);
  EXPECT_EQ(wasi::args_sizes_get()->argc, 3U);
}

TEST_F(Host, VariantGivesItsPayloadOrNull) {
  const auto prestat = wasi::fd_prestat_get(wasi::Fd(3));
  ASSERT_NE(prestat->as_dir(), nullptr);
  EXPECT_EQ(prestat->as_dir()->pr_name_len, 5U);
  const auto unit = wasi::SubscriptionU::fd_read({.file_descriptor = wasi::Fd(6)});
  EXPECT_EQ(unit.as_fd_write(), nullptr);
  EXPECT_EQ(unit.as_clock(), nullptr);
  EXPECT_EQ(unit.as_fd_read()->file_descriptor, wasi::Fd(6));
}

TEST_F(Host, VisitKnowsEveryCaseAndTheUnknown) {
  using wasi::Eventtype;
  const auto what = witx::Overload{
      [](witx::Case<Eventtype::clock>, const wasi::SubscriptionClock& clock) {
        return static_cast<int>(clock.timeout);
      },
      [](witx::Case<Eventtype::fd_read>, const wasi::SubscriptionFdReadwrite&) { return -1; },
      [](witx::Case<Eventtype::fd_write>, const wasi::SubscriptionFdReadwrite&) { return -2; },
      [](Eventtype) { return -3; },
  };
  EXPECT_EQ(wasi::SubscriptionU::clock({.timeout = 5}).visit(what), 5);
  EXPECT_EQ(wasi::SubscriptionU::fd_write({}).visit(what), -2);
  wasi::SubscriptionU newer;
  newer.tag = Eventtype{77};
  EXPECT_EQ(newer.visit(what), -3);
}

TEST_F(Host, RecordsAreWrittenWithDesignators) {
  const wasi::Subscription in[]{
      {.userdata = 11, .u = wasi::SubscriptionU::clock({.id = wasi::Clockid::monotonic, .timeout = 1})}};
  wasi::Event out[1];
  ASSERT_EQ(*wasi::poll_oneoff(in, out, 1), 1U);
  EXPECT_EQ(out[0].userdata, 11U);
  EXPECT_EQ(out[0].type, wasi::Eventtype::clock);
}

TEST_F(Host, SnapshotsAndUsersNamesLiveSideBySide) {
  EXPECT_TRUE(wasi::preview0::fd_close(wasi::preview0::Fd(2)));
  EXPECT_EQ(fake.fd, 1002U);
  EXPECT_TRUE(wasi::preview1::fd_close(wasi::Fd(2)));
  EXPECT_EQ(fake.fd, 2U);
  EXPECT_EQ(::fd_close(5), 5);
  static_assert(sizeof(wasi::preview0::Linkcount) == 4 && sizeof(wasi::Linkcount) == 8);
}

TEST_F(Host, ResultChainsAndFallsBack) {
  const auto twice = [](wasi::Size n) { return 2 * n; };
  const auto again = [](wasi::Size) { return wasi::fd_write(wasi::stderr_fd, {witx::Str("ab")}); };
  const auto nothing = [](wasi::Size) {};
  const auto write = [] { return wasi::fd_write(wasi::stdout_fd, {witx::Str("abc")}); };
  EXPECT_EQ(*write().transform(twice), 6U);
  EXPECT_EQ(*write().and_then(again), 2U);
  EXPECT_TRUE(write().transform(nothing));
  fake.answer = 8;
  EXPECT_EQ(write().value_or(99), 99U);
  EXPECT_EQ(write().transform(twice).error(), wasi::Errno::badf);
  EXPECT_EQ(write().and_then(again).error(), wasi::Errno::badf);
  EXPECT_FALSE(write().transform(nothing));
}

wasi::Result<wasi::Size> half(wasi::Size n) {
  if (n % 2 != 0) return wasi::Errno::inval;
  return n / 2;
}

TEST_F(Host, UsersFunctionsReturnResultsToo) {
  EXPECT_EQ(*half(4), 2U);
  EXPECT_EQ(half(3).error(), wasi::Errno::inval);
}

#if !defined(NDEBUG)
TEST(HostDeathTest, ValueOfAFailureTraps) { EXPECT_DEATH(static_cast<void>(*half(3)), ""); }
#endif

TEST(Tables, ListEveryValueWithNameAndMessage) {
  unsigned count = 0;
  for (const auto [value, name, message] : witx::Table<wasi::Errno>()) {
    EXPECT_EQ(static_cast<unsigned>(value), count);
    EXPECT_FALSE(name.empty());
    EXPECT_FALSE(message.empty());
    ++count;
  }
  EXPECT_EQ(count, 77U);
  static_assert(name(wasi::Errno::_2big) == "2big");
  static_assert(name(wasi::Signal::int_) == "int");
  static_assert(name(wasi::Rights::sock_accept) == "sock_accept");
  static_assert(name(wasi::Rights::none).empty());
}

TEST(Flags, KeepWhatTheyDoNotKnow) {
  using wasi::Oflags;
  constexpr auto strange = static_cast<Oflags>(0x8001);
  static_assert(has(strange | Oflags::trunc, Oflags::creat | Oflags::trunc));
  static_assert(static_cast<unsigned>(strange & strange) == 0x8001);
  static_assert(!is_known(strange) && is_known(Oflags::creat));
  static_assert(static_cast<unsigned>(~strange) == 0xE);
  static_assert(any(Oflags::creat) && none(Oflags::none));
  auto flags = Oflags::creat;
  flags |= Oflags::excl;
  flags &= ~Oflags::creat;
  flags ^= Oflags::trunc;
  EXPECT_EQ(flags, Oflags::excl | Oflags::trunc);
}

TEST(Text, IsALiteralOrAPointerAndASize) {
  static_assert(witx::Str("abc").size() == 3);
  static_assert(witx::Str("a\0b").size() == 3);
  static_assert(witx::Str("abc") == witx::Str("abcd", 3));
  static_assert(witx::Str("abc")[1] == 'b');
  const std::string owner = "owner";
  EXPECT_EQ(view(owner), "owner");
  EXPECT_EQ(view(std::string_view("view")), "view");
}

}  // namespace
