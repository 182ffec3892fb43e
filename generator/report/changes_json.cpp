// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#include <nlohmann/json.hpp>

#include "report/changes.h"

#include "report/json_text.h"

namespace report {
namespace {

using Json = nlohmann::ordered_json;
using diff::Change;

Json place(support::Span span, const support::Sources& sources) {
  if (!span.source) return nullptr;
  const support::Position at = sources.position(span.source, span.begin);
  return {{"file", sources.name(span.source)}, {"line", at.line}, {"column", at.column}};
}

Json side(const diff::Side& side, const support::Sources& sources) {
  return {{"shape", side.shape}, {"place", place(side.span, sources)}};
}

Json both(const diff::Two<std::uint64_t>& numbers) { return {{"old", numbers.before}, {"new", numbers.after}}; }

Json effect(const diff::Effect& effect) {
  Json moves = Json::array();
  for (const diff::Move& move : effect.moves) moves.push_back({{"name", move.name}, {"offset", both(move.offset)}});
  return {
      {"path", effect.path}, {"size", both(effect.size)}, {"align", both(effect.align)}, {"moves", std::move(moves)}};
}

Json change(const Change& change, bool approved, const ChangeReport& report, const support::Sources& sources) {
  const diagnostics::CodeInfo& rule = info(change.rule);
  Json effects = Json::array();
  for (const diff::Effect& e : change.effects) effects.push_back(effect(e));
  return {{"rule", rule.id},
          {"level", name_of(diff::row(change.rule).level)},
          {"path", change.path},
          {"text", change.text},
          {"title", rule.title},
          {"explanation", rule.explanation},
          {"verdict", name_of(verdict(change, report.question))},
          {"guest", name_of(change.verdicts.guest)},
          {"host", name_of(change.verdicts.host)},
          {"approved", approved},
          {"fails", !approved && fails(change, report.question)},
          {"old", side(change.sides.before, sources)},
          {"new", side(change.sides.after, sources)},
          {"layouts", std::move(effects)},
          {"functions", change.functions},
          {"fingerprint", change.fingerprint}};
}

std::string_view name_of(const std::optional<diff::Perspective>& who) {
  if (!who) return "both";
  return *who == diff::Perspective::guest ? "guest" : "host";
}

constexpr std::string_view schema = R"({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "What 'witxc diff --format json' prints",
  "type": "object",
  "additionalProperties": false,
  "required": ["format", "old", "new", "question", "counts", "changes", "unused_approvals"],
  "properties": {
    "format": {"description": "The version of this shape.", "const": 1},
    "old": {"description": "What was compared, as it was named.", "type": "string"},
    "new": {"type": "string"},
    "question": {
      "type": "object",
      "additionalProperties": false,
      "required": ["level", "fail_on", "perspective", "only"],
      "properties": {
        "level": {"enum": ["link", "abi", "source", "docs"]},
        "fail_on": {"enum": ["breaking", "dangerous", "any"]},
        "perspective": {"enum": ["guest", "host", "both"]},
        "only": {"description": "The functions that were compared; empty: all.", "type": "array", "items": {"type": "string"}}
      }
    },
    "counts": {
      "type": "object",
      "additionalProperties": false,
      "required": ["breaking", "dangerous", "compatible", "failing", "approved", "hidden"],
      "properties": {
        "breaking": {"description": "Shown and not approved, by verdict.", "type": "integer"},
        "dangerous": {"type": "integer"},
        "compatible": {"type": "integer"},
        "failing": {"description": "Of these, at or above the threshold.", "type": "integer"},
        "approved": {"type": "integer"},
        "hidden": {"description": "Beyond the level; not in the list.", "type": "integer"}
      }
    },
    "changes": {
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": ["rule", "level", "path", "text", "title", "explanation", "verdict", "guest", "host", "approved", "fails", "old", "new", "layouts", "functions", "fingerprint"],
        "properties": {
          "rule": {"type": "string", "pattern": "^WD[0-9]{4}$"},
          "level": {"enum": ["link", "abi", "source", "docs"]},
          "path": {"description": "filestat.nlink, fd_read(iovs), path_open.result.ok; [] is a list's element, * what a pointer points to.", "type": "string"},
          "text": {"description": "What happened, as it reads behind the path.", "type": "string"},
          "title": {"description": "The rule in a few words.", "type": "string"},
          "explanation": {"description": "Why it matters.", "type": "string"},
          "verdict": {"description": "The worse of those that the question is about.", "enum": ["compatible", "dangerous", "breaking"]},
          "guest": {"enum": ["compatible", "dangerous", "breaking"]},
          "host": {"enum": ["compatible", "dangerous", "breaking"]},
          "approved": {"type": "boolean"},
          "fails": {"description": "At or above the threshold, and not approved.", "type": "boolean"},
          "old": {"$ref": "#/$defs/side"},
          "new": {"$ref": "#/$defs/side"},
          "layouts": {"description": "Definitions that are laid out anew because of the change.", "type": "array", "items": {"$ref": "#/$defs/layout"}},
          "functions": {"description": "Functions that carry the type.", "type": "array", "items": {"type": "string"}},
          "fingerprint": {"description": "By which the change is approved.", "type": "string", "pattern": "^[0-9a-f]{16}$"}
        }
      }
    },
    "unused_approvals": {
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": ["fingerprint", "place"],
        "properties": {"fingerprint": {"type": "string"}, "place": {"$ref": "#/$defs/place"}}
      }
    }
  },
  "$defs": {
    "place": {
      "description": "Lines and columns count from 1; a column is a code point.",
      "type": "object",
      "additionalProperties": false,
      "required": ["file", "line", "column"],
      "properties": {"file": {"type": "string"}, "line": {"type": "integer"}, "column": {"type": "integer"}}
    },
    "side": {
      "type": "object",
      "additionalProperties": false,
      "required": ["shape", "place"],
      "properties": {
        "shape": {"description": "Empty where this side has nothing.", "type": "string"},
        "place": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/place"}]}
      }
    },
    "numbers": {
      "type": "object",
      "additionalProperties": false,
      "required": ["old", "new"],
      "properties": {"old": {"description": "Bytes.", "type": "integer"}, "new": {"type": "integer"}}
    },
    "layout": {
      "type": "object",
      "additionalProperties": false,
      "required": ["path", "size", "align", "moves"],
      "properties": {
        "path": {"type": "string"},
        "size": {"$ref": "#/$defs/numbers"},
        "align": {"$ref": "#/$defs/numbers"},
        "moves": {
          "type": "array",
          "items": {
            "type": "object",
            "additionalProperties": false,
            "required": ["name", "offset"],
            "properties": {"name": {"type": "string"}, "offset": {"$ref": "#/$defs/numbers"}}
          }
        }
      }
    }
  }
}
)";

}  // namespace

std::string changes_json(const ChangeReport& report, const support::Sources& sources) {
  const ChangeCounts counts = count(report);
  Json changes = Json::array();
  for (std::size_t i = 0; i < report.changes.size(); ++i) {
    if (is_shown(report.changes[i], report.question))
      changes.push_back(change(report.changes[i], report.approved[i], report, sources));
  }
  Json unused = Json::array();
  for (const diff::Approval* approval : report.unused) {
    unused.push_back({{"fingerprint", approval->fingerprint}, {"place", place(approval->span, sources)}});
  }
  const diff::Verdict threshold = report.question.fail_on;
  const Json document{
      {"format", changes_json_format},
      {"old", report.before},
      {"new", report.after},
      {"question",
       {{"level", name_of(report.question.level)},
        {"fail_on", threshold == diff::Verdict::compatible ? std::string_view("any") : name_of(threshold)},
        {"perspective", name_of(report.question.perspective)},
        {"only", report.only}}},
      {"counts",
       {{"breaking", counts.breaking},
        {"dangerous", counts.dangerous},
        {"compatible", counts.compatible},
        {"failing", counts.failing},
        {"approved", counts.approved},
        {"hidden", counts.hidden}}},
      {"changes", std::move(changes)},
      {"unused_approvals", std::move(unused)}};
  return json_text(document);
}

std::string_view changes_schema() { return schema; }

}  // namespace report
