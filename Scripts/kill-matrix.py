#!/usr/bin/env python3
"""Ends Heard while something that was done is not on disk, in every way, and looks what the next start makes of it.

Usage: Scripts/kill-matrix.py PATH-OF-HEARD [PART-OF-A-NAME]        (as root, on Linux)

Each run opens a small programme, takes the way to the disk away, does one thing at the screen, ends the program, gives the
way back, and starts it again. What was done must be in the folder then, or be offered on Home: what gives consent, approves
or opens is never done by itself.
"""
import fcntl
import json
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

heard = os.path.abspath(sys.argv[1])
only = sys.argv[2] if len(sys.argv) > 2 else ""
work = tempfile.mkdtemp(prefix="heard-matrix-")
EVENT, OTHER, TOLD = "2024-11-30-br-recife-aaaa", "2024-05-28-fr-lyon-4k7q", "t-lyon000001"
THIRD = "2024-11-29-fr-lille-bbbb"
CAUSES = ["full", "held", "readonly", "fsync"]
ENDS = ["HUP", "TERM", "closed", "KILL"]


def consent(purposes):
    return {"id": "c-lyon000001", "naming": "none", "entries": [
        {"id": f"e-{n}", "purpose": purpose, "state": "given", "at": "2024-05-28T10:00:00Z"}
        for n, purpose in enumerate(purposes)]}


def programme(folder):
    os.makedirs(f"{folder}/events")
    os.makedirs(f"{folder}/testimonies")

    def put(name, value):
        with open(f"{folder}/{name}", "w") as file:
            json.dump(value, file)

    put("heard.json", {"format": 2, "id": "matrix", "name": "Invented programme"})
    for id, title, place in [
            (EVENT, "Roda de escuta", "Recife"), (THIRD, "Café", "Lille"), (OTHER, "Dialogue", "Lyon")]:
        put(f"events/{id}.json", {
            "confidentiality": "open", "country": "FR", "format": "inPerson", "id": id, "involvement": "organised",
            "place": place, "start": id[:10], "status": "held", "title": title, "type": "dialogue"})
    put(f"testimonies/{OTHER}.json", {"id": OTHER, "testimonies": [{
        "id": TOLD, "language": "fr", "text": "On ne m'a pas écoutée", "textKind": "verbatim",
        "speaksFor": "oneself", "type": "experience", "polarity": "concern", "stage": "draft", "triage": "none",
        "consent": consent(["record", "learn", "publish"])}]})


def read(path):
    try:
        with open(path) as file:
            return json.load(file)
    except FileNotFoundError:
        return {}


def testimony(folder):
    all = read(f"{folder}/testimonies/{OTHER}.json").get("testimonies", [])
    return next((it for it in all if it["id"] == TOLD), {})


def events(folder):
    return [read(f"{folder}/events/{name}") for name in os.listdir(f"{folder}/events") if name.endswith(".json")]


# What is done: where, which keys, and whether the folder holds it.
THINGS = {
    "form": ("home", ["N", "Typed", "\x13"], lambda f: any(e.get("title") == "Typed" for e in events(f))),
    "door": (f"event/{EVENT}", ["c", *"++++++++++++"],
             lambda f: attended(read(f"{f}/events/{EVENT}.json")) == 12),
    "status": (f"event/{EVENT}", ["m", "4"],
               lambda f: read(f"{f}/events/{EVENT}.json").get("status") not in ["held", None]),
    "bulk": ("events", ["*", "m", "4", "\r"], lambda f: all(
        read(f"{f}/events/{id}.json").get("status") == "cancelled" for id in [EVENT, THIRD])),
    "quote": (f"testimony/{TOLD}", ["Q", "\x13"], lambda f: bool(testimony(f).get("quotes"))),
    "consent": (f"testimony/{TOLD}", ["W", "2", "2"], lambda f: any(
        entry["state"] == "withdrawn" for entry in testimony(f).get("consent", {}).get("entries", []))),
}


def attended(event):
    attendance = event.get("attendance", {})
    if attendance.get("counts"):
        return sum(row.get("added", {}).get("total", 0) - row.get("taken", {}).get("total", 0)
                   for row in attendance["counts"])
    return attendance.get("total")


class Terminal:
    """The program in a terminal of its own; what it draws is only looked through for words."""

    def __init__(self, home, folder, place, prefix=()):
        environment = {
            "HOME": home, "XDG_STATE_HOME": f"{home}/state", "XDG_CONFIG_HOME": f"{home}/config", "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color", "HEARD_NOW": "2024-12-01T09:00:00Z", "PATH": os.environ["PATH"]}
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            os.execvpe([*prefix, heard][0], [*prefix, heard, "open", folder, "--at", place], environment)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.traced = bool(prefix)
        self.seen = ""

    def look(self, quiet=0.25, most=6.0):
        """Reads until nothing is drawn for a moment."""
        end = time.monotonic() + most
        while time.monotonic() < end:
            ready, _, _ = select.select([self.master], [], [], quiet)
            if not ready:
                # What is typed before the first screen stands may be thrown away.
                if "Heard" in self.seen:
                    return
                continue
            try:
                self.seen += os.read(self.master, 65536).decode("utf8", "replace")
            except OSError:
                return

    def press(self, keys):
        os.write(self.master, keys.encode())
        self.look(quiet=0.06, most=0.5)

    def program(self):
        if not self.traced:
            return self.pid
        children = subprocess.run(["pgrep", "-P", str(self.pid)], capture_output=True, text=True).stdout.split()
        return int(children[0])

    def end(self, how):
        """Ends it; seconds that it took."""
        began = time.monotonic()
        program = self.program()
        if how == "closed":
            os.close(self.master)
        else:
            os.kill(program, getattr(signal, f"SIG{how}"))
        while time.monotonic() < began + 40:
            if how != "closed":
                self.look(quiet=0.01, most=0.02)
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                break
            time.sleep(0.01)
        else:
            os.kill(program, signal.SIGKILL)
        if how != "closed":
            os.close(self.master)
        return time.monotonic() - began


def run(cause, end, thing):
    home, disk = tempfile.mkdtemp(dir=work), tempfile.mkdtemp(dir=work)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=512k", "none", disk], check=True)
    try:
        folder = f"{disk}/programme"
        programme(folder)
        place, keys, holds = THINGS[thing]
        prefix = ()
        if cause == "fsync":
            watched = [p for name in ["", "/events", "/testimonies"] for p in ("-P", folder + name)]
            prefix = ("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync", "-e", "inject=fsync:error=EIO",
                      *watched)
        terminal = Terminal(home, folder, place, prefix)
        terminal.look()
        holder = None
        if cause == "full":
            with open(f"{disk}/fill", "wb", buffering=0) as fill:
                try:
                    while True:
                        fill.write(bytes(4096))
                except OSError:
                    pass
        if cause == "held":
            holder = os.open(folder, os.O_RDONLY)
            fcntl.flock(holder, fcntl.LOCK_EX)
        if cause == "readonly":
            subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        for key in keys:
            terminal.press(key)
        terminal.look(quiet=0.3, most=1)
        seconds = terminal.end(end)
        was = holds(folder)
        if cause == "full":
            os.remove(f"{disk}/fill")
        if holder is not None:
            os.close(holder)
        if cause == "readonly":
            subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        again = Terminal(home, folder, "home")
        again.look(quiet=0.6)
        is_there = holds(folder)
        is_offered = "Not saved when" in re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", " ", again.seen)
        again.end("TERM")
        outcome = "there" if is_there else "offered" if is_offered else "LOST"
        return outcome, seconds, was
    finally:
        subprocess.run(["umount", "-l", disk])


def main():
    figures, slowest, lost = {}, 0.0, []
    for cause in CAUSES:
        for end in ENDS:
            for thing in THINGS:
                name = f"{cause} {end} {thing}"
                if only not in name:
                    continue
                outcome, seconds, was = run(cause, end, thing)
                figures[outcome] = figures.get(outcome, 0) + 1
                slowest = max(slowest, seconds)
                if outcome == "LOST":
                    lost.append(name)
                print(f"{name:24} {outcome:8} ended in {seconds:4.2f} s{'  (on disk before the end)' if was else ''}",
                      flush=True)
    print(f"{sum(figures.values())} runs: {figures}; the slowest end took {slowest:.2f} s")
    shutil.rmtree(work, ignore_errors=True)
    sys.exit(1 if lost or slowest > 1.5 else 0)


main()
