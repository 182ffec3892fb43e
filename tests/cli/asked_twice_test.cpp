// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Questions that ask for nothing, for too much, or for the same twice.
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.h"
#include "sample_files.h"
#include "tool.h"

namespace {

using cli_tests::Answer;
using cli_tests::small_spec;
using cli_tests::StubbornFiles;
using cli_tests::witxc;
using Arguments = std::vector<std::string>;

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

Answer ask(const Arguments& arguments, std::map<std::string, std::string> more = {}) {
  more["a.witx"] = small_spec;
  StubbornFiles files(std::move(more));
  return witxc(files, arguments);
}

struct Row {
  Arguments arguments;
  const char* message;
  const char* help;
};

TEST(Questions, AWordTooManyOrTooFewIsNamed) {
  for (const Row& row : std::vector<Row>{
           {{"config"}, "what is asked of 'config'?", "init | schema"},
           {{"config", "inti"}, "what is asked of 'config'?", "did you mean 'init'?"},
           {{"config", "init", "init"}, "'init' is one word too many", "'config init' takes none"},
           {{"config", "schema", "x"}, "'x' is one word too many", "'config schema' takes none"},
           {{"template"}, "what is asked of 'template'?", "list | export LANG -o DIR | check [DIR [LANG...]]"},
           {{"template", "list", "cpp"}, "'cpp' is one word too many", "'template list' takes none"},
           {{"template", "export"}, "no language to export the templates of", "the languages are c, cpp"},
           {{"template", "export", "cpp", "c"}, "'c' is one word too many", "'template export' takes one language"},
           {{"validate", "a.witx", "--max-errors", "x"}, "'x' is not a whole number", "'witxc validate --help'"},
           {{"lint", "a.witx", "--max-errors", "1.5"}, "'1.5' is not a whole number", "'witxc lint --help'"},
           {{"validate", "a.witx", "--max-errors", "99999999999999999999"},
            "'99999999999999999999' is not a whole number, or too large a one",
            "'witxc validate --help'"},
           {{"validate", "a.witx", "--format", "json=x", "--format", "sarif=x"},
            "--format: two formats would be written to 'x'",
            "name another file for one of them"},
           {{"validate", "a.witx", "--format", "json", "--format", "sarif"},
            "--format: both 'json' and 'sarif' would go to standard output",
            "write all but one to files: --format sarif=FILE"}}) {
    const Answer answer = ask(row.arguments);
    EXPECT_EQ(answer.exit_code, 2) << row.message;
    EXPECT_TRUE(contains(answer.err, row.message)) << answer.err;
    EXPECT_TRUE(contains(answer.err, std::string("= help: ") + row.help)) << answer.err;
  }
}

// Each option that may be repeated, with the same word again.
TEST(Questions, TheSameTwiceIsOnce) {
  for (const Arguments& once : std::vector<Arguments>{{"generate", "a.witx", "--dry-run", "--lang", "cpp"},
                                                      {"generate", "a.witx", "--dry-run", "--only", "do_it"},
                                                      {"check", "a.witx", "--lang", "c"},
                                                      {"validate", "a.witx", "--format", "json"},
                                                      {"validate", "a.witx", "--format", "json=x"},
                                                      {"diff", "a.witx", "a.witx", "--map", "tiny=tiny"}}) {
    Arguments twice = once;
    twice.insert(twice.end(), once.end() - 2, once.end());
    const Answer first = ask(once);
    const Answer second = ask(twice);
    EXPECT_EQ(second.exit_code, first.exit_code) << once.back();
    EXPECT_EQ(second.out, first.out) << once.back();
    EXPECT_EQ(second.err, first.err) << once.back();
  }
}

// Help speaks of no option that the command does not have.
TEST(Questions, HelpNamesOptionsOfItsCommand) {
  for (const cli::CommandInfo& command : cli::all_commands()) {
    const std::string help = ask({std::string(command.name), "--help"}).out;
    for (std::size_t at = help.find("--"); at != std::string::npos; at = help.find("--", at + 2)) {
      const std::size_t end = help.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-", at);
      const std::string name = help.substr(at, end - at);
      bool known = name == "--" || name == "--help" || name == "--version";
      for (const cli::OptionInfo& option : cli::all_options()) {
        known = known ||
                ((option.commands & cli::set_of(command.command)) != 0 && contains(std::string(option.names), name));
      }
      EXPECT_TRUE(known) << command.name << ": " << name;
    }
  }
}

std::string namespaced(const std::string& name) { return ask({"generate", "a.witx", "--namespace", name}).err; }

TEST(Namespaces, ThatCppKeepsForItselfAreRefused) {
  for (const char* const fine :
       {"a", "a::b", "mine::std", "stdx", "std_", "x_", "a_b", "mine::_x", "a1::b2", "mine::posix"})
    EXPECT_EQ(namespaced(fine), "") << fine;
  const std::string library = "C++ keeps it for its own library";
  const std::string compilers = "C++ keeps names that begin so or have two underscores in a row for compilers";
  const std::vector<std::array<std::string, 3>> rows{
      {"std", "a namespace cannot begin with 'std'", library},
      {"std::mine", "a namespace cannot begin with 'std'", library},
      {"std2", "a namespace cannot begin with 'std2'", library},
      {"posix", "a namespace cannot begin with 'posix'", library},
      {"_x", "a namespace cannot begin with '_x'", compilers},
      {"_X", "no part of a namespace can be '_X'", compilers},
      {"a::_X", "no part of a namespace can be '_X'", compilers},
      {"a__b", "no part of a namespace can be 'a__b'", compilers},
      {"a::__b", "no part of a namespace can be '__b'", compilers},
      {"witx", "no part of a namespace can be 'witx'", "generated headers have types of their own there"},
      {"a::witx", "no part of a namespace can be 'witx'", "generated headers have types of their own there"}};
  for (const auto& [name, message, help] : rows) {
    EXPECT_TRUE(contains(namespaced(name), message)) << namespaced(name);
    EXPECT_TRUE(contains(namespaced(name), "= help: " + help)) << namespaced(name);
    const Answer answer =
        ask({"generate"}, {{"witxc.json", R"({"specs":[{"files":["a.witx"],"namespace":")" + name + R"("}]})"}});
    EXPECT_EQ(answer.exit_code, 2) << name;
    EXPECT_TRUE(contains(answer.err, message)) << answer.err;
    EXPECT_TRUE(contains(answer.err, " --> witxc.json:1:")) << answer.err;
  }
}

// A key that belongs elsewhere leads there.
TEST(Keys, ThatStandInTheWrongPlaceAreToldTheirOwn) {
  const auto said = [](const std::string& text) { return ask({"generate"}, {{"witxc.json", text}}).err; };
  EXPECT_TRUE(contains(said(R"({"specs":[{"files":["a.witx"]}],"outputs":[{"language":"cpp","namespace":"x"}]})"),
                       "= help: 'namespace' is a key of an entry of 'specs'"));
  EXPECT_TRUE(contains(said(R"({"specs":[{"files":["a.witx"]}],"namespace":"x"})"),
                       "= help: 'namespace' is a key of an entry of 'specs'"));
  EXPECT_TRUE(contains(said(R"({"specs":[{"files":["a.witx"]}],"folder":"x"})"),
                       "= help: 'folder' is a key of an entry of 'outputs'"));
  EXPECT_TRUE(contains(said(R"({"specs":[{"files":["a.witx"],"outputs":[]}]})"),
                       "= help: 'outputs' is a key of the whole configuration"));
  EXPECT_TRUE(contains(said(R"({"specs":[{"files":["a.witx"],"zzzzzz":1}]})"), "= help: the keys here are files,"));
}

// As diff spells them; the module tells two of one name apart.
TEST(Only, TakesFunctionsOfAModule) {
  const std::string two =
      "(module $a (@interface func (export \"f\")) (@interface func (export \"g\")))"
      "(module $b (@interface func (export \"f\")))";
  const auto made = [&two](const std::string& only) {
    StubbornFiles files{{"two.witx", two}};
    const Answer answer = witxc(files, {"generate", "two.witx", "--layers", "raw", "-o", "-", "--only", only});
    EXPECT_EQ(answer.exit_code, 0) << only << answer.err;
    std::string found;
    for (const char* const import : {"(\"a\", \"f\")", "(\"a\", \"g\")", "(\"b\", \"f\")"}) {
      const std::string text = import;
      const std::string module = text.substr(1, 3);
      const std::string name = text.substr(6, 3);
      for (std::size_t at = answer.out.find(module); at != std::string::npos; at = answer.out.find(module, at + 1)) {
        if (answer.out.substr(at, 60).find(name) == std::string::npos) continue;
        found += module.substr(1, 1) + name.substr(1, 1) + ' ';
        break;
      }
    }
    return found;
  };
  EXPECT_EQ(made("f"), "af bf ");
  EXPECT_EQ(made("a::f"), "af ");
  EXPECT_EQ(made("b::f"), "bf ");
  EXPECT_EQ(made("a::f,g"), "af ag ");
  EXPECT_EQ(ask({"generate", "a.witx", "--only", "tiny::do_itt"}).exit_code, 2);
  EXPECT_TRUE(contains(ask({"generate", "a.witx", "--only", "tiny::do_itt"}).err, "did you mean 'tiny::do_it'?"));
  EXPECT_EQ(ask({"generate", "a.witx", "--only", "other::do_it"}).exit_code, 2);
}

TEST(Templates, ThatMakeNoFileAreNoAnswer) {
  for (const char* const outputs : {"", "\n\n"}) {
    for (const char* const command : {"generate", "check"}) {
      const Answer answer = ask({command, "a.witx", "--lang", "mine", "--templates", "t"},
                                {{"t/mine/outputs.mustache", outputs}, {"t/mine/main.mustache", "text\n"}});
      EXPECT_EQ(answer.exit_code, 2) << command << answer.out << answer.err;
      EXPECT_TRUE(contains(answer.err, "the templates of 'mine' make no file")) << answer.err;
    }
  }
}

TEST(Templates, ADotLeadsNowhere) {
  const auto written = [](const std::string& outputs) {
    StubbornFiles files{
        {"a.witx", small_spec}, {"t/mine/outputs.mustache", outputs}, {"t/mine/main.mustache", "text\n"}};
    const Answer answer = witxc(files, {"generate", "a.witx", "--lang", "mine", "--templates", "t", "-q"});
    return answer.exit_code == 0 ? files.written
                                 : std::vector<std::string>{answer.err.substr(0, answer.err.find('\n'))};
  };
  using Paths = std::vector<std::string>;
  for (const char* const same : {"a.txt", "./a.txt", "././a.txt"})
    EXPECT_EQ(written(std::string("main ") + same + "\n"), Paths{"a.txt"}) << same;
  EXPECT_EQ(written("main b/./a.txt\n"), Paths{"b/a.txt"});
  EXPECT_TRUE(contains(written("main a.txt\nmain ./a.txt\n")[0], "two outputs are written to 'a.txt'"));
  for (const char* const bad : {".", "./", "./.", "../a", "a/..", "/a", "a/", "a//b", "/./a"})
    EXPECT_TRUE(contains(written(std::string("main ") + bad + "\n")[0], "is not a path for the output")) << bad;
}

// A report of every kind can be written again: it is the tool's own.
TEST(Reports, AreWrittenAgainWithoutForce) {
  for (const Arguments& question : std::vector<Arguments>{{"validate", "a.witx"},
                                                          {"lint", "a.witx"},
                                                          {"check", "a.witx"},
                                                          {"diff", "a.witx", "a.witx"},
                                                          {"imports", "env.wasm"},
                                                          {"imports", "env.wasm", "--min-spec"},
                                                          {"imports", "nothing.wasm", "--min-spec"}}) {
    for (const char* const format : {"text", "gcc", "json", "sarif", "junit", "github", "gitlab"}) {
      StubbornFiles files(cli_tests::some_files());
      EXPECT_TRUE(files.write("a.witx", small_spec).reason.empty());
      EXPECT_TRUE(files.write("nothing.wasm", std::string("\0asm\1\0\0\0", 8)).reason.empty());
      Arguments arguments = question;
      arguments.insert(arguments.end(), {"--format", std::string(format) + "=report"});
      const Answer first = witxc(files, arguments);
      const Answer second = witxc(files, arguments);
      EXPECT_LE(first.exit_code, 1) << question.front() << ' ' << format << first.err;
      EXPECT_EQ(second.exit_code, first.exit_code) << question.front() << ' ' << format << second.err;
    }
  }
}

}  // namespace
