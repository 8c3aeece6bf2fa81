#!/usr/bin/env python3
"""Cuts the power of a disk while Heard saves, again and again, and looks for what was lost.

Usage: Scripts/power-cut.py PATH-OF-HEARD [CUTS] [SEED]        (as root, on Linux)

The disk is a file, mounted as ext4. A cut is the ioctl with which a kernel stops a file system at
once, without writing out its log: what was not brought to disk is gone. One program edits an event
and adds others meanwhile; what it was told is saved is noted outside that disk. After each cut the
disk is mounted anew: every noted save must be there, and no file may be torn.
"""
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
must(heard, "new", programme, "--name", "Power cuts")
event = must(
    heard, "add", "event", "--title", "Counted", "--status", "held", "--attendance", "1",
    "--source", "counted")
print(f"{cuts} cuts on ext4, seed {seed}")
count, known, saves, lost = 1, {event}, 0, []
for number in range(1, cuts + 1):
    writer = Writer(event, count)
    writer.start()
    time.sleep(chance.uniform(0.02, 0.6))
    cut()
    writer.join()
    unmount()
    must("mount", "-o", "loop", disk, mount)
    saves += writer.saved - count + len(writer.added)
    known.update(writer.added)
    found = {row["id"]: row for row in json.loads(must(heard, "list", "events", "--format", "json"))}
    there = found.get(event, {}).get("attendances") or 0
    if not writer.saved <= there <= writer.tried:
        lost.append(f"cut {number}: {writer.saved} was saved, {there} is there")
    lost += [f"cut {number}: {id} was saved and is not there" for id in known - found.keys()]
    # H702 is what a cut-off save left beside a file; the next sitting takes it away. H801 and its like
    # tell that the disk holds another state than the last that was tried, which is what a cut does.
    faults = [line for line in run(heard, "check").stdout.splitlines() if "events/" in line]
    lost += [f"cut {number}: {line}" for line in faults if "H702" not in line and ": H80" not in line]
    count = max(there, writer.saved)
    known = set(found)
unmount()
subprocess.run(["rm", "-rf", work], check=False)
print(f"{saves} saves were told to be on disk; lost or torn: {len(lost)}")
for line in lost[:20]:
    print(f"  {line}")
sys.exit(1 if lost else 0)
