# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Copies of the sources in which changes are made, built and tested: one change at a time, or many compiled in together."""
import collections
import concurrent.futures
import os
import pathlib
import re
import resource
import select
import shutil
import signal
import subprocess
import sys
import time

from mutation import changes, compiled_in

HERE = pathlib.Path(__file__).resolve().parent
TOP = changes.TOP
OUTPUT_KEPT = 1 << 20
MEMORY = (16 << 30, 16 << 30)
# What a program ends with when a static_assert would not have held; see choose.c.
DOES_NOT_COMPILE = 121
# The processes that run now; each leads a group of its own.
RUNNING = set()


def leave(status):
    """Ends this program, from any thread, and what it runs."""
    for group in list(RUNNING):
        try:
            os.killpg(group, signal.SIGKILL)
        except ProcessLookupError:
            pass
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)


def fail(status, message):
    print(f"mutate: {message}", file=sys.stderr)
    leave(status)


def in_order(area, change):
    """The stages: those that are written for the file come first; what is only a golden comes last."""
    return sorted(area["stages"], key=lambda s: (s.get("golden", False), not changes.matches(change.path, s.get("first_for", []))))


def at_once(commands):
    """One command for all that differ in their last word or words only: a build that fails is tried once, not once a target."""
    if len(commands) < 2:
        return commands
    same = len(os.path.commonprefix([list(words) for words in commands]))
    return [commands[0][:same] + [word for words in commands for word in words[same:]]] if same > 2 else commands


class Tree:
    """A copy of the sources with a build folder of its own."""

    def __init__(self, folder, plan, log):
        self.folder, self.plan, self.log = folder, plan, log
        self.seconds = {}
        self.ready = set()
        self.environment = dict(os.environ)
        if shutil.which("ccache"):
            self.environment.setdefault("CCACHE_BASEDIR", str(folder))
            self.environment.setdefault("CCACHE_NOHASHDIR", "1")
            for language in ("C", "CXX"):
                self.environment.setdefault(f"CMAKE_{language}_COMPILER_LAUNCHER", "ccache")

    def copy(self, leave=()):
        """Makes the tree what the sources are now, but for what somebody else writes."""
        names = changes.tracked_files()
        for name in names:
            source, target = TOP / name, self.folder / name
            # Even those are there from the beginning: CMake wants to see each source.
            if target.exists() and (name in leave or target.read_bytes() == source.read_bytes()):
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.unlink(missing_ok=True)
            shutil.copy(source, target, follow_symlinks=False)
        kept = set(names)
        for old in [p for p in self.folder.rglob("*") if p.is_file() or p.is_symlink()]:
            name = old.relative_to(self.folder)
            if name.parts[0] not in ("build", ".git") and name.as_posix() not in kept:
                old.unlink()
        # What tests look for outside of the tracked files: engines, and the reference texts beside the clone.
        for link, target in (("build/engines", TOP / "build/engines"), ("../shared", TOP.parent / "shared")):
            link = self.folder / link
            if target.exists() and not link.is_symlink():
                link.parent.mkdir(parents=True, exist_ok=True)
                link.symlink_to(target.resolve())

    def command(self, words, limit=None, **variables):
        """(exit status, output, seconds); the status is None if it took longer than `limit` seconds."""
        begin = time.monotonic()
        kept, status = b"", None
        with subprocess.Popen(
            words, cwd=self.folder, env={**self.environment, **variables}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, start_new_session=True, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, MEMORY),
        ) as process:  # fmt: skip
            RUNNING.add(process.pid)
            while True:
                left = None if limit is None else max(0, begin + limit - time.monotonic())
                if not select.select([process.stdout], [], [], left)[0]:
                    os.killpg(process.pid, signal.SIGKILL)
                    break
                part = os.read(process.stdout.fileno(), 1 << 16)
                if not part:
                    status = process.wait()
                    break
                # A test that is wrong in a loop may print without end.
                kept += part[: OUTPUT_KEPT - len(kept)]
            RUNNING.discard(process.pid)
        text = kept.decode(errors="replace")
        with open(self.log, "a", encoding="utf-8") as log:
            log.write(f"+ {' '.join(words)}\n{text}\n")
        return status, text, time.monotonic() - begin

    def prepare(self, area):
        """Builds and tests the area without a change; its times are what later runs are held against."""
        if area["path"] in self.ready:
            return
        steps = [("configure", words) for words in area.get("configure", [])]
        for stage in area["stages"]:
            steps += [(stage["name"], words) for words in stage.get("build", []) + stage["run"]]
        for name, words in steps:
            status, text, seconds = self.command(words)
            if status != 0:
                sys.stderr.write(text[-4000:])
                fail(3, f"without any change, '{' '.join(words)}' of {name} fails in {self.folder}")
            self.seconds[tuple(words)] = seconds
        self.ready.add(area["path"])

    def apply(self, change):
        """Makes the change; the answer says why it could not be made, or is empty."""
        if change.kind == "patch":
            environment = {**self.environment, "GIT_CEILING_DIRECTORIES": str(self.folder.parent)}
            words = ["git", "apply", str(TOP / changes.PATCHES / change.old)]
            applied = subprocess.run(words, cwd=self.folder, env=environment, capture_output=True, check=False)
            return applied.stderr.decode(errors="replace").strip()
        file = self.folder / change.path
        text = file.read_text(encoding="utf-8")
        if text[change.begin : change.begin + len(change.old)] != change.old:
            return "the text is not there"
        file.write_text(text[: change.begin] + change.new + text[change.begin + len(change.old) :], encoding="utf-8")
        return ""

    def judge(self, change):
        """How the tests take a change: {"verdict": ..., "by": the stage, ...}. The tree is as before afterwards."""
        area = next(area for area in self.plan["areas"] if changes.matches(change.path, [area["path"]]))
        self.prepare(area)
        touched = re.findall(r"^\+\+\+ b/(\S+)", change.new, re.MULTILINE) if change.kind == "patch" else [change.path]
        before = {path: (self.folder / path).read_bytes() for path in touched if (self.folder / path).exists()}
        begin = time.monotonic()
        try:
            reason = self.apply(change)
            found = {"verdict": "not applied", "why": reason} if reason else self.run_stages(area, change)
        finally:
            for path, data in before.items():
                (self.folder / path).write_bytes(data)
        return {**found, "seconds": round(time.monotonic() - begin)}

    def run_stages(self, area, change):
        for stage in in_order(area, change):
            if found := self.build(stage, change):
                return found
            for words in stage["run"]:
                status, _, _ = self.command(words, self.limit("run", words))
                if status is None:
                    return {"verdict": "timeout", "by": stage["name"]}
                if status != 0:
                    return {"verdict": "noticed", "by": stage["name"], "golden": stage.get("golden", False)}
        return {"verdict": "survived"}

    def build(self, stage, change):
        """What is to be said of a change by the attempt to build what a stage needs; nothing where that succeeds."""
        for words in stage.get("build", []):
            status, text, _ = self.command(words, self.limit("build", words))
            # A machine that is busy is no test.
            if status is None:
                return {"verdict": "not built in time"}
            if status != 0 and re.search(rf"\b{re.escape(os.path.basename(change.path))}:\d+:(\d+:)? (fatal )?error:", text):
                return {"verdict": "does not compile"}
            if status != 0:
                return {"verdict": "noticed", "by": stage["name"] + " (does not build)", "golden": False}
        return None

    def limit(self, step, words):
        return self.plan["patience"][step] + 5 * self.seconds.get(tuple(words), 0)


class Together(Tree):
    """A tree with many changes compiled in, each made when a program is told its number.

    What each test comes across is known from a run without any change, so that a change is put before those tests only."""

    def prepare_with(self, area, drawn, jobs):
        """Builds the area with what is drawn compiled in, as far as it can be, and runs each test once, some side by side."""
        self.jobs = jobs
        self.numbers = compiled_in.numbers(drawn)
        chooser = self.folder / "build" / "choose.o"
        chooser.parent.mkdir(parents=True, exist_ok=True)
        self.must(["cc", "-O2", "-c", str(HERE / "choose.c"), "-o", str(chooser)])
        launcher = str(HERE / "launch")
        places = {"{here}": str(HERE), "{top}": str(TOP), "{folder}": str(self.folder)}

        def filled(word):
            return re.sub(r"\{\w+\}", lambda found: places[found[0]], word)

        self.environment |= {"CMAKE_C_COMPILER_LAUNCHER": launcher, "CMAKE_CXX_COMPILER_LAUNCHER": launcher}
        self.environment |= {name: filled(value) for name, value in area["together"].get("environment", {}).items()}
        for words in area["together"]["configure"]:
            self.must([filled(word) for word in words], LDFLAGS=str(chooser))
        self.texts = texts = {}
        for path in changes.sources([area["path"]]):
            of_path = [(self.numbers[change.id], change) for change in drawn if change.path == path]
            texts[path] = compiled_in.Text(self.folder / path, changes.Source(path, (TOP / path).read_text(encoding="utf-8")), of_path)
        while True:
            for path, text in texts.items():
                self.write(path, text.write())
            failed, output = None, ""
            for words in at_once([words for stage in area["stages"] for words in stage.get("build", [])]):
                status, said, _ = self.command(words)
                failed, output = failed or (words if status != 0 else None), f"{output}\n{said}"
            if not failed:
                break
            if not compiled_in.learn(texts, output):
                fail(3, f"'{' '.join(failed)}' fails with changes compiled in; see {self.log}")
        self.present = {number for path, text in texts.items() for number in text.changes if compiled_in.is_c(path)}
        for program in (self.folder / area["together"]["programs"]).glob("*"):
            if program.is_file():
                self.present |= {int(k) for k in re.findall(rb"_ZN8mutation4siteILi(\d+)EEEbv", program.read_bytes())}
        self.noticed_by = collections.defaultdict(set)
        self.tests = {tuple(words): self.trace(words) for stage in area["stages"] for words in stage["run"]}

    def write(self, path, text):
        file = self.folder / path
        if not file.exists() or file.read_text(encoding="utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")

    def must(self, words, **variables):
        status, text, seconds = self.command(words, **variables)
        if status != 0:
            sys.stderr.write(text[-4000:])
            fail(3, f"without any change, '{' '.join(words)}' fails in {self.folder}")
        return text, seconds

    def trace(self, words):
        """What a command consists of, as (name of the test or None, seconds, numbers it comes across), the quick ones first."""
        names = [None]
        if any(word.startswith("--gtest_") for word in words):
            listed, _ = self.must([*words, "--gtest_list_tests"])
            names, suite = [], ""
            for line in listed.splitlines():
                test = line.split("#")[0].rstrip()
                if test.startswith("  "):
                    names.append(suite + test.strip())
                else:
                    suite = test

        def alone(numbered):
            number, name = numbered
            file = self.log.with_suffix(f".trace-{number}")
            file.unlink(missing_ok=True)
            only, limit = ([f"--gtest_filter={name}"], self.plan["patience"].get("test")) if name else ([], None)
            status, text, seconds = self.command([*words, *only], limit, MUTATION_TRACE=str(file))
            reached = {number for number, byte in enumerate(file.read_bytes()) if byte} if file.exists() else set()
            file.unlink(missing_ok=True)
            if status != 0 and name:
                # It looks at what compiling the changes in alters by itself, or has too much to do for a program that is not optimised.
                why = "takes too long" if status is None else "fails"
                print(f"not run, for it {why} where no change is made: {name}", file=sys.stderr)
                return None
            if status != 0:
                sys.stderr.write(text[-4000:])
                fail(3, f"without any change, '{' '.join(words)}' fails in {self.folder}")
            return name, seconds, reached

        with concurrent.futures.ThreadPoolExecutor(self.jobs) as pool:
            return sorted(filter(None, pool.map(alone, enumerate(names))), key=lambda test: test[1])

    def holds(self, change):
        """Whether a change is compiled in."""
        return self.numbers[change.id] in self.present

    def judge(self, change):
        """As for a tree in which the change is made alone."""
        begin = time.monotonic()
        found = self.meet(change, {self.numbers[change.id]}) if self.holds(change) else self.make(change)
        return {**found, "seconds": round(time.monotonic() - begin)}

    def make(self, change):
        """Writes a change that could not be compiled in into its file, and puts it before the tests that come across the file."""
        text = self.texts[change.path]
        area = next(area for area in self.plan["areas"] if changes.matches(change.path, [area["path"]]))
        self.write(change.path, text.with_only(change))
        try:
            for stage in area["stages"]:
                if found := self.build(stage, change):
                    return found
            return self.meet(change, set(text.changes) & self.present)
        finally:
            self.write(change.path, text.write())

    def meet(self, change, numbers):
        """Puts a change before the tests that come across one of the numbers; before all, if there is none."""
        met = False
        area = next(area for area in self.plan["areas"] if changes.matches(change.path, [area["path"]]))
        for stage in in_order(area, change):
            for words in stage["run"]:
                tests = [test for test in self.tests[tuple(words)] if not numbers or numbers & test[2]]
                met = met or bool(tests)
                # Those that noticed something in this file before are the likely ones; then those that cost little.
                likely = [test for test in tests if test[0] in self.noticed_by[change.path]]
                rest = [test for test in tests if test not in likely]
                quick = [test for test in rest if test[1] < 0.1]
                for group in (likely, quick, rest[len(quick) :]):
                    if group and (found := self.put_before(stage, words, group, change)):
                        return found
        return {"verdict": "survived"} if met else {"verdict": "survived", "why": "no test comes across it"}

    def put_before(self, stage, words, tests, change):
        only = [] if tests[0][0] is None else ["--gtest_filter=" + ":".join(test[0] for test in tests)]
        limit = self.plan["patience"]["run"] + 5 * sum(test[1] for test in tests)
        status, text, _ = self.command([*words, *only], limit, MUTATION=str(self.numbers[change.id]))
        if status == DOES_NOT_COMPILE:
            return {"verdict": "does not compile"}
        if status is None:
            return {"verdict": "timeout", "by": stage["name"]}
        if status == 0:
            return None
        tests = re.findall(r"^\[  FAILED  \] ([\w/]+\.[\w/]+)", text, re.MULTILINE)
        self.noticed_by[change.path].update(tests)
        by = stage["name"] + (f" ({tests[0]})" if tests else "")
        return {"verdict": "noticed", "by": by, "golden": stage.get("golden", False)}
