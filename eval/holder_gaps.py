#!/usr/bin/env python3
"""Lists, for every state, the days since 1990 on which no head of state or no head of government is known.

    eval/holder_gaps.py [--days 60] [--since 1990-01-01] [--until 2025-12-31]

Reads src/Demarche/Knowledge/states.tsv and holders/*.tsv. A state has a gap where none of its offices of that rank is held: a state
whose president governs needs no head of government.
"""
import argparse
import calendar
import csv
import datetime
import pathlib

KNOWLEDGE = pathlib.Path(__file__).resolve().parent.parent / "src/Demarche/Knowledge"
STATE = {"president", "monarch", "head_of_state", "supreme_leader", "junta_chair", "emir", "king", "sultan", "governor_general", "general_secretary", "sovereignty_council_chair", "pope"}
GOVERNMENT = {"prime_minister", "chancellor", "premier", "head_of_government", "taoiseach", "state_counsellor", "chief_executive"}


def rows(path):
    with open(path, encoding="utf-8") as lines:
        yield from csv.DictReader((line for line in lines if line.strip() and not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)


def day(text, last):
    text = (text or "").rstrip("~?%")
    if not text:
        return datetime.date.max if last else datetime.date.min
    parts = [int(part) for part in text.split("-")]
    year = parts[0]
    month = parts[1] if len(parts) > 1 else 12 if last else 1
    return datetime.date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1] if last else 1)


def gaps(terms, begin, end, days):
    at = begin
    for first, last in sorted(terms):
        if (first - at).days > days:
            yield at, min(first, end)
        at = max(at, last)
        if at >= end:
            return
    if (end - at).days > days:
        yield at, end


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--days", type=int, default=60)
    parser.add_argument("--since", type=datetime.date.fromisoformat, default=datetime.date(1990, 1, 1))
    parser.add_argument("--until", type=datetime.date.fromisoformat, default=datetime.date(2025, 12, 31))
    options = parser.parse_args()
    held = {}
    for file in sorted((KNOWLEDGE / "holders").glob("*.tsv")):
        for row in rows(file):
            if row.get("status") == "elect" or ":" not in row["office"]:
                continue
            country, office = row["office"].split(":", 1)
            rank = "state" if office in STATE else "government" if office in GOVERNMENT else None
            if rank:
                held.setdefault((country, rank), []).append((day(row.get("from"), False), day(row.get("to"), True)))
    found = 0
    for row in rows(KNOWLEDGE / "states.tsv"):
        if row["status"] != "state":
            continue
        begin, end = max(options.since, day(row["since"], False)), min(options.until, day(row["until"], True))
        for rank in ("state", "government"):
            terms = held.get((row["code"], rank), [])
            if not terms and rank == "government":
                continue
            for first, last in gaps(terms, begin, end, options.days):
                found += 1
                print(f"{row['code']} {rank:10} {first} {last}")
    print(f"{found} gaps")


if __name__ == "__main__":
    main()
