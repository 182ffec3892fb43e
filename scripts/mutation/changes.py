# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The small changes that can be made to a source, each with a name of its own, and the order in which they are tried."""
import bisect
import collections
import fnmatch
import hashlib
import pathlib
import re
import subprocess

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
PATCHES = "tests/mutations"
KINDS = ("operator", "condition", "constant", "statement", "table", "patch")

TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)
      | (?P<directive>^[ \t]*\#(?:\\\n|[^\n])*)
      | (?P<string>(?:u8|[uUL])?R"(?P<mark>[^()\\\s]{0,16})\(.*?\)(?P=mark)" | (?:u8|[uUL])?"(?:\\.|[^"\\\n])*")
      | (?P<char>(?:u8|[uUL])?'(?:\\.|[^'\\\n])+')
      | (?P<number>\d[\w.']*)
      | (?P<name>[A-Za-z_]\w*)
      | (?P<sign><=>|<<=|>>=|->|::|\+\+|--|&&|\|\||[-+*/%&|^!=<>]=|<<|>>|[^\s])""",
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
OPERATORS = {
    "<": ["<="], "<=": ["<"], ">": [">="], ">=": [">"], "==": ["!="], "!=": ["=="], "&&": ["||"], "||": ["&&"],
    "+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"], "%": ["/"], "<<": [">>"], ">>": ["<<"], "+=": ["-="], "-=": ["+="],
    "|=": ["&="], "&=": ["|="], "&": ["|"], "|": ["&"],
}  # fmt: skip
STATEMENT = re.compile(
    r"^[ \t]+(?!return\b|throw\b|delete\b|goto\b|using\b|case\b|default\b|else\b|do\b|static_assert\b|co_)"
    r"((?:continue|break)|[\w:.*()\[\]>-]+(?:\(.*\)|[ ]?[-+|&*]?=[ ][^;]*|\+\+|--)|(?:\+\+|--)[\w.>-]+);$",
    re.MULTILINE,
)
TABLE = re.compile(r"\bstd::array\b(?:<[^;{}=]*>)?\s+[\w:]+\s*(?:=\s*)?\{")

# What is changed where: `path` relative to the top, `old` at `begin` of its text becomes `new`. A patch has no place of its own.
Change = collections.namedtuple("Change", "path kind line begin old new id")


class Source:
    """The text of one file and its tokens, without comments and directives."""

    def __init__(self, path, text):
        self.path, self.text = path, text
        self.starts = [0] + [at + 1 for at, c in enumerate(text) if c == "\n"]
        found = [m for m in TOKEN.finditer(text) if m.lastgroup not in ("comment", "directive")]
        self.tokens = [(m.lastgroup if m.lastgroup != "mark" else "string", m.group(), m.start()) for m in found]
        self.partner = {}
        open_at = []
        for i, (_, word, _) in enumerate(self.tokens):
            if word in ("(", "{", "["):
                open_at.append(i)
            elif word in (")", "}", "]") and open_at:
                self.partner[open_at.pop()] = i

    def line_of(self, begin):
        return bisect.bisect_right(self.starts, begin)

    def spaced(self, i):
        """Whether blanks stand on both sides of a token: what clang-format does to binary operators, and not to templates."""
        _, word, begin = self.tokens[i]
        return self.text[begin - 1 : begin].isspace() and self.text[begin + len(word) : begin + len(word) + 1].isspace()

    def asserted(self):
        """The tokens inside of static_assert(...)."""
        inside = set()
        for i, (_, word, _) in enumerate(self.tokens):
            if word == "static_assert" and i + 1 in self.partner:
                inside.update(range(i, self.partner[i + 1]))
        return inside


def operators(source):
    for i, (kind, word, begin) in enumerate(source.tokens):
        if kind != "sign":
            continue
        if word in OPERATORS and source.spaced(i):
            # `x = &y`, `return *this`: not between two operands.
            before = source.tokens[i - 1]
            operand = before[0] in ("number", "string", "char") or before[1] in (")", "]", "}")
            if operand or before[0] == "name" and before[1] != "return":
                for new in OPERATORS[word]:
                    yield i, begin, word, new
        if word == "!" and source.text[begin + 1 : begin + 2] != "=":
            yield i, begin, "!", ""


def conditions(source):
    for i, (_, word, begin) in enumerate(source.tokens):
        if word == "if" and i + 1 in source.partner and source.tokens[i + 1][1] == "(":
            first, last = i + 2, source.partner[i + 1]
            for j in range(first, last):
                if source.tokens[j][1] == ";":
                    first = j + 1
            if any(source.tokens[j][1] == "=" for j in range(first, last)):
                continue  # it declares what its branch uses
            at, end = source.tokens[first][2], source.tokens[last][2]
            for new in ("true", "false"):
                yield i, at, source.text[at:end], new
        if word == "?" and source.spaced(i):
            yield i, begin, "?", "&& false ?"
            yield i, begin, "?", "|| true ?"


def constants(source):
    for i, (kind, word, begin) in enumerate(source.tokens):
        if word in ("true", "false"):
            yield i, begin, word, "false" if word == "true" else "true"
        if kind != "number" or "." in word:
            continue
        digits = re.fullmatch(r"(0[xX][0-9a-fA-F']+|0[bB][01']+|[\d']+)([uUlLzZ]*)", word)
        if digits is None:
            continue
        value = int(digits[1].replace("'", ""), 0 if digits[1][:2].lower() in ("0x", "0b") else 10)
        yield i, begin, word, f"{value + 1}{digits[2]}"
        if value > 0:
            yield i, begin, word, f"{value - 1}{digits[2]}"


def statements(source):
    tokens = {begin: i for i, (_, _, begin) in enumerate(source.tokens)}
    for found in STATEMENT.finditer(source.text):
        begin, text = found.start(1), found.group(1)
        if begin in tokens and text.count("(") == text.count(")") and text.count("{") == text.count("}"):
            yield tokens[begin], begin, text + ";", ";"


def parts(source, first, last):
    """The elements between the braces at tokens `first` and `last`, as (index of the first token, begin, end) in the text."""
    found, at, i = [], first + 1, first + 1
    while i <= last:
        if i == last or source.tokens[i][1] == ",":
            if i > at:
                end = source.tokens[i - 1]
                found.append((at, source.tokens[at][2], end[2] + len(end[1])))
            at = i + 1
        i = source.partner.get(i, i) + 1
    return found


def tables(source):
    index = {begin: i for i, (_, _, begin) in enumerate(source.tokens)}
    for found in TABLE.finditer(source.text):
        brace = index.get(found.end() - 1)
        if brace is None or brace not in source.partner:
            continue
        if source.tokens[brace + 1][1] == "{" and source.partner.get(brace + 1) == source.partner[brace] - 1:
            brace += 1  # std::array<Row, n> rows{{ ... }}
        columns = collections.defaultdict(list)
        for at, begin, end in parts(source, brace, source.partner[brace]):
            row = next((i for i in range(at, min(at + 6, len(source.tokens))) if source.tokens[i][1] == "{"), None)
            if row is None or row not in source.partner or source.tokens[source.partner[row]][2] + 1 != end:
                columns[None].append((at, begin, end))
                continue
            for number, (field, field_begin, field_end) in enumerate(parts(source, row, source.partner[row])):
                name = number
                if source.tokens[field][1] == ".":  # .name = value
                    name = source.tokens[field + 1][1]
                    field_begin = source.tokens[field + 3][2]
                columns[name].append((field, field_begin, field_end))
        for column in columns.values():
            values = [source.text[begin:end] for _, begin, end in column]
            for number, (at, begin, _) in enumerate(column):
                others = values[number + 1 :] + values[:number]
                new = next((value for value in others if value != values[number]), None)
                if new is None:
                    new = {"true": "false", "false": "true", "Severity::error": "Severity::warning"}.get(values[number])
                if new is not None:
                    yield at, begin, values[number], new


MAKERS = {"operator": operators, "condition": conditions, "constant": constants, "statement": statements, "table": tables}


def changes_of(path, text, kinds):
    source = Source(path, text)
    left_out = source.asserted()
    seen = collections.Counter()
    for kind in kinds:
        for token, begin, old, new in MAKERS.get(kind, lambda _: ())(source):
            if token in left_out:
                continue
            line = source.line_of(begin)
            start = source.starts[line - 1]
            # Named by what stands on the line, so that a change keeps its name while lines above come and go.
            words = (path, text[start:].split("\n", 1)[0].strip(), begin - start, old, new)
            seen[words] += 1
            name = hashlib.sha256(repr((words, seen[words])).encode()).hexdigest()[:10]
            yield Change(path, kind, line, begin, old, new, name)


def matches(path, patterns):
    return any(path == p or path.startswith(p.rstrip("/") + "/") or fnmatch.fnmatchcase(path, p) for p in patterns)


def tracked_files():
    listed = subprocess.run(
        ["git", "-C", str(TOP), "ls-files", "-z", "-co", "--exclude-standard"], check=True, capture_output=True
    ).stdout.decode()
    return sorted(name for name in listed.split("\0") if name and (TOP / name).exists())


def sources(patterns):
    return [path for path in tracked_files() if path.endswith((".cpp", ".c", ".h", ".hpp")) and matches(path, patterns)]


def candidates(options, plan):
    """Every change that the options allow, in the order in which they are tried."""
    areas = [area["path"] for area in plan["areas"]]
    found = []
    for path in sources(areas):
        if matches(path, options.only or areas) and not matches(path, options.leave):
            found += changes_of(path, (TOP / path).read_text(encoding="utf-8"), options.kind)
    # By chance, but so that a change keeps its turn while others come and go.
    found.sort(key=lambda change: hashlib.sha256(f"{options.seed} {change.id}".encode()).digest())
    if "patch" in options.kind:
        found = [change for change in patches() if not options.only or matches(change.path, options.only)] + found
    return found


def patches():
    for file in sorted((TOP / PATCHES).glob("*.patch")):
        text = file.read_text(encoding="utf-8")
        path = re.search(r"^\+\+\+ b/(\S+)", text, re.MULTILINE)
        line = re.search(r"^@@ -(\d+)", text, re.MULTILINE)
        if path is None or line is None:
            raise SystemExit(f"mutate: {file.name} is not a patch as 'git diff' writes it")
        yield Change(path[1], "patch", int(line[1]), 0, file.name, text, file.stem)
