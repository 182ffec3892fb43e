// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// The formats that are JSON.
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "report/formats.h"

namespace report {
namespace {

using Json = nlohmann::ordered_json;

// A file's name may hold any bytes; a document may not.
std::string written(const Json& document) {
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

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

Json sarif_location(const Place& place) {
  Json artifact{{"uri", uri_of(place.file)}};
  if (!place.file.starts_with('/')) artifact["uriBaseId"] = "%SRCROOT%";
  Json physical{{"artifactLocation", std::move(artifact)}};
  if (place.line > 0) {
    physical["region"] = {{"startLine", place.line},
                          {"startColumn", place.column},
                          {"endLine", place.end_line},
                          {"endColumn", place.end_column}};
  }
  return {{"physicalLocation", std::move(physical)}};
}

Json sarif_rule(const Rule& rule) {
  return {{"id", rule.id},
          {"shortDescription", {{"text", rule.title}}},
          {"fullDescription", {{"text", rule.explanation}}},
          {"help", {{"text", rule.explanation}}}};
}

Json sarif_result(const Finding& finding, std::size_t rule_index) {
  std::string message = finding.message;
  for (const std::string& help : finding.help) message += '\n' + help;
  Json result{
      {"ruleId", finding.rule.id},       {"ruleIndex", rule_index},
      {"level", name_of(finding.level)}, {"message", {{"text", message}}},
      {"locations", Json::array()},      {"partialFingerprints", {{"witxcFingerprint/v1", finding.fingerprint}}}};
  if (!finding.place.file.empty()) {
    Json location = sarif_location(finding.place);
    if (!finding.subject.empty()) location["logicalLocations"] = {{{"fullyQualifiedName", finding.subject}}};
    result["locations"].push_back(std::move(location));
  }
  for (std::size_t i = 0; i < finding.related.size(); ++i) {
    Json location = sarif_location(finding.related[i].place);
    location["id"] = i + 1;
    location["message"] = {{"text", finding.related[i].text}};
    result["relatedLocations"].push_back(std::move(location));
  }
  return result;
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
    list.push_back({{"rule", finding.rule.id},
                    {"title", finding.rule.title},
                    {"level", name_of(finding.level)},
                    {"fails", finding.fails},
                    {"message", finding.message},
                    {"subject", finding.subject},
                    {"place", place_json(finding.place)},
                    {"related", std::move(related)},
                    {"help", finding.help},
                    {"fingerprint", finding.fingerprint}});
  }
  return written({{"format", findings_json_format},
                  {"command", report.command},
                  {"answered", report.answered},
                  {"counts", {{"error", counts[0]}, {"warning", counts[1]}, {"note", counts[2]}, {"failing", failing}}},
                  {"findings", std::move(list)}});
}

std::string sarif(const FindingReport& report) {
  std::map<std::string_view, std::size_t> indices;
  Json rules = Json::array();
  Json results = Json::array();
  for (const Finding& finding : report.findings) {
    const auto [found, added] = indices.try_emplace(finding.rule.id, rules.size());
    if (added) rules.push_back(sarif_rule(finding.rule));
    results.push_back(sarif_result(finding, found->second));
  }
  const Json run{
      {"tool", {{"driver", {{"name", "witxc"}, {"version", report.tool_version}, {"rules", std::move(rules)}}}}},
      {"invocations", {{{"executionSuccessful", report.answered}}}},
      {"columnKind", "unicodeCodePoints"},
      {"automationDetails", {{"id", "witxc/" + std::string(report.command) + "/"}}},
      {"results", std::move(results)}};
  return written({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", {run}}});
}

std::string gitlab(const FindingReport& report) {
  Json list = Json::array();
  for (const Finding& finding : report.findings) {
    const std::string& file = finding.place.file.empty() ? report.subject : finding.place.file;
    list.push_back({{"description", finding.message},
                    {"check_name", finding.rule.id},
                    {"fingerprint", finding.fingerprint},
                    {"severity", gitlab_severity(finding.level)},
                    {"location", {{"path", file}, {"lines", {{"begin", std::max(1U, finding.place.line)}}}}}});
  }
  return written(list);
}

}  // namespace report
