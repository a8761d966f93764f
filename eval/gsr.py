"""Scores event types and sides against records of PLOVER's gold standard file, one event a record.

    python3 eval/gsr.py --write-inputs GSR.json OUT.jsonl
    python3 eval/gsr.py GSR.json RECORDS.jsonl [--misses]
    python3 eval/gsr.py GSR.json --work FOLDER      (writes the inputs, codes them with ./demarche, scores)

A record is right if the coded record has an event of its type whose actors name the source and whose recipients name the target, as far as
the file gives them; a side is named if a mention of one of the event's entities shares a word of four letters or more (a shorter one
counts if it is all there is) with one of the side's actor texts. In a reciprocal event, which has no recipients, both sides may be among
the actors. The type names of 2016 are today's: DEMAND is REQUEST, DISAPPROVE and INVESTIGATE are ACCUSE, FIGHT is ASSAULT.
"""
import argparse
import json
import pathlib
import re
import subprocess

RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}


def words(text):
    found = [w for w in re.findall(r"[A-Za-z]+", text.lower()) if w not in {"the", "of", "and", "from", "two", "group", "a", "in"}]
    return {w[:5] for w in found if len(w) > 3} or {w[:5] for w in found}


def side(value):
    return [words(item.get("actorText") or "") for item in value if item.get("actorText")] if isinstance(value, list) else []


def texts(value):
    return [item.get("actorText") for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def names(record, ids):
    mentions = {entity["id"]: entity for entity in record.get("entities") or []}
    found = set()
    for key in ids:
        for mention in mentions.get(key, {}).get("mentions", []):
            found |= words(record["text"][mention["begin"]:mention["end"]])
        found |= words(mentions.get(key, {}).get("name") or "")
    return found


def holds(record, event, source, target):
    actors, recipients = names(record, event["actor"]), names(record, event["recipient"])
    others = recipients if event["recipient"] else actors
    return ((not source or any(item & actors for item in source)) and (not target or any(item & others for item in target)))


def write_inputs(gold, path):
    with open(path, "w", encoding="utf-8") as file:
        for number, item in enumerate(gold):
            file.write(json.dumps({"id": f"gsr-{number}", "text": item["text"].strip("{} "), "published": None}) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gsr")
    parser.add_argument("records", nargs="?")
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--write-inputs", action="store_true")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    with open(options.gsr, encoding="utf-8") as file:
        gold = json.load(file)
    if options.work:
        inputs, options.records = options.work / "gsr-in.jsonl", options.work / "gsr.jsonl"
        write_inputs(gold, inputs)
        program = pathlib.Path(__file__).resolve().parent.parent / "demarche"
        subprocess.run([str(program), "code", str(inputs), "--as-is", "--to", str(options.records)], check=True, stderr=subprocess.DEVNULL)
    if options.write_inputs:
        write_inputs(gold, options.records)
        return
    with open(options.records, encoding="utf-8") as file:
        records = {record["id"]: record for record in map(json.loads, file)}
    typed = right = 0
    for number, item in enumerate(gold):
        record = records.get(f"gsr-{number}") or {"events": [], "text": ""}
        kind = RENAMED.get(item["event"], item["event"])
        same = [event for event in record["events"] if event["type"] == kind]
        good = any(holds(record, event, side(item.get("source")), side(item.get("target"))) for event in same)
        typed += bool(same)
        right += good
        if options.misses and not good:
            told = "; ".join(f"{event['type']}/{event['status']} {sorted(names(record, event['actor']))} > {sorted(names(record, event['recipient']))}" for event in record["events"])
            print(f"{number}\t{kind}\t{texts(item.get('source'))} > {texts(item.get('target'))}\t{item['text']}\n\t-> {told}")
    print(f"records {len(gold)}   type {typed / len(gold):.3f}   type and sides {right / len(gold):.3f}")
    print(json.dumps({"type": typed / len(gold), "type and sides": right / len(gold)}))


if __name__ == "__main__":
    main()
