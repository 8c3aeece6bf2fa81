"""Compares what the program says of consent with what the rules say."""
import glob
import json
import os

from . import rules
from .programmes import LEAD, OTHER, TAKER

READERS = [
    rules.Reader("nobody in the team"),
    rules.Reader("who took it down", TAKER, "facilitator"),
    rules.Reader("another", OTHER, "coordinator"),
    rules.Reader("the lead", LEAD, "safeguardingLead"),
    rules.Reader("a manager", None, "manager"),
]


def read_files(folder):
    files = {}
    for path in glob.glob(f"{folder}/**/*.json", recursive=True):
        with open(path, encoding="utf-8") as file:
            files[os.path.relpath(path, folder)] = json.load(file)
    return files


def programme(files, now):
    known = rules.Programme(now)
    for name, content in files.items():
        place = name.split("/")[0]
        if place == "events":
            known.events[content["id"]] = content
        elif place == "testimonies":
            for testimony in content.get("testimonies", []):
                known.testimonies[testimony["id"]] = (testimony, content["id"])
        elif place == "withdrawn":
            known.marks[content["id"]] = content.get("entries", [])
        elif place == "profiles":
            known.profiles[content["country"]] = content
        elif name == "team.json":
            known.team = {member["id"]: member for member in content["members"]}
        elif name == "taxonomies/roles.json":
            known.uncounted_roles |= {
                entry["id"] for entry in content["entries"] if entry.get("notCounted")}
    return known


class Difference:
    """One thing of which the program says something else than the rules."""

    def __init__(self, kind, id, reader, program, judge, detail=""):
        self.kind, self.id, self.reader = kind, id, reader
        self.program, self.judge, self.detail = program, judge, detail

    def name(self):
        """What differs, whichever record it is about."""
        return " ".join([self.kind, *self.detail.split()[1:]])

    def __str__(self):
        return (f"{self.kind}: {self.id} {self.detail}, read by {self.reader.name}: "
                f"the program says {self.program!r}, the rules {self.judge!r}")


class Verdicts:
    """Asks the program everything about one folder and notes each difference."""

    def __init__(self, machine, folder, known):
        self.machine, self.folder, self.known = machine, folder, known
        self.differences, self.asked = [], 0

    def expect(self, kind, id, reader, program, judge, detail=""):
        self.asked += 1
        if program != judge:
            tied = self.known.tied(self.known.testimonies[id][0])
            if tied and not kind.startswith("filter finds"):
                kind = "same moment, " + kind
            self.differences.append(Difference(kind, id, reader, program, judge, detail))

    def compare(self, reader, shows=True, only=""):
        """Asks everything as this reader; where it is only one difference, little else."""
        self.machine.sit(reader)
        rows = self.machine.json("list", "testimonies", folder=self.folder) or []
        rows = {row["id"]: row for row in rows}
        readable = {id for id, (testimony, _) in self.known.testimonies.items()
                    if self.known.may_read(testimony, reader)}
        for id, (testimony, _) in self.known.testimonies.items():
            gone = self.known.hidden_from_all(testimony)
            self.expect("listed", id, reader, id in rows, not gone)
            if id in rows:
                self.row(rows[id], id, reader, id in readable)
        # What the two disagree on above is not told again by every filter.
        agreed = {id for id in readable if id in rows and rows[id]["hiddenBy"] is None}
        hidden = set(rows) - readable
        for purpose in rules.PURPOSES:
            given = {id for id in agreed if self.state(id, purpose) == "given"}
            if not only or purpose in only:
                self.found(reader, f"consent:{purpose}", given, agreed, hidden)
        public = {id for id in agreed if self.publishable(id)}
        if not only or "publishable" in only:
            self.found(reader, "quote:publishable", public, agreed, hidden)
        unlike = {id for id in agreed if rows[id]["publishable"] != len(self.publishable(id))
                  or rows[id]["publishing"] != self.state(id, "publish")}
        for id in sorted(unlike | (agreed | hidden if shows else set())):
            self.show(id, reader, id in readable)

    def state(self, id, purpose):
        testimony, _ = self.known.testimonies[id]
        return self.known.state(testimony.get("consent"), purpose)

    def why_not(self, id):
        testimony, event = self.known.testimonies[id]
        return {quote["id"]: self.known.why_not(testimony, self.known.events.get(event), quote)
                for quote in testimony.get("quotes", [])}

    def publishable(self, id):
        return [quote for quote, reasons in self.why_not(id).items() if not reasons]

    def row(self, row, id, reader, readable):
        self.expect("readable", id, reader, row["hiddenBy"] is None, readable)
        if not readable:
            told = {name for name, value in row.items() if value not in (None, [])}
            told -= {"id", "event", "eventTitle", "country", "date", "language", "actions",
                     "visibility", "hiddenBy"}
            self.expect("told of the hidden", id, reader, sorted(told), [])

    def found(self, reader, key, expected, agreed, hidden):
        rows = self.machine.json("list", "testimonies", key, folder=self.folder) or []
        found = {row["id"] for row in rows}
        for id in agreed:
            self.expect(f"filter {key}", id, reader, id in found, id in expected)
        for id in hidden:
            self.expect("filter finds the hidden", id, reader, id in found, False, key)

    def show(self, id, reader, readable):
        shown = self.machine.json("show", id, folder=self.folder)
        if shown is None:
            return self.expect("shown", id, reader, False, True)
        testimony, _ = self.known.testimonies[id]
        words = testimony.get("text") if readable else None
        self.expect("words shown", id, reader, shown["text"], words)
        if not readable or "consents" not in shown:
            return None
        for purpose in rules.PURPOSES:
            program, judge = shown["consents"].get(purpose), self.state(id, purpose)
            opens = "given" in (program, judge)
            kind = "state opens" if opens else "state closed otherwise"
            self.expect(kind, id, reader, program, judge, purpose)
        for quote, reasons in self.why_not(id).items():
            says = next((q["publishable"] for q in shown["quotes"] if q["id"] == quote), None)
            kind = "quote closed by the rules" if reasons else "quote open by the rules"
            detail = f"{quote} {' '.join(reasons)}"
            self.expect(kind, id, reader, says, not reasons, detail)
        return None
