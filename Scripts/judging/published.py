"""What the programme has published beside what is logged in the same time and countries."""
from . import counting
from .filtering import first_day, last_day

OWN = ("organised", "coOrganised")


def compared(folder):
    """The parts of `published` in `heard figures --format json`; nothing where none is published."""
    told = folder.settings.get("published")
    if not told:
        return None
    parts = {"logged": [], "onlyPublished": [], "outside": [], "uncertain": []}
    for event in folder.counted_events():
        parts[part(folder, event, told)].append(event)
    found = {name: counts(folder, events) for name, events in parts.items()}
    whose = [event.get("involvement") for event in parts["logged"]]
    found.update(
        organised=sum(one in OWN for one in whose), tookPart=whose.count("participated"),
        involvementNotKnown=whose.count(None))
    return found


def part(folder, event, told):
    """Where an event belongs; a date that is known in part lies inside with the whole of it."""
    if event.get("provenance", {}).get("kind") == "published":
        return "onlyPublished"
    first, last = told.get("from"), told.get("to")
    first, last = first_day(first) if first else "", last_day(last) if last else "9999"
    country, start = event.get("country"), event.get("start")
    countries = folder.settings.get("countries", [])
    other = country and countries and country not in countries
    if other or (start and (last_day(start) < first or first_day(start) > last)):
        return "outside"
    # UNSAID: whether an event is uncertain where the publication tells no period.
    known = start and first_day(start) >= first and last_day(start) <= last
    return "logged" if country and known else "uncertain"


def counts(folder, events):
    """Here what is not there is 0, and not null as in the rows."""
    cell = folder.cell(events)
    names = ("events", "attendances", "notKnown", *counting.SOURCES)
    return {name: cell[name] or 0 for name in names}
