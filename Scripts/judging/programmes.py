"""Invented programmes: many good quotes, and with each of them few things that are wrong."""
import json
import os

NOW = "2026-03-15T12:00:00Z"
TODAY, TOMORROW = "2026-03-15", "2026-03-16"
# Few moments, so that answers fall together; the other three touch the end of tomorrow.
MOMENTS = [f"2025-06-0{number}T09:00:00Z" for number in range(1, 8)]
EDGE = ["2026-03-16T23:59:59Z", "2026-03-17T00:00:00Z", "2027-01-01T00:00:00Z"]
METHODS = ("written", "oralWitnessed", "recorded", "paperSheet")
PURPOSES = ("record", "learn", "count", "partners", "publish", "image", "contact")
STATES = ("notAsked", "given", "refused", "withdrawn", "expired")
LETTERS = "bcdfghjkmnpqrstvwxz"
TAKER, OTHER, LEAD = "s-taker00001", "s-other00001", "s-lead000001"
TEAM = [
    {"id": TAKER, "name": "Oona Quill", "roles": ["facilitator"]},
    {"id": OTHER, "name": "Iris Vane", "roles": ["coordinator"]},
    {"id": LEAD, "name": "Maud Ferry", "roles": ["safeguardingLead"]},
]


class Maker:
    """Makes records by chance and remembers every word that it put into somebody's mouth."""

    def __init__(self, chance):
        self.chance, self.words, self.names, self.wrong = chance, {}, {}, {}

    def id(self, letter):
        return letter + "-" + "".join(self.chance.choice(LETTERS) for _ in range(10))

    def word(self, testimony):
        word = "zq" + "".join(self.chance.choice(LETTERS) for _ in range(12))
        self.words.setdefault(testimony, set()).add(word)
        return word

    def phrase(self, testimony):
        return " ".join([self.word(testimony), "was told", self.word(testimony)])

    def coin(self, share):
        return self.chance.random() < share

    def programme(self, events=6, each=5):
        """All files of a folder by their names."""
        files = {
            "heard.json": {"id": "judged", "name": "Judged (invented)", "format": 2},
            "team.json": {"members": TEAM},
            "notices/n-notice00001.json": {
                "id": "n-notice00001", "title": "Notice", "version": "1",
                "wordings": [{"id": "en", "questions": {"record": "May we keep it?"}}]},
        }
        for country in ("FR", "MX"):
            if self.coin(0.3):
                some = self.chance.sample(METHODS, self.chance.randrange(0, 4))
                files[f"profiles/{country}.json"] = {
                    "country": country, "otherwise": "standardList", "ageBands": "standardList",
                    "methods": sorted(some)}
        if self.coin(0.3):
            files["taxonomies/roles.json"] = {
                "entries": [{"id": "observer", "labels": {"en": "Observer"}, "notCounted": True}]}
        for number in range(events):
            event = self.event(number)
            files[f"events/{event['id']}.json"] = event
            said = [self.testimony(event) for _ in range(each)]
            if self.coin(0.05):
                del files[f"events/{event['id']}.json"]
            files[f"testimonies/{event['id']}.json"] = {"id": event["id"], "testimonies": said}
            for testimony in said:
                files.update(self.mark(testimony))
        return files

    # Events

    def event(self, number):
        country = self.chance.choice(["FR", "MX", "GB", "JP", None])
        event = {
            "id": f"2025-05-1{number}-x-{self.id('e')[2:6]}", "title": "Evening",
            "type": "dialogue", "involvement": "organised", "format": "inPerson", "status": "held",
            "start": f"2025-05-1{number}", "confidentiality": "open", "zone": "UTC",
            "attendance": {"source": "counted", "total": 40}}
        if country:
            event["country"] = country
        if self.coin(0.5):
            self.crowd(event)
        if self.coin(0.25):
            change = self.chance.choice(["closed", "silent", "chatham", "indigenous", "blank"])
            self.noted(event["id"], change)
            if change == "closed":
                event["confidentiality"] = "closed"
            elif change == "silent":
                del event["confidentiality"]
            elif change == "chatham":
                event["confidentiality"] = "chathamHouse"
            else:
                event["aboutCommunities"] = ["indigenous", "women"]
                if self.coin(0.5):
                    event["communityGovernance"] = "  " if change == "blank" else "Council"
        return event

    def crowd(self, event):
        attendance = {}
        if self.coin(0.8):
            attendance["total"] = self.chance.choice([0, 1, 4, 5, 6, 40])
        if self.coin(0.8):
            attendance["source"] = self.chance.choice(
                ["counted", "listed", "reported", "estimated", "notKnown"])
        if self.coin(0.2):
            attendance.update(inPerson=3, online=self.chance.choice([1, 2, 30]))
            if "total" in attendance:
                attendance["total"] = attendance["inPerson"] + attendance["online"]
        if self.coin(0.2):
            attendance["hostCrowd"] = 900
        event["attendance"] = attendance
        if not attendance:
            del event["attendance"]
        people = []
        for _ in range(self.chance.choice([0, 1, 3, 4, 5, 6, 8])):
            person = {"id": self.id("p"), "pseudonym": "Heron",
                      "status": self.chance.choice(["attended"] * 6 + ["registered", "noShow"])}
            roles = self.chance.choice(
                [[], ["patientCarer"], ["patientCarer"], ["communityMember"], ["facilitator"],
                 ["facilitator", "speaker"], ["organiser", "interpreter"], ["observer"]])
            if roles:
                person["roles"] = roles
            if people and self.coin(0.08):
                person["mergedInto"] = people[0]["id"]
            people.append(person)
        if people:
            event["participations"] = people

    # Testimonies

    def testimony(self, event):
        id = self.id("t")
        quoted = self.phrase(id)
        testimony = {
            "id": id, "language": "en", "textKind": "verbatim", "speaksFor": "oneself",
            "type": "experience", "polarity": "concern", "stage": "released", "triage": "none",
            "takenAt": "2025-05-20T10:00:00Z", "takenBy": TAKER,
            "text": f"{self.phrase(id)}. {quoted}. {self.phrase(id)}.",
            "readBack": {"at": "2025-06-20T10:00:00Z", "by": "Oona Quill", "confirmed": True},
            "translations": [
                {"id": "fr", "kind": "human", "by": "Iris Vane",
                 "text": f"{self.phrase(id)} – {self.phrase(id)}"}],
            "consent": self.consent(),
        }
        if self.coin(0.7):
            testimony["person"], testimony["pseudonym"] = self.id("p"), self.name(id)
        if self.coin(0.2):
            testimony.update(self.more(id))
        testimony["quotes"] = [
            self.quote(testimony, quoted) for _ in range(self.chance.choice([1, 1, 1, 2]))]
        for _ in range(self.chance.choice([0, 0, 1, 1, 2, 3])):
            self.spoil(event, testimony)
        if self.coin(0.2) and "text" in testimony:
            testimony.update(
                markedText=testimony["text"].replace(testimony["text"][:14], "[NAME]"))
        return testimony

    def name(self, id):
        name = "Qv" + "".join(self.chance.choice(LETTERS) for _ in range(9))
        self.names.setdefault(id, set()).add(name)
        return name

    def more(self, id):
        """Every other place of a testimony in which words may stand."""
        moment = "2025-06-01T10:00:00Z"
        return {
            "privateNote": self.phrase(id), "contentWarning": self.phrase(id),
            "supportOffered": self.phrase(id), "interpreter": self.phrase(id),
            "supporter": self.phrase(id), "asks": [{"id": "w-1", "text": self.phrase(id)}],
            "versions": [{"id": "v-1", "at": moment, "text": self.phrase(id)}],
            "codings": [{"id": "k-1", "from": 0, "to": 4, "code": "judged",
                         "memo": self.phrase(id)}],
            "markers": [{"id": "m-1", "from": 0, "to": 4, "kind": "unclear",
                         "note": self.phrase(id)}],
            "conflicts": [{"id": "x-1", "path": "text", "kept": self.phrase(id),
                           "other": self.phrase(id)}],
        } | ({"notKnownToThisVersion": self.phrase(id)} if self.coin(0.2) else {})

    def quote(self, testimony, text):
        self.noted(testimony["id"], None)
        return {
            "id": self.id("q"), "text": text, "language": "en",
            "approval": {"at": "2025-07-01T10:00:00Z", "by": "Oona Quill", "text": text,
                         "language": "en", "naming": "none"},
            "reviewedBy": "Iris Vane", "reviewedOn": "2025-07-02"}

    def consent(self):
        consent = {
            "id": self.id("c"), "notice": "n-notice00001", "noticeVersion": "1",
            "method": self.chance.choice(METHODS), "obtainedBy": "Oona Quill",
            "obtainedAt": MOMENTS[0], "naming": "none", "entries": []}
        for purpose in ("record", "learn", "publish"):
            if purpose != "record" and self.coin(0.3):
                consent["entries"] += self.history(purpose)
            else:
                consent["entries"].append(self.answer(purpose, "given", MOMENTS[0]))
        if self.coin(0.12):
            consent["entries"] += self.history("record")
        for purpose in ("count", "partners", "image", "contact"):
            if self.coin(0.4):
                consent["entries"] += self.history(purpose)
        if self.coin(0.2):
            self.chance.shuffle(consent["entries"])
        if self.coin(0.1):
            consent["jurisdiction"] = self.chance.choice(["FR", "MX", "GB"])
        if self.coin(0.08):
            consent["reviewBy"] = self.chance.choice(["2025-01-01", "2026-03-14", TODAY, TOMORROW])
        return consent

    def answer(self, purpose, state, at, **more):
        return dict(id=self.id("k"), purpose=purpose, state=state, at=at, **more)

    def history(self, purpose):
        """Answers that refuse, withdraw and open again, with and without evidence, some at once."""
        answers = []
        for _ in range(self.chance.choice([1, 1, 2, 2, 3, 4, 6])):
            state = self.chance.choice(STATES + ("given", "given", "withdrawn"))
            day, minute = self.chance.randrange(1, 29), self.chance.randrange(60)
            at = f"2025-06-{day:02}T09:{minute:02}:00Z"
            if self.coin(0.15):
                at = self.chance.choice(MOMENTS)
            if self.coin(0.06):
                at = self.chance.choice(EDGE)
            answer = self.answer(purpose, state, at)
            if self.coin(0.5):
                answer["method"] = self.chance.choice(METHODS)
            if self.coin(0.7):
                answer["by"] = self.chance.choice(["Oona Quill", "Iris Vane", " "])
            if self.coin(0.1):
                answer["evidenceOnly"] = True
            answers.append(answer)
        if self.coin(0.5):
            answers.append(self.answer(
                purpose, "given", self.chance.choice(MOMENTS[3:]), method="paperSheet",
                by="Oona Quill"))
        return answers

    def mark(self, testimony):
        consent = testimony.get("consent")
        if not consent or not self.coin(0.15):
            return {}
        entries = []
        for _ in range(self.chance.choice([1, 1, 2])):
            purpose = self.chance.choice(PURPOSES + ("publish", "learn"))
            entries.append(self.answer(
                purpose, self.chance.choice(["refused", "withdrawn"]),
                self.chance.choice(MOMENTS)))
        entries += [entry for entry in consent["entries"] if entry["state"] in
                    ("refused", "withdrawn") and self.coin(0.5)]
        # A mark holds no more than these members.
        slim = [{name: entry[name] for name in ("id", "purpose", "state", "at")}
                for entry in entries]
        return {f"withdrawn/{consent['id']}.json": {"id": consent["id"], "entries": slim}}

    def noted(self, id, change):
        self.wrong.setdefault(id, [])
        if change:
            self.wrong[id].append(change)

    # What may be wrong, or only looks so

    def spoil(self, event, testimony):
        change = self.chance.choice(list(CHANGES))
        quote = self.chance.choice(testimony["quotes"])
        CHANGES[change](self, testimony, quote)
        self.noted(testimony["id"], change)


def put(holder, name, *values):
    def change(maker, testimony, quote):
        part = testimony
        for step in holder:
            part = quote if step == "quote" else part.get(step)
            if part is None:
                return
        value = maker.chance.choice(values)
        if value is None:
            part.pop(name, None)
        else:
            part[name] = value
    return change


def requote(language, where):
    """Quotes what stands in a translation, in the original, or in no place."""
    def change(maker, testimony, quote):
        texts = {"text": testimony.get("text", ""), "none": maker.phrase(testimony["id"]),
                 "fr": "".join(t.get("text", "") for t in testimony.get("translations", []))}
        quote["language"], quote["text"] = language, texts[where]
        if "approval" in quote:
            quote["approval"].update(text=quote["text"], language=language)
    return change


def translated(**members):
    def change(maker, testimony, quote):
        for translation in testimony.get("translations", []):
            translation.update(members)
        requote("fr", "fr")(maker, testimony, quote)
    return change


def otherwise(maker, testimony, quote):
    quote["text"] = quote["text"][1:]


def shorter(maker, testimony, quote):
    quote["text"] = quote["text"][:20]
    if "approval" in quote:
        quote["approval"]["text"] = quote["text"]


def notes(maker, testimony, quote):
    testimony["textKind"] = maker.chance.choice(["notes", "interpreted"])
    testimony["readBack"] = maker.chance.choice([
        {"at": "2025-06-20T10:00:00Z", "confirmed": True}, {"confirmed": True}, {},
        {"at": "2025-06-20T10:00:00Z"}, {"at": "2026-03-18T10:00:00Z", "confirmed": True},
        {"at": "2026-03-16T01:00:00Z", "confirmed": True}])


REVIEWERS = ("Oona Quill", "oona quill", " Oona  Quill ", TAKER, OTHER, "Iris Vane", "  ", None,
             "Maud Ferry", LEAD, "Somebody else")
CHANGES = {
    "triage": put((), "triage", "safeguarding", "high", "low"),
    "stage": put((), "stage", "draft", "recorded", "readBack", "coded", "embargoed", "reviewed"),
    "embargo": put((), "embargo", "2026-03-14", TODAY, TOMORROW, "2030-01-01"),
    "taker": put((), "takenBy", OTHER, LEAD, None),
    "kind": put((), "textKind", "writtenByPerson", "notes", "interpreted", None),
    "notes": notes,
    "age": put((), "ageBand", "under18", "18-24"),
    "no text": put((), "text", None),
    "no consent": put((), "consent", None),
    "notice": put(("consent",), "notice", None),
    "method": put(("consent",), "method", None, "oralWitnessed", "paperSheet"),
    "asker": put(("consent",), "obtainedBy", None, "  "),
    "guardian": put(("consent",), "guardian", "His father", " "),
    "assent": put(("consent",), "assent", True),
    "jurisdiction": put(("consent",), "jurisdiction", "MX", "FR"),
    "quote embargo": put(("quote",), "embargo", "2026-03-14", TODAY, TOMORROW),
    "reviewer": put(("quote",), "reviewedBy", *REVIEWERS),
    "review day": put(("quote",), "reviewedOn", None, TODAY, TOMORROW, "2020-01-01"),
    "read back by": put(("readBack",), "by", "Iris Vane", OTHER, None),
    "no approval": put(("quote",), "approval", None),
    "approval by": put(("quote", "approval"), "by", None, " ", "Iris Vane", OTHER),
    "approval at": put(("quote", "approval"), "at", "1970-01-01T00:00:00Z", "2026-03-14T10:00:00Z",
                       "2026-03-16T01:00:00Z", "2026-03-18T10:00:00Z", *MOMENTS),
    "revoked": put(("quote", "approval"), "revoked", True),
    "approval language": put(("quote", "approval"), "language", "fr", "en-GB"),
    "other text": otherwise, "shorter": shorter,
    "quotes French": requote("fr", "fr"), "quotes nothing": requote("en", "none"),
    "French as English": requote("en", "fr"), "English as French": requote("fr", "text"),
    "empty quote": put(("quote",), "text", "", " "),
    "machine": translated(kind="machine"),
    "machine, checked": translated(kind="machine", reviewed=True),
}


def write(folder, files):
    for name, content in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            json.dump(content, file, indent=2, sort_keys=True, ensure_ascii=False)
            file.write("\n")
        os.chmod(path, 0o600)
