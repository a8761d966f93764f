"""Scores the names that `demarche parse --pretokenized` found against a treebank file of GUM.

    python3 eval/names.py GOLD.conllu SYSTEM.conllu [--errors]

GOLD holds entities in MISC `Entity=`; SYSTEM the same tokens, with `Name=B-Person`, `Name=I-Person` in MISC. A gold name is
an entity headed by a proper noun, of type person, organization or place, reduced to the name: no determiners, titles
(`nmod:desc`), adjectives in small letters, possessive marks, appositions, relative clauses; coordinated entities count as
their members, and of entities inside each other the outermost counts. A name is right if its words and its type are.
Groups (`Russians`) are persons in GUM.
"""
import argparse
import json
import re
from collections import Counter

TYPES = {"person": "Person", "organization": "Organization", "place": "Place", "event": "Event", "abstract": "Work", "object": "Work"}
SCORED = ("Person", "Organization", "Place")
STOPS = {",", "(", "[", ":", ";", "—", "–", "--"}
FORM, UPOS, HEAD, DEPREL, MISC = 1, 3, 6, 7, 9


def sentences(path):
    words = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line and line[0] != "#":
                fields = line.split("\t")
                if fields[0].isdigit():
                    words.append(fields)
            elif not line and words:
                yield words
                words = []
    if words:
        yield words


def entities(words):
    """(first, last, type) of every entity that begins and ends in the sentence."""
    opened, found = [], []
    for at, word in enumerate(words):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", word[MISC])
        for bracket in re.findall(r"\([^()]+\)?|[^()]+\)", match.group(1)) if match else ():
            if bracket[0] == "(":
                name, kind = bracket.strip("()").split("-")[:2]
                if bracket[-1] == ")":
                    found.append((at, at, kind))
                else:
                    opened.append((name, kind, at))
                continue
            name = bracket[:-1].split("-")[0]
            for i in reversed(range(len(opened))):
                if opened[i][0] == name:
                    found.append((opened[i][2], at, opened[i][1]))
                    del opened[i]
                    break
    return found


def reduced(words, first, last, kind):
    """The name in an entity, or None."""
    heads = [int(word[HEAD]) - 1 for word in words]
    head = next((i for i in range(first, last + 1) if not first <= heads[i] <= last), None)
    if kind not in TYPES or head is None or words[head][UPOS] != "PROPN":
        return None
    if any(heads[i] == head and words[i][DEPREL] == "conj" and words[i][UPOS] == "PROPN" for i in range(head + 1, last + 1)):
        return None

    def under(word, ancestor):
        while word >= 0 and word != ancestor:
            word = heads[word]
        return word == ancestor

    def part(i):
        form, upos = words[i][FORM], words[i][UPOS]
        if upos in ("DET", "PRON", "PUNCT", "PART", "ADP"):
            return False
        return upos == "PROPN" or form[0].isupper() or (len(form) == 4 and form[0].isdigit())

    for i in range(first, head):
        if heads[i] == head and words[i][DEPREL] == "nmod:desc":
            first = i + 1
            while first < head and under(first, i) and heads[first] >= i and heads[first] < first:
                first += 1
    while first < head and not part(first):
        first += 1
    for i in range(head + 1, last + 1):
        if i > last:
            break
        form = words[i][FORM]
        ends = words[i][DEPREL] in ("acl", "acl:relcl", "appos", "parataxis") or form in STOPS
        if not ends and words[i][UPOS] == "ADP":
            if kind == "person":
                ends = form[0].islower() and form not in ("de", "von", "van", "bin", "del", "al")
            else:
                after = words[i + 1:min(i + 3, last + 1)]
                ends = form not in ("of", "for", "on", "de") or not any(w[UPOS] == "PROPN" or w[FORM][0].isupper() for w in after)
        if ends:
            last = i - 1
    while last > head and not part(last):
        last -= 1
    return first, last, TYPES[kind]


def gold_names(words):
    found = [name for name in (reduced(words, *entity) for entity in entities(words)) if name]
    kept = []
    for name in sorted(found, key=lambda name: (name[0] - name[1], name[0])):
        if not any(name[0] <= other[1] and other[0] <= name[1] for other in kept):
            kept.append(name)
    return kept


def system_names(words):
    found = []
    for at, word in enumerate(words):
        match = re.search(r"(?:^|\|)Name=([BI])-(\w+)", word[MISC])
        if not match:
            continue
        kind = "Person" if match.group(2) == "Group" else match.group(2)
        if match.group(1) == "I" and found:
            found[-1][1] = at
        else:
            found.append([at, at, kind])
    return [tuple(name) for name in found]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("system")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    gold_count, system_count, right_count, spans = Counter(), Counter(), Counter(), 0
    for gold_words, system_words in zip(sentences(options.gold), sentences(options.system), strict=True):
        if [word[FORM] for word in gold_words] != [word[FORM] for word in system_words]:
            raise SystemExit("the two files hold different words")
        gold = {name for name in gold_names(gold_words) if name[2] in SCORED}
        system = {name for name in system_names(system_words) if name[2] in SCORED}
        gold_count.update(name[2] for name in gold)
        system_count.update(name[2] for name in system)
        right_count.update(name[2] for name in gold & system)
        spans += len({name[:2] for name in gold} & {name[:2] for name in system})
        if options.errors and gold != system:
            def show(names):
                return "; ".join(f"{kind} {' '.join(word[FORM] for word in gold_words[first:last + 1])}" for first, last, kind in sorted(names))
            print(f"missed: {show(gold - system)} | wrong: {show(system - gold)}   in: {' '.join(word[FORM] for word in gold_words)[:140]}")
    figures = {}
    print(f"{'':14}{'P':>7}{'R':>7}{'F1':>7}{'gold':>6}")
    for kind in (*SCORED, "all"):
        gold, system, right = ((sum(count.values()) if kind == "all" else count[kind]) for count in (gold_count, system_count, right_count))
        precision, recall = right / max(system, 1), right / max(gold, 1)
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        figures[kind.lower()] = {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4), "gold": gold}
        print(f"{kind:14}{precision:7.3f}{recall:7.3f}{f1:7.3f}{gold:6}")
    figures["spans_f1"] = round(2 * spans / max(1, sum(gold_count.values()) + sum(system_count.values())), 4)
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
