"""Makes a recipe smaller while the program and the rules still differ in it."""
import copy
import os
import shutil
import tempfile

from . import programmes, verdicts

ALWAYS = ("heard.json", "team.json")
# Without these a file cannot be read at all, which is another difference.
REQUIRED = {
    "id", "purpose", "state", "at", "language", "status", "speaksFor", "type", "polarity", "stage",
    "triage", "kind", "naming", "country", "otherwise", "ageBands", "testimonies", "version"}


class Recipe:
    """One testimony of which the two differ, and whatever of the folder that takes."""

    def __init__(self, machine, files, difference, now):
        self.machine, self.difference, self.now = machine, difference, now
        self.files = self.alone(files)

    def alone(self, files):
        """The one testimony with its event, and what holds for all."""
        kept = {}
        for name, content in files.items():
            if name.startswith("testimonies/"):
                said = [t for t in content["testimonies"] if t["id"] == self.difference.id]
                if not said:
                    continue
                kept[name] = {"id": content["id"], "testimonies": said}
                event, mark = f"events/{content['id']}.json", said[0].get("consent", {}).get("id")
                for other in (event, f"withdrawn/{mark}.json"):
                    if other in files:
                        kept[other] = files[other]
            elif not name.startswith(("events/", "withdrawn/")):
                kept[name] = content
        return copy.deepcopy(kept)

    def differs(self, files):
        folder = tempfile.mkdtemp(prefix="recipe-", dir=self.machine.home)
        programmes.write(folder, files)
        verdict = verdicts.Verdicts(self.machine, folder, verdicts.programme(files, self.now))
        name = str(self.difference)
        shows = "filter" not in name
        try:
            verdict.compare(self.difference.reader, shows=shows, only=name)
        except (KeyError, TypeError, StopIteration):
            return False
        finally:
            shutil.rmtree(folder)
        return any(found.name() == self.difference.name() for found in verdict.differences)

    def smallest(self):
        if not self.differs(self.files):
            return None
        # What is large goes first; of a list the last first, so that places before it stay.
        for path in sorted(reversed(list(self.parts(self.files))), key=len):
            tried = copy.deepcopy(self.files)
            if self.take_out(tried, path) and self.differs(tried):
                self.files = tried
        return {name: content for name, content in self.files.items() if name not in ALWAYS}

    def parts(self, value, path=()):
        members = enumerate(value) if isinstance(value, list) else value.items()
        for name, member in members:
            if path or name not in ALWAYS:
                yield path + (name,)
            if isinstance(member, (dict, list)) and (path or name not in ALWAYS):
                yield from self.parts(member, path + (name,))

    def take_out(self, files, path):
        holder = files
        try:
            for step in path[:-1]:
                holder = holder[step]
            holder[path[-1]]
        except (KeyError, IndexError):
            return False
        if isinstance(holder, dict) and path[-1] in REQUIRED:
            return False
        del holder[path[-1]]
        return True


class Smallest:
    """Takes parts out of files, by halves first, while something still holds of what is left."""

    def __init__(self, holds, most=200):
        self.holds, self.left = holds, most

    def of(self, files):
        files = {name: content for name, content in files.items() if name not in ALWAYS}
        return self.smaller(copy.deepcopy(files), lambda value: value)

    def smaller(self, value, whole):
        """`whole` puts what this part would be into its place in the files."""
        value = self.fewer(value, whole)
        for name in list(value) if isinstance(value, dict) else range(len(value)):
            if isinstance(value[name], (dict, list)):
                value[name] = self.smaller(
                    value[name], lambda part, name=name: whole(self.put(value, name, part)))
        return value

    def put(self, value, name, part):
        changed = copy.copy(value)
        changed[name] = part
        return changed

    def fewer(self, value, whole):
        size = max(1, len(value) // 2)
        while size and value:
            names = [name for name in value if name not in REQUIRED] \
                if isinstance(value, dict) else list(range(len(value)))
            for start in range(0, len(names), size):
                tried = self.without(value, names[start:start + size])
                if self.still_holds(whole(tried)):
                    return self.fewer(tried, whole)
            size //= 2
        return value

    def without(self, value, names):
        if isinstance(value, dict):
            return {name: part for name, part in value.items() if name not in names}
        return [part for place, part in enumerate(value) if place not in names]

    def still_holds(self, files):
        self.left -= 1
        return self.left >= 0 and self.holds(files)
