#!/usr/bin/env python3
"""The table of figures in README.md: filled from eval/figures.md by eval/headlines.tsv.

    eval/headlines.py            write it
    eval/headlines.py --check    end with 1 where it is out of step
"""
import csv
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- figures -->\n", "<!-- /figures -->"


def figures():
    found = {}
    for line in (ROOT / "eval/figures.md").read_text(encoding="utf-8").splitlines()[2:]:
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        found[cells[0]] = float(cells[1])
    return found


def table():
    known = figures()
    lines = ["| what | on | aim | reached |", "|---|---|---|---|"]
    with open(ROOT / "eval/headlines.tsv", encoding="utf-8") as rows:
        for row in csv.DictReader((line for line in rows if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE):
            aims, reached = row["aim"].split("|"), []
            for number, key in enumerate(row["key"].split("|")):
                aim = aims[number] if number < len(aims) and aims[number] else None
                text = f"{known[key]:.2f}"
                # What misses its aim is said so.
                reached.append(f"**{text}**" if aim and known[key] < float(aim) else text)
            lines.append(f"| {row['what']} | {row['on']} | {'; '.join(aim or '–' for aim in aims)} | {'; '.join(reached)} |")
    return "\n".join(lines) + "\n"


def main():
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    begin, end = text.index(BEGIN) + len(BEGIN), text.index(END)
    new = text[:begin] + table() + text[end:]
    if "--check" in sys.argv:
        return 0 if new == text else 1
    readme.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
