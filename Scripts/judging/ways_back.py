"""Brings old files back by every way that two machines have, and looks for withdrawn words.

Two homes hold copies of one programme. One withdraws; then old files return, copies are made and
merged, folders are copied into each other, and records are written. Once both homes know of the
withdrawal and have been opened for writing, no byte of the words may be in either of them.
"""
import glob
import json
import os
import shutil
import subprocess
import tempfile

from . import binary, programmes, rules

COPIES = ("{}.sync-conflict-20260314-120000-ABCDEFG.json",
          "{} (Maria's conflicted copy 2026-03-14).json",
          "{} (conflicted copy 2026-03-14 120000).json", "{} (1).json", "{}.json~", "#{}.json#")
WRITING = ("note", "add", "open", "contact", "edit")
# By the program, or as the files of a machine elsewhere arrive: all of them, or the mark alone.
WITHDRAWALS = ("command", "files arrive", "mark arrives")

# What stays of a testimony that is withdrawn.
STAYS = {"id", "language", "speaksFor", "type", "polarity", "stage", "triage", "takenAt",
         "takenBy", "consent"}


class Trial:
    """One withdrawal with what happened before and after it, as a list that can be done again."""

    def __init__(self, heard, chance):
        self.heard = heard
        maker = self.maker = programmes.Maker(chance)
        self.files = maker.programme(events=2, each=2)
        self.files = {name: content for name, content in self.files.items()
                      if not name.startswith("withdrawn/")}
        self.event, self.testimony = self.target()
        self.withdrawal = chance.choice(WITHDRAWALS)
        self.before = [step for step in self.kept_things() if chance.random() < 0.5]
        self.after = [self.step(chance) for _ in range(chance.randrange(2, 9))]

    def target(self):
        """A testimony that the team may read, with words in every place."""
        name = next(name for name in sorted(self.files) if name.startswith("testimonies/"))
        event = self.files[name]["id"]
        if f"events/{event}.json" not in self.files:
            self.files[f"events/{event}.json"] = {
                "id": event, "title": "Evening", "status": "held"}
        testimony = self.files[name]["testimonies"][0]
        id = testimony["id"]
        testimony.update(self.maker.more(id), stage="coded", triage="none",
                         text=self.maker.phrase(id), consent=self.maker.consent())
        testimony["consent"].pop("reviewBy", None)
        testimony["consent"]["entries"] = [
            self.maker.answer(purpose, "given", programmes.MOMENTS[0])
            for purpose in programmes.PURPOSES]
        return event, testimony

    def kept_things(self):
        kinds = ("draft", "note that quotes", "merged copy", "edit left")
        return [(kind, machine) for kind in kinds for machine in "AB"]

    def step(self, chance):
        machine = chance.choice("AB")
        return chance.choice([
            ("old file", machine), ("old file", machine), ("old folder", machine),
            ("copy", machine, chance.choice(COPIES)), ("copy", machine, chance.choice(COPIES)),
            ("merge", machine), ("to", machine, chance.choice(["newer", "all"])),
            ("to", machine, chance.choice(["newer", "all"])),
            ("write", machine, chance.choice(WRITING)),
            ("write", machine, chance.choice(WRITING)),
            ("as copy", machine, chance.choice(COPIES[:4]))])

    # Doing

    def run(self, before, after):
        """All leaks of one run, each as the place and what stands there."""
        self.work = tempfile.mkdtemp(prefix="heard-back-")
        self.minutes, leaks = 0, []
        try:
            self.machines = {}
            for name in "AB":
                home = f"{self.work}/{name}"
                self.machines[name] = machine = binary.Machine(self.heard, home, programmes.NOW)
                machine.folder = f"{home}/programme"
                programmes.write(machine.folder, self.files)
                machine.sit(self.reader())
                self.talk(machine)
            shutil.copytree(self.machines["A"].folder, f"{self.work}/old")
            for step in before:
                self.keep(*step)
            self.withdraw(self.machines["A"])
            for step in after:
                self.do(*step)
            self.meet()
            leaks = self.found()
        finally:
            shutil.rmtree(self.work)
        return leaks

    def reader(self):
        return rules.Reader("who took it down", self.testimony.get("takenBy"), "facilitator")

    def call(self, machine, *arguments, typed=""):
        self.minutes += 1
        hour, minute = divmod(self.minutes, 60)
        machine.environment["HEARD_NOW"] = f"2026-03-15T{12 + hour:02}:{minute:02}:00Z"
        return machine.run(*arguments, folder=machine.folder, typed=typed)

    def talk(self, machine, typed="quit\n", at=None):
        place = ("--at", at) if at else ()
        return self.call(machine, "open", "--linear", *place, typed=typed)

    def path(self, machine):
        return f"{machine.folder}/testimonies/{self.event}.json"

    def keep(self, what, name):
        """What the person keeps beside the folder before anything is withdrawn."""
        machine, id = self.machines[name], self.testimony["id"]
        if what.startswith("draft"):
            home = glob.glob(f"{machine.home}/state/heard/drafts/*")
            if not home:
                return
            draft = {"id": f"testimony-{id}", "form": "testimony", "record": id,
                     "event": self.event, "focus": "words", "at": programmes.NOW,
                     "fields": {"words": self.testimony["text"],
                                "privateNote": self.testimony["privateNote"]}}
            if what.endswith("quotes"):
                draft.update(id="note-1", form="event", record=self.event,
                             fields={"notes": f"{id}: {self.testimony['text']}"})
            with open(f"{home[0]}/{draft['id']}.json", "w", encoding="utf-8") as file:
                json.dump(draft, file)
        elif what == "merged copy":
            shutil.copy(self.path(machine), self.copy_of(machine, COPIES[0]))
            self.merge(machine)
        elif what == "edit left":
            self.talk(machine, "edit\nquit\n", f"testimony/{id}")

    def withdraw(self, machine):
        id, consent = self.testimony["id"], self.testimony["consent"]["id"]
        if self.withdrawal == "command":
            done = self.call(machine, "consent", id, "--withdraw", "record", "--yes")
            if done.returncode != 0:
                raise RuntimeError(done.stderr)
            return
        entry = {"id": "k-byhand", "purpose": "record", "state": "withdrawn",
                 "at": "2026-03-15T11:00:00Z"}
        if self.withdrawal == "files arrive":
            with open(self.path(machine), encoding="utf-8") as file:
                said = json.load(file)
            for testimony in said["testimonies"]:
                if testimony["id"] == id:
                    testimony["consent"]["entries"].append(entry)
                    for member in set(testimony) - STAYS:
                        del testimony[member]
            programmes.write(machine.folder, {f"testimonies/{self.event}.json": said})
        programmes.write(machine.folder, {
            f"withdrawn/{consent}.json": {"id": consent, "entries": [entry]}})
        self.talk(machine)

    def copy_of(self, machine, pattern):
        return f"{machine.folder}/testimonies/{pattern.format(self.event)}"

    def merge(self, machine):
        for path in glob.glob(f"{machine.folder}/testimonies/*"):
            if path != self.path(machine) and self.event in os.path.basename(path):
                self.call(machine, "merge-copy", path)

    def do(self, what, name, more=None):
        machine, old = self.machines[name], f"{self.work}/old"
        other = self.machines["B" if name == "A" else "A"]
        if what == "old file":
            shutil.copy(f"{old}/testimonies/{self.event}.json", self.path(machine))
        elif what == "old folder":
            subprocess.run(["cp", "-r", f"{old}/.", machine.folder], check=True)
        elif what == "copy":
            shutil.copy(f"{old}/testimonies/{self.event}.json", self.copy_of(machine, more))
        elif what == "as copy":
            if os.path.exists(self.path(other)):
                shutil.copy(self.path(other), self.copy_of(machine, more))
        elif what == "merge":
            self.merge(machine)
        elif what == "to":
            newer = ["-u"] if more == "newer" else []
            subprocess.run(["cp", "-r", *newer, f"{machine.folder}/.", other.folder], check=True)
        elif what == "write":
            self.write(machine, more)

    def write(self, machine, how):
        id = self.testimony["id"]
        if how == "note":
            self.call(machine, "edit", self.event, "--set", f"notes=Note {self.minutes}")
        elif how == "add":
            self.call(machine, "add", "event", "--title", f"More {self.minutes}")
        elif how == "contact":
            self.call(machine, "consent", id, "--refuse", "contact")
        elif how == "edit":
            self.call(machine, "edit", id, "--set", "privateNote=Later")
        else:
            self.talk(machine)

    def meet(self):
        """What was withdrawn and erased reaches both, and both are opened for writing."""
        for one, other in ("AB", "BA"):
            for place in ("withdrawn", "erased"):
                marks = f"{self.machines[one].folder}/{place}"
                if os.path.isdir(marks):
                    subprocess.run(["cp", "-r", marks, self.machines[other].folder], check=True)
        for name in "AB":
            self.call(self.machines[name], "add", "event", "--title", "The last")

    def found(self):
        words = {word.encode() for word in self.maker.words[self.testimony["id"]]}
        words |= {name.encode() for name in self.maker.names.get(self.testimony["id"], ())}
        leaks = []
        for name in "AB":
            for path in glob.glob(f"{self.machines[name].home}/**/*", recursive=True,
                                  include_hidden=True):
                if os.path.isfile(path):
                    with open(path, "rb") as file:
                        content = file.read()
                    if any(word in content for word in words):
                        leaks.append(os.path.relpath(path, self.work))
        return sorted(leaks)

    def place(self, leak):
        """Where a word stays, by the kind of the place."""
        machine, *folders, file = leak.split("/")
        folders = [folder for folder in folders if not folder.startswith("judged-")]
        known = file == f"{self.event}.json"
        kind = "the record" if known else "a copy" if self.event in file else "another file"
        return f"{'/'.join(folders)}, {kind}, after {self.withdrawal}"

    def recipe(self):
        """The fewest steps after which a word is still there."""
        before, after = list(self.before), list(self.after)
        for steps in (before, after):
            number = 0
            while number < len(steps):
                taken = steps.pop(number)
                if not self.run(before, after):
                    steps.insert(number, taken)
                    number += 1
        return f"before: {before}, then {self.withdrawal} on A, then: {after}: " + ", ".join(
            self.run(before, after))
