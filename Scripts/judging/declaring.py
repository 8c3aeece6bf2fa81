"""What people said of themselves, by question: the rules of docs/file-format.md a second time."""
from . import counting

# UNSAID: the documents do not tell what Heard brings for a country. These are the rules as the
# program brings them: what holds for a trait that is not listed, and those that are.
BUILT_IN = {
    "AU": ("selfIdentify", {"ethnicMinorities": "standardList"}),
    "BR": ("selfIdentify", {"ethnicMinorities": "standardList"}),
    "CA": ("selfIdentify", {"ethnicMinorities": "standardList"}),
    "DE": ("tallyOnly", {"ethnicMinorities": "off"}),
    "ES": ("tallyOnly", {}),
    "FR": ("tallyOnly", {"ethnicMinorities": "off", "indigenous": "off"}),
    "GB": ("selfIdentify", {"ethnicMinorities": "standardList"}),
    "JP": ("selfIdentify", {
        "ethnicMinorities": "tallyOnly", "lgbtq": "tallyOnly", "indigenous": "tallyOnly"}),
    "MX": ("selfIdentify", {}),
    "US": ("selfIdentify", {"ethnicMinorities": "standardList"}),
}
# Also of an event of no country.
ELSEWHERE = ("tallyOnly", {})
ON_PERSON = ("selfIdentify", "standardList")


class Declared:
    """The answers of the events of one folder."""

    def __init__(self, folder):
        self.folder = folder
        entries = folder.entries("communities")
        own = {entry["id"]: entry for entry in entries}
        named = counting.COMMUNITIES + tuple(
            id for id in own if id not in counting.COMMUNITIES)
        # UNSAID: those that are offered have a row; one that is retired or was merged has none of
        # its own, and one that stands in no list has one where somebody said so.
        self.communities = [
            id for id in named
            if not own.get(id, {}).get("retired") and not own.get(id, {}).get("replacedBy")]

    def current(self, code):
        return self.folder.current("communities", code)

    # Whether it may be asked

    def rule(self, event, code):
        # UNSAID: a profile in the folder takes the place of the one that Heard brings as a whole.
        country = event.get("country")
        profile = self.folder.consent.profiles.get(country)
        if profile is not None:
            return profile.get("traits", {}).get(code, profile["otherwise"])
        otherwise, traits = BUILT_IN.get(country, ELSEWHERE)
        return traits.get(code, otherwise)

    def codes(self, community):
        """The community, and the codes that were merged into it."""
        merged = self.folder.merged("communities")
        return [community] + [code for code in merged
                              if code != community and self.current(code) == community]

    def is_forbidden(self, event, community):
        return any(self.rule(event, code) == "off" for code in self.codes(community))

    # What one event knows

    def has_slips(self, event):
        declared = event.get("attendance", {}).get("declared", {})
        return any(name in declared for name in ("asked", "answered")) \
            or bool(declared.get("communities")) \
            or any(numbers_above_0(entry) for entry in declared.get("questions", []))

    def asked_people(self, event):
        """Those of the list who were asked about being counted."""
        consent = self.folder.consent
        return [person for person in self.folder.attended(event)
                if consent.state(person.get("consent"), "count") != "notAsked"]

    def base_people(self, event):
        """Those whose yes opens the count, by its evidence."""
        consent = self.folder.consent
        return [person for person in self.asked_people(event)
                if consent.state(person["consent"], "count") == "given"
                and consent.has_evidence(person, event, "count")]

    def answer(self, event, community):
        """What is known of the question at the event: a kind, and its numbers."""
        slips = self.has_slips(event)
        people = [] if slips else self.asked_people(event)
        if not slips and not people:
            return None, {}
        declared = event.get("attendance", {}).get("declared", {})
        codes = self.codes(community)
        if self.is_forbidden(event, community):
            return "forbidden", {}
        entries = [entry for entry in declared.get("questions", []) if entry["id"] in codes]
        if slips:
            return self.on_slips(declared, codes, entries)
        return self.on_list(event, codes, community, entries)

    def on_slips(self, declared, codes, entries):
        total = [declared["communities"][code] for code in codes
                 if code in declared.get("communities", {})]
        whole = sum(total) if total else None
        answered = declared.get("answered")
        not_known = "notKnown", {"answers": answered}
        # UNSAID: of several codes that were merged the numbers add up, and an entry without any
        # says nothing beside others; a number that stands beside an `asked` of 0 says that it was
        # asked.
        entries = [entry for entry in entries if numbers(entry)] or entries
        count = sum(entry.get("counts", {}).get(code, 0) for entry in entries for code in codes)
        if entries and not (whole or 0) > count:
            base = [entry.get("answered", answered) for entry in entries]
            asked = [entry.get("asked", declared.get("asked")) for entry in entries]
            none = [entry.get("none") for entry in entries]
            if not count and all(number == 0 for number in asked):
                return "notAsked", {}
            if None in base:
                return not_known
            return "asked", {
                "count": count, "answers": sum(base), "asked": added(asked),
                "none": added(none), "slips": True}
        if whole is None and declared.get("asked") == 0:
            return "notAsked", {}
        if whole is None or answered is None:
            return not_known
        return "asked", {
            "count": whole, "answers": answered, "asked": declared.get("asked"), "none": None,
            "slips": True}

    def on_list(self, event, codes, community, entries):
        if self.rule(event, community) not in ON_PERSON:
            return "notAsked", {}
        base = self.base_people(event)
        count = sum(1 for person in base if set(person.get("communities", [])) & set(codes))
        if any(entry.get("asked") == 0 for entry in entries):
            return "notAsked", {}
        if not count and not entries:
            return "notKnown", {"answers": len(base)}
        return "asked", {
            "count": count, "answers": len(base), "asked": len(self.asked_people(event)),
            "none": None, "slips": False}

    # What a row of figures comes to

    def cell(self, events, community):
        found = {"asked": [], "notKnown": [], "notAsked": [], "forbidden": []}
        held = [event for event in events if event["status"] == "held"]
        for event in held:
            kind, told = self.answer(event, community)
            if kind:
                found[kind].append(told)
        asked, count = found["asked"], sum(told["count"] for told in found["asked"])
        slips = sum(told["count"] for told in asked if told["slips"])
        answers = sum(told["answers"] for told in asked)
        cell = dict.fromkeys(
            ("declared", "answers", "share", "asked", "noneApplies", "onSlips", "onLists"))
        if asked:
            cell.update(
                declared=count, answers=answers, onSlips=slips, onLists=count - slips,
                share=count / answers * 100 if answers else None,
                asked=added(told["asked"] for told in asked),
                noneApplies=added(told["none"] for told in asked))
        cell.update(
            known=self.known(found, count, held and all(
                self.is_forbidden(event, community) for event in held)), small=1 <= count <= 7, events=len(asked),
            notKnownEvents=len(found["notKnown"]),
            # UNSAID: null where one of them does not tell how many answered.
            notKnownAnswers=added(told["answers"] for told in found["notKnown"]),
            notAskedEvents=len(found["notAsked"]), forbiddenEvents=len(found["forbidden"]))
        return cell

    def known(self, found, count, forbidden):
        if found["asked"]:
            return "number" if count else "nobody"
        # UNSAID: `forbidden` is told where no event of the row may ask, also where nothing was
        # declared; and which is told where events of several kinds stand in one row.
        if found["notKnown"]:
            return "notKnown"
        return "forbidden" if forbidden else "neverAsked"

    def figures(self, by=(), found=lambda event: True):
        events = self.folder.counted_events(by, found)
        groups = self.folder.groups(events, by)
        communities = self.communities + self.others()
        return {values: {community: self.cell(group, community) for community in communities}
                for values, group in groups.items()}

    def others(self):
        """Communities of no list for which something stands at one of all events."""
        there = set()
        for event in self.folder.counted_events():
            declared = event.get("attendance", {}).get("declared", {})
            there |= set(declared.get("communities", {}))
            for entry in declared.get("questions", []):
                if numbers_above_0(entry) and entry["id"] != "ageBands":
                    there |= {entry["id"], *entry.get("counts", {})}
            if not self.has_slips(event):
                for person in self.base_people(event):
                    there |= set(person.get("communities", []))
        return sorted({self.current(code) for code in there} - set(self.communities))


def numbers(entry):
    own = [entry[name] for name in ("asked", "answered", "none") if name in entry]
    return own + list(entry.get("counts", {}).values())


def numbers_above_0(entry):
    return any(number > 0 for number in numbers(entry))


def added(numbers):
    """The sum; nothing where one of them is not known."""
    numbers = list(numbers)
    return None if None in numbers else sum(numbers)
