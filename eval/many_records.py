"""Makes many records out of a few, to measure how a ledger is built of them. Seeded: the same call gives the same file.

    demarche code samples --to samples.jsonl
    python3 eval/many_records.py samples.jsonl 100000 --to many.jsonl

Each record of the few is told again in many worlds: letters of names and text are exchanged by a cipher of the world (all lengths
and so all spans stay), countries by others, and days are moved. Records of one world that fall within days of each other become
copies and retellings, as syndication makes them.
"""
import argparse
import datetime
import json
import random
import re

DATE = re.compile(r'(?<=")(\d{4})-(\d\d)-(\d\d)(?=[T"/])|(?<=/)(\d{4})-(\d\d)-(\d\d)(?=")')
VOWELS, CONSONANTS = "aeiou", "bcdfghjklmnpqrstvwxyz"
COUNTRIES = ("AFG AGO ALB ARE ARG ARM AUS AUT AZE BEL BGD BGR BOL BRA CAN CHE CHL CHN COL CRI CUB CZE DEU DNK DOM DZA ECU EGY ESP EST ETH FIN FRA "
             "GBR GEO GHA GRC GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISR ITA JAM JOR JPN KAZ KEN KOR KWT LBN LBY LTU LUX LVA MAR MEX MLI NGA NIC "
             "NLD NOR NZL PAK PAN PER PHL POL PRT PRY QAT ROU RUS SAU SDN SEN SLV SRB SUR SVK SVN SWE SYR THA TUN TUR UGA UKR URY USA UZB VEN VNM YEM ZAF").split()


def world(number, seed):
    """A cipher and an exchange of countries."""
    rng = random.Random(seed * 1_000_003 + number)
    table = {}
    for letters in (VOWELS, CONSONANTS):
        other = list(letters)
        rng.shuffle(other)
        for one, two in zip(letters, other):
            table[ord(one)], table[ord(one.upper())] = two, two.upper()
    others = COUNTRIES[:]
    rng.shuffle(others)
    return table, dict(zip(COUNTRIES, others))


def moved(record, table, countries):
    """The record in a world, as pieces of JSON between its dates, and the dates as day numbers."""
    record = json.loads(json.dumps(record))
    record["text"] = record["text"].translate(table)
    record["source"]["headline"] = (record["source"]["headline"] or "").translate(table)
    for entity in record["entities"]:
        entity["name"], entity["wikidata"] = entity["name"].translate(table), None
        entity["country"] = countries.get(entity["country"], entity["country"])
        for role in entity["roles"]:
            if role["office"]:
                country, _, office = role["office"].partition(":")
                role["office"] = countries.get(country, country) + ":" + office
    # The words in a key are the text's own, in lower case.
    for layer, own in (("events", 1), ("statements", 1), ("positions", 2), ("demands", 1), ("figures", 1)):
        for entry in record[layer]:
            parts = entry["key"].split(":", own)
            entry["key"] = ":".join(parts[:own] + [parts[own].translate(table)])
    for place in record["places"]:
        place["country"] = countries.get(place["country"], place["country"])
    for position in record["positions"]:
        if position["office"]:
            country, _, office = position["office"].partition(":")
            position["office"] = countries.get(country, country) + ":" + office
    record["id"], record["source"]["publisher"] = "@ID@", "@PUB@"
    line = json.dumps(record, ensure_ascii=False, separators=(",", ":"))
    pieces, days, at = [], [], 0
    for match in DATE.finditer(line):
        year, month, day = (int(part) for part in match.groups() if part)
        try:
            days.append(datetime.date(year, month, day).toordinal())
        except ValueError:
            continue
        pieces.append(line[at:match.start()])
        at = match.end()
    return pieces, days, line[at:]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records")
    parser.add_argument("count", type=int)
    parser.add_argument("--to", required=True)
    parser.add_argument("--worlds", type=int, default=60)
    parser.add_argument("--days", type=int, default=7300)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with open(options.records, encoding="utf-8") as file:
        few = [json.loads(line) for line in file if line.strip()]
    few = [record for record in few if record["source"]["published"]]
    worlds = [world(number, options.seed) for number in range(options.worlds)]
    variants = [[moved(record, *each) for record in few] for each in worlds]
    rng = random.Random(options.seed)
    texts = {}

    def text_of(day):
        if day not in texts:
            texts[day] = datetime.date.fromordinal(day).isoformat()
        return texts[day]

    with open(options.to, "w", encoding="utf-8") as out:
        for number in range(options.count):
            pieces, days, rest = rng.choice(rng.choice(variants))
            shift = rng.randrange(options.days) - options.days // 2
            parts = []
            for piece, day in zip(pieces, days):
                parts += [piece, text_of(min(max(day + shift, 1), 3_652_000))]
            parts.append(rest)
            out.write("".join(parts).replace("@ID@", f"r{number}", 1).replace("@PUB@", f"Paper {rng.randrange(40)}", 1) + "\n")


if __name__ == "__main__":
    main()
