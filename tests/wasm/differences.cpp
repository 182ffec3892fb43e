// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "differences.h"

namespace toolbox {
namespace {

struct Difference {
  const char* engine;
  const char* what;
  const char* reason;
};

constexpr Difference differences[] = {
    {"wazero", "WRONG fd_prestat_dir_name with too little room", "writes as much as there is room for"},
    {"wazero", "NEVER Calls.AStreamIsReady", "asked about standard output, poll_oneoff does not return"},
    {"node", "WRONG fd_fdstat_get knows a file", "the flags of the host's descriptor show through"},
    {"node", "WRONG path_open of a link not to be followed", "the link is followed"},
    {"node", "WRONG sock_shutdown of a file", "rights are looked at before the kind of the file"},
    {"deno", "WRONG fd_advise about what was never opened", "advice is accepted unread"},
    {"deno", "WRONG fd_datasync", "wants a right of its own"},
    {"deno", "WRONG fd_fdstat_set_flags of what was never opened", "flags are accepted unread"},
    {"deno", "WRONG what is appended goes to the end", "flags are accepted unread"},
    {"deno", "WRONG path_link makes two names of one file", "the number of links is not told"},
    {"deno", "WRONG path_open of a link not to be followed", "the link is followed"},
    {"deno", "WRONG fd_prestat_dir_name with too little room", "writes as much as there is room for"},
    {"deno", "WRONG fd_fdstat_set_rights back to more", "rights are accepted unread"},
    {"deno", "WRONG fd_fdstat_set_rights of what was never opened", "rights are accepted unread"},
    {"chicory", "WRONG fd_fdstat_set_flags", "files do not change their flags"},
    {"chicory", "WRONG what is appended goes to the end", "files do not change their flags"},
    {"chicory", "WRONG path_open below a file", "Java's exception comes back as io"},
    {"chicory", "WRONG path_filestat_set_times of what is missing", "Java's exception comes back as io"},
    {"chicory", "WRONG path_rename", "files are not renamed"},
    {"chicory", "WRONG path_rename leaves one name", "files are not renamed"},
    {"chicory", "WRONG path_rename of what is missing", "files are not renamed"},
    {"chicory", "WRONG path_rename over a file", "files are not renamed"},
    {"chicory", "NEVER Calls.SocketsRefuse", "a socket's function ends the program"},
    {"chicory", "NEVER HeapOnEngines.ABillionBytesPassThroughAMegabyte",
     "it interprets, and the test would take minutes"},
};

}  // namespace

std::optional<std::string> difference(const std::string& engine, const std::string& what) {
  for (const Difference& known : differences) {
    if (engine == known.engine && what == known.what) return known.reason;
  }
  return std::nullopt;
}

}  // namespace toolbox
