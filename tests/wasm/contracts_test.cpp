// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// A program that breaks a contract of a generated header or of the runtime's own types says so, and what waits to be
// written is written first. With a generated header and nothing else it traps; with NDEBUG nothing is checked.

#include "on_engine.h"

namespace {

using toolbox::Arguments;
using toolbox::Workshop;

class Contracts : public toolbox::OnEngine {};

INSTANTIATE_TEST_SUITE_P(On, Contracts, testing::ValuesIn(toolbox::engines()),
                         [](const auto& engine) { return engine.param; });

constexpr std::string_view headers =
    "#include <barewasi/array.hpp>\n#include <barewasi/buffered.hpp>\n#include <barewasi/files.hpp>\n"
    "#include <barewasi/number.hpp>\n"
    "using namespace barewasi;\n"
    "static volatile usize three = 3;\n";

TEST_P(Contracts, ABrokenOneIsSaidAfterWhatWaits) {
  struct Broken {
    std::string_view how;
    std::string_view message;
  };
  constexpr Broken all[] = {
      {"return static_cast<int>(preopen(\"\")->value);", "there is no value, but error 76"},
      {"const UniqueFd fd; return static_cast<int>((*fd).value);", "there is no value, but error 8"},
      {"return *parse<int>(\"x\");", "there is no value, but error 1"},
      {"return *parse<int>(\"99999999999\");", "there is no value, but error 3"},
      {"static int items[3]; return witx::Span<int>(items)[three];", "there is no element number 3"},
      {"return Str(\"abc\")[three];", "there is no element number 3"},
      {"String text(Str(\"ab\")); return text[three];", "there is no element number 3"},
      {"Array<int> items({1, 2}); return items[three];", "there is no element number 3"},
      {"Array<int> items({1, 2}); items.erase(1, three);", "there is no element number 1"},
      {"Array<int> items({1, 2}); items.insert(three, 0);", "there is no element number 3"},
      {"Array<int> items; return items.pop();", "there is no element number 0"},
  };
  for (const Broken& broken : all) {
    const auto result =
        run(std::string(headers) + "int main() { print_buffered(\"so far\\n\"); " + std::string(broken.how) + " }\n");
    EXPECT_EQ(result.out, "so far\n") << broken.how;
    EXPECT_NE(result.err.find("contract: " + std::string(broken.message) + "\n"), std::string::npos) << result.err;
    EXPECT_EQ(result.exit_code, toolbox::trapped) << broken.how;
  }
}

TEST_P(Contracts, AProgramMayHaveItsOwnEnd) {
  const auto result = run(std::string(headers) +
                          "#include <barewasi/exit.hpp>\n"
                          "extern \"C\" void witx_contract_failed(unsigned contract, usize number) noexcept {\n"
                          "  print(contract, \" \", number, \"\\n\");\n"
                          "  exit(5);\n"
                          "}\n"
                          "int main() { return Str(\"abc\")[three]; }\n");
  EXPECT_EQ(result.out, "2 3\n") << result.err;
  EXPECT_EQ(result.exit_code, toolbox::status_from(GetParam(), 5));
}

constexpr std::string_view alone =
    "#include <wasi/preview1.hpp>\n"
    "static volatile unsigned three = 3;\n"
    "extern \"C\" __attribute__((export_name(\"_start\"))) void _start() {\n"
    "  static volatile char seen;\n"
    "  seen = witx::Str(\"abc\")[three];\n"
    "}\n";

TEST_P(Contracts, AGeneratedHeaderByItselfTraps) {
  Arguments bare = toolbox::bare();
  bare.insert(bare.end(), {"-I" BAREWASI_SOURCE "/generated/cpp", "-Wl,--fatal-warnings"});
  const std::string module = toolbox::build(workshop_, "alone.cpp", alone, bare);
  EXPECT_TRUE(toolbox::imports_of(module).empty());
  EXPECT_EQ(toolbox::run(GetParam(), module, {}).exit_code, toolbox::trapped);
}

TEST(ContractsAreFree, WhereNothingIsChecked) {
  const Workshop workshop;
  const auto imports = [&workshop](std::string_view body, std::string_view flag) {
    Arguments arguments = toolbox::with_runtime();
    arguments.emplace_back(flag);
    return toolbox::imports_of(
        toolbox::build(workshop, "program.cpp", std::string(headers) + std::string(body), arguments));
  };
  const auto end_alone = imports("int main() { return static_cast<int>(three); }", "-UNDEBUG");
  EXPECT_EQ(end_alone.size(), 1u);
  EXPECT_EQ(imports("int main() { return Str(\"abc\")[three]; }", "-DNDEBUG"), end_alone);
  EXPECT_EQ(imports("int main() { return Str(\"abc\")[three]; }", "-UNDEBUG").size(), 2u) << "the control";
}

}  // namespace
