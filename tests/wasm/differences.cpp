// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include "differences.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <map>

#include "support/process.h"
#include "toolbox.h"

namespace toolbox {
namespace {

struct Difference {
  const char* engine;
  const char* what;
  const char* reason;
  // The first major version that is right; 0 where none is.
  int right_from = 0;
};

// What stands for many.
constexpr const char* no_folder = "a program has a folder of its own and none of the host's";
constexpr const char* takes_minutes = "it interprets in Python, and the test would take minutes";
constexpr const char* loses_bytes = "bytes are lost where a pipe has more than it holds";
constexpr const char* own_number = "its error has a number that WASI does not know";
constexpr const char* no_links = "there are no symbolic links";
constexpr const char* adapter_needs_memory = "the adapter asks for memory of its own, and traps where there is none";
constexpr const char* no_times = "files have no times";

constexpr Difference differences[] = {
    {"component", "NEVER Arguments.MayBeLargerThanTheFirstPages", "the adapter has a page for all arguments"},
    {"component", "NEVER Arguments.WithoutMemoryEndInStatus71", adapter_needs_memory},
    {"component", "NEVER HeapOnEngines.AMaximumMemoryEndsInNullAndGoesOn", adapter_needs_memory},
    {"component", "NEVER HeapOnEngines.AHandlerMayMakeRoom", adapter_needs_memory},
    {"component", "NEVER Calls.SocketsRefuse", "a socket's function ends the program"},
    {"component", "WRONG clock_res_get of what cannot be", "has another error for an unknown clock"},
    {"component", "WRONG clock_time_get of what cannot be", "has another error for an unknown clock"},

    {"wazero", "WRONG fd_prestat_dir_name with too little room", "writes as much as there is room for"},
    {"wazero", "NEVER Calls.AStreamIsReady", "asked about standard output, poll_oneoff does not return"},
    {"node", "WRONG fd_fdstat_get knows a file", "the flags of the host's descriptor show through"},
    {"node", "WRONG path_open of a link not to be followed", "the link is followed"},
    {"node", "WRONG sock_shutdown of a file", "rights are looked at before the kind of the file"},
    {"node", "WRONG path_readlink tells the target", "counts the zero that ends the target", 20},
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

    {"bun", "WRONG proc_raise of abrt", "the process takes SIGHUP"},
    {"bun", "WRONG fd_seek before the beginning", "positions are not looked at before they are used"},
    {"bun", "WRONG fd_advise", "is not there"},
    {"bun", "WRONG fd_fdstat_set_flags", "is not there"},
    {"bun", "WRONG fd_fdstat_set_rights back to more", "has another error"},
    {"bun", "WRONG fd_tell of the number that was left", "fd_renumber swaps the two"},
    {"bun", "WRONG poll_oneoff of what cannot be", "waiting for nothing ends at once"},
    {"bun", "WRONG path_open of an absolute path", "is taken for one below the folder"},
    {"bun", "WRONG path_open of a link not to be followed", "the link is followed"},
    {"bun", "WRONG fd_prestat_dir_name with too little room", "writes as much as there is room for"},
    {"bun", "WRONG fd_renumber puts the one in the other's place", "it is the other way round"},
    {"bun", "NEVER Calls.SocketsRefuse", "sock_accept is not there, and a program that imports it is refused"},

    {"pywasm", "WRONG poll_oneoff tells who asked", "the event is not filled in"},
    {"pywasm", "NEVER Calls.FilesByName", "a name that is not there ends the program in Python's exception"},
    {"pywasm", "NEVER Calls.Folders", "a name that is not there ends the program in Python's exception"},
    {"pywasm", "NEVER Calls.WhatCannotBeIsRefused", "it goes on as if all were well"},
    {"pywasm", "NEVER Arguments.ArriveAsGiven", "letters are counted where bytes are meant"},
    {"pywasm", "NEVER HeapOnEngines.AllOfItWorks", takes_minutes},
    {"pywasm", "NEVER HeapOnEngines.TheCheckedHeapLetsASoundProgramPass", takes_minutes},
    {"pywasm", "NEVER HeapOnEngines.TheBumpHeapServesAProgramThatEndsSoon", takes_minutes},
    {"pywasm", "NEVER HeapOnEngines.MemoryGrownBySomebodyElseStaysTheirs", takes_minutes},
    {"pywasm", "NEVER HeapOnEngines.ABillionBytesPassThroughAMegabyte", takes_minutes},
    {"pywasm", "NEVER Owned.FilesDirectoriesTimeAndChance", takes_minutes},

    {"wasmer", "NEVER Calls.ContentsOfFiles", no_folder},
    {"wasmer", "NEVER Calls.FilesByName", no_folder},
    {"wasmer", "NEVER Calls.Folders", no_folder},
    {"wasmer", "NEVER Calls.SocketsRefuse", no_folder},
    {"wasmer", "NEVER Examples.CatCopiesFilesInOrder", no_folder},
    {"wasmer", "NEVER Examples.CatNamesWhatItCannotReadAndGoesOn", no_folder},
    {"wasmer", "NEVER Examples.FindReadsFilesAndNamesThemWhenThereAreSeveral", no_folder},
    {"wasmer", "NEVER Owned.FilesDirectoriesTimeAndChance", no_folder},
    {"wasmer", "NEVER FirstScreen.WritesTheFileThatItNames", no_folder},
    {"wasmer", "NEVER Examples.CatWithoutAnyFolderSaysSo", "every program has the folder /"},
    {"wasmer", "NEVER FirstScreen.SaysThatItWasGivenNoFolder", "every program has the folder /"},
    {"wasmer", "WRONG args_get of what cannot be", own_number},
    {"wasmer", "WRONG args_sizes_get of what cannot be", own_number},
    {"wasmer", "WRONG environ_get of what cannot be", own_number},
    {"wasmer", "WRONG environ_sizes_get of what cannot be", own_number},
    {"wasmer", "WRONG random_get of what cannot be", own_number},

    {"wamr", "WRONG clock_time_get is after 2020", "the clock begins with the program"},
    {"wamr", "NEVER Owned.FilesDirectoriesTimeAndChance", "the clock begins with the program"},
    {"wamr", "NEVER Owned.LinesOfAnyLength", loses_bytes},
    {"wamr", "NEVER Examples.CatCopiesStandardInput", loses_bytes},
    {"wamr", "NEVER Examples.FindReadsStandardInputAndSaysHowItIsUsed", loses_bytes},

    {"wasmi", "WRONG fd_prestat_dir_name tells the name", "a folder is called as it is on the host"},
    {"wasmi", "WRONG fd_fdstat_set_rights back to more", "rights are accepted unread"},
    {"wasmi", "NEVER FirstScreen.WritesTheFileThatItNames", "a folder is called as it is on the host, and not /"},
    {"wasmi", "NEVER Arguments.TheEnvironmentIsFoundByName", "takes no variable that is empty"},

    {"browser", "WRONG fd_fdstat_set_flags", "files do not change their flags"},
    {"browser", "WRONG what is appended goes to the end", "files do not change their flags"},
    {"browser", "WRONG path_filestat_set_times", no_times},
    {"browser", "WRONG path_filestat_set_times sets both", no_times},
    {"browser", "WRONG path_filestat_set_times of what is missing", no_times},
    {"browser", "WRONG fd_filestat_set_times", no_times},
    {"browser", "WRONG fd_filestat_set_times sets both", no_times},
    {"browser", "WRONG path_link makes two names of one file", "the number of links is not told"},
    {"browser", "WRONG path_symlink", no_links},
    {"browser", "WRONG path_symlink over a file", no_links},
    {"browser", "WRONG path_readlink", no_links},
    {"browser", "WRONG path_readlink tells the target", no_links},
    {"browser", "WRONG path_readlink of a file", no_links},
    {"browser", "WRONG a link is followed when asked to", no_links},
    {"browser", "WRONG path_open of a link not to be followed", no_links},
    {"browser", "WRONG path_unlink_file of a link", no_links},
    {"browser", "WRONG path_create_directory twice", "a directory that is there already will do"},
    {"browser", "WRONG poll_oneoff tells who asked", "the event is not counted"},
    {"browser", "WRONG poll_oneoff for a stream", "waits for clocks alone"},
    {"browser", "WRONG poll_oneoff finds a stream ready", "waits for clocks alone"},
    {"browser", "NEVER Calls.SocketsRefuse", "a socket's function ends the program"},
    {"browser", "WRONG clock_res_get of what cannot be", "has another error for an unknown clock"},
    {"browser", "WRONG clock_time_get of what cannot be", "an unknown clock gives a time"},
    {"browser", "WRONG random_get of what cannot be", "room outside of memory is left alone, without an error"},
    {"browser", "NEVER FirstScreen.WritesTheFileThatItNames", "the page has a copy of the folder"},
};

// 18 for an engine that says "v18.20.4" of itself; 0 if it says nothing.
int major_version(const std::string& engine) {
  static std::map<std::string, int> versions;
  const auto [entry, is_new] = versions.try_emplace(engine, 0);
  if (const auto program = find_tool(engine); is_new && program) {
    const std::string said = support::run({*program, "--version"}).out;
    const auto digit = std::find_if(said.begin(), said.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
    entry->second = std::atoi(std::string(digit, said.end()).c_str());
  }
  return entry->second;
}

}  // namespace

std::optional<std::string> difference(const std::string& engine, const std::string& what) {
  for (const Difference& known : differences) {
    if (engine != known.engine || what != known.what) continue;
    if (known.right_from == 0 || major_version(engine) < known.right_from) return known.reason;
  }
  return std::nullopt;
}

}  // namespace toolbox
