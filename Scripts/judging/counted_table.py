"""The table of Tests/SampleFigures.txt, reckoned from the files of a folder.

What lines of it mean stands at the head of that file; the rules of close-out and telling are those
of docs/command-line.md (`missing`, `told`) and of docs/file-format.md ("Rules about days").
"""
import collections
import datetime

from . import counting, declaring, rules
from .filtering import last_day

DAYS = ("2024-12-01", "2026-11-22")
OPEN = ("proposed", "agreed", "inProgress", "onHold")
TOLD = ("delivered", "acknowledged")
SETTLED = ("arranged", "notArranged")
# Where the programme says nothing else, people are told so many days after the event.
FEEDBACK_DAYS = 90


class Table:
    """All lines, by their keys."""

    def __init__(self, files):
        self.files, self.lines = files, collections.Counter()
        self.folder = counting.Folder(files, f"{DAYS[0]}T12:00:00Z")

    def reckon(self):
        self.records()
        self.events()
        self.attendances()
        self.close_out()
        self.testimonies()
        self.actions()
        self.declared()
        for day in DAYS:
            self.on_day(day)
        return self.lines

    def put(self, key, number):
        self.lines[key] = number

    def each(self, key, value):
        self.lines[f"{key}.{value}"] += 1

    # Records

    def records(self):
        events = self.folder.events.values()
        self.put("events", len(events))
        self.put("organisations", len(self.list("partners.json", "organisations")))
        self.put("team", len(self.list("team.json", "members")))
        self.put("participations", sum(len(event.get("participations", [])) for event in events))
        self.put("testimonies", len(self.folder.testimonies))
        self.put("actions", len(self.folder.actions))

    def list(self, name, member):
        return self.files.get(name, {}).get(member, [])

    # Events and attendances

    def held(self):
        return [event for event in self.folder.events.values() if event["status"] == "held"]

    def place_and_year(self, event):
        year = event.get("start", "-")[:4]
        return f"{event.get('country', '-')}.{year}"

    def events(self):
        for event in self.folder.events.values():
            if event["status"] != "held":
                self.each("events", event["status"])
            self.each("events.provenance", event["provenance"]["kind"])
        self.put("events.held", len(self.held()))
        for event in self.held():
            self.each("events.held", self.place_and_year(event))
            for key, values in {
                    "format": [event.get("format", "-")],
                    "involvement": [event.get("involvement", "-")],
                    "type": self.folder.values(event, "type")}.items():
                self.each(f"events.held.{key}", values[0] or "-")

    def attendances(self):
        people, in_country = set(), collections.defaultdict(set)
        for event in self.held():
            number, source = self.folder.attendance(event)
            if number is None:
                self.lines["events.held.notKnown"] += 1
            else:
                self.lines["attendances"] += number
                self.lines[f"attendances.{source}"] += number
                self.lines[f"attendances.{self.place_and_year(event)}"] += number
            people |= self.folder.people(event)
            in_country[event.get("country", "-")] |= self.folder.people(event)
        self.put("people", len(people))
        for country, listed in in_country.items():
            self.put(f"people.{country}", len(listed))

    # What held events lack

    def close_out(self):
        for event in self.held():
            if event.get("beforeHeard"):
                continue
            gaps = [name for name, lacks in self.gaps(event).items() if lacks]
            for gap in gaps:
                self.each("events.gap", gap)
            self.lines["events.closedOut"] += not gaps

    def gaps(self, event):
        # UNSAID: where the programme only took part, partners and telling are the host's; that
        # nobody spoke of something to follow is an answer to `heard`.
        closed, own = event.get("closeOut", {}), event.get("involvement") != "participated"
        said = self.folder.said_at[event["id"]] or event.get("unrecordedContributions") \
            or closed.get("nothingToFollow") or rules.said(closed.get("heardReason"))
        return {
            "attendance": self.folder.attendance(event)[0] is None
            and not closed.get("attendanceNotKnown"),
            "partners": own and not event.get("partners") and not event.get("noPartners"),
            "summary": not rules.said(event.get("summary")),
            "confidentiality": "confidentiality" not in event,
            "heard": not said,
            "access": bool(self.asked_for(event) - self.settled(event)),
            "feedback": own and not self.planned(event.get("feedback", {})),
        }

    def asked_for(self, event):
        """What people asked for so that they could take part."""
        needs = {code for code, state in event.get("access", {}).items() if state == "needed"}
        for person in event.get("participations", []):
            if person["status"] != "cancelled" and not person.get("mergedInto"):
                needs |= set(person.get("accessNeeds", []))
        return needs

    def settled(self, event):
        return {code for code, state in event.get("access", {}).items() if state in SETTLED}

    def planned(self, feedback):
        """A plan is who and how; so is having told, and a reason why not."""
        status = feedback.get("status")
        if status == "notPossible":
            return rules.said(feedback.get("reason"))
        return status in TOLD or bool(
            feedback.get("audiences") and rules.said(feedback.get("channel")))

    # Testimonies and actions

    def testimonies(self):
        answered = {id for action in self.folder.actions.values()
                    for id in action.get("testimonies", [])}
        for id, (testimony, event) in self.folder.testimonies.items():
            held = self.folder.events[event]
            self.each("testimonies", self.place_and_year(held))
            for name in ("language", "polarity", "stage"):
                self.each(f"testimonies.{name}", testimony[name])
            self.lines["testimonies.linkedToAction"] += id in answered

    def actions(self):
        for action in self.folder.actions.values():
            self.each("actions.status", action["status"])
            for theme in action.get("themes", []):
                self.each("actions.theme", theme)
            self.lines["actions.ofEvents"] += bool(
                action.get("events") or action.get("testimonies"))

    # What people said of themselves

    def declared(self):
        declared = declaring.Declared(self.folder)
        for community in declared.communities:
            cell = declared.cell(self.held(), community)
            self.put(f"declared.{community}", cell["declared"] or 0)
            for name, member in {
                    "answers": "answers", "asked": "asked", "events": "events",
                    "forbidden": "forbiddenEvents", "notAsked": "notAskedEvents",
                    "notKnown": "notKnownEvents", "notKnownAnswers": "notKnownAnswers",
                    "onLists": "onLists"}.items():
                self.put(f"declared.{community}.{name}", cell[member] or 0)

    # As of a day

    def on_day(self, day):
        consent = counting.Folder(self.files, f"{day}T12:00:00Z").consent
        for testimony, _ in self.folder.testimonies.values():
            for purpose in ("record", "learn", "publish"):
                state = consent.state(testimony.get("consent"), purpose)
                self.lines[f"testimonies.{purpose}.{state}@{day}"] += 1
        for event in self.folder.events.values():
            if event["status"] in ("planned", "confirmed"):
                to_come = last_day(event.get("end") or event.get("start") or "9999") >= day
                self.lines[f"events.{'coming' if to_come else 'waitsForHeld'}@{day}"] += 1
            elif event["status"] == "held" and not event.get("beforeHeard"):
                self.lines[f"events.feedbackLate@{day}"] += self.late(event, day)
        for action in self.folder.actions.values():
            due = action.get("due")
            late = action["status"] in OPEN and due and last_day(due) < day
            self.lines[f"actions.overdue@{day}"] += bool(late)
            self.lines[f"actions.feedbackLate@{day}"] += self.action_late(action, day)

    def late(self, event, day):
        # UNSAID: where the programme only took part and notes no telling, nobody is to be told.
        feedback = event.get("feedback", {})
        if feedback.get("status") in TOLD + ("notPossible",):
            return False
        if not feedback and event.get("involvement") == "participated":
            return False
        due = feedback.get("due") or self.promised(event)
        return bool(due) and due < day

    def action_late(self, action, day):
        feedback = action.get("feedback", {})
        due = feedback.get("due")
        return feedback.get("status") in ("due", "drafted") and bool(due) and due < day

    def promised(self, event):
        start = event.get("start", "")
        if len(start) < 10:
            return None
        days = self.folder.settings.get("feedbackDays", FEEDBACK_DAYS)
        held = datetime.date.fromisoformat(start[:10])
        return (held + datetime.timedelta(days=days)).isoformat()


def lines(files):
    """The lines of the table in the order of their keys; what came to 0 by source stands too."""
    found = Table(files).reckon()
    return [f"{key} {found[key]}" for key in sorted(found)]
