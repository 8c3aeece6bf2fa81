"""Random edits of a programme, of the kinds of which figures have gone wrong before."""

LETTERS = "bcdfghjkmnpqrstvwxz"
SOURCES = ("counted", "listed", "reported", "estimated", "notKnown")
COMMUNITIES = ("women", "ethnicMinorities", "disabled", "lgbtq", "over65", "handicapped", "gypsies")
# Codes that stand in records and, unless a taxonomy is made that has them, in no list.
UNLISTED = ("handicapped", "gypsies", "observer", "helper", "wards", "circle")
RULES = ("off", "tallyOnly", "selfIdentify", "standardList")
SMALL = (0, 0, 1, 3, 7, 8, 40)


class Damage:
    """Edits the files of a folder by chance; they stay readable."""

    def __init__(self, chance, files):
        self.chance, self.files = chance, files
        self.events = [content for name, content in files.items() if name.startswith("events/")]

    def coin(self, share):
        return self.chance.random() < share

    def some(self, most=12):
        return self.chance.sample(self.events, min(self.chance.randrange(1, most), len(self.events)))

    def code(self, letter):
        return letter + "-" + "".join(self.chance.choice(LETTERS) for _ in range(10))

    def number(self):
        return self.chance.choice(SMALL)

    def all(self):
        """Several kinds of edit; each of them at several events."""
        for edit in (self.tally, self.members, self.slips, self.questions, self.door, self.lists,
                     self.consents, self.status, self.history):
            for event in self.some():
                if self.coin(0.7):
                    edit(event)
        for edit in (self.taxonomies, self.profiles, self.links, self.marks, self.published):
            if self.coin(0.7):
                edit()

    # Attendance

    def attendance(self, event):
        return event.setdefault("attendance", {})

    def tally(self, event):
        declared = self.attendance(event).get("declared")
        attendance = {"declared": declared} if declared else {}
        if self.coin(0.5):
            attendance["inPerson"] = self.number()
        if self.coin(0.4):
            attendance["online"] = self.number()
        if self.coin(0.6):
            ways = [attendance[way] for way in ("inPerson", "online") if way in attendance]
            attendance["total"] = sum(ways) if len(ways) == 2 else self.number()
        if self.coin(0.7):
            attendance["source"] = self.chance.choice(SOURCES)
        if self.coin(0.2):
            attendance["hostCrowd"] = 900
        self.settle(event, attendance)

    def settle(self, event, attendance):
        """What is empty is left out."""
        event["attendance"] = attendance
        if not attendance:
            del event["attendance"]

    def door(self, event):
        """Rows and typed numbers as a door leaves them: the total is what they come to."""
        rows = [{"id": self.code("d"), "added": {"total": self.chance.randrange(1, 60)}}
                for _ in range(self.chance.choice((1, 2, 3)))]
        for row in rows:
            if self.coin(0.4):
                row["taken"] = {"total": self.chance.randrange(1, row["added"]["total"] + 1)}
        attendance = dict(self.attendance(event), counts=rows, source="counted")
        for way in ("inPerson", "online", "typed", "inRole", "roles"):
            attendance.pop(way, None)
        seen = [(0, [])]
        if self.coin(0.6):
            # Two that were typed at once: the least is written.
            seen = [(self.number(), self.chance.sample(rows, self.chance.randrange(len(rows))))
                    for _ in range(self.chance.choice((1, 1, 2)))]
            attendance["typed"] = [self.typed(number, since) for number, since in seen]
        number, since = min(seen, key=lambda entry: self.total(entry[0], entry[1], rows))
        attendance["total"] = self.total(number, since, rows)
        event["attendance"] = attendance

    def total(self, number, since, rows):
        later = [row for row in rows if row not in since]
        return max(0, number + sum(
            row["added"]["total"] - row.get("taken", {}).get("total", 0) for row in later))

    def typed(self, number, since):
        marks = [{"id": row["id"], "added": row["added"]["total"],
                  "taken": row.get("taken", {}).get("total", 0)} for row in since]
        entry = {"id": self.code("n"), "what": "total", "number": number}
        return dict(entry, since=marks) if marks else entry

    # What people said of themselves

    def slips(self, event):
        declared = {}
        asked = self.chance.choice((None, 0, 20, 60))
        if asked is not None:
            declared["asked"] = asked
        if self.coin(0.8):
            declared["answered"] = self.chance.choice((0, 5, asked or 5))
        if self.coin(0.7):
            some = self.chance.sample(COMMUNITIES, self.chance.choice((1, 2, 4)))
            declared["communities"] = {code: self.number() for code in some}
        if self.coin(0.3):
            declared["ageBands"] = {"25-34": self.number()}
        if declared:
            self.attendance(event)["declared"] = declared
        elif "declared" in self.attendance(event):
            del event["attendance"]["declared"]
        self.settle(event, self.attendance(event))

    def questions(self, event):
        entries = []
        for community in self.chance.sample(COMMUNITIES, self.chance.choice((1, 2, 3))):
            entry = {"id": community}
            for member, share in (("asked", 0.6), ("answered", 0.6), ("none", 0.4)):
                if self.coin(share):
                    entry[member] = self.number()
            if self.coin(0.5):
                entry["counts"] = {community: self.number()}
            entries.append({"id": community} if self.coin(0.25) else entry)
        declared = self.attendance(event).setdefault("declared", {})
        declared["questions"] = entries
        if self.coin(0.3):
            event["attendance"]["declared"] = {"questions": entries}

    # Lists

    def lists(self, event):
        people = event.get("participations", [])
        for person in self.chance.sample(people, min(len(people), 8)):
            kind = self.chance.choice(("status", "roles", "none", "merged", "code", "away"))
            if kind == "status":
                person["status"] = self.chance.choice(("attended", "registered", "noShow"))
            elif kind == "roles":
                person["roles"] = self.chance.choice((
                    ["facilitator"], ["facilitator", "speaker"], ["observer"], ["helper"],
                    ["organiser", "interpreter"]))
            elif kind == "none":
                person.pop("roles", None)
            elif kind == "code":
                person["communities"] = [self.chance.choice(COMMUNITIES)]
            elif kind == "away":
                # The same person on another list.
                other = self.chance.choice(self.events).get("participations", [])
                if all(listed["id"] != person["id"] for listed in other) and other:
                    other.append(dict(person, status="attended"))
            elif people[0] is not person:
                person["mergedInto"] = people[0]["id"]
        if people and self.coin(0.1):
            for person in people:
                person["status"] = "registered"

    def consents(self, event):
        people = [person for person in event.get("participations", []) if "consent" in person]
        for person in self.chance.sample(people, min(len(people), 6)):
            consent = person["consent"]
            kind = self.chance.choice(("refused", "review", "notice", "minor", "again", "gone"))
            if kind == "refused":
                self.answer(consent, "refused")
            elif kind == "again":
                self.answer(consent, "withdrawn")
                self.answer(consent, "given", method="written", by="Oona Quill")
            elif kind == "review":
                consent["reviewBy"] = self.chance.choice(("2024-11-30", "2024-12-01", "2025-01-01"))
            elif kind == "notice":
                consent.pop("notice", None)
            elif kind == "minor":
                person["ageBand"] = "under18"
                if self.coin(0.5):
                    consent.update(guardian="His father", assent=True)
            else:
                del person["consent"]

    def answer(self, consent, state, **more):
        moment = f"2024-11-{10 + len(consent.get('entries', []))}T09:00:00Z"
        consent.setdefault("entries", []).append(
            dict(more, id=self.code("k"), purpose="count", state=state, at=moment))

    # Events

    def members(self, event):
        for member in ("type", "format", "involvement", "confidentiality", "start", "country"):
            if self.coin(0.3):
                event.pop(member, None)
        if self.coin(0.3):
            event["start"] = self.chance.choice(("2023", "2024-06", "2024-02-29"))
            event.pop("end", None)
        if self.coin(0.3):
            event["topics"] = self.chance.sample(("language", "wards", "hospitalCare"), 2)
        if self.coin(0.3):
            event["aboutCommunities"] = self.chance.sample(COMMUNITIES, 2)
        if self.coin(0.2):
            event["type"] = self.chance.choice(("circle", "dialogue"))

    def status(self, event):
        event["status"] = self.chance.choice(("held", "planned", "cancelled", "postponed"))

    def history(self, event):
        event["beforeHeard"] = True

    # What holds for all

    def taxonomies(self):
        lists = {
            "communities": [{"id": "handicapped", "replacedBy": "disabled"}, {"id": "gypsies"}],
            "roles": [{"id": "observer", "notCounted": True},
                      {"id": "helper", "replacedBy": "facilitator"}],
            "topics": [{"id": "wards", "replacedBy": "hospitalCare"}],
            "event-types": [{"id": "circle", "replacedBy": "dialogue"}]}
        for name, entries in lists.items():
            if self.coin(0.7):
                file = self.files.setdefault(f"taxonomies/{name}.json", {"entries": []})
                there = {entry["id"] for entry in file["entries"]}
                file["entries"] += [entry for entry in entries if entry["id"] not in there]

    def profiles(self):
        for country in self.chance.sample(("FR", "BR", "JP", "GB", "CH"), 2):
            traits = {code: self.chance.choice(RULES) for code in self.chance.sample(COMMUNITIES, 3)}
            self.files[f"profiles/{country}.json"] = {
                "country": country, "otherwise": self.chance.choice(RULES[1:]), "traits": traits,
                "ageBands": "selfIdentify"}

    def links(self):
        actions = [content for name, content in self.files.items() if name.startswith("actions/")]
        for action in self.chance.sample(actions, min(len(actions), 6)):
            kind = self.chance.choice(("merged", "events", "testimonies", "event"))
            if kind == "merged" and action is not actions[0]:
                action["mergedInto"] = actions[0]["id"]
            elif kind == "event":
                action["events"] = [self.chance.choice(self.events)["id"]]
            else:
                action.pop(kind, None)

    def marks(self):
        """Answers that were withdrawn, and of which this copy of the record does not know."""
        said = [testimony for name, content in self.files.items()
                if name.startswith("testimonies/") for testimony in content["testimonies"]
                if "consent" in testimony]
        for testimony in self.chance.sample(said, min(len(said), 4)):
            consent = testimony["consent"]["id"]
            self.files[f"withdrawn/{consent}.json"] = {"id": consent, "entries": [{
                "id": self.code("k"), "purpose": self.chance.choice(("record", "publish")),
                "state": self.chance.choice(("refused", "withdrawn")),
                "at": "2024-11-20T09:00:00Z"}]}

    def published(self):
        """Another period and other countries."""
        settings = self.files["heard.json"]
        settings["published"] = {"events": 65, "participants": 12000}
        for member in ("from", "to"):
            if self.coin(0.7):
                settings["published"][member] = self.chance.choice(("2023", "2023-06", "2024-02-29"))
        settings["countries"] = self.chance.sample(settings["countries"], 6)
