"""The small table: the sample programme."""
import os
import re
import select
import shutil
import statistics
import sys
import time

import peers
import processes
import programme
import table
from terminal import Terminal, first_frame

RUNS = 15
# From Home to counting at the door of one event, where every "+" is saved at once.
TO_A_COUNT = "2", "/", *"lyon status:held", "\r", "c"


def steps_and_saves(heard, folder, environment):
    """Processor time of a key, of a second without keys, and of a key that saves an event."""
    terminal = Terminal([heard, folder], environment)
    terminal.settle()
    terminal.type("2")
    before, keys = terminal.spent(), 400
    for number in range(keys):
        os.write(terminal.file, b"j" if number % 40 < 20 else b"k")
        terminal.settle(0.01)
    key = (terminal.spent() - before) / keys
    terminal.settle(3)
    before = terminal.spent()
    time.sleep(2)
    idle = (terminal.spent() - before) / 2
    terminal.type(*TO_A_COUNT[1:])
    save = statistics.median(terminal.type(*"+" * RUNS))
    terminal.close()
    return key, idle, save


def until_saved(heard, folder, environment, home):
    """What passes between a key that saves an event and the frame that says it is saved.

    strace stops the program only where it locks the folder, as a save begins, and at fsync, with
    which it ends, and notes when and for how long. Medians in milliseconds: from the key to the
    frame, from the lock to the end of the last fsync, of that the fsyncs, and the rest of it.
    """
    trace = os.path.join(home, "saves")
    terminal = Terminal([
        shutil.which("strace"), "-f", "-qq", "--seccomp-bpf", "-ttt", "-T",
        "-e", "trace=flock,fsync,fdatasync", "-o", trace, heard, folder], environment)
    terminal.settle()
    terminal.type(*TO_A_COUNT)
    keys = []
    for _ in range(RUNS * 3):
        before = last = time.time()
        os.write(terminal.file, b"+")
        # The frame of the key comes first, the one that says "saved" last.
        while select.select([terminal.file], [], [], 0.15)[0]:
            os.read(terminal.file, 65536)
            last = time.time()
        keys.append((before, last))
    terminal.close()
    # A line begins with thread and time, and ends with how long the call took, all in seconds.
    with open(trace) as file:
        calls = [(float(at), name, float(length)) for at, name, length in re.findall(
            r"^\d+ +([\d.]+) .*(flock|sync).*<([\d.]+)>$", file.read(), re.MULTILINE)]
    saves = []
    for before, last in keys:
        own = [call for call in calls if before <= call[0] <= last]
        synced = [length for _, name, length in own if name == "sync"]
        if not synced:
            sys.exit("a key that should save did not")
        saves.append((last - before, own[-1][0] + own[-1][2] - own[0][0], sum(synced)))
    whole, save, synced = ([row[n] * 1000 for row in saves] for n in range(3))
    above = [a - b for a, b in zip(save, synced)]
    return [statistics.median(times) for times in (whole, save, synced, above)]


def measure(heard, home, environment):
    folder = programme.copied(programme.SAMPLE, home)
    paths, size = programme.files(folder)
    table.head(f"sample: {size / 1e6:.2f} MB in {len(paths)} files; medians of {RUNS} runs")

    def of(*arguments, answer="/dev/null"):
        where = answer if answer == "/dev/null" else os.path.join(home, answer)
        return lambda: processes.run(arguments, folder, environment, where)

    jq, python = peers.listing(folder)
    ours = heard, "list", "events", "--programme", folder, "--format", "json"
    frame, nothing = processes.alternately(
        RUNS, lambda: first_frame(heard, folder, environment), of("jq", "-n", ".", answer="nothing"))
    listed, by_jq, by_python = processes.alternately(
        RUNS, of(*ours, answer="ours"), of(*jq, answer="jq"), of(*python, answer="python"))
    wall = table.Yardstick("jq -n, start to end", nothing.wall)
    processor = table.Yardstick("jq -n", nothing.processor)
    table.line("theirs: jq -n ., from start to end", nothing.wall, nothing.memory)
    table.line("theirs: jq -n ., processor time", nothing.processor)
    table.line("first frame, from start to end", frame.wall, frame.memory, wall, most=0.9)
    table.line("first frame, processor time", frame.processor, None, processor)
    table.value("  its memory", frame.memory, "MB", 40)
    peers.tell("list events --format json, from start to end", home, "wall", listed, by_jq, by_python)
    saved = until_saved(heard, folder, environment, home)
    key, idle, save = steps_and_saves(heard, folder, environment)
    table.line("a key to its frame, processor time", key, None, processor, goal=4)
    table.value("a second without keys, processor time", idle, "ms", 0.1)
    table.line("a key that saves an event, processor time", save, None, processor, goal=9)
    table.line("from that key to the frame that says saved", saved[0])
    table.line("  of that the save, from its lock to its last fsync", saved[1])
    table.line("    of that its waits for the disk (fsync)", saved[2])
    table.line("    the save above its fsyncs", saved[3], None, wall, goal=5)
