#!/usr/bin/env python3
"""Judges Heard's rules of consent by a second implementation of them.

Usage: Scripts/judge.py PATH-OF-HEARD [ROUNDS] [SEED]

Each round makes an invented programme with histories of consent and quotes that lack something,
and compares what five readers are told with what the rules say (judging/rules.py, which tells
where it follows the program). Every fifth round looks for words that must not be read in all that
the command line prints. Each round withdraws a testimony on one of two machines, brings old files
back, and looks for its words in every byte of both homes. Each kind of difference is told with
the smallest recipe that was found. Ends with 1 where there is one.
"""
import collections
import json
import os
import random
import shutil
import sys
import tempfile

sys.dont_write_bytecode = True
from judging import binary, programmes, shrinking, verdicts, ways_back, ways_out


class Judge:
    def __init__(self, heard, seed):
        self.heard, self.seed = heard, seed
        self.work = tempfile.mkdtemp(prefix="heard-judge-")
        self.machine = binary.Machine(heard, f"{self.work}/home", programmes.NOW)
        self.counts = collections.Counter()
        self.findings, self.examples = collections.Counter(), {}

    def note(self, kind, example):
        """Counts a finding, and makes its recipe the first time that it is seen."""
        self.findings[kind] += 1
        if kind not in self.examples:
            self.examples[kind] = example()
            print(f"FOUND {kind}\n      {self.examples[kind]}", flush=True)

    def round(self, number):
        maker = programmes.Maker(random.Random(f"{self.seed}-{number}"))
        files = maker.programme()
        self.verdicts(number, files)
        if number % 5 == 0:
            self.ways_out(maker, files)
        self.way_back(number)

    def verdicts(self, number, files):
        folder = f"{self.work}/programme"
        programmes.write(folder, files)
        known = verdicts.programme(files, programmes.NOW)
        verdict = verdicts.Verdicts(self.machine, folder, known)
        for reader in verdicts.READERS:
            verdict.compare(reader, shows=number % 5 == 0)
        shutil.rmtree(folder)
        self.counts["answers compared"] += verdict.asked
        self.counts["testimonies"] += len(known.testimonies)
        self.counts["quotes for the public"] += sum(
            len(verdict.publishable(id)) for id in known.testimonies)
        for difference in verdict.differences:
            self.note(difference.name(), lambda: self.recipe(files, difference))

    def recipe(self, files, difference):
        found = shrinking.Recipe(self.machine, files, difference, programmes.NOW).smallest()
        return f"{difference}\n      {json.dumps(found, ensure_ascii=False)}"

    def ways_out(self, maker, files):
        ways = ways_out.WaysOut(self.machine, maker, files, programmes.NOW)
        for reader in verdicts.READERS[:4]:
            folder = f"{self.work}/programme"
            programmes.write(folder, files)
            ways.search(reader, folder)
            shutil.rmtree(folder)
        self.counts["outputs searched"] += ways.asked
        for kind, example in ways.leaks:
            self.note(kind, lambda: example)

    def way_back(self, number):
        trial = ways_back.Trial(self.heard, random.Random(f"{self.seed}-back-{number}"))
        leaks = trial.run(trial.before, trial.after)
        self.counts["withdrawals brought back"] += 1
        self.counts["steps of them"] += len(trial.before) + len(trial.after)
        for kind in {f"words stay in {trial.place(leak)}" for leak in leaks}:
            self.note(kind, lambda: f"round {number}, {trial.recipe()}")

    def tell(self):
        shutil.rmtree(self.work)
        print(", ".join(f"{count} {what}" for what, count in self.counts.items()))
        for kind, count in sorted(self.findings.items()):
            print(f"{count:6} {kind}")
        return 1 if self.findings else 0


def main():
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 100
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 32)
    print(f"seed {seed}", flush=True)
    judge = Judge(os.path.abspath(sys.argv[1]), seed)
    for number in range(rounds):
        judge.round(number)
    sys.exit(judge.tell())


if __name__ == "__main__":
    main()
