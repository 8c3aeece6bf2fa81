#!/usr/bin/env python3
"""Measures Heard against its limits and beside jq and python3, in one run.

Usage: Scripts/bench.py PATH-OF-HEARD

Whole processes, medians of 15 runs. Machines are noisy: compare ratios, not milliseconds. Nothing
here fails a build; a limit that is passed is marked with "OVER".
"""
import fcntl
import glob
import os
import platform
import pty
import re
import select
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

RUNS = 15
heard = os.path.abspath(sys.argv[1])
here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
work = tempfile.mkdtemp(prefix="heard-bench-")
folder = os.path.join(work, "sample")
shutil.copytree(os.path.join(here, "sample-events"), folder)
environment = dict(
    os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8", HEARD_NOW="2024-12-01T09:00:00Z",
    XDG_STATE_HOME=work + "/state", XDG_CONFIG_HOME=work + "/config")


def start(arguments, **more):
    """A program in a terminal of its own."""
    process, terminal = pty.fork()
    if process == 0:
        os.execve(arguments[0], arguments, dict(environment, **more))
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    return process, terminal


def drain(terminal, quiet=0.1, most=10.0):
    """Reads what the program sends until it has been quiet for a while; the bytes read."""
    count, end = 0, time.monotonic() + most
    while time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], quiet)
        if not ready:
            break
        try:
            data = os.read(terminal, 65536)
        except OSError:
            break
        if not data:
            break
        count += len(data)
    return count


def processor_time(process):
    """Milliseconds that a process, with all its threads, has spent on a processor; to 10 ms."""
    with open(f"/proc/{process}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def first_frame():
    times, memory = [], []
    for _ in range(RUNS):
        before = time.monotonic()
        process, terminal = start([heard, folder], HEARD_EXIT_AFTER_FIRST_FRAME="1")
        while True:
            try:
                if not os.read(terminal, 65536):
                    break
            except OSError:
                break
        _, _, usage = os.wait4(process, 0)
        times.append((time.monotonic() - before) * 1000)
        memory.append(usage.ru_maxrss / 1024)
        os.close(terminal)
    return statistics.median(times), statistics.median(memory)


def whole(arguments, shell=False):
    times = []
    for _ in range(RUNS):
        before = time.monotonic()
        subprocess.run(
            arguments, shell=shell, env=environment, stdout=subprocess.DEVNULL, check=True)
        times.append((time.monotonic() - before) * 1000)
    return statistics.median(times)


# From the list of events to counting at the door of one, where every "+" is saved at once.
TO_A_COUNT = b"/lyon status:held\r", b"c"


def type_in(terminal, *keys):
    """Types something and waits for what comes of it, one after the other."""
    for key in keys:
        os.write(terminal, key)
        drain(terminal, 0.5)


def at_the_terminal():
    """Processor time of a key, of a second without keys, and of a key that saves an event."""
    process, terminal = start([heard, folder])
    type_in(terminal, b"", b"2")
    keys, before = 400, processor_time(process)
    for number in range(keys):
        os.write(terminal, b"j" if number % 40 < 20 else b"k")
        drain(terminal, 0.01)
    key = (processor_time(process) - before) / keys
    time.sleep(0.3)
    before = processor_time(process)
    time.sleep(2)
    idle = (processor_time(process) - before) / 2
    type_in(terminal, *TO_A_COUNT)
    saves, before = 200, processor_time(process)
    for _ in range(saves):
        os.write(terminal, b"+")
        drain(terminal, 0.02)
    save = (processor_time(process) - before) / saves
    os.kill(process, 15)
    drain(terminal, 0.3)
    os.waitpid(process, 0)
    os.close(terminal)
    return key, idle, save


def until_saved():
    """What passes between a key that saves an event and the frame that says it is saved.

    strace stops the program only where it locks the folder, as a save begins, and at fsync, with
    which it ends, and notes when and for how long. Medians in milliseconds: from the key to the
    frame, from the lock to the end of the last fsync, of that the fsyncs, and the rest of it.
    """
    trace = work + "/saves"
    process, terminal = start([
        shutil.which("strace"), "-f", "-qq", "--seccomp-bpf", "-ttt", "-T",
        "-e", "trace=flock,fsync,fdatasync", "-o", trace, heard, folder])
    type_in(terminal, b"", b"2", *TO_A_COUNT)
    keys = []
    for _ in range(RUNS * 3):
        before = last = time.time()
        os.write(terminal, b"+")
        # The frame of the key comes first, the one that says "saved" last.
        while select.select([terminal], [], [], 0.15)[0]:
            os.read(terminal, 65536)
            last = time.time()
        keys.append((before, last))
    os.close(terminal)  # The program ends when its terminal goes away.
    os.waitpid(process, 0)
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


# The same fields from the same files: id, title, country, start, status, format, involvement,
# attendances by the rule, their source, how many testimonies and actions.
JQ_PROGRAM = r"""
  (map(select(.testimonies and (.title | not))) | map({key: .id, value: (.testimonies | map(select(
      ([.consent.entries[]? | select(.purpose == "record")] | last | .state) as $s
      | $s != "withdrawn" and $s != "refused")) | length)}) | from_entries) as $said
  | (map(select(.testimonies and (.title | not))) | map(.id as $e | .testimonies[] | {key: .id, value: $e})
      | from_entries) as $home
  | (map(select(.themes)) | map(([.events[]?, (.testimonies[]? | $home[.])] | unique)[])
      | group_by(.) | map({key: .[0], value: length}) | from_entries) as $done
  | map(select(.confidentiality)) | map(
      (if .status != "held" then null
       else (.attendance.total // (if .attendance.inPerson or .attendance.online
             then (.attendance.inPerson // 0) + (.attendance.online // 0) else null end)
         // ([.participations[]? | select(.status == "attended"
             and ((.roles // []) == [] or any(.roles[]; . != "facilitator"
               and . != "interpreter" and . != "organiser")))] | length
             | if . == 0 then null else . end)) end) as $n
      | {id, title, country, start, status, format, involvement, attendances: $n,
         attendanceSource: .attendance.source, testimonies: ($said[.id] // 0),
         actions: ($done[.id] // 0)})
"""

PYTHON_PROGRAM = r"""
import glob, json, sys
folder = sys.argv[1]
def read(pattern):
    return [json.load(open(f, encoding="utf-8")) for f in glob.glob(folder + "/" + pattern)]
said, home, done = {}, {}, {}
for f in read("testimonies/*.json"):
    for t in f["testimonies"]:
        home[t["id"]] = f["id"]
        said[f["id"]] = said.get(f["id"], 0) + 1
for a in read("actions/*.json"):
    for e in set(a.get("events", [])) | {home.get(t) for t in a.get("testimonies", [])}:
        done[e] = done.get(e, 0) + 1
rows = []
for e in read("events/*.json"):
    a = e.get("attendance", {})
    n = a.get("total")
    if n is None and ("inPerson" in a or "online" in a):
        n = a.get("inPerson", 0) + a.get("online", 0)
    if n is None:
        n = sum(1 for p in e.get("participations", []) if p["status"] == "attended" and (
            not p.get("roles") or set(p["roles"]) - {"facilitator", "interpreter", "organiser"})) or None
    rows.append({k: e.get(k) for k in ("id", "title", "country", "start", "status", "format",
                 "involvement")} | {"attendances": n if e["status"] == "held" else None,
                 "testimonies": said.get(e["id"], 0), "actions": done.get(e["id"], 0)})
print(json.dumps(rows, ensure_ascii=False, indent=2))
"""


def line(name, value, unit, limit=None):
    mark = "" if limit is None else f"  limit {limit:g}{'  OVER' if value > limit else ''}"
    print(f"{name:<52}{value:>9.2f} {unit}{mark}")


def main():
    processor = next(
        (row.split(":")[1].strip() for row in open("/proc/cpuinfo") if "model name" in row), "?")
    size = sum(os.path.getsize(p) for p in glob.glob(folder + "/**", recursive=True)
               if os.path.isfile(p))
    print(f"{processor}, {os.cpu_count()} cores, Linux {platform.release()}")
    print(f"sample: {size / 1e6:.2f} MB in {sum(len(f) for _, _, f in os.walk(folder))} files; "
          f"medians of {RUNS} runs\n")
    whole([heard, "list", "events", "--programme", folder, "--format", "json"])
    frame, memory = first_frame()
    line("first frame, whole process", frame, "ms", 30)
    line("  its memory", memory, "MB", 40)
    files = f"{folder}/events/*.json {folder}/testimonies/*.json {folder}/actions/*.json"
    ours = whole([heard, "list", "events", "--programme", folder, "--format", "json"])
    jq = whole(f"jq -s '{JQ_PROGRAM}' {files}", shell=True)
    python = whole(["python3", "-c", PYTHON_PROGRAM, folder])
    line("list events --format json", ours, "ms")
    line("  jq for the same fields", jq, "ms")
    line("  python3 for the same fields", python, "ms")
    line("  ours as a part of jq's time", ours / jq, "", 1 / 3)
    saved = until_saved()
    key, idle, save = at_the_terminal()
    line("a key to its frame, processor time", key, "ms", 4)
    line("one second without keys, processor time", idle, "ms", 0.05)
    line("a key that saves an event, processor time", save, "ms", 9)
    line("from that key to the frame that says saved", saved[0], "ms")
    line("  of that the save, from its lock to its last fsync", saved[1], "ms")
    line("    of that its waits for the disk (fsync)", saved[2], "ms")
    line("    the save above its fsyncs", saved[3], "ms", 5)
    shutil.rmtree(work)


main()
