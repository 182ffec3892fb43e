// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// The runtime for those who step through it: -DBAREWASI_DEBUG=ON builds it without optimization, with debug information
// and with its checks, and programs run on it as on the other.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "toolbox.h"

namespace {

using toolbox::Workshop;

constexpr std::string_view program = R"code(
#include <barewasi/args.hpp>
#include <barewasi/array.hpp>
#include <barewasi/buffered.hpp>
#include <barewasi/files.hpp>
#include <barewasi/number.hpp>
#include <barewasi/sort.hpp>
#include <barewasi/string.hpp>
using namespace barewasi;
struct Last { ~Last() { print_buffered("last\n"); } };
static Last last;
int main(int argc, char** argv) {
  Array<String> all;
  for (int i = 0; i < argc; ++i) all.push(format(1.5 * i, " ", hex(i), " ", i));
  sort(all);
  for (const String& text : all) print_buffered(text, "\n");
  if (argc < 3) return 3;
  const UniqueFd file = open_to_read(text_of(argv[1]));
  return static_cast<int>((*file).value);
}
)code";

TEST(DebugBuild, RunsProgramsCanBeSteppedThroughAndChecks) {
  const Workshop workshop;
  const std::string folder = workshop.path().string();
  const auto succeeds = [](const std::vector<std::string>& command) {
    // A whole build, on a machine that may have others to do.
    support::ProcessOptions patient;
    patient.timeout_seconds = 250;
    const auto result = support::run(command, patient);
    EXPECT_EQ(result.exit_code, 0) << result.out << result.err;
    return result.exit_code == 0;
  };
  const std::string compiler = BAREWASI_WASM_CXX;
  ASSERT_TRUE(succeeds({"cmake", "-S", BAREWASI_RUNTIME, "-B", folder + "/build", "-G", "Ninja", "-DBAREWASI_DEBUG=ON",
                        "-DBAREWASI_EXAMPLES=OFF"}));
  ASSERT_TRUE(succeeds({"cmake", "--build", folder + "/build"}));

  const std::string source = workshop.file("program.cpp", program);
  const std::string module = folder + "/program.wasm";
  ASSERT_TRUE(succeeds({compiler, BAREWASI_WASM_TARGET, "--sysroot=" + folder + "/build/sysroot", "-std=c++20", "-O0",
                        "-g", "-Wall", "-Wextra", "-Werror", "-fno-exceptions", BAREWASI_NO_WASM_OPT,
                        "-Wl,--fatal-warnings", source, "-o", module}));
  // Somebody's debugger finds the runtime's own lines.
  EXPECT_NE(toolbox::contents(module).find("runtime/io/buffered.cpp"), std::string::npos);

  for (const std::string& engine : toolbox::engines_at_hand()) {
    const auto result = toolbox::run(engine, module, {.arguments = {"a"}});
    EXPECT_EQ(result.out, "0 0 0\n1.5 1 1\nlast\n") << engine << result.err;
    EXPECT_EQ(result.exit_code, toolbox::status_from(engine, 3)) << engine;
    const auto broken = toolbox::run(engine, module, {.arguments = {"a", "b"}});
    EXPECT_EQ(broken.out, "0 0 0\n1.5 1 1\n3 2 2\n") << engine;
    EXPECT_NE(broken.err.find("contract: there is no value, but error 76\n"), std::string::npos)
        << engine << broken.err;
    EXPECT_EQ(broken.exit_code, toolbox::trapped) << engine;
  }
}

}  // namespace
