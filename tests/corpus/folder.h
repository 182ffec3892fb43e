// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// A folder of worlds: witx files with everything that they use, gathered from the wild. Three shapes are understood:
//   manifest.tsv + worlds/ (+ layout/)        as it is
//   manifest.tsv + worlds.tar.xz (+ layout.tar.xz)   unpacked into a folder of our own
//   anything else                              every *.witx below it is a world of unknown verdict
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace corpus {

enum class Verdict : unsigned char {
  // A reader of its day accepted it: so must we.
  valid,
  // None did: accept it, or say what is wrong.
  unknown,
  // Another language of that suffix.
  wit,
};

struct World {
  // "owner+name/0001"
  std::string name;
  std::filesystem::path entry;
  Verdict verdict = Verdict::unknown;
  // What the released reader computed, or empty.
  std::filesystem::path layout;
};

class Folder {
 public:
  Folder() = default;
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  // Removes what was unpacked.
  ~Folder();

  // An empty answer: done. Else why the folder cannot be read.
  [[nodiscard]] std::string open(const std::filesystem::path& path);
  // The folder itself, or the one that it was unpacked into: to open that gives the same worlds.
  [[nodiscard]] const std::filesystem::path& root() const { return root_; }
  [[nodiscard]] const std::vector<World>& worlds() const { return worlds_; }

 private:
  [[nodiscard]] std::string read_manifest();
  void find_files(const std::filesystem::path& path);
  [[nodiscard]] std::string unpack(const std::filesystem::path& archive);

  std::filesystem::path root_;
  std::vector<World> worlds_;
  // Where archives were unpacked, or empty.
  std::filesystem::path unpacked_;
};

}  // namespace corpus
