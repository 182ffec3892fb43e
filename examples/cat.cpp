// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Copies the files it is given, or standard input, to standard output.

#include <barewasi/files.hpp>
#include <barewasi/io.hpp>

using namespace wasi;

static Result<> copy_to_stdout(Fd from) {
  char buffer[4096];
  for (;;) {
    const auto size = barewasi::read_some(from, buffer);
    if (!size) return size.error();
    if (*size == 0) return {};
    const auto written = barewasi::write_all(stdout_fd, {buffer, *size});
    if (!written) return written;
  }
}

static Result<> copy_file(const char* path) {
  const auto file = barewasi::open_to_read({path, __builtin_strlen(path)});
  return file ? copy_to_stdout(*file) : file.error();
}

static bool succeeded(Result<> result, const char* what) {
  if (result) return true;
  const Errno error = result.error();
  barewasi::print_error("cat: ", what, ": ", name(error), ": ", barewasi::path_message(error), "\n");
  return false;
}

int main(int argc, char** argv) {
  if (argc < 2) return succeeded(copy_to_stdout(stdin_fd), "standard input") ? 0 : 1;

  int status = 0;
  for (int i = 1; i < argc; ++i) {
    if (!succeeded(copy_file(argv[i]), argv[i])) status = 1;
  }
  return status;
}
