#!/usr/bin/env python3
"""Scores places against the toponyms of GeoVirus (Gritta et al. 2018): found, and within 161 km of where they are.

    eval/places.py [--work DIR] [--misses]      needs ../shared/data/places/GeoVirus.xml and a built ./demarche

A toponym is found where a place of the record overlaps its words, and right where that place's coordinates lie within 161 km
(100 miles, the field's usual measure) of the annotated ones. "right" is the share of all toponyms that are right.
"""
import argparse
import json
import math
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parent.parent
CORPUS = ROOT.parent / "shared/data/places/GeoVirus.xml"


def kilometres(one, other):
    latitude1, longitude1, latitude2, longitude2 = map(math.radians, (*one, *other))
    half = math.sin((latitude2 - latitude1) / 2) ** 2 + math.cos(latitude1) * math.cos(latitude2) * math.sin((longitude2 - longitude1) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    if not CORPUS.exists():
        sys.exit(f"eval/places.py: {CORPUS} is not there")
    work = options.work or pathlib.Path(tempfile.mkdtemp())
    articles = ElementTree.parse(CORPUS).getroot().findall("article")
    inputs, records = work / "geovirus-in.jsonl", work / "geovirus.jsonl"
    with open(inputs, "w", encoding="utf-8") as out:
        for number, article in enumerate(articles):
            out.write(json.dumps({"id": str(number), "text": article.findtext("text")}) + "\n")
    subprocess.run([str(ROOT / "demarche"), "code", str(inputs), "--as-is", "--to", str(records)], check=False, stderr=subprocess.DEVNULL)
    by_id = {record["id"]: record for record in map(json.loads, open(records, encoding="utf-8"))}
    total = found = right = 0
    misses = {}
    for number, article in enumerate(articles):
        record = by_id.get(str(number), {"places": [], "text": ""})
        shift = article.findtext("text").find(record["text"][:40]) if record["text"] else 0
        for location in article.iter("location"):
            total += 1
            name, begin, end = location.findtext("name"), int(location.findtext("start")) - 1, int(location.findtext("end")) - 1
            begin, end = (begin - shift, end - shift)
            wanted = float(location.findtext("lat")), float(location.findtext("lon"))
            places = [place for place in record["places"] if place["begin"] < end and begin < place["end"]]
            distances = [kilometres((place["lat"], place["lon"]), wanted) for place in places if place["lat"] is not None]
            found += bool(distances)
            if distances and min(distances) <= 161:
                right += 1
            else:
                how = "missed" if not distances else f"{min(distances):.0f} km"
                misses.setdefault(name, []).append(how)
    if options.misses:
        for name, hows in sorted(misses.items(), key=lambda pair: -len(pair[1])):
            print(f"{len(hows):4} {name}: {', '.join(hows[:4])}")
    print(f"toponyms {total}, found {found / total:.3f}, right {right / total:.3f}")
    print(json.dumps({"found": found / total, "right": right / total}))


if __name__ == "__main__":
    main()
