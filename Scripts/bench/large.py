"""The large table: a programme of 5,000 events, 200,000 people and 20,000 testimonies."""
import os
import shutil
import statistics

import keys
import peers
import processes
import programme
import table
from terminal import first_frame

RUNS = 3
SHORT_RUNS = 15
SYNCS = "fsync,fdatasync,syncfs,sync"


class Large:
    """Everything that is measured of one copy of the large programme."""

    def __init__(self, heard, home, environment):
        self.heard, self.home, self.environment = heard, home, environment
        self.made = programme.large()
        self.folder = programme.copied(self.made, home)

    def of(self, *arguments, answer="answer", allowed=(0,)):
        return lambda: processes.run(
            arguments, self.folder, self.environment, os.path.join(self.home, answer), allowed)

    def ours(self, *arguments, answer="answer", allowed=(0,)):
        return self.of(
            self.heard, "--programme", self.folder, *arguments, answer=answer, allowed=allowed)

    def measure(self):
        paths, size = programme.files(self.folder)
        table.head(
            f"large: {size / 1e6:.0f} MB in {len(paths):,} files; processor time of all threads; "
            f"medians of {RUNS} runs")
        event = self.median_event()
        path = f"events/{event}.json"
        loaded, frame, checked = processes.alternately(
            RUNS, self.of("python3", "-c", peers.LOAD_PROGRAM),
            lambda: first_frame(self.heard, self.folder, self.environment),
            self.ours("check", allowed=(0, 1)))
        shown, by_jq = processes.alternately(
            SHORT_RUNS, self.ours("show", event), self.of("jq", ".", path))
        self.load = table.Yardstick("load", loaded.processor)
        self.jq = table.Yardstick("jq", by_jq.processor)
        table.line("theirs: load, python3's json.load of all files", loaded.processor, loaded.memory)
        table.line("theirs: jq, jq . of one event", by_jq.processor, by_jq.memory)
        table.line("first frame, from start to end", frame.wall, frame.memory)
        table.line("first frame, processor time", frame.processor, None, self.load)
        table.line("heard check", checked.processor, checked.memory, self.load, goal=2000)
        table.line("heard show ID of that event", shown.processor, shown.memory, self.jq, most=3)
        self.same_work()
        self.imported()
        self.at_the_terminal()

    def median_event(self):
        names = os.listdir(f"{self.folder}/events")
        names.sort(key=lambda name: (os.path.getsize(f"{self.folder}/events/{name}"), name))
        return names[len(names) // 2].removesuffix(".json")

    def same_work(self):
        jq, python = peers.listing(self.folder)
        listed, by_jq, by_python, words, by_rg = processes.alternately(
            RUNS, self.ours("list", "events", "--format", "json", answer="ours"),
            self.of(*jq, answer="jq"), self.of(*python, answer="python"),
            self.ours("list", "testimonies", "doctor", "--format", "json"),
            self.of("rg", "-i", "doctor", "testimonies"))
        peers.tell("list events --format json", self.home, "processor", listed, by_jq, by_python)
        yardstick = table.Yardstick("rg", by_rg.processor)
        table.line("list testimonies doctor", words.processor, words.memory, yardstick)
        table.line("  rg doctor, which knows no consent", by_rg.processor, by_rg.memory)
        self.beside_a_table()

    def beside_a_table(self):
        """sqlite3 asks a table that stands ready; ours reads the files each time."""
        store = f"{self.home}/events.db"
        processes.run(
            ["sqlite3", store, peers.made(f"{self.home}/python")], self.folder, self.environment)
        some, by_table, grouped, by_group = processes.alternately(
            RUNS, self.ours("list", "events", "country:fr", "year:2024", "--format", "json"),
            self.of("sqlite3", store, peers.FILTERED),
            self.ours("figures", "--by", "country,year", "--format", "json"),
            self.of("sqlite3", store, peers.GROUPED))
        for name, ours, theirs in [
                ("list events country:fr year:2024", some, by_table),
                ("figures --by country,year", grouped, by_group)]:
            yardstick = table.Yardstick("sqlite3", theirs.processor)
            table.line(name, ours.processor, ours.memory, yardstick)
            table.line("  sqlite3 from a table with an index", theirs.processor, theirs.memory)

    def imported(self):
        """An import, with the disk out of it: in memory, then with a millisecond at each fsync."""
        sheet = programme.sheet(f"{self.home}/sheet.csv")
        place, is_memory = programme.in_memory(1 << 30, self.home)
        folder, trace = f"{place}/programme", f"{self.home}/syncs"
        words = [self.heard, "--programme", folder, "import", "events", sheet]

        def once(*before):
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(self.made, folder)
            return processes.run(
                [*before, *words], place, self.environment, f"{self.home}/imported")

        def by_sqlite():
            store = f"{place}/imported.db"
            if os.path.exists(store):
                os.remove(store)
            return processes.run(
                ["sqlite3", store, f".import --csv {sheet} events"], place, self.environment)

        alone, loaded, waiting, theirs = processes.alternately(
            RUNS, once, self.of("python3", "-c", peers.LOAD_PROGRAM), lambda: once(
                "strace", "-f", "-qq", "--seccomp-bpf", "-o", trace, "-e", f"trace={SYNCS}",
                "-e", f"inject={SYNCS}:delay_exit=1000"), by_sqlite)
        with open(trace) as file:
            syncs = sum("sync" in row and "resumed" not in row for row in file)
        shutil.rmtree(place)
        wall = table.Yardstick("load, start to end", loaded.wall)
        sqlite = table.Yardstick("sqlite3", theirs.processor)
        where = "memory" if is_memory else "the disk: /dev/shm is too small"
        table.line(f"import of {programme.ROWS:,} rows, in {where}", alone.processor, alone.memory, sqlite)
        table.line("  sqlite3 .import of the same sheet", theirs.processor, theirs.memory)
        table.value("  its fsyncs", syncs, "")
        table.line(
            "  import with a millisecond for each fsync", waiting.wall, None, wall, goal=5000)

    def at_the_terminal(self):
        table.part("at the terminal, processor time beside jq . of one event")
        shutil.rmtree(self.environment["XDG_STATE_HOME"])
        first = keys.first_opening(self.heard, self.folder, self.environment)
        table.line("opening for the first time on a machine", first, None, self.load)
        sittings = [
            keys.sitting(self.heard, self.folder, self.environment, self.home) for _ in range(RUNS)]
        for name, goal in keys.ROWS:
            cost = statistics.median(costs[name] for costs in sittings)
            if name == keys.MEMORY:
                table.value(name, cost, "MB", goal)
            else:
                yardstick = self.load if name == keys.OPENING else self.jq
                table.line(name, cost, None, yardstick, goal=goal)


def measure(heard, home, environment):
    Large(heard, home, environment).measure()
