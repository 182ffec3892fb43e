// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// What a test sets and asks, and what has nothing to do with files.

#include "barewasi/fake_host.hpp"

#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "../io/flush.h"
#include "fake_state.h"

namespace barewasi {
namespace {

// "NAME=value", and the like.
using Strings = std::vector<std::string>;

Strings lines_of(const std::map<std::string, std::string>& variables) {
  Strings all;
  for (const auto& [name, value] : variables) all.push_back(name + "=" + value);
  return all;
}

Host::s32 sizes_of(const Strings& strings, wasi::Size* count, wasi::Size* bytes) {
  *count = static_cast<wasi::Size>(strings.size());
  *bytes = 0;
  for (const std::string& one : strings) *bytes += static_cast<wasi::Size>(one.size() + 1);
  return 0;
}

Host::s32 copy_strings(const Strings& strings, Host::u8** pointers, Host::u8* bytes) {
  for (const std::string& one : strings) {
    *pointers++ = bytes;
    std::memcpy(bytes, one.c_str(), one.size() + 1);
    bytes += one.size() + 1;
  }
  return 0;
}

[[noreturn]] void complain(std::string_view path, const char* text) {
  std::fprintf(stderr, "barewasi::FakeHost: %.*s: %s\n", static_cast<int>(path.size()), path.data(), text);
  std::abort();
}

}  // namespace

FakeHost::FakeHost() : FakeHost(std::vector<std::string>{"/"}) {}

FakeHost::FakeHost(const std::vector<std::string>& preopens) : state_(std::make_unique<State>()) {
  constexpr Rights for_streams = Rights::fd_filestat_get | Rights::fd_fdstat_set_flags | Rights::poll_fd_readwrite;
  constexpr Rights rights[] = {for_streams | Rights::fd_read, for_streams | Rights::fd_write,
                               for_streams | Rights::fd_write};
  for (u32 number = 0; number < 3; ++number) {
    state_->open.emplace(
        number,
        Open{.node = state_->make(Filetype::character_device, real_time), .rights = rights[number], .is_stream = true});
  }
  for (const std::string& name : preopens) (void)state_->add_preopen(name, real_time);
}

FakeHost::~FakeHost() {
  if (&current() == this) __barewasi_flush();
}

void FakeHost::advance(u64 nanoseconds) {
  real_time += nanoseconds;
  state_->monotonic += nanoseconds;
}

const std::string& FakeHost::output() {
  if (&current() == this) __barewasi_flush();
  return state_->output;
}

const std::string& FakeHost::errors() const { return state_->errors; }

FakeHost::usize FakeHost::open_descriptors() const {
  usize count = 0;
  for (const auto& [number, one] : state_->open) count += one.is_stream || one.name ? 0 : 1;
  return count;
}

void FakeHost::aborting() {
  std::fwrite(state_->errors.data(), 1, state_->errors.size(), stderr);
  std::fflush(stderr);
}

// ---- Files, for tests

void FakeHost::make_directory(std::string_view path) {
  auto [node, rest] = state_->locate(path);
  Place place;
  for (usize end = 0; end != std::string::npos;) {
    end = rest.find('/', end + 1);
    const Errno error = State::resolve_below(node, rest.substr(0, end), true, place);
    if (error != Errno::success || (place.node && !place.node->is_directory())) {
      complain(path, "there is something on the way that is not a directory");
    }
    if (!place.node) State::enter(place, state_->make(Filetype::directory, real_time), real_time);
  }
}

void FakeHost::write(std::string_view path, std::string_view contents) {
  const auto [root, rest] = state_->locate(path);
  // "data/x" lies in "data".
  if (const auto slash = path.rfind('/'); slash != std::string_view::npos && rest.find('/') != std::string::npos) {
    make_directory(path.substr(0, slash));
  }
  Place place;
  const Errno error = State::resolve_below(root, rest, true, place);
  if (error != Errno::success || (place.node && place.node->is_directory())) complain(path, "there can be no file");
  if (!place.node) {
    place.node = state_->make(Filetype::regular_file, real_time);
    State::enter(place, place.node, real_time);
  }
  place.node->bytes = contents;
  place.node->modified = place.node->changed = real_time;
}

std::optional<std::string> FakeHost::read(std::string_view path) const {
  const auto [root, rest] = state_->locate(path);
  Place place;
  const Errno error = State::resolve_below(root, rest, true, place);
  if (error != Errno::success || !place.node || place.node->is_directory()) return std::nullopt;
  return place.node->bytes;
}

void FakeHost::make_link(std::string_view path, std::string_view target) {
  const auto [root, rest] = state_->locate(path);
  Place place;
  const Errno error = State::resolve_below(root, rest, false, place);
  if (error != Errno::success || place.node || target.empty()) complain(path, "there can be no link");
  const NodePointer link = state_->make(Filetype::symbolic_link, real_time);
  link->bytes = target;
  State::enter(place, link, real_time);
}

bool FakeHost::exists(std::string_view path) const {
  const auto [root, rest] = state_->locate(path);
  Place place;
  return State::resolve_below(root, rest, false, place) == Errno::success && place.node;
}

std::vector<std::string> FakeHost::list(std::string_view path) const {
  const auto [root, rest] = state_->locate(path);
  Place place;
  std::vector<std::string> names;
  if (State::resolve_below(root, rest, true, place) != Errno::success || !place.node) return names;
  for (const auto& [name, node] : place.node->entries) names.push_back(name);
  return names;
}

// ---- For the program

Host::s32 FakeHost::args_sizes_get(wasi::Size* count, wasi::Size* bytes) { return sizes_of(arguments, count, bytes); }
Host::s32 FakeHost::args_get(u8** pointers, u8* bytes) { return copy_strings(arguments, pointers, bytes); }
Host::s32 FakeHost::environ_sizes_get(wasi::Size* count, wasi::Size* bytes) {
  return sizes_of(lines_of(environment), count, bytes);
}
Host::s32 FakeHost::environ_get(u8** pointers, u8* bytes) {
  return copy_strings(lines_of(environment), pointers, bytes);
}

Host::s32 FakeHost::clock_res_get(u32 id, wasi::Timestamp* out) {
  *out = 1;
  return status(id <= static_cast<u32>(wasi::Clockid::monotonic) ? Errno::success : Errno::inval);
}

Host::s32 FakeHost::clock_time_get(u32 id, u64, wasi::Timestamp* out) {
  if (id > static_cast<u32>(wasi::Clockid::monotonic)) return status(Errno::inval);
  *out = id == static_cast<u32>(wasi::Clockid::realtime) ? real_time : state_->monotonic;
  return 0;
}

Host::s32 FakeHost::random_get(u8* room, u32 size) {
  if (!state_->random) state_->random.emplace(seed);
  for (u32 i = 0; i < size; ++i) room[i] = static_cast<u8>((*state_->random)());
  return 0;
}

Host::s32 FakeHost::sched_yield() { return 0; }

// Descriptors are always ready. Where only clocks are watched, time moves to the first that rings.
Host::s32 FakeHost::poll_oneoff(const wasi::Subscription* wanted, wasi::Event* events, u32 count, wasi::Size* out) {
  if (count == 0) return status(Errno::inval);
  constexpr u64 never = std::numeric_limits<u64>::max();
  const auto wait_of = [&](const wasi::SubscriptionClock& clock) -> u64 {
    if (!has(clock.flags, wasi::Subclockflags::subscription_clock_abstime)) return clock.timeout;
    const u64 now = clock.id == wasi::Clockid::realtime ? real_time : state_->monotonic;
    return clock.timeout > now ? clock.timeout - now : 0;
  };
  u64 shortest = never;
  for (u32 i = 0; i < count; ++i) {
    const auto* const clock = wanted[i].u.as_clock();
    const u64 wait = clock == nullptr ? 0 : wait_of(*clock);
    if (wait < shortest) shortest = wait;
  }
  *out = 0;
  for (u32 i = 0; i < count; ++i) {
    wasi::Event event{.userdata = wanted[i].userdata};
    if (const auto* const clock = wanted[i].u.as_clock()) {
      if (wait_of(*clock) > shortest) continue;
      event.type = wasi::Eventtype::clock;
      if (clock->id != wasi::Clockid::realtime && clock->id != wasi::Clockid::monotonic) event.error = Errno::inval;
    } else {
      const auto* const read = wanted[i].u.as_fd_read();
      const auto* const stream = read != nullptr ? read : wanted[i].u.as_fd_write();
      event.type = read != nullptr ? wasi::Eventtype::fd_read : wasi::Eventtype::fd_write;
      (void)state_->find(stream->file_descriptor.value, Rights::poll_fd_readwrite, event.error);
    }
    events[(*out)++] = event;
  }
  advance(shortest);
  return 0;
}

}  // namespace barewasi
