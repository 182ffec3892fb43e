// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception

// Output that waits: written at exit and before a panic, in few pieces, in order.

#include <gtest/gtest.h>

#include <iterator>
#include <string>

#include "toolbox.h"

namespace {

using toolbox::RunOptions;
using toolbox::Workshop;

class Buffered : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override { SKIP_WITHOUT_ENGINE(GetParam()); }

  support::ProcessResult run(const std::string& body, const RunOptions& how = {}) {
    const std::string source =
        "#include <barewasi/buffered.hpp>\n#include <barewasi/exit.hpp>\n#include <barewasi/panic.hpp>\n"
        "using namespace barewasi;\n" +
        body;
    return toolbox::run(GetParam(), toolbox::build(workshop_, "program.cpp", source), how);
  }

  Workshop workshop_;
};

INSTANTIATE_TEST_SUITE_P(On, Buffered, testing::ValuesIn(toolbox::engines()),
                         [](const auto& engine) { return engine.param; });

TEST_P(Buffered, IsWrittenAtExitAndInOrder) {
  const auto result = run(R"code(
struct Last { ~Last() { print_buffered("destroyed\n"); } };
static Last last;
int main() {
  for (int i = 0; i < 3000; ++i) print_buffered(i, " ");
  print_buffered("\n");
  if (!flush()) return 1;
  print("printed\n");
  print_buffered("left ");
  exit(3);
}
)code");
  std::string numbers;
  for (int i = 0; i < 3000; ++i) numbers += std::to_string(i) + " ";
  EXPECT_EQ(result.out, numbers + "\nprinted\nleft destroyed\n");
  EXPECT_EQ(result.exit_code, toolbox::status_from(GetParam(), 3));
}

TEST_P(Buffered, IsWrittenBeforeAPanic) {
  const auto result = run("int main() { print_buffered(\"so far\\n\"); panic(\"no further\"); }");
  EXPECT_EQ(result.out, "so far\n");
  EXPECT_NE(result.err.find("panic: no further\n"), std::string::npos) << result.err;
  EXPECT_EQ(result.exit_code, toolbox::trapped);
}

TEST_P(Buffered, IsWrittenBeforeEveryOtherEndWithAMessage) {
  constexpr const char* ends[] = {
      // The message, and what leads to it.
      "out of memory: ",
      "char* volatile block; int main() { print_buffered(\"so far\\n\"); block = new char[0x7fffffffu]; }",
      "pure virtual function called\n",
      "struct Base { Base() { call(); } void call() { hook(); } virtual void hook() = 0; };"
      "struct Derived : Base { void hook() override {} };"
      "Base* volatile keep;"
      "int main() { print_buffered(\"so far\\n\"); Derived object; keep = &object; }",
      "assertion failed: ",
      "int main(int argc, char**) { print_buffered(\"so far\\n\"); BAREWASI_ASSERT(argc == 0); }",
  };
  for (std::size_t i = 0; i < std::size(ends); i += 2) {
    const auto result = run(ends[i + 1]);
    EXPECT_EQ(result.out, "so far\n") << ends[i];
    EXPECT_NE(result.err.find(ends[i]), std::string::npos) << result.err;
    EXPECT_EQ(result.exit_code, toolbox::trapped) << ends[i];
  }
}

using BufferedOnUnkindHost = Buffered;
INSTANTIATE_TEST_SUITE_P(On, BufferedOnUnkindHost, testing::Values("node"),
                         [](const auto& engine) { return engine.param; });

TEST_P(BufferedOnUnkindHost, AFullDiskIsSaid) {
  const auto result =
      run("int main() { print_buffered(\"lost\"); return flush() ? 0 : 9; }", {.answers = {"fd_write=51"}});
  EXPECT_EQ(result.exit_code, 9);
}

TEST_P(BufferedOnUnkindHost, ThePiecesAreFewAndLarge) {
  // The third write fails: by then two buffers are through.
  const auto result =
      run("int main() { for (int i = 0; i < 10000; ++i) print_buffered(\"x\"); return flush() ? 0 : 9; }",
          {.answers = {"fd_write=ok,ok,51"}});
  EXPECT_EQ(result.out.size(), 8192U);
  EXPECT_EQ(result.exit_code, 9);
}

}  // namespace
