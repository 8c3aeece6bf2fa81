#!/usr/bin/env python3
"""Cuts the power of a disk while Heard saves, again and again, and looks for what was lost.

Usage: Scripts/power-cut.py PATH-OF-HEARD [CUTS] [SEED]        (as root, on Linux)

The disk is a file, mounted as ext4. A cut is the ioctl with which a kernel stops a file system at
once, without writing out its log: what was not brought to disk is gone. One program edits an event
and adds others meanwhile, and at every fourth cut imports a sheet; what it was told is saved is noted
outside that disk. After each cut the disk is mounted anew: every noted save must be there, no file may
be torn, the programme opens, and the sheet imported again adds what is not there and nothing twice.
"""
import atexit
import csv
import datetime
import fcntl
import json
import os
import random
import struct
import subprocess
import sys
import tempfile
import threading
import time

SHUTDOWN = 0x8004587D
WITHOUT_ITS_LOG = 2

heard = os.path.abspath(sys.argv[1])
cuts = int(sys.argv[2]) if len(sys.argv) > 2 else 200
seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 32)
chance = random.Random(seed)
work = tempfile.mkdtemp(prefix="heard-power-")
disk, mount = f"{work}/disk", f"{work}/mount"
programme = f"{mount}/programme"
environment = dict(
    os.environ, LC_ALL="C.UTF-8", XDG_STATE_HOME=f"{work}/state", XDG_CONFIG_HOME=f"{work}/config",
    HEARD_PROGRAMME=programme)


def run(*arguments):
    return subprocess.run(arguments, env=environment, capture_output=True, text=True)


def must(*arguments):
    done = run(*arguments)
    if done.returncode != 0:
        sys.exit(f"{' '.join(arguments)}: {done.stderr or done.stdout}")
    return done.stdout.strip()


class Writer(threading.Thread):
    """Saves until the disk is gone; knows what it was told is on disk, and what it tried last."""

    def __init__(self, event, count):
        super().__init__()
        self.event, self.saved, self.tried, self.added = event, count, count, []

    def run(self):
        while True:
            self.tried += 1
            done = run(heard, "edit", self.event, "--set", f"attendance={self.tried}")
            if done.returncode != 0:
                return
            self.saved = self.tried
            if self.tried % 3 == 0:
                done = run(heard, "add", "event", "--title", f"Evening {self.tried}")
                if done.returncode != 0:
                    return
                self.added.append(done.stdout.strip())


class Import(threading.Thread):
    """Imports one sheet; knows which ids it was told are on disk."""

    ROWS = 60

    def __init__(self, number):
        super().__init__()
        self.sheet, self.told = f"{work}/sheet-{number}.csv", []
        self.rows = {f"Sheet {number}, row {row}": 5 + row for row in range(self.ROWS)}
        # A day for each row: what looks like an event that is there is not imported unasked.
        last = datetime.date(2024, 5, 1) - datetime.timedelta(days=number * self.ROWS)
        with open(self.sheet, "w", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["Title", "Date", "Country", "Attendance", "Source", "Status"])
            rows.writerows(
                [title, last - datetime.timedelta(days=count), "FR", count, "counted", "held"]
                for title, count in self.rows.items())

    def run(self):
        done = run(heard, "import", "events", self.sheet)
        # What stands in its answer was told, also where the import as a whole failed.
        self.told = done.stdout.split()

    def lost(self, found):
        """What the disk does not hold as it was told, and what the same sheet does to it then."""
        lost = [f"{id} was imported and is not there" for id in self.told if id not in found]
        own = [event for event in found.values() if event["title"] in self.rows]
        lost += [f"{event['id']} is not as its row" for event in own if not self.is_whole(event)]
        must(heard, "import", "events", self.sheet)
        after = [event for event in events().values() if event["title"] in self.rows]
        whole = {event["title"] for event in after if self.is_whole(event)}
        if len(after) != self.ROWS or len(whole) != self.ROWS:
            lost.append(f"imported again, {len(after)} events stand for {self.ROWS} rows")
        return len(own), lost

    def is_whole(self, event):
        count = self.rows[event["title"]]
        return (event["attendances"], event["attendanceSource"]) == (count, "counted")


def events():
    return {row["id"]: row for row in json.loads(must(heard, "list", "events", "--format", "json"))}


def cut():
    folder = os.open(mount, os.O_RDONLY)
    try:
        fcntl.ioctl(folder, SHUTDOWN, struct.pack("I", WITHOUT_ITS_LOG))
    finally:
        os.close(folder)


def unmount():
    for _ in range(100):
        if run("umount", mount).returncode == 0:
            return
        time.sleep(0.02)
    sys.exit("the disk is still in use")


os.mkdir(mount)
with open(disk, "wb") as file:
    file.truncate(256 << 20)
must("mkfs.ext4", "-q", disk)
must("mount", "-o", "loop", disk, mount)
atexit.register(run, "umount", "-q", mount)
must(heard, "new", programme, "--name", "Power cuts")
event = must(
    heard, "add", "event", "--title", "Counted", "--status", "held", "--attendance", "1",
    "--source", "counted")
# How long an import takes here, so that the power fails in the middle of most.
began, whole = time.monotonic(), Import(0)
whole.run()
length = time.monotonic() - began
print(f"{cuts} cuts on ext4, seed {seed}; an import of {Import.ROWS} rows takes {length:.2f} s")
count, known, saves, lost, imports = 1, {event, *whole.told}, 0, [], []
for number in range(1, cuts + 1):
    writer = Writer(event, count) if number % 4 else Import(number)
    writer.start()
    time.sleep(chance.uniform(0.02, 0.6) if number % 4 else chance.uniform(0.2, 2) * length)
    cut()
    writer.join()
    unmount()
    must("mount", "-o", "loop", disk, mount)
    found = events()
    there = found.get(event, {}).get("attendances") or 0
    least, most = count, count
    if number % 4:
        least, most = writer.saved, writer.tried
        saves += writer.saved - count + len(writer.added)
        known.update(writer.added)
    if not least <= there <= most:
        lost.append(f"cut {number}: {least} was saved, {there} is there")
    lost += [f"cut {number}: {id} was saved and is not there" for id in known - found.keys()]
    # H702 is what a cut-off save left beside a file; the next sitting takes it away. H801 and its like
    # tell that the disk holds another state than the last that was tried, which is what a cut does.
    faults = [line for line in run(heard, "check").stdout.splitlines() if "events/" in line]
    lost += [f"cut {number}: {line}" for line in faults if "H702" not in line and ": H80" not in line]
    if not number % 4:
        rows, faults = writer.lost(found)
        imports.append((len(writer.told), rows))
        lost += [f"cut {number}: {fault}" for fault in faults]
    must(heard, "open", "--plain", programme)
    count = max(there, least)
    known = set(events())
unmount()
subprocess.run(["rm", "-rf", work], check=False)
print(f"{saves} saves and {sum(told for told, _ in imports)} imported rows were told to be on disk")
in_part = sum(0 < rows < Import.ROWS for _, rows in imports)
whole = sum(told == Import.ROWS for told, _ in imports)
print(f"{len(imports)} imports: {whole} told whole, {in_part} in part on the disk")
print(f"lost or torn: {len(lost)}")
for line in lost[:20]:
    print(f"  {line}")
sys.exit(1 if lost else 0)
