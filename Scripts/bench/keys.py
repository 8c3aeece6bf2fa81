"""What keys of the large programme cost, in sittings of which each begins anew."""
import json
import os
import shutil
import statistics

from terminal import Terminal

OPENING, MEMORY = "opening, until nothing more is reckoned", "memory at its most, after all these keys"
KEY, FIRST = 30, 100
LISTS = ("2", "Events"), ("3", "Testimonies"), ("4", "Actions"), ("6", "People")
OTHERS = ("5", "Figures"), ("0", "Calendar"), ("1", "Home")
FINDING = ("\x10", "Ctrl-P"),
ROWS = [
    (OPENING, 1000),
    *[(f"{name}, for the first time", FIRST) for _, name in LISTS + OTHERS[:2] + FINDING],
    *[(f"{name}, again", KEY) for _, name in LISTS + OTHERS + FINDING],
    ("a step down in Events", KEY), ("a step down in People", KEY),
    ("sorting Events, the slowest order", KEY),
    *[(f"filter of {name}, {which} letter", KEY) for name in ("Events", "Testimonies", "People")
      for which in ("first", "a further")],
    ("Ctrl-P, first letter", KEY), ("Ctrl-P, a further letter", KEY),
    ("+ at the door, with its save", KEY), ("u at the door, with its save", KEY),
    ("a file that others change", KEY),
    (MEMORY, 200)]
WORDS = {"Events": "lyon", "Testimonies": "doc", "People": "ann"}


def first_opening(heard, folder, environment):
    """What the first opening on a machine costs: it notes how every file stands."""
    terminal = Terminal([heard, folder], environment)
    terminal.settle()
    spent = terminal.spent()
    terminal.close()
    return spent


def sitting(heard, folder, environment, home):
    """The cost of every row of the table, in milliseconds of processor time.

    Each begins with what the first opening left, so that none goes on where another stopped.
    """
    state = os.path.join(home, "sitting")
    shutil.rmtree(state, ignore_errors=True)
    shutil.copytree(environment["XDG_STATE_HOME"], state)
    terminal = Terminal([heard, folder], environment, XDG_STATE_HOME=state)
    terminal.settle()
    costs = {OPENING: terminal.spent()}
    sections(terminal, costs)
    lists(terminal, costs)
    writes(terminal, costs, folder)
    costs[MEMORY] = terminal.memory()
    terminal.close()
    return costs


def sections(terminal, costs):
    for key, name in LISTS + OTHERS:
        costs[f"{name}, for the first time"], = terminal.type(key)
    for key, name in LISTS + OTHERS:
        costs[f"{name}, again"], = terminal.type(key)


def lists(terminal, costs):
    for key, name in LISTS:
        terminal.type(key)
        if name in ("Events", "People"):
            costs[f"a step down in {name}"] = statistics.median(terminal.type(*"j" * 10, quiet=0.1))
        if name == "Events":
            costs["sorting Events, the slowest order"] = max(terminal.type(*"s" * 6))
        if name in WORDS:
            terminal.type("/")
            first, *further = terminal.type(*WORDS[name])
            costs[f"filter of {name}, first letter"] = first
            costs[f"filter of {name}, a further letter"] = max(further)
            terminal.type("\x1b")
    costs["Ctrl-P, for the first time"], = terminal.type("\x10")
    costs["Ctrl-P, first letter"], *further = terminal.type(*"lyon")
    costs["Ctrl-P, a further letter"] = max(further)
    terminal.type("\x1b")
    costs["Ctrl-P, again"], = terminal.type("\x10")
    terminal.type("\x1b")


def writes(terminal, costs, folder):
    """Counting at the door of one event, taking it back, and an event that others change."""
    terminal.type("2", "/", *"lyon status:held", "\r", "c")
    before = written(folder)
    costs["+ at the door, with its save"] = statistics.median(terminal.type(*"+" * 5))
    path = written(folder)
    if path == before:
        raise SystemExit("a key that should save did not")
    costs["u at the door, with its save"] = statistics.median(terminal.type(*"u" * 5))
    # The event that is on the screen: its title stands above the number.
    with open(path[1]) as file:
        event = json.load(file)
    event["title"] = f"Others {event['title']}"
    with open(path[1] + ".tmp", "w") as file:
        json.dump(event, file, ensure_ascii=False, indent=2, sort_keys=True)
        file.write("\n")
    spent = terminal.spent()
    os.rename(path[1] + ".tmp", path[1])
    if terminal.settle() == 0:
        raise SystemExit("a file that others changed was not shown")
    costs["a file that others change"] = terminal.spent() - spent


def written(folder):
    """The event that was written last, and when."""
    with os.scandir(folder + "/events") as files:
        return max((file.stat().st_mtime_ns, file.path) for file in files)
