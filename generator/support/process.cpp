// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>

namespace support {
namespace {

struct Pipe {
  int read = -1;
  int write = -1;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return {};
  return {.read = ends[0], .write = ends[1]};
}

void close_end(int& fd) {
  if (fd >= 0) close(fd);
  fd = -1;
}

// Runs in the child between fork and exec; what it reports through `failure` is the errno that stopped it.
[[noreturn]] void become(const std::vector<std::string>& argv, const ProcessOptions& options, int in, int out, int err,
                         int failure) {
  std::vector<char*> arguments;
  for (const std::string& argument : argv) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  dup2(in, STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  for (const auto& [name, value] : options.environment) setenv(name.c_str(), value.c_str(), 1);
  if (options.working_directory.empty() || chdir(options.working_directory.c_str()) == 0) {
    signal(SIGPIPE, SIG_DFL);
    execvp(arguments[0], arguments.data());
  }
  const int error = errno;
  static_cast<void>(!write(failure, &error, sizeof error));
  _exit(127);
}

// Appends what can be read now; closes the end at end of file.
void drain(int& fd, std::string& into) {
  std::array<char, 65536> buffer{};
  const ssize_t got = read(fd, buffer.data(), buffer.size());
  if (got > 0) {
    into.append(buffer.data(), static_cast<std::size_t>(got));
  } else if (got == 0 || (errno != EINTR && errno != EAGAIN)) {
    close_end(fd);
  }
}

// Feeds the input and collects both outputs until the child has closed them; kills it at the deadline.
void converse(pid_t child, const ProcessOptions& options, int& in, int& out, int& err, ProcessResult& result) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(options.timeout_seconds);
  std::size_t fed = 0;
  if (options.input.empty()) close_end(in);
  while (out >= 0 || err >= 0) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    if (left.count() <= 0) {
      kill(child, SIGKILL);
      break;
    }
    std::array<pollfd, 3> waits{pollfd{.fd = in, .events = POLLOUT, .revents = 0},
                                pollfd{.fd = out, .events = POLLIN, .revents = 0},
                                pollfd{.fd = err, .events = POLLIN, .revents = 0}};
    if (poll(waits.data(), waits.size(), static_cast<int>(left.count())) < 0 && errno != EINTR) break;
    if (in >= 0 && waits[0].revents != 0) {
      const ssize_t wrote = write(in, options.input.data() + fed, options.input.size() - fed);
      if (wrote > 0) fed += static_cast<std::size_t>(wrote);
      if (fed == options.input.size() || (wrote < 0 && errno != EAGAIN && errno != EINTR)) close_end(in);
    }
    if (out >= 0 && waits[1].revents != 0) drain(out, result.out);
    if (err >= 0 && waits[2].revents != 0) drain(err, result.err);
  }
}

}  // namespace

ProcessResult run(const std::vector<std::string>& argv, const ProcessOptions& options) {
  ProcessResult result;
  signal(SIGPIPE, SIG_IGN);
  Pipe in = make_pipe();
  Pipe out = make_pipe();
  Pipe err = make_pipe();
  Pipe failure = make_pipe();
  const pid_t child = failure.write >= 0 ? fork() : -1;
  if (child == 0) become(argv, options, in.read, out.write, err.write, failure.write);
  close_end(in.read);
  close_end(out.write);
  close_end(err.write);
  close_end(failure.write);
  int not_started = child < 0 ? errno : 0;
  if (child > 0) {
    static_cast<void>(!read(failure.read, &not_started, sizeof not_started));
    if (in.write >= 0) fcntl(in.write, F_SETFL, O_NONBLOCK);
    converse(child, options, in.write, out.read, err.read, result);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    result.exit_code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  }
  if (not_started != 0) {
    result.exit_code = -1;
    result.err = argv[0] + ": " + std::strerror(not_started);
  }
  for (int* fd : {&in.write, &out.read, &err.read, &failure.read}) close_end(*fd);
  return result;
}

}  // namespace support
