# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Many changes in one text: each is compiled in and is made only where its number is asked for when the program runs.

Changes of one file may lie in each other. What the compiler computes itself cannot be changed when the program runs: a constexpr
variable that holds a change becomes a const one, and what needs it at compile time is loosened or gives up the change, whichever
the compiler's messages ask for.
"""
import collections
import json
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent

NAMES = {
    "<": "less", "<=": "less_or_equal", ">": "greater", ">=": "greater_or_equal", "==": "equal", "!=": "unequal", "+": "plus",
    "-": "minus", "*": "times", "/": "divided", "%": "modulo", "<<": "shifted_left", ">>": "shifted_right", "&": "bits_and",
    "|": "bits_or", "+=": "add_to", "-=": "take_from", "|=": "set_in", "&=": "keep_in",
}  # fmt: skip
# What ends an operand of && on its way to the left and to the right, where it is not inside of parentheses.
LEFT_ENDS = {"(", "{", "[", ";", ",", "?", ":", "=", "+=", "-=", "|=", "&=", "return", "}", "<<=", ">>=", "*=", "/="}
RIGHT_ENDS = {")", "}", "]", ";", ",", "?", ":"}

# As in choose.c and compiled_in.h.
MOST = 1 << 16
SOURCE = r"(?:generator|runtime)/[\w./-]+"

# A part of a text that is put between two others; of two with one beginning the longer one is outside.
Wrap = collections.namedtuple("Wrap", "begin end before after")
# A piece of a source that the compiler evaluates: kind is variable, assertion or function; `word` is the keyword's token.
Fixed = collections.namedtuple("Fixed", "kind name word begin end")


def numbers(changes):
    """A number below MOST for each, the same whatever other changes there are, as far as that is possible."""
    taken, found = set(), {}
    for change in changes:
        number = int(change.id, 16) % MOST
        while number in taken:
            number = (number + 1) % MOST
        taken.add(number)
        found[change.id] = number
    return found


def is_c(path):
    return path.endswith(".c") or path.startswith(("runtime/mem/", "runtime/libc/", "runtime/prim.h"))


def operands(source, i):
    """The texts left and right of the && or || at token i, as (begin, end) each."""
    tokens, weaker = source.tokens, {"||"} if source.tokens[i][1] == "&&" else set()
    opening = {last: first for first, last in source.partner.items()}
    first = i
    while first > 0 and tokens[first - 1][1] not in LEFT_ENDS | weaker:
        first = opening.get(first - 1, first - 1)
    last = i + 1
    while last < len(tokens) and tokens[last][1] not in RIGHT_ENDS | weaker | {tokens[i][1]}:
        last = source.partner.get(last, last) + 1

    def end_of(token):
        return token[2] + len(token[1])

    return (tokens[first][2], end_of(tokens[i - 1])), (tokens[i + 1][2], end_of(tokens[last - 1]))


def in_one_line(text):
    """The same C++ without line breaks."""
    raw = re.compile(r'R"([^()\\\s]{0,16})\((.*?)\)\1"', re.DOTALL)
    return raw.sub(lambda found: json.dumps(found[2], ensure_ascii=False), text).replace("\n", " ")


def wraps_of(source, tokens, change, number, active):
    """How the change is compiled in, as wraps, where `active` says whether it is made; nothing where it cannot be."""
    begin, end, old, new = change.begin, change.begin + len(change.old), change.old, change.new
    if change.kind == "statement":
        return [Wrap(begin, end, f"{{ if (!{active}) ", " }")]
    if change.kind in ("constant", "table"):
        return [Wrap(begin, end, f"({active} ? {in_one_line(new)} : ", ")")]
    if change.kind == "condition" and old == "?":
        return [Wrap(begin, begin, f"&& !{active} " if "false" in new else f"|| {active} ", "")]
    if change.kind == "condition":
        return [Wrap(begin, end, f"{active} || (" if new == "true" else f"!{active} && (", ")")]
    if old in ("&&", "||"):
        # By De Morgan: a || b is !(!a && !b).
        left, right = operands(source, tokens[begin])
        if left[0] >= left[1] or right[0] >= right[1]:
            return []
        return [
            Wrap(left[0], right[1], "((", f") != {active})"),
            *(Wrap(*side, "((!!(", f")) != {active})") for side in (left, right)),
        ]
    if is_c(change.path):
        return []
    if old == "!":
        return [Wrap(begin, end, f"(::mutation::negation<{number}>)/*", "*/")]
    return [Wrap(begin, end, "", f" ::mutation::{NAMES[old]}<{number}>{{}} {old}")]


def fixed_pieces(source):
    """What of a source is evaluated by the compiler."""
    tokens, found = source.tokens, []
    for i, (_, word, begin) in enumerate(tokens):
        if word == "static_assert" and i + 1 in source.partner:
            end = tokens[source.partner[i + 1] + 1][2] + 1
            found.append(Fixed("assertion", str(begin), i, begin, end))
        if word != "constexpr" or tokens[i + 1][1] == "(" or tokens[i - 1][1] == ")":
            continue
        at = i + 1
        while at < len(tokens) and tokens[at][1] not in ("(", "{", "=", ";"):
            at = source.partner.get(at, at) + 1
        if at >= len(tokens):
            continue
        kind = "function" if tokens[at][1] == "(" else "variable"
        name = tokens[at - 1][1]
        if tokens[at - 1][1] == "]":
            name = next(t[1] for t in reversed(tokens[i:at]) if t[0] == "name")
        while at < len(tokens) and tokens[at][1] != ";":
            brace = tokens[at][1] == "{"
            at = source.partner.get(at, at) + 1
            if kind == "function" and brace:
                at -= 1
                break
        found.append(Fixed(kind, name, i, begin, tokens[min(at, len(tokens) - 1)][2] + 1))
    return found


class Text:
    """One file with its changes, by number, compiled in."""

    def __init__(self, file, source, changes):
        self.file, self.source = file, source
        self.tokens = {begin: i for i, (_, _, begin) in enumerate(source.tokens)}
        self.changes = {number: change for number, change in changes if wraps_of(source, self.tokens, change, number, "")}
        self.fixed = fixed_pieces(source)
        self.loose, self.kept = set(), set()
        # Those that may stand where the compiler evaluates something, and then are not made.
        self.lenient = set()
        self.lines = {}

    def loosened(self):
        """The pieces that are not left to the compiler."""
        places = [change.begin for change in self.changes.values()]
        for piece in self.fixed:
            holds = piece.kind == "variable" and any(piece.begin <= place < piece.end for place in places)
            if piece not in self.kept and (holds or piece in self.loose):
                yield piece

    def write(self):
        """The text; afterwards self.lines says on which lines of it a change is."""
        text, wraps = self.source.text, []
        for number, change in self.changes.items():
            active = f"mutation_{'active' if number in self.lenient else 'chosen'}({number})"
            wraps += [(wrap, number) for wrap in wraps_of(self.source, self.tokens, change, number, active)]
        for piece in self.loosened():
            word = self.source.tokens[piece.word][1]
            end = piece.begin + len(word)
            if piece.kind == "assertion":
                name = f"[[maybe_unused]] static const bool mutation_assertion_{piece.begin} = ::mutation::asserted"
                wraps.append((Wrap(piece.begin, end, name + "/*", "*/"), None))
            else:
                after = " const" if piece.kind == "variable" else ""
                wraps.append((Wrap(piece.begin, end, "/*", "*/" + after), None))
        inserts = []
        self.lines = collections.defaultdict(set)
        for order, (wrap, number) in enumerate(wraps):
            inserts.append(((wrap.begin, 1, -wrap.end, order), wrap.before))
            inserts.append(((wrap.end, 0 if wrap.end > wrap.begin else 2, -wrap.begin, -order), wrap.after))
            if number is not None:
                self.lines[self.source.line_of(wrap.begin)].add(number)
                self.lines[self.source.line_of(wrap.end)].add(number)
        parts, at = [], 0
        for (place, *_), new in sorted(inserts):
            parts += [text[at:place], new]
            at = place
        return self.finished("".join(parts) + text[at:]) if wraps else text

    def with_only(self, change):
        """The text with one change made, and no other in it."""
        text, end = self.source.text, change.begin + len(change.old)
        return self.finished(text[: change.begin] + change.new + text[end:])

    def finished(self, written):
        if not self.source.path.endswith((".h", ".hpp")):
            return written + "/* changes are compiled in */\n"
        # A header brings along what its changes need, and no warnings.
        return f'#pragma GCC system_header\n#include "{HERE}/compiled_in.h"\n#line 1 "{self.file}"\n{written}'

    def piece_at(self, line):
        """What the compiler evaluates at a line: the innermost piece, or None."""
        begin = self.source.starts[min(line, len(self.source.starts)) - 1]
        end = self.source.starts[line] if line < len(self.source.starts) else len(self.source.text)
        inside = [piece for piece in self.fixed if piece.begin < end and begin < piece.end]
        return min(inside, key=lambda piece: piece.end - piece.begin, default=None)

    def state(self):
        return len(self.changes), len(self.lenient), len(self.loose), len(self.kept)

    def give_up(self, number):
        """Compiles a change in more carefully, or not at all."""
        if number in self.lenient:
            self.changes.pop(number, None)
        self.lenient.add(number)

    def yield_to(self, piece):
        """Leaves a piece to the compiler, and with it what is changed inside."""
        self.kept.add(piece)
        for number, change in list(self.changes.items()):
            if piece.begin <= change.begin < piece.end:
                del self.changes[number]


def messages(output):
    """What a compiler says of each error, with the lines ahead of it that say how it got there."""
    ahead, blocks, lost = [], [], False
    for line in output.splitlines():
        if line.startswith("FAILED: "):
            ahead, lost = [], False
        elif " error: " in line:
            blocks.append([*ahead, line] if not lost else [])
            # What follows an error of grammar is nonsense.
            ahead, lost = [], lost or " error: expected" in line
        elif re.search(r"required from|In instantiation of|In substitution of|’ expansion of", line):
            ahead.append(line)
        elif re.match(r"ninja: |\[\d+/|In file included|\s+from ", line):
            ahead = []
            blocks.append([])
        elif blocks and blocks[-1]:
            blocks[-1].append(line)
    return ["\n".join(block) for block in blocks if block]


def learn(texts, output):
    """Changes what is compiled in by what the compiler says of it; the answer is whether anything is different now."""
    before, blamed = [text.state() for text in texts.values()], []
    names = {piece.name: (text, piece) for text in texts.values() for piece in text.loosened() if piece.kind != "assertion"}
    # A constant of a class that is no longer constexpr would need a definition.
    for name in set(re.findall(r"undefined reference to `[^']*?(\w+)'", output)) & set(names):
        names[name][0].yield_to(names[name][1])
    for block in messages(output):
        places = [(path, int(line)) for path, line in re.findall(rf"({SOURCE}):(\d+)", block)]
        places = [(texts[path], line) for path, line in places if path in texts]
        mentioned = [names[name] for name in set(re.findall(r"(\w+)(?:\([^()\n’']*\))?[’']", block)) if name in names]
        if mentioned:
            text, piece = (places[0][0], places[0][0].piece_at(places[0][1])) if places else (None, None)
            if piece and piece not in set(text.loosened()) | text.kept:
                text.loose.add(piece)
                continue
            variables = [(text, piece) for text, piece in mentioned if piece.kind == "variable" and piece not in text.loose]
            for text, piece in variables:
                text.yield_to(piece)
            if variables:
                continue
        named = {int(number) for number in re.findall(r"\bK = (\d+)", block)}
        dropped = [(text, number) for text in texts.values() for number in named & set(text.changes)]
        if not dropped:
            at = [(text, number) for text, line in places for number in text.lines.get(line, ())]
            dropped = [(text, number) for text, number in at if number in text.changes]
        blamed += dropped
    for text, number in {(id(text), number): (text, number) for text, number in blamed}.values():
        text.give_up(number)
    if before == [text.state() for text in texts.values()]:
        # Nobody knows which one the compiler means.
        for path in set(re.findall(rf"({SOURCE}):\d+", "\n".join(messages(output)))) & set(texts):
            for number in list(texts[path].changes):
                texts[path].give_up(number)
    return before != [text.state() for text in texts.values()]
