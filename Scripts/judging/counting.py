"""The rules of figures, written a second time from the documents alone.

Nothing of the program that makes figures was read for it. Where docs/file-format.md and
docs/command-line.md say too little, the rule that is taken here says so, with the word UNSAID.
"""
import collections
import functools

from . import rules, verdicts

SOURCES = ("counted", "listed", "reported", "estimated", "unsourced")
# UNSAID: the documents name the lists of codes, and not what stands in those that Heard brings.
COMMUNITIES = (
    "women", "ethnicMinorities", "indigenous", "disabled", "lgbtq", "over65", "disadvantaged",
    "migrants", "other")
KEYS = (
    "country", "year", "type", "format", "involvement", "about", "topic", "series", "language",
    "source", "status")


class Folder:
    """The records of one folder, as far as figures ask for them."""

    def __init__(self, files, now):
        self.files, self.today = files, now[:10]
        self.consent = verdicts.programme(files, now)
        self.events = dict(self.consent.events)
        self.testimonies = self.consent.testimonies
        self.actions = {
            content["id"]: content for name, content in files.items()
            if name.startswith("actions/")}
        self.settings = files.get("heard.json", {})
        self.said_at = collections.defaultdict(list)
        for id, (testimony, event) in self.testimonies.items():
            self.said_at[event].append(testimony)

    def entries(self, name):
        return self.files.get(f"taxonomies/{name}.json", {}).get("entries", [])

    @functools.cache
    def merged(self, name):
        return {entry["id"]: entry["replacedBy"]
                for entry in self.entries(name) if entry.get("replacedBy")}

    def current(self, name, code):
        """The code that stands for this one since they were merged."""
        merged = self.merged(name)
        for _ in range(len(merged)):
            if code not in merged:
                break
            code = merged[code]
        return code

    # Attendance

    def counts_as(self, role):
        # UNSAID: whether an own entry for a role that Heard brings keeps its `notCounted`, and
        # that a role which was merged into another counts as that one.
        role = self.current("roles", role)
        for entry in self.entries("roles"):
            if entry["id"] == role:
                return not entry.get("notCounted")
        return role not in rules.UNCOUNTED_ROLES

    def attended(self, event):
        """Those of a list who count as attendances."""
        return [person for person in event.get("participations", [])
                if person["status"] == "attended" and not person.get("mergedInto")
                and (not person.get("roles") or any(map(self.counts_as, person["roles"])))]

    def attendance(self, event):
        """The number of attendances and how it is known; no number, and `notKnown`."""
        noted = event.get("attendance", {})
        number = noted.get("total")
        if number is None and ("inPerson" in noted or "online" in noted):
            number = noted.get("inPerson", 0) + noted.get("online", 0)
        if number is not None:
            source = noted.get("source")
            return number, source if source in SOURCES else "unsourced"
        listed = len(self.attended(event))
        return (listed, "listed") if listed else (None, "notKnown")

    def contested(self, event):
        """Whether different numbers were typed at once; the least is written until one is chosen."""
        typed = event.get("attendance", {}).get("typed", [])
        replaced = {id for entry in typed for id in entry.get("replaces", [])}
        numbers = collections.defaultdict(set)
        for entry in typed:
            if entry["id"] not in replaced and "number" in entry:
                numbers[entry["what"]].add(entry["number"])
        return any(len(numbers[what]) > 1 for what in ("total", "inPerson", "online"))

    def uncounted_roles(self):
        """The roles that count nowhere."""
        own = {entry["id"] for entry in self.entries("roles")}
        return sorted(role for role in own | rules.UNCOUNTED_ROLES if not self.counts_as(role))

    def people(self, event):
        return {person["id"] for person in self.attended(event)}

    # What belongs to events

    def kept(self, testimony):
        """Whether it is counted: not refused and not withdrawn."""
        return not self.consent.hidden_from_all(testimony)

    def testimonies_at(self, event):
        return {testimony["id"] for testimony in self.said_at[event["id"]]
                if self.kept(testimony)}

    @functools.cached_property
    def actions_of(self):
        """The actions that came of an event: they name it, or a testimony of it."""
        found = collections.defaultdict(set)
        for id, action in self.actions.items():
            # UNSAID: an action that turned out to be another one is counted as that one only.
            if action.get("mergedInto"):
                continue
            for event in action.get("events", []):
                found[event].add(id)
            for testimony in action.get("testimonies", []):
                # UNSAID: one that was withdrawn links the action to its event as before.
                if testimony in self.testimonies:
                    found[self.testimonies[testimony][1]].add(id)
        return found

    # Keys

    def values(self, event, key):
        """The values of an event under a key; several where it stands in several rows."""
        if key == "year":
            return [int(event["start"][:4]) if event.get("start") else None]
        if key == "series":
            return [event.get("series", {}).get("name") or None]
        if key == "source":
            # UNSAID: of an event that was not held nobody counts a number that stands there.
            return [self.attendance(event)[1] if event["status"] == "held" else "notKnown"]
        if key in ("about", "topic"):
            member, name = {
                "about": ("aboutCommunities", "communities"), "topic": ("topics", "topics")}[key]
            return sorted({self.current(name, code) for code in event.get(member, [])}) or [None]
        if key == "language":
            return sorted(set(event.get("languages", []))) or [None]
        if key == "type" and event.get("type"):
            return [self.current("event-types", event["type"])]
        return [event.get(key)]

    def groups(self, events, by):
        """The events of each row, by the values of its keys."""
        rows = collections.defaultdict(list)
        if not by:
            return {(): events}
        for event in events:
            for values in product([self.values(event, key) for key in by]):
                rows[values].append(event)
        return rows

    def counted_events(self, by=(), found=lambda event: True):
        return [event for event in self.events.values()
                if (event["status"] == "held" or "status" in by) and found(event)]

    # Cells

    def cell(self, events):
        """What the events of one row come to."""
        sums, notKnown, people = {}, 0, set()
        for event in events:
            if event["status"] != "held":
                continue
            number, source = self.attendance(event)
            if number is None:
                notKnown += 1
            else:
                sums[source] = sums.get(source, 0) + number
            people |= self.people(event)
        everybody = sum(sums.values()) if sums else None
        # UNSAID: people are also null where nobody is on a list and it is not known of every event
        # how many came, and where there is no event.
        cell = {source: sums.get(source) for source in SOURCES}
        cell.update(
            events=len(events), attendances=everybody, notKnown=notKnown,
            people=len(people) if people or everybody == 0 and not notKnown else None,
            testimonies=len(set().union(*map(self.testimonies_at, events))),
            actions=len(set().union(*(self.actions_of[event["id"]] for event in events))))
        return cell

    def figures(self, by=(), found=lambda event: True):
        """All rows, the total, and whether one event stands in several rows."""
        events = self.counted_events(by, found)
        groups = self.groups(events, by)
        overlapping = sum(map(len, groups.values())) > len(events)
        rows = {values: self.cell(group) for values, group in groups.items()}
        return rows, self.cell(events), overlapping


def product(lists):
    found = [()]
    for values in lists:
        found = [before + (value,) for before in found for value in values]
    return found
