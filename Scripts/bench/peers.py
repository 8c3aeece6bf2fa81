"""The same work, done by other programs from the same files."""
import glob
import json
import os
from concurrent.futures import ProcessPoolExecutor

import table

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
  | map(select((.testimonies or .themes) | not)) | map(
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
        kept = [e["state"] for e in t.get("consent", {}).get("entries", []) if e["purpose"] == "record"]
        if kept[-1:] not in (["withdrawn"], ["refused"]):
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

# Every file as Python's own values, and all of them kept, as an open programme is.
LOAD_PROGRAM = r"""
import glob, json
kept = [json.load(open(f, encoding="utf-8")) for f in glob.glob("*.json") + glob.glob("*/*.json")]
"""

# A table that stands ready, with an index: what the other programs have to find out first.
TABLE = """
create table events as select {columns} from json_each(readfile('{rows}'));
create index by_country on events (country, year);
"""
NAMES = (
    "id", "title", "country", "start", "status", "format", "involvement", "attendances",
    "testimonies", "actions")
FILTERED = "select * from events where country = 'FR' and year = '2024'"
GROUPED = """select country, year, count(*), sum(attendances) from events where status = 'held'
group by country, year"""


def listing(folder):
    """jq and python3 for the list of events with its sums."""
    files = [os.path.relpath(path, folder) for name in ("events", "testimonies", "actions")
             for path in sorted(glob.glob(f"{folder}/{name}/*.json"))]
    return ["jq", "-s", JQ_PROGRAM, *files], ["python3", "-c", PYTHON_PROGRAM, "."]


def made(rows):
    """The words that make a table of the rows that python3 listed."""
    columns = [f"json_extract(value, '$.{name}') as {name}" for name in NAMES]
    columns.append("substr(json_extract(value, '$.start'), 1, 4) as year")
    return TABLE.format(columns=", ".join(columns), rows=rows)


def tell(name, home, time, ours, by_jq, by_python):
    """The rows of the list of events and its peers, by one of their times; and whether all agree."""
    table.line(name, getattr(ours, time), ours.memory)
    for peer, answer, spent, most in [
            ("jq", "jq", by_jq, 1 / 3), ("python3", "python", by_python, 1 / 2)]:
        yardstick = table.Yardstick(peer, getattr(spent, time))
        table.line(f"  {peer} for the same fields", yardstick.milliseconds, spent.memory)
        table.line(f"  the list beside {peer}", getattr(ours, time), None, yardstick, most=most)
        unlike = differences(f"{home}/ours", f"{home}/{answer}")
        if unlike:
            table.value(f"  events that {peer} tells otherwise", unlike, "")


def differences(ours, theirs):
    """How many events two lists of events do not tell alike.

    Reckoned in a process of its own: what this one holds would count as memory of those that it starts.
    """
    with ProcessPoolExecutor(1) as apart:
        return apart.submit(compare, ours, theirs).result()


def compare(ours, theirs):
    lists = []
    for path in (ours, theirs):
        with open(path) as file:
            lists.append({row["id"]: [row[name] for name in NAMES] for row in json.load(file)})
    return sum(lists[0].get(id) != lists[1].get(id) for id in lists[0].keys() | lists[1].keys())
