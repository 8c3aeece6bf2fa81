"""Random filters of events, each as it is typed and as the documents say what it finds.

UNSAID: docs/command-line.md has examples of filters and no table of their keys. Only keys are used
here whose meaning an example, a hint of the program or the name of a member makes plain.
"""

from . import damaging


class Filters:
    """Makes filters by chance, of values that stand in the folder."""

    def __init__(self, chance, folder, declared):
        self.chance, self.folder, self.declared = chance, folder, declared
        self.events = list(folder.events.values())

    def some(self):
        """One to three terms, as arguments of the command, and what all of them find."""
        terms = [self.term() for _ in range(self.chance.choice((1, 1, 2, 2, 3)))]
        return [text for text, _ in terms], lambda event: all(finds(event) for _, finds in terms)

    def term(self):
        make = self.chance.choice((self.by_key, self.by_key, self.by_key, self.by_member))
        text, finds = make()
        if self.chance.random() < 0.3:
            return f"-{text}", lambda event: not finds(event)
        return text, finds

    def by_key(self):
        """A key that figures have, too: one value or several of those that stand somewhere."""
        key = self.chance.choice((
            "country", "year", "type", "format", "involvement", "about", "topic", "language",
            "source", "status", "series"))
        there = sorted({str(value) for event in self.events
                        for value in self.folder.values(event, key) if value is not None})
        # A code that is in no list is refused as a value.
        there = [value for value in there if not set(value) & set(',"')
                 and value not in damaging.UNLISTED]
        if key == "source":
            # A planned event has no number of its own kind.
            there = [value for value in there if value != "notKnown"]
        if not there:
            return self.by_member()
        wanted = self.chance.sample(there, min(len(there), self.chance.choice((1, 1, 2, 3))))
        return f"{key}:{','.join(wanted)}", lambda event: any(
            self.is_value(key, str(value), wanted) for value in self.folder.values(event, key))

    def is_value(self, key, value, wanted):
        # UNSAID: a language finds its regional forms, too.
        return value in wanted or (
            key == "language" and any(value.startswith(f"{tag}-") for tag in wanted))

    def by_member(self):
        return self.chance.choice((
            self.confidentiality, self.day, self.day, self.said, self.there, self.history))()

    def confidentiality(self):
        wanted = self.chance.choice(("open", "chathamHouse"))
        return (f"confidentiality:{wanted}",
                lambda event: event.get("confidentiality") == wanted)

    def day(self):
        """UNSAID: an event of which only the year or month is known begins on its first day, and
        lies before a day with its last one."""
        year = self.chance.choice(("2023", "2024"))
        date = self.chance.choice((year, f"{year}-0{self.chance.randrange(1, 10)}"))
        first = first_day(date)
        if self.chance.random() < 0.5:
            return (f"before:{date}",
                    lambda event: "start" in event and last_day(event["start"]) < first)
        return (f"after:{date}",
                lambda event: "start" in event and first_day(event["start"]) >= first)

    def said(self):
        """Events at which somebody said so, with a number that figures count."""
        community = self.chance.choice(self.declared.communities)

        def finds(event):
            kind, numbers = self.declared.answer(event, community)
            return kind == "asked" and numbers["count"] > 0
        return f"declared:{community}", finds

    def there(self):
        what = self.chance.choice(("testimonies", "actions"))
        found = {"testimonies": self.folder.testimonies_at,
                 "actions": lambda event: self.folder.actions_of[event["id"]]}[what]
        return f"has:{what}", lambda event: bool(found(event))

    def history(self):
        return ("closeout:beforeHeard",
                lambda event: event.get("beforeHeard", False) and event["status"] == "held")


def first_day(date):
    return (date[:10] + "-01-01")[:10] if len(date) < 10 else date[:10]


def last_day(date):
    """The last day, or a text behind it, of a date that may be a month or a year."""
    return date[:10] + "-99-99"[len(date[:10]) - 4:]
