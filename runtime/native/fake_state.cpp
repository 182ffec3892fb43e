// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

#include "fake_state.h"

#include <cstdio>
#include <cstdlib>
#include <deque>

#include "../files/path.h"

namespace barewasi {
namespace {

constexpr std::size_t longest_name = 255;
constexpr std::size_t longest_path = 4096;
constexpr int most_links = 32;

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto first = static_cast<unsigned char>(text[at++]);
    const int more = first < 0x80 ? 0 : first < 0xc2 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : -1;
    if (more < 0) return false;
    for (int i = 0; i < more; ++i, ++at) {
      if (at == text.size() || (static_cast<unsigned char>(text[at]) & 0xc0U) != 0x80) return false;
      const auto second = static_cast<unsigned char>(text[at]);
      // Longer than need be, surrogates, and beyond the last.
      if (i == 0 && ((first == 0xe0 && second < 0xa0) || (first == 0xed && second >= 0xa0) ||
                     (first == 0xf0 && second < 0x90) || (first == 0xf4 && second >= 0x90))) {
        return false;
      }
    }
  }
  return true;
}

// In front of what is left of a path.
void add_components(std::deque<std::string>& left, std::string_view path) {
  std::vector<std::string> components;
  while (!path.empty()) {
    const auto slash = path.find('/');
    if (slash != 0) components.emplace_back(path.substr(0, slash));
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
  }
  left.insert(left.begin(), components.begin(), components.end());
}

}  // namespace

NodePointer FakeHost::State::make(Filetype type, u64 now) {
  auto node = std::make_shared<Node>();
  node->type = type;
  node->inode = next_inode++;
  node->accessed = node->modified = node->changed = now;
  return node;
}

FakeHost::u32 FakeHost::State::add(Open one) {
  open.emplace(next_descriptor, std::move(one));
  return next_descriptor++;
}

FakeHost::u32 FakeHost::State::add_preopen(const std::string& name, u64 now) {
  return add({.node = make(Filetype::directory, now), .rights = all_rights, .inheriting = all_rights, .name = name});
}

Open* FakeHost::State::find(u32 fd, Rights needed, Errno& error) {
  const auto found = open.find(fd);
  error = found == open.end()                                ? Errno::badf
          : (needed & ~found->second.rights) != Rights::none ? Errno::notcapable
                                                             : Errno::success;
  return error == Errno::success ? &found->second : nullptr;
}

Errno FakeHost::State::resolve(u32 fd, const char* path, usize size, Rights needed, bool follows, Place& place) {
  Errno error{};
  const Open* const directory = find(fd, needed, error);
  if (directory == nullptr) return error;
  if (!directory->node->is_directory()) return Errno::notdir;
  return resolve_below(directory->node, std::string(path, size), follows, place);
}

Errno FakeHost::State::resolve_below(const NodePointer& root, std::string path, bool follows, Place& place) {
  if (path.empty()) return Errno::noent;
  if (path.find('\0') != std::string::npos) return Errno::inval;
  if (!is_utf8(path)) return Errno::ilseq;
  if (path.size() >= longest_path) return Errno::nametoolong;
  if (path.front() == '/') return Errno::perm;

  std::deque<std::string> left;
  add_components(left, path);
  place = {.wants_directory = path.back() == '/'};
  std::vector<NodePointer> way = {root};
  for (int links = 0; !left.empty();) {
    const std::string name = left.front();
    left.pop_front();
    place.name.clear();
    if (name.size() > longest_name) return Errno::nametoolong;
    if (name == ".") continue;
    if (name == "..") {
      // Out of the sandbox.
      if (way.size() == 1) return Errno::perm;
      way.pop_back();
      continue;
    }
    const auto found = way.back()->entries.find(name);
    const NodePointer node = found == way.back()->entries.end() ? nullptr : found->second;
    const bool is_last = left.empty();
    if (node && node->is_link() && (!is_last || follows || place.wants_directory)) {
      if (++links > most_links) return Errno::loop;
      if (node->bytes.front() == '/') return Errno::perm;
      add_components(left, node->bytes);
      if (is_last && node->bytes.back() == '/') place.wants_directory = true;
      continue;
    }
    if (is_last) {
      place.directory = way.back();
      place.name = name;
      place.node = node;
      if (node && place.wants_directory && !node->is_directory()) return Errno::notdir;
      return Errno::success;
    }
    if (!node) return Errno::noent;
    if (!node->is_directory()) return Errno::notdir;
    way.push_back(node);
  }
  place.directory = nullptr;
  place.node = way.back();
  return Errno::success;
}

void FakeHost::State::enter(const Place& place, const NodePointer& node, u64 now) {
  place.directory->entries[place.name] = node;
  place.directory->modified = place.directory->changed = now;
}

void FakeHost::State::remove(const Place& place, u64 now) {
  place.directory->entries.erase(place.name);
  place.directory->modified = place.directory->changed = now;
  place.node->changed = now;
  --place.node->links;
}

std::pair<NodePointer, std::string> FakeHost::State::locate(std::string_view path) const {
  int most = -1;
  std::pair<NodePointer, std::string> found;
  for (const auto& [number, one] : open) {
    if (!one.name) continue;
    const Below place = below({path.data(), path.size()}, {one.name->data(), one.name->size()});
    if (place.components <= most) continue;
    most = place.components;
    found = {one.node, std::string(place.rest.data(), place.rest.size())};
  }
  if (found.first) return found;
  std::fprintf(stderr, "barewasi::FakeHost: there is no preopen for '%.*s'\n", static_cast<int>(path.size()),
               path.data());
  std::abort();
}

wasi::Filestat facts_of(const Node& node) {
  const bool has_bytes = node.type == Filetype::regular_file || node.is_link();
  return {.dev = 1,
          .ino = node.inode,
          .filetype = node.type,
          .nlink = node.links,
          .size = has_bytes ? node.bytes.size() : 0,
          .atim = node.accessed,
          .mtim = node.modified,
          .ctim = node.changed};
}

Errno set_times(Node& node, Host::u64 accessed, Host::u64 modified, Host::u32 flags, Host::u64 now) {
  using wasi::Fstflags;
  const auto asked = static_cast<Fstflags>(flags);
  if (has(asked, Fstflags::atim | Fstflags::atim_now) || has(asked, Fstflags::mtim | Fstflags::mtim_now)) {
    return Errno::inval;
  }
  if (has(asked, Fstflags::atim)) node.accessed = accessed;
  if (has(asked, Fstflags::atim_now)) node.accessed = now;
  if (has(asked, Fstflags::mtim)) node.modified = modified;
  if (has(asked, Fstflags::mtim_now)) node.modified = now;
  node.changed = now;
  return Errno::success;
}

}  // namespace barewasi
