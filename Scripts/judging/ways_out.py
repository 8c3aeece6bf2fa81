"""Looks for words that must not be read in everything that the command line prints."""
import copy
import shutil

from . import programmes, verdicts

KINDS = ("events", "people", "testimonies", "actions", "partners", "approvals", "team")
FORMATS = ("table", "json", "csv", "plain")
SPLITS = ("", "country,year", "about", "topic", "language", "status,type")
# What is typed in plain lines: each part of a screen, its other keys, and the end.
WALK = "tab\ntab\ntab\ntab\ntab\nagain\nmore\nhelp\nwhere\nback\nquit\n"


def questions(known, some):
    """What reads and changes nothing; the same for two folders that should look alike."""
    for kind in KINDS:
        for form in FORMATS:
            yield ("list", kind, "--format", form)
    for split in SPLITS:
        by = ("--by", split) if split else ()
        for form in FORMATS:
            yield ("figures", *by, "--format", form)
            yield ("figures", *by, "--declared", "--format", form)
    for key in ("has:actions", "open:consent", "stage:released", "triage:none", "triage:high",
                "quote:publishable", "consent:publish", "type:experience", "role:patientCarer"):
        for sign in ("", "-"):
            yield ("list", "testimonies", "--format", "json", "--", sign + key)
    yield ("calendar", "--output", "-")
    yield ("check", "--format", "json")
    for id in some:
        for more in ((), ("--yes",), ("--format", "json")):
            yield ("show", id, *more)
        yield ("consent", id)
        yield ("consent", id, "--withdraw", "record", "--dry-run")
        yield ("erase", id, "--dry-run")
        yield ("list", "events", f"event:{id}")
    for event in known.events:
        yield ("show", event)
        yield ("show", event, "--format", "json")
        for page in ("signin", "consent", "tables"):
            yield ("print", page, event, "--output", "-")


def changes(some):
    """What tries to change a record that may not be read; its sentences tell no word."""
    for id in some:
        for field in ("words=", "stage=draft", "embargo=nonsense", "privateNote=", "speaker=Zed",
                      "mayLearn=given", "translationText="):
            yield ("edit", id, "--set", field)


def walks(some, known):
    for id in some:
        yield ("open", "--linear", "--at", f"testimony/{id}")
        yield ("consent", id, "--refuse", "contact")
    for event in list(known.events)[:3]:
        yield ("open", "--linear", "--at", f"event/{event}")
    for screen in ("figures", "calendar", "testimonies", "people", "actions", "home", "conflicts"):
        yield ("open", "--linear", "--at", screen)
    yield ("open", "--plain")
    yield ("check",)


class WaysOut:
    """Asks everything as one reader after the other; what leaks has a kind and a recipe."""

    def __init__(self, machine, maker, files, now):
        self.machine, self.maker, self.files, self.now = machine, maker, files, now
        self.known = verdicts.programme(files, now)
        self.leaks, self.asked = [], 0

    def hidden(self, reader):
        return [id for id, (testimony, _) in self.known.testimonies.items()
                if not self.known.may_read(testimony, reader)
                and not self.known.tied(testimony)]

    def search(self, reader, folder):
        """Every question of this reader, on a folder that may be written to at the end."""
        hidden = self.hidden(reader)
        some = self.maker.chance.sample(hidden, min(4, len(hidden)))
        self.machine.sit(reader)
        forbidden = {word.casefold(): id for id in hidden for word in self.maker.words.get(id, ())}
        for question in questions(self.known, some):
            self.look(reader, folder, question, forbidden)
        self.oracles(reader, folder, some)
        self.twins(reader, folder, hidden, some)
        for question in changes(some):
            self.look(reader, folder, question, forbidden)
        for question in walks(some, self.known):
            self.look(reader, folder, question, forbidden, WALK)

    def look(self, reader, folder, question, forbidden, typed=""):
        self.asked += 1
        done = self.machine.run(*question, folder=folder, typed=typed)
        said = (done.stdout + done.stderr).casefold()
        for word, id in forbidden.items():
            if word in said:
                return self.leak("word printed", reader, question, f"{word} of {id}")
        return None

    def leak(self, kind, reader, question, detail):
        self.leaks.append((f"{kind}: {' '.join(question[:2])}",
                           f"{reader.name} asks heard {' '.join(question)}: {detail}"))

    def oracles(self, reader, folder, some):
        """Words that may not be read are not found by searching for them either."""
        for id in some:
            word = self.maker.chance.choice(sorted(self.maker.words[id]))
            for kind in ("testimonies", "events", "people", "actions"):
                self.asked += 1
                rows = self.machine.json("list", kind, word, folder=folder)
                if rows:
                    self.leak("word found", reader, ("list", kind, word), f"of {id}")

    def twins(self, reader, folder, hidden, some):
        """Two folders that differ only in what is hidden: nobody may tell them apart."""
        twin = f"{folder}-twin"
        files = copy.deepcopy(self.files)
        for name, content in files.items():
            if name.startswith("testimonies/"):
                for testimony in content["testimonies"]:
                    if testimony["id"] in hidden:
                        self.rewrite(testimony)
        programmes.write(twin, files)
        for question in questions(self.known, some):
            # A check tells digests and places, and who withdraws for a speaker sees the answers.
            if question[0] in ("check", "consent", "erase"):
                continue
            self.asked += 1
            one, other = (self.machine.run(*question, folder=at) for at in (folder, twin))
            if (one.stdout, one.stderr.replace(folder, "")) != (
                    other.stdout, other.stderr.replace(twin, "")):
                self.leak("twins differ", reader, question, self.unlike(
                    one.stdout + one.stderr, other.stdout + other.stderr))
        shutil.rmtree(twin)

    def unlike(self, one, other):
        lines = zip(one.splitlines(), other.splitlines())
        return next((pair for pair in lines if pair[0] != pair[1]), "another length")

    def rewrite(self, testimony):
        chance = self.maker.chance
        if testimony.get("text"):
            testimony["text"] = "Entirely other words."
        for quote in testimony.get("quotes", []):
            quote["text"] = "Other words."
            quote.pop("approval", None)
        testimony.update(
            type=chance.choice(["concern", "question"]), polarity="positive",
            speaksFor="someoneElse", contentWarning="Other", privateNote="Other",
            roles=["patientCarer", "healthLeader"], ageBand="65plus",
            communities=["women", "lgbtq"], trustLoss=["judged"], ownReasons=["notListened"],
            supportOffered="Other", embargo="2031-01-01", markedText="Other")
        testimony["stage"] = chance.choice(["draft", "coded", "released", "embargoed"])
        if testimony["triage"] != "safeguarding":
            testimony["triage"] = chance.choice(["none", "low", "medium", "high"])
        for entry in testimony.get("consent", {}).get("entries", []):
            if entry["purpose"] not in ("record", "learn") and entry["state"] == "given":
                entry["state"] = "notAsked"
