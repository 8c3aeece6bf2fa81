#!/usr/bin/env python3
"""Prints how the house is parted: the largest circle of files and the fullest folder.

Usage: Scripts/rooms.py [--arrows]

A file names another of its module when a type that the other declares stands in it; comments and
texts do not count. Files that name each other, directly or round about, form a circle: none of them
can be read alone. Records name each other by nature, so HeardModel is left out. Ends with 1 when a
circle has more than 15 files, a folder holds more than 60, or a room names a type of another room.
"""
import collections
import os
import re
import sys

MOST_IN_CIRCLE = 15
MOST_IN_FOLDER = 60
# Modules whose folders are rooms, which name nothing of each other; the file beside the folders is
# their door and names them all.
ROOMS = ("HeardListening", "HeardFollowUp")

here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sources = os.path.join(here, "Sources")
NOISE = re.compile(
    r'"""(?:\\.|[^\\])*?"""|#*"(?:\\.|[^"\\\n])*"#*|//[^\n]*|/\*.*?\*/', re.S)
DECLARED = re.compile(
    r"^(?:[@\w()]+ )*?(?:struct|enum|class|protocol|actor|typealias) (\w+)", re.M)
WORD = re.compile(r"\b[A-Z]\w*")


def swift_files():
    for folder, _, names in os.walk(sources):
        for name in sorted(names):
            if name.endswith(".swift"):
                yield os.path.join(folder, name)


def main():
    modules = collections.defaultdict(dict)
    for path in swift_files():
        with open(path, encoding="utf-8") as file:
            text = keep_code(file.read())
        modules[os.path.relpath(path, sources).split(os.sep)[0]][path] = text
    faults = []
    graphs = {module: arrows(files) for module, files in modules.items()}
    circles = sorted(
        ((len(circle), module, circle)
         for module, graph in graphs.items() if module != "HeardModel"
         for circle in [largest_circle(graph)]), reverse=True)
    for size, module, circle in circles[:3]:
        names = ", ".join(sorted(os.path.basename(path)[:-6] for path in circle))
        print(f"largest circle in {module}: {size} files ({names})")
        if size > MOST_IN_CIRCLE:
            faults.append(f"a circle of {size} files; the most is {MOST_IN_CIRCLE}")
    folders = collections.Counter(os.path.dirname(path) for path in swift_files())
    for folder, count in folders.most_common(1):
        print(f"fullest folder: {os.path.relpath(folder, here)} with {count} files")
        if count > MOST_IN_FOLDER:
            faults.append(f"a folder of {count} files; the most is {MOST_IN_FOLDER}")
    for module in ROOMS:
        for fault in between_rooms(module, graphs.get(module, {})):
            faults.append(fault)
    if "--arrows" in sys.argv:
        for module, graph in graphs.items():
            for path in sorted(graph):
                for other, types in sorted(graph[path].items()):
                    print(short(path), "->", short(other), " ".join(sorted(types)))
    for fault in faults:
        print("fault:", fault)
    return 1 if faults else 0


def keep_code(text):
    """The text without its comments and strings; what is interpolated into a string goes too."""
    return NOISE.sub(" ", text)


def short(path):
    return os.path.relpath(path, sources)[:-6]


def arrows(files):
    """For each file the other files whose types it names, with those types."""
    home = {}
    for path, text in files.items():
        for name in DECLARED.findall(text):
            home.setdefault(name, path)
    graph = {}
    for path, text in files.items():
        named = collections.defaultdict(set)
        for word in set(WORD.findall(text)):
            if home.get(word, path) != path:
                named[home[word]].add(word)
        graph[path] = named
    return graph


def largest_circle(graph):
    """The files of the largest strongly connected part (Tarjan's algorithm)."""
    sys.setrecursionlimit(100_000)
    number, low, stack, standing, best = {}, {}, [], set(), []

    def visit(path):
        nonlocal best
        number[path] = low[path] = len(number)
        stack.append(path)
        standing.add(path)
        for other in graph[path]:
            if other not in number:
                visit(other)
                low[path] = min(low[path], low[other])
            elif other in standing:
                low[path] = min(low[path], number[other])
        if low[path] == number[path]:
            part = []
            while True:
                last = stack.pop()
                standing.discard(last)
                part.append(last)
                if last == path:
                    break
            if len(part) > len(best):
                best = part

    for path in graph:
        if path not in number:
            visit(path)
    return best


def between_rooms(module, graph):
    """Where a room names a type of another room of the same module."""
    def room(path):
        parts = short(path).split(os.sep)
        return parts[1] if len(parts) > 2 else ""
    for path in sorted(graph):
        for other, types in sorted(graph[path].items()):
            if room(path) and room(path) != room(other):
                yield f"{short(path)} names {', '.join(sorted(types))} of {short(other)}"


if __name__ == "__main__":
    sys.exit(main())
