"""Whole processes: their processor time, how long they took, and their memory."""
import os
import statistics
import subprocess
import sys
import time
from typing import NamedTuple


class Spent(NamedTuple):
    """Milliseconds on processors (user and system, all threads), milliseconds, megabytes."""

    processor: float
    wall: float
    memory: float


def ended(process, began):
    """What a child has spent that is ending; and how it ended."""
    _, status, usage = os.wait4(process, 0)
    wall = (time.monotonic() - began) * 1000
    spent = Spent((usage.ru_utime + usage.ru_stime) * 1000, wall, usage.ru_maxrss / 1024)
    return spent, os.waitstatus_to_exitcode(status)


def run(arguments, folder, environment, answer="/dev/null", allowed=(0,)):
    """Runs a program once; its output goes to a file, since some do less for /dev/null."""
    with open(answer, "wb") as out, open(answer + ".said", "wb") as said:
        began = time.monotonic()
        process = subprocess.Popen(
            arguments, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=out,
            stderr=said)
        spent, code = ended(process.pid, began)
        process.returncode = code
    if code not in allowed:
        with open(answer + ".said") as said:
            sys.exit(f"{' '.join(arguments)[:200]} ended with {code}: {said.read()[:500]}")
    return spent


def medians(runs):
    return Spent(*(statistics.median(values) for values in zip(*runs)))


def alternately(rounds, *measures):
    """The medians of several measures taken in turn, so that all meet the same machine."""
    runs = [[measure() for measure in measures] for _ in range(rounds)]
    return [medians(of_one) for of_one in zip(*runs)]
