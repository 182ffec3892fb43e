// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The formats that are JSON.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "report/formats.h"
#include "report/json_text.h"
#include "support/utf8.h"

namespace report {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* source_root = "%SRCROOT%";
// GitHub refuses a run with more of them.
constexpr std::size_t most_results = 25000;

Json place_json(const Place& place) {
  if (place.file.empty()) return nullptr;
  return {{"file", place.file},
          {"line", place.line},
          {"column", place.column},
          {"end_line", place.end_line},
          {"end_column", place.end_column}};
}

// A relative reference of RFC 3986, or file:// for an absolute path.
std::string uri_of(const std::string& file) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/@!$&'()*+,;=";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri = file.starts_with('/') ? "file://" : "";
  for (const char c : file) {
    if (plain.find(c) != std::string_view::npos) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += {'%', digits[byte / 16], digits[byte % 16]};
  }
  return uri;
}

// GitHub refuses places without a region: the file as a whole is its beginning.
Json sarif_region(const Place& place) {
  if (place.line == 0) return {{"startLine", 1}, {"startColumn", 1}, {"endLine", 1}, {"endColumn", 1}};
  return {{"startLine", place.line},
          {"startColumn", place.column},
          {"endLine", place.end_line},
          {"endColumn", place.end_column}};
}

Json sarif_location(const Place& place) {
  Json artifact{{"uri", uri_of(place.file)}};
  if (!place.file.starts_with('/')) artifact["uriBaseId"] = source_root;
  return {{"physicalLocation", {{"artifactLocation", std::move(artifact)}, {"region", sarif_region(place)}}}};
}

// A beginning that fits what GitHub takes of a description, up to the end of a line.
std::string sarif_description(std::string_view text) {
  constexpr std::size_t most = 1024;
  constexpr std::string_view more = " ...";
  if (text.size() <= most) return std::string(text);
  const std::string_view begin = support::utf8_prefix(text, most - more.size());
  return std::string(begin.substr(0, begin.rfind('\n'))).append(more);
}

// By the letters with which ids begin: what to filter by, and how often a finding of the kind is right.
struct Kind {
  std::string_view prefix;
  std::string_view tag;
  std::string_view precision;
};
constexpr std::array<Kind, 7> kinds{{
    {.prefix = "WX", .tag = "specification", .precision = "very-high"},
    {.prefix = "WA", .tag = "bindings", .precision = "high"},
    {.prefix = "WC", .tag = "drift", .precision = "very-high"},
    {.prefix = "WI", .tag = "imports", .precision = "very-high"},
    {.prefix = "WL", .tag = "style", .precision = "high"},
    {.prefix = "WD", .tag = "change", .precision = "very-high"},
    {.prefix = "", .tag = "other", .precision = "high"},
}};

// The page of `witxc explain` in Markdown: what is indented is code already, and of the rest nothing is markup.
std::string sarif_markdown(std::string_view id, std::string_view page) {
  constexpr std::string_view marks = "\\`*_<>[]#|~";
  std::string text;
  for (std::size_t begin = 0; begin < page.size();) {
    const std::size_t end = std::min(page.find('\n', begin), page.size());
    const std::string_view line = page.substr(begin, end - begin);
    const bool code = line.starts_with("    ");
    for (const char c : line) {
      if (!code && marks.find(c) != std::string_view::npos) text += '\\';
      text += c;
    }
    text += '\n';
    begin = end + 1;
  }
  return fmt::format("{}\n`witxc explain {}` prints this page.", text, id);
}

Json sarif_rule(const diagnostics::CodeInfo& rule) {
  const Kind& kind =
      *std::find_if(kinds.begin(), kinds.end(), [&rule](const Kind& each) { return rule.id.starts_with(each.prefix); });
  const std::string text = page(rule);
  return {{"id", rule.id},
          {"shortDescription", {{"text", sarif_description(rule.title)}}},
          {"fullDescription", {{"text", sarif_description(text)}}},
          {"help", {{"text", text}, {"markdown", sarif_markdown(rule.id, text)}}},
          {"properties", {{"tags", {"witx", kind.tag}}, {"precision", kind.precision}}}};
}

std::string sarif_text(const Finding& finding) {
  std::string text = finding.message;
  for (const std::string& help : finding.help) text += '\n' + help;
  return text;
}

Json sarif_result(const Finding& finding, std::size_t rule_index) {
  Json fingerprints{{"witxcFingerprint/v1", finding.fingerprint}};
  if (!finding.line_hash.empty()) fingerprints["primaryLocationLineHash"] = finding.line_hash;
  Json location = sarif_location(finding.place);
  if (!finding.subject.empty()) location["logicalLocations"] = {{{"fullyQualifiedName", finding.subject}}};
  Json result{{"ruleId", finding.rule->id},
              {"ruleIndex", rule_index},
              {"level", name_of(finding.level)},
              {"message", {{"text", sarif_text(finding)}}},
              {"locations", Json::array({std::move(location)})},
              {"partialFingerprints", std::move(fingerprints)}};
  for (std::size_t i = 0; i < finding.related.size(); ++i) {
    Json related = sarif_location(finding.related[i].place);
    related["id"] = i + 1;
    related["message"] = {{"text", finding.related[i].text}};
    result["relatedLocations"].push_back(std::move(related));
  }
  return result;
}

// What is wrong with the run rather than in a file.
Json sarif_notification(const Finding& finding, std::size_t rule_index) {
  return {{"descriptor", {{"id", finding.rule->id}, {"index", rule_index}}},
          {"level", name_of(finding.level)},
          {"message", {{"text", sarif_text(finding)}}}};
}

std::string_view gitlab_severity(FindingLevel level) {
  switch (level) {
    case FindingLevel::error: return "major";
    case FindingLevel::warning: return "minor";
    case FindingLevel::note: return "info";
  }
  return {};
}

}  // namespace

std::string findings_json(const FindingReport& report) {
  std::array<std::size_t, 3> counts{};
  std::size_t failing = 0;
  Json list = Json::array();
  for (const Finding& finding : report.findings) {
    ++counts.at(static_cast<std::size_t>(finding.level));
    failing += finding.fails ? 1 : 0;
    Json related = Json::array();
    for (const RelatedPlace& other : finding.related) {
      related.push_back({{"place", place_json(other.place)}, {"text", other.text}});
    }
    list.push_back({{"rule", finding.rule->id},
                    {"title", finding.rule->title},
                    {"level", name_of(finding.level)},
                    {"fails", finding.fails},
                    {"message", finding.message},
                    {"subject", finding.subject},
                    {"place", place_json(finding.place)},
                    {"related", std::move(related)},
                    {"help", finding.help},
                    {"fingerprint", finding.fingerprint}});
  }
  return json_text(
      {{"format", findings_json_format},
       {"command", report.command},
       {"answered", report.answered},
       {"counts", {{"error", counts[0]}, {"warning", counts[1]}, {"note", counts[2]}, {"failing", failing}}},
       {"findings", std::move(list)}});
}

std::string sarif(const FindingReport& report) {
  std::map<std::string_view, std::size_t> indices;
  Json rules = Json::array();
  const auto index_of = [&](const diagnostics::CodeInfo& rule) {
    const auto [found, added] = indices.try_emplace(rule.id, rules.size());
    if (added) rules.push_back(sarif_rule(rule));
    return found->second;
  };
  Json results = Json::array();
  Json notifications = Json::array();
  std::size_t left_out = 0;
  for (const FindingLevel level : {FindingLevel::error, FindingLevel::warning, FindingLevel::note}) {
    for (const Finding& finding : report.findings) {
      if (finding.level != level) continue;
      if (finding.place.file.empty()) {
        notifications.push_back(sarif_notification(finding, index_of(*finding.rule)));
      } else if (results.size() == most_results) {
        ++left_out;
      } else {
        results.push_back(sarif_result(finding, index_of(*finding.rule)));
      }
    }
  }
  if (left_out > 0) {
    notifications.push_back(
        {{"level", "warning"}, {"message", {{"text", fmt::format("{} more findings are left out", left_out)}}}});
  }
  const Json run{
      {"tool", {{"driver", {{"name", "witxc"}, {"version", report.tool_version}, {"rules", std::move(rules)}}}}},
      {"invocations",
       {{{"executionSuccessful", report.answered}, {"toolExecutionNotifications", std::move(notifications)}}}},
      {"originalUriBaseIds", {{source_root, {{"description", {{"text", "the folder in which witxc ran"}}}}}}},
      {"columnKind", "unicodeCodePoints"},
      {"automationDetails", {{"id", "witxc/" + std::string(report.command) + "/"}}},
      {"results", std::move(results)}};
  return json_text(
      {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", {run}}});
}

std::string gitlab(const FindingReport& report) {
  Json list = Json::array();
  for (const Finding& finding : report.findings) {
    const std::string& file = finding.place.file.empty() ? report.subject : finding.place.file;
    list.push_back({{"description", finding.message},
                    {"check_name", finding.rule->id},
                    {"fingerprint", finding.fingerprint},
                    {"severity", gitlab_severity(finding.level)},
                    {"location", {{"path", file}, {"lines", {{"begin", std::max(1U, finding.place.line)}}}}}});
  }
  return json_text(list);
}

}  // namespace report
