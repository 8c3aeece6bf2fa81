#!/usr/bin/env python3
"""Judges every figure of Heard by a second reckoning of it, from the files and documents alone.

Usage: Scripts/judge-figures.py PATH-OF-HEARD [ROUNDS] [SEED]
       Scripts/judge-figures.py --table FOLDER

Compares `heard figures --format json` of the sample with judging/counting.py and
judging/declaring.py: every choice of up to three keys, what people declared by up to two more,
random filters, and Tests/SampleFigures.txt. Each round edits a copy by chance (judging/damaging.py)
and compares a part of it. Each kind of difference is told with the fewest files that show it.
Ends with 1 where there is one. `--table` prints the lines of Tests/SampleFigures.txt for a folder.
"""
import collections
import copy
import itertools
import json
import os
import random
import shlex
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
from judging import (
    binary, counted_table, counting, damaging, declaring, filtering, programmes, published,
    shrinking, verdicts)

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
NOW = "2024-12-01T09:00:00Z"
KEYS = counting.KEYS


class Asked:
    """One call of `heard figures`: its keys, its filter, and whether declared is among them."""

    def __init__(self, by=(), typed=(), found=lambda event: True, declared=False):
        self.by, self.typed, self.found, self.declared = tuple(by), list(typed), found, declared

    def arguments(self):
        keys = (("declared",) if self.declared else ()) + self.by
        # `--` ends the options, so that a term with a minus before it is none.
        return ["figures", "--format", "json"] + (["--by", ",".join(keys)] if keys else []) \
            + (["--", *self.typed] if self.typed else [])

    def __str__(self):
        return shlex.join(["heard", *self.arguments()])


class Reckoning:
    """One folder, by the program and by the rules."""

    def __init__(self, machine, path, files):
        self.machine, self.path = machine, path
        self.folder = counting.Folder(files, NOW)
        self.declared = declaring.Declared(self.folder)
        self.cells, self.differences = 0, []

    def compare(self, asked):
        done = self.machine.run(*asked.arguments(), folder=self.path)
        if done.returncode:
            return self.differ("no answer", asked, done.stderr, None)
        told = json.loads(done.stdout)
        if asked.declared:
            return self.compare_declared(asked, told)
        rows, total, overlapping = self.folder.figures(asked.by, asked.found)
        # Without keys there is the total alone.
        self.compare_rows(asked, self.by_values(asked, told["rows"]), rows if asked.by else {})
        self.compare_cell(asked, "total", told["total"], total)
        self.expect(asked, "overlapping", told["overlapping"], overlapping)
        contested = [event["id"] for event in self.folder.counted_events(asked.by, asked.found)
                     if self.folder.contested(event)]
        self.expect(asked, "contested", sorted(told["contested"]), sorted(contested))
        self.expect(asked, "uncountedRoles", sorted(told["uncountedRoles"]),
                    self.folder.uncounted_roles())
        return self.compare_published(asked, told["published"])

    def compare_published(self, asked, told):
        judged = None if asked.typed else published.compared(self.folder)
        if told is None or judged is None:
            return self.expect(asked, "published", told, judged)
        for name in judged:
            if isinstance(judged[name], dict):
                self.compare_cell(asked, f"published {name}", told[name], judged[name])
            else:
                self.expect(asked, f"published {name}", told[name], judged[name])
        return None

    def by_values(self, asked, rows):
        return {tuple(row[key] for key in asked.by): row for row in rows}

    def compare_rows(self, asked, told, rows):
        for values in sorted(set(told) | set(rows), key=str):
            if values not in told or values not in rows:
                self.expect(asked, "row", values in told, values in rows, values)
            else:
                self.compare_cell(asked, values, told[values], rows[values])

    def compare_declared(self, asked, told):
        rows = {}
        for row in told["rows"]:
            values = tuple(row[key] for key in asked.by)
            rows.setdefault(values, {})[row["declaredCommunity"]] = row
        judged = self.declared.figures(asked.by, asked.found)
        for values in sorted(set(rows) | set(judged), key=str):
            self.compare_rows(asked, rows.get(values, {}), judged.get(values, {}))

    def compare_cell(self, asked, where, told, judged):
        for name, number in judged.items():
            said = told.get(name, "no member")
            if name == "share" and None not in (said, number) and said != "no member":
                # One digit behind the point.
                self.expect(asked, name, abs(said - number) <= 0.0501, True, (where, said, number))
            else:
                self.expect(asked, name, said, number, where)

    def expect(self, asked, name, told, judged, where=()):
        self.cells += 1
        if told != judged:
            self.differ(name, asked, told, judged, where)

    def differ(self, name, asked, told, judged, where=()):
        way = f"{told} for {judged}"
        if isinstance(told, int) and isinstance(judged, int) and not isinstance(told, bool):
            way = "more" if told > judged else "less"
        kind = f"{'declared ' if asked.declared else ''}{name}: {way}"
        self.differences.append((kind, asked, f"{asked}, {where}: the program says {told!r}, "
                                              f"the rules {judged!r}"))


class Judge:
    def __init__(self, heard, seed):
        self.seed, self.work = seed, tempfile.mkdtemp(prefix="heard-judge-")
        self.machine = binary.Machine(heard, f"{self.work}/home", NOW)
        self.sample = verdicts.read_files(f"{ROOT}/sample-events")
        self.counts, self.findings = collections.Counter(), collections.Counter()

    # What is asked

    def choices(self, most):
        for size in range(most + 1):
            yield from itertools.permutations(KEYS, size)

    def everything(self):
        yield from (Asked(by) for by in self.choices(3))
        yield from (Asked(by, declared=True) for by in self.choices(2))

    def part(self, chance, reckoning, size=12):
        choices = list(self.choices(2))
        yield from (Asked(by) for by in [(), *((key,) for key in KEYS)])
        yield from (Asked(by) for by in chance.sample(choices, size))
        yield from (Asked(by, declared=True) for by in [(), ("country",), *chance.sample(choices, 4)])
        yield from self.filters(chance, reckoning, size)

    def filters(self, chance, reckoning, count):
        filters = filtering.Filters(chance, reckoning.folder, reckoning.declared)
        for _ in range(count):
            typed, found = filters.some()
            by, declared = chance.choice(list(self.choices(1))), chance.random() < 0.3
            yield Asked(by, typed, found, declared)

    # Judging

    def judge(self, name, files, questions):
        path = f"{self.work}/programme"
        programmes.write(path, files)
        reckoning = Reckoning(self.machine, path, files)
        for asked in questions(reckoning):
            reckoning.compare(asked)
            self.counts["questions"] += 1
        shutil.rmtree(path)
        self.counts["numbers compared"] += reckoning.cells
        for kind, asked, sentence in reckoning.differences:
            self.findings[kind] += 1
            if self.findings[kind] == 1:
                print(f"FOUND {kind}, in {name}: {sentence}", flush=True)
                print("     ", self.smallest(files, kind, asked), flush=True)

    def differs(self, files, kind, asked):
        path = f"{self.work}/smaller"
        programmes.write(path, files)
        try:
            reckoning = Reckoning(self.machine, path, files)
            reckoning.compare(asked)
        except KeyError:
            # A file without what it has to have.
            return False
        finally:
            shutil.rmtree(path)
        return any(found == kind for found, _, _ in reckoning.differences)

    def smallest(self, files, kind, asked):
        """Little that shows the same; of a filter nothing, since it would find something else."""
        if asked.typed:
            return "(a filter, on the whole folder)"
        always = {"heard.json": files["heard.json"]}
        recipe = shrinking.Smallest(lambda left: self.differs({**left, **always}, kind, asked))
        return json.dumps(recipe.of(files), ensure_ascii=False)

    def table(self):
        """The table that the tests read, against the sample."""
        with open(f"{ROOT}/Tests/SampleFigures.txt", encoding="utf-8") as file:
            there = [line.rstrip("\n") for line in file if not line.startswith("#")]
        reckoned = counted_table.lines(self.sample)
        for line in sorted(set(there) ^ set(reckoned)):
            side = "the table" if line in there else "the files"
            self.findings["line of the table"] += 1
            print(f"FOUND line of the table: {side}: {line}", flush=True)
        self.counts["lines of the table"] = len(reckoned)

    def whole_sample(self):
        def questions(reckoning):
            yield from self.everything()
            yield from self.filters(random.Random(f"{self.seed}"), reckoning, 48)
        self.judge("the sample", self.sample, questions)

    def round(self, number):
        chance = random.Random(f"{self.seed}-{number}")
        files = copy.deepcopy(self.sample)
        damaging.Damage(chance, files).all()
        self.judge(f"round {number}", files, lambda reckoning: self.part(chance, reckoning))

    def tell(self):
        shutil.rmtree(self.work)
        print(", ".join(f"{count} {what}" for what, count in self.counts.items()))
        for kind, count in sorted(self.findings.items()):
            print(f"{count:6} {kind}")
        return 1 if self.findings else 0


def main():
    if sys.argv[1] == "--table":
        print("\n".join(counted_table.lines(verdicts.read_files(sys.argv[2]))))
        return
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 32)
    print(f"seed {seed}", flush=True)
    judge = Judge(os.path.abspath(sys.argv[1]), seed)
    judge.table()
    judge.whole_sample()
    for number in range(rounds):
        judge.round(number)
    sys.exit(judge.tell())


if __name__ == "__main__":
    main()
