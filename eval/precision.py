"""Draws events at random from coded records for judging by hand, and counts the verdicts.

    python3 eval/precision.py draw RECORDS.jsonl [--count 200] [--seed 1] [--show] [--sheet SHEET.tsv]
    python3 eval/precision.py count SHEET.tsv

draw writes one line an event: document, sentence, the trigger's offset, type, status, rule, two empty columns for the verdicts, and the name of
the draw. Every event is as likely as any other; the seed makes the draw the same each time for the same records. --show prints, to be read
and not to be kept, the sentence with the trigger in brackets, and whom the event names. --sheet fills in verdicts that the sheet has already
for the same document, offset, type, and parties.
count prints the share that is right, with the interval that holds it 19 times of 20 (Wilson), for each draw.
"""
import argparse
import collections
import hashlib
import json
import math
import random

COLUMNS = ["id", "sentence", "begin", "type", "status", "rule", "parties", "event", "verdict", "draw"]


def parties(record, event):
    """A short digest of the two sides' names, so that a verdict is taken over only where the parties are the same."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    sides = [sorted(names.get(key, "") for key in event[side]) for side in ("actor", "recipient")]
    return hashlib.sha256(json.dumps(sides).encode()).hexdigest()[:8]


def draw(options):
    with open(options.records, encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    records.sort(key=lambda record: record["id"])
    pool = [(record, event) for record in records for event in record["events"]]
    known = {}
    if options.sheet:
        for row in rows(options.sheet):
            known[(row["id"], row["begin"], row["type"], row["parties"])] = (row["event"], row["verdict"])
    chosen = sorted(random.Random(options.seed).sample(range(len(pool)), min(options.count, len(pool))))
    print(*COLUMNS, sep="\t")
    for at in chosen:
        record, event = pool[at]
        key = (record["id"], str(event["trigger"]["begin"]), event["type"], parties(record, event))
        told, verdict = known.get(key, ("", ""))
        print(record["id"], event["sentence"], event["trigger"]["begin"], event["type"], event["status"], event["rule"], key[3], told, verdict,
              f"seed{options.seed}", sep="\t")
        if options.show and not verdict:
            show(record, event)
    print(f"# {len(pool)} events in {len(records)} records")


def show(record, event):
    names = {entity["id"]: f"{entity['name']} [{entity['kind'][:6]} {entity['country'] or ''} {' '.join(entity['sectors'])}]" for entity in record["entities"]}
    sentence, trigger = record["sentences"][event["sentence"]], event["trigger"]
    text = record["text"]
    print("   ", ", ".join(names[key] for key in event["actor"]), ">", ", ".join(names[key] for key in event["recipient"]), event["modes"], event["confidence"])
    print("   ", (text[sentence["begin"]:trigger["begin"]] + "[[" + text[trigger["begin"]:trigger["end"]] + "]]" + text[trigger["end"]:sentence["end"]]).replace("\n", " "))


def rows(path):
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    return [dict(zip(lines[0], line)) for line in lines[1:]]


def interval(right, all):
    z, share = 1.96, right / all
    middle, width = share + z * z / (2 * all), z * math.sqrt(share * (1 - share) / all + z * z / (4 * all * all))
    return (middle - width) / (1 + z * z / all), (middle + width) / (1 + z * z / all)


def count(options):
    draws = collections.defaultdict(list)
    for row in rows(options.sheet):
        if row["verdict"] in ("right", "wrong"):
            draws[row["draw"]].append(row)
    found = {}
    for name, judged in draws.items():
        for column in ("event", "verdict"):
            given = [row for row in judged if row.get(column) in ("right", "wrong")]
            right = sum(row[column] == "right" for row in given)
            if given:
                low, high = interval(right, len(given))
                found[f"{name} {column}"] = right / len(given)
                print(f"{name:10} {column:8} {right} of {len(given)} right: {right / len(given):.3f} ({low:.3f} to {high:.3f})")
    print(json.dumps(found))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    drawing = commands.add_parser("draw")
    drawing.add_argument("records")
    drawing.add_argument("--count", type=int, default=200)
    drawing.add_argument("--seed", type=int, default=1)
    drawing.add_argument("--show", action="store_true")
    drawing.add_argument("--sheet")
    drawing.set_defaults(run=draw)
    counting = commands.add_parser("count")
    counting.add_argument("sheet")
    counting.set_defaults(run=count)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
