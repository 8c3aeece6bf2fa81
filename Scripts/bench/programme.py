"""What is measured: a copy of the sample, a large programme, and a sheet to import."""
import csv
import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAMPLE = os.path.join(ROOT, "sample-events")
MAKER = os.path.join(ROOT, "Scripts", "make-programme")
KEPT = os.path.join(ROOT, ".build", "bench")
SIZE = ("5000", "200000", "20000")
ROWS = 5000


def files(folder):
    """The paths of all files of a folder, and how many bytes they have."""
    paths = sorted(os.path.join(at, name) for at, _, names in os.walk(folder) for name in names)
    return paths, sum(os.path.getsize(path) for path in paths)


def digest(*folders):
    """What tells whether any file of some folders has another name or another content."""
    total = hashlib.sha256()
    for folder in folders:
        for path in files(folder)[0] if os.path.isdir(folder) else [folder]:
            with open(path, "rb") as file:
                content = hashlib.sha256(file.read()).hexdigest()
            total.update(f"{os.path.relpath(path, folder)} {content}\n".encode())
    return total.hexdigest()


def large():
    """The large programme, as it was made; made anew where anything of it is not the same."""
    folder, note = os.path.join(KEPT, "programme"), os.path.join(KEPT, "programme.made")
    made_of = " ".join(SIZE) + " " + digest(SAMPLE, MAKER)
    if os.path.exists(note):
        with open(note) as file:
            if file.read() == f"{made_of} {digest(folder)}\n":
                return folder
    print(f"making a programme of {SIZE[0]} events, {SIZE[1]} people, {SIZE[2]} testimonies …",
          file=sys.stderr)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(KEPT, exist_ok=True)
    subprocess.run([sys.executable, MAKER, folder, *SIZE], check=True)
    with open(note, "w") as file:
        file.write(f"{made_of} {digest(folder)}\n")
    return folder


def copied(folder, home):
    """A copy to work on, on the disk before anything is measured."""
    copy = os.path.join(home, "programme")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    os.sync()
    return copy


def in_memory(need, home):
    """A folder in memory where there is room for so many bytes, else one on the disk."""
    shared = "/dev/shm"
    if os.path.isdir(shared) and shutil.disk_usage(shared).free > need:
        return tempfile.mkdtemp(prefix="heard-bench-", dir=shared), True
    return tempfile.mkdtemp(dir=home), False


def sheet(path):
    """A sheet of events that never took place."""
    chance = random.Random(2030)
    with open(path, "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Title", "Date", "Country", "Place", "Attendance", "Source", "Status"])
        for number in range(ROWS):
            country, place = chance.choice([("FR", "Lyon"), ("GB", "Leeds"), ("BR", "Recife")])
            day = f"{chance.randrange(2020, 2024)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
            rows.writerow([
                f"Invented evening {number + 1}", day, country, place, chance.randrange(5, 80),
                "counted", "held"])
    return path
