#!/usr/bin/env python3
"""Measures how long a fresh process takes, and how much memory: `--help`, `who` (all tables of who is who), `brief` (everything).

    eval/start.py [--runs N] [--program FILE]

Needs a built ./demarche, or the published program FILE (demarche-cli.dll or the one file). Prints the least and the middle wall time, CPU time
and peak memory; and the tables: the CPU time that `who NAME` takes over `who --help`.
"""
import argparse
import os
import pathlib
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
COMMANDS = [
    ("start alone", ["who", "--help"]),
    ("who", ["who", "French foreign minister", "--date", "2004-03-01"]),
    ("brief", ["brief", str(min((ROOT / "samples").rglob("*.md")))]),
]


def measure(program, arguments):
    begin = time.perf_counter()
    child = subprocess.Popen([*program, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(child.pid, 0)
    child.returncode = 0
    return time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--program", default=str(ROOT / "demarche"))
    options = parser.parse_args()
    runs, program = options.runs, ["dotnet", options.program] if options.program.endswith(".dll") else [options.program]
    least = {}
    print(f"{'':12} {'least s':>8} {'middle s':>8} {'CPU s':>8} {'MB':>6}")
    for name, arguments in COMMANDS:
        measure(program, arguments)
        taken = sorted(measure(program, arguments) for _ in range(runs))
        middle = taken[len(taken) // 2]
        least[name] = min(cpu for _, cpu, _ in taken)
        print(f"{name:12} {taken[0][0]:8.2f} {middle[0]:8.2f} {least[name]:8.3f} {middle[2]:6.0f}")
    print(f"tables       {'':17} {least['who'] - least['start alone']:8.3f}")


if __name__ == "__main__":
    main()
