#!/usr/bin/env python3
"""Measures Heard against its limits and beside other programs, in one run.

Usage: python3 Scripts/bench PATH-OF-HEARD [sample|large]

Two tables: the sample, and a programme of 5,000 events, 200,000 people and 20,000 testimonies, which
is made once and kept in .build/bench. Machines are noisy, so limits are ratios to what another
program needed in the same run; see docs/performance.md. Nothing here fails a build; a limit that is
passed is marked with "OVER".
"""
import os
import platform
import sys
import tempfile

sys.dont_write_bytecode = True
import large
import sample
import table


def main():
    heard, wanted = os.path.abspath(sys.argv[1]), sys.argv[2:] or ["sample", "large"]
    with open("/proc/cpuinfo") as file:
        processor = next((row.split(":")[1].strip() for row in file if "model name" in row), "?")
    print(f"{processor}, {os.cpu_count()} cores, Linux {platform.release()}")
    for part in wanted:
        with tempfile.TemporaryDirectory(prefix="heard-bench-") as home:
            environment = dict(
                os.environ, TERM="xterm-256color", LC_ALL="C.UTF-8",
                HEARD_NOW="2024-12-01T09:00:00Z", XDG_STATE_HOME=home + "/state",
                XDG_CONFIG_HOME=home + "/config")
            {"sample": sample, "large": large}[part].measure(heard, home, environment)
    print(f"\nOver their limits: {len(table.too_much)} rows." if table.too_much
          else "\nEverything is within its limits.")


main()
