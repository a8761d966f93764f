#!/usr/bin/env python3
"""Measures how long a fresh process takes, and how much memory: `--help`, `who` (all tables of who is who), `brief` (everything).

    eval/start.py [--runs N]      needs a built ./demarche; prints the least and the middle wall time, CPU time and peak memory
"""
import argparse
import os
import pathlib
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
COMMANDS = [
    ("start alone", ["--help"]),
    ("who", ["who", "French foreign minister", "--date", "2004-03-01"]),
    ("brief", ["brief", str(min((ROOT / "samples").rglob("*.md")))]),
]


def measure(arguments):
    begin = time.perf_counter()
    child = subprocess.Popen([str(ROOT / "demarche"), *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(child.pid, 0)
    child.returncode = 0
    return time.perf_counter() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    print(f"{'':12} {'least s':>8} {'middle s':>8} {'CPU s':>8} {'MB':>6}")
    for name, arguments in COMMANDS:
        measure(arguments)
        taken = sorted(measure(arguments) for _ in range(runs))
        middle = taken[len(taken) // 2]
        print(f"{name:12} {taken[0][0]:8.2f} {middle[0]:8.2f} {min(cpu for _, cpu, _ in taken):8.2f} {middle[2]:6.0f}")


if __name__ == "__main__":
    main()
