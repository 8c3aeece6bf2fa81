"""How what was measured is printed: ours / theirs beside the milliseconds, and what is too much."""
import resource

too_much = []  # The names of the rows that are over their limits.
# Milliseconds of the yardsticks on the reference machine, for which the goals are set
# (docs/performance.md): an AMD EPYC with 2 cores, 1 December 2026.
REFERENCE = {
    "jq -n, start to end": 17, "jq -n": 16, "load, start to end": 4000, "load": 3900, "jq": 16}


class Yardstick:
    """Work of another program in the same run, in which limits are told.

    A goal in milliseconds fails on a slow machine and says nothing on a fast one. It becomes the
    part that it was of the yardstick on the reference machine.
    """

    def __init__(self, name, milliseconds):
        self.name, self.milliseconds = name, milliseconds

    def limit(self, goal):
        return goal / REFERENCE[self.name]


def head(text):
    print(f"\n{text}\n{'':<50}{'ms':>10}{'MB':>6}  ours / theirs")


def part(text):
    print(f"\n{text}")


def line(name, milliseconds, memory=None, theirs=None, goal=None, most=None):
    """A row; the limit is a goal in milliseconds on the reference machine, or a ratio itself."""
    text = f"{name:<50}{milliseconds:>10,.1f}{megabytes(memory) if memory else '':>6}"
    if theirs:
        ratio = milliseconds / theirs.milliseconds
        text += f"{ratio:>9.3f} {theirs.name.split(',')[0]}"
        limit = theirs.limit(goal) if goal else most
        if limit:
            text = f"{text:<86}limit {limit:.3f}" + (f" ({goal:,} ms)" if goal else "")
            text += over(name, ratio > limit)
    print(text.rstrip(), flush=True)


def value(name, number, unit, limit=None):
    """A row of something that no peer has, or that is counted."""
    text = f"{name:<50}{number:>10,.1f} {unit}"
    if limit is not None:
        text = f"{text:<86}limit {limit:g} {unit}" + over(name, number > limit)
    print(text, flush=True)


def over(name, is_over):
    if is_over:
        too_much.append(name.strip())
    return "  OVER" if is_over else ""


def megabytes(memory):
    """The kernel counts for a program what this one held as it started it: less is not known."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"<{own:.0f}" if memory < own * 1.05 else f"{memory:,.0f}"
