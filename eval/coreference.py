#!/usr/bin/env python3
"""Scores coreference against the entities of GUM (MISC `Entity=`), end to end from raw text, on gold mentions.

    python3 eval/coreference.py --work DIR [--gold FILE.conllu] [--errors]

Input: every document of the treebank file is rebuilt as text: sentences as in `# text`, joined by a space unless the last
token says SpaceAfter=No; `# newpar` is a blank line. `./demarche code --as-is` reads it with its date and no other help.

Gold mentions: entities of type person, organization or place that stand in one piece. A mention's head is its token whose
head lies outside it. A mention is a pronoun if its head is tagged PRON, a name if PROPN, else nominal. Whatever its words
are, it counts: "patients", "a young boy" and "the room" as well as presidents. Gold chains are the annotated groups,
restricted to these mentions. Groups of pronouns only ("you", "one") are left out. Mentions without another one in
their chain (singletons) count; without them, see the `repeated` figures.

    main figures       named and nominal mentions; pronouns are taken out of both sides
    with pronouns      the same chains with their pronouns
    repeated           with pronouns, and only mentions whose gold chain has two mentions or more

System mentions are those of the record's entities. One matches the gold mention that has the same head token (the
token of the mention's words whose head lies outside, in the gold tree); one to one, where several share a head those
that cover most of the same words first. System links are restricted to the gold mentions: an unmatched gold mention is a
chain of its own, an unmatched system mention is dropped. So found links count, and missed ones cost recall, but inventing
mentions costs nothing here.

Figures: MUC (Vilain et al. 1995), B3 (Bagga and Baldwin 1998), CEAF phi4 (Luo 2005), each as F1 over all documents of the
genre together (sums of numerators and denominators), and `conll`, their mean. `mentions` is the share of gold mentions that
the system has. The main figures and the last line (JSON) are those of genre news; the other genres are printed for comparison.
"""
import argparse
import json
import pathlib
import re
import subprocess
from collections import defaultdict
from dataclasses import dataclass, field

ROOT = pathlib.Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared/data/treebank/gum-dev.conllu"
TYPES = ("person", "organization", "place")
FORM, UPOS, HEAD, MISC = 1, 3, 6, 9


@dataclass
class Document:
    id: str
    genre: str = ""
    published: str | None = None
    text: str = ""
    tokens: list = field(default_factory=list)     # (begin, end, upos, number of its head or -1)
    mentions: list = field(default_factory=list)   # (first, last, head, chain)


def documents(path):
    """The documents of a treebank file with text, token offsets and gold mentions."""
    found, sentence, text, break_before, space = [], [], "", False, False
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# newdoc id = "):
            found.append(Document(line[14:]))
            break_before = space = False
        elif line.startswith("# meta::genre = "):
            found[-1].genre = line[16:]
        elif line.startswith("# meta::dateCreated = ") and re.fullmatch(r"\d{4}-\d\d-\d\d", line[22:]):
            found[-1].published = line[22:]
        elif re.fullmatch(r"# newpar( .*)?", line):
            break_before = True
        elif line.startswith("# text = "):
            text = line[9:]
        elif line and line[0].isdigit():
            sentence.append(line.split("\t"))
        elif not line and sentence:
            document = found[-1]
            if document.text:
                document.text += "\n\n" if break_before else " " if space else ""
            add(document, sentence, text)
            space = "SpaceAfter=No" not in sentence[-1][MISC]
            sentence, break_before = [], False
    return found


def add(document, rows, text):
    start, at, first, inside = len(document.text), 0, len(document.tokens), None
    document.text += text
    words = []
    for row in rows:
        if "-" in row[0]:
            at = text.index(row[FORM], at)
            low, high = row[0].split("-")
            inside = (int(high), at + len(row[FORM]))
        elif row[0].isdigit():
            begin = text.find(row[FORM], at)
            if begin < 0 or (inside and int(row[0]) <= inside[0] and begin + len(row[FORM]) > inside[1]):
                begin, end = at, min(at + len(row[FORM]), inside[1] if inside else len(text))
            else:
                end = begin + len(row[FORM])
            at = end
            words.append(row)
            document.tokens.append((start + begin, start + end, row[UPOS], first + int(row[HEAD]) - 1 if row[HEAD] != "0" else -1))
    opened = []
    for number, row in enumerate(words, first):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", row[MISC])
        for bracket in re.findall(r"\([^()]+\)?|[^()]+\)", match.group(1)) if match else ():
            if bracket[0] == "(":
                name, kind = bracket.strip("()").split("-")[:2]
                opened.append((name, kind, number))
                if bracket[-1] != ")":
                    continue
            else:
                name = bracket[:-1].split("-")[0]
            i = next((i for i in reversed(range(len(opened))) if opened[i][0] == name), None)
            if i is None:
                continue
            name, kind, begin = opened.pop(i)
            if kind in TYPES and "[" not in name:
                document.mentions.append((begin, number, head_of(document.tokens, begin, number), name))


def head_of(tokens, first, last):
    return next((i for i in range(first, last + 1) if not first <= tokens[i][3] <= last and tokens[i][2] != "PUNCT"), last)


def matched(document, record):
    """Gold mention number → id of the system's entity."""
    candidates, by_head = [], defaultdict(list)
    for number, mention in enumerate(document.mentions):
        by_head[mention[2]].append(number)
    spans = [(mention["begin"], mention["end"], entity["id"]) for entity in record["entities"] for mention in entity["mentions"]]
    for which, (begin, end, _) in enumerate(spans):
        inside = [i for i, token in enumerate(document.tokens) if token[0] < end and token[1] > begin]
        if not inside:
            continue
        first, last = inside[0], inside[-1]
        for number in by_head.get(head_of(document.tokens, first, last), ()):
            gold = document.mentions[number]
            both = max(0, min(last, gold[1]) - max(first, gold[0]) + 1)
            candidates.append((both / (last - first + gold[1] - gold[0] + 2 - both), number, which))
    links, used = {}, set()
    for _, number, which in sorted(candidates, key=lambda one: (-one[0], one[1], one[2])):
        if number not in links and which not in used:
            links[number] = spans[which][2]
            used.add(which)
    return links


def chains(labels):
    found = defaultdict(set)
    for mention, label in labels.items():
        found[label].add(mention)
    return list(found.values())


def muc(keys, responses):
    """(numerator, denominator) of recall; precision with the sides exchanged."""
    chain_of = {mention: number for number, chain in enumerate(responses) for mention in chain}
    return (sum(len(key) - len({chain_of[mention] for mention in key}) for key in keys), sum(len(key) - 1 for key in keys))


def b3(keys, responses):
    chain_of = {mention: chain for chain in responses for mention in chain}
    return (sum(len(key & chain_of[mention]) / len(key) for key in keys for mention in key), sum(map(len, keys)))


def ceaf(keys, responses):
    """phi4 of the best one-to-one alignment of chains. Chains that share nothing give nothing: aligned component by component."""
    score = {}
    chain_of = {mention: number for number, chain in enumerate(responses) for mention in chain}
    for k, key in enumerate(keys):
        for r in {chain_of[mention] for mention in key}:
            score[k, r] = 2 * len(key & responses[r]) / (len(key) + len(responses[r]))
    return assignment(score, len(keys), len(responses)), len(keys)


def assignment(score, rows, columns):
    """The largest sum of scores with each row and column used once (Hungarian method)."""
    turned = rows > columns
    n, m = (columns, rows) if turned else (rows, columns)
    cost = [[0.0] * (m + 1) for _ in range(n + 1)]
    for (k, r), value in score.items():
        i, j = (r, k) if turned else (k, r)
        cost[i + 1][j + 1] = -value
    u, v, match, way = [0.0] * (n + 1), [0.0] * (m + 1), [0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        match[0], column = i, 0
        least, seen = [float("inf")] * (m + 1), [False] * (m + 1)
        while True:
            seen[column] = True
            row, delta, after = match[column], float("inf"), 0
            for j in range(1, m + 1):
                if not seen[j]:
                    current = cost[row][j] - u[row] - v[j]
                    if current < least[j]:
                        least[j], way[j] = current, column
                    if least[j] < delta:
                        delta, after = least[j], j
            for j in range(m + 1):
                if seen[j]:
                    u[match[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            column = after
            if match[column] == 0:
                break
        while column:
            match[column] = match[way[column]]
            column = way[column]
    return -sum(cost[match[j]][j] for j in range(1, m + 1) if match[j])


def measured(pairs):
    """Figures over (gold labels, system labels) of several documents; labels by mention number."""
    figures = {}
    for name, metric in (("muc", muc), ("b3", b3), ("ceaf", ceaf)):
        up = [metric(chains(gold), chains(system)) for gold, system in pairs]
        down = [metric(chains(system), chains(gold)) for gold, system in pairs]
        recall, precision = (sum(a for a, _ in part) / max(1, sum(b for _, b in part)) for part in (up, down))
        figures[name] = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        figures[name + " precision"], figures[name + " recall"] = precision, recall
    figures["conll"] = (figures["muc"] + figures["b3"] + figures["ceaf"]) / 3
    return figures


def labels(document, links, keep):
    gold = {number: document.mentions[number][3] for number in keep}
    system = {number: links.get(number, ("none", number)) for number in keep}
    return gold, system


def show_errors(document, links, kept):
    def words(number):
        first, last, head, name = document.mentions[number]
        return document.text[document.tokens[first][0]:document.tokens[last][1]][:70] + f" <{links.get(number, '-')}>"
    by_gold, by_system = defaultdict(list), defaultdict(list)
    for number in kept:
        by_gold[document.mentions[number][3]].append(number)
        by_system[links.get(number)].append(number)
    print(f"\n== {document.id}")
    for name, chain in by_gold.items():
        if len(chain) > 1 and (len({links.get(number) for number in chain}) > 1 or links.get(chain[0]) is None):
            print(f"  split {name}: " + " | ".join(map(words, chain)))
    for name, chain in by_system.items():
        if name is not None and len({document.mentions[number][3] for number in chain}) > 1:
            print(f"  joined {name}: " + " | ".join(f"[{document.mentions[number][3]}] {words(number)}" for number in chain))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--gold", type=pathlib.Path, default=GOLD)
    parser.add_argument("--genre", help="only this genre is run")
    parser.add_argument("--errors", action="store_true", help="print chains that are split or joined, of genre news")
    options = parser.parse_args()
    all_documents = [document for document in documents(options.gold) if not options.genre or document.genre == options.genre]
    inputs, records = options.work / "coreference-in.jsonl", options.work / "coreference.jsonl"
    with inputs.open("w", encoding="utf-8") as file:
        for document in all_documents:
            file.write(json.dumps({"id": document.id, "text": document.text, "published": document.published}, ensure_ascii=False) + "\n")
    done = subprocess.run([str(ROOT / "demarche"), "code", str(inputs), "--as-is", "--to", str(records)], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"demarche code ended with {done.returncode}:\n{done.stderr}")
    with records.open(encoding="utf-8") as file:
        by_id = {record["id"]: record for record in map(json.loads, file)}
    views, found, total = defaultdict(lambda: defaultdict(list)), defaultdict(int), defaultdict(int)
    for document in all_documents:
        record = by_id[document.id]
        if record["text"] != document.text:
            raise SystemExit(f"{document.id}: the record's text is not the text given")
        links = matched(document, record)
        upos = [document.tokens[mention[2]][2] for mention in document.mentions]
        real = {mention[3] for mention, tag in zip(document.mentions, upos) if tag != "PRON"}
        with_pronouns = [number for number, mention in enumerate(document.mentions) if mention[3] in real]
        kept = [number for number in with_pronouns if upos[number] != "PRON"]
        sizes = defaultdict(int)
        for number in with_pronouns:
            sizes[document.mentions[number][3]] += 1
        repeated = [number for number in with_pronouns if sizes[document.mentions[number][3]] > 1]
        for view, numbers in (("main", kept), ("with pronouns", with_pronouns), ("repeated", repeated)):
            views[document.genre][view].append(labels(document, links, numbers))
            found[document.genre, view] += sum(number in links for number in numbers)
            total[document.genre, view] += len(numbers)
        if options.errors and document.genre == "news":
            show_errors(document, links, with_pronouns)
    print(f"{'genre':12}{'mentions':16}{'gold':>6}{'found':>8}{'conll':>8}" + "".join(f"{name:>8}{'P':>7}{'R':>7}" for name in ("muc", "b3", "ceaf")))
    result = {}
    for genre in sorted(views, key=lambda name: (name != "news", name)):
        for view, pairs in views[genre].items():
            figures = measured(pairs)
            figures["mentions"] = found[genre, view] / max(1, total[genre, view])
            print(f"{genre:12}{view:16}{total[genre, view]:6}{figures['mentions']:8.3f}{figures['conll']:8.3f}" + "".join(
                f"{figures[name]:8.3f}{figures[name + ' precision']:7.3f}{figures[name + ' recall']:7.3f}" for name in ("muc", "b3", "ceaf")))
            if genre == "news":
                prefix = "" if view == "main" else view + " "
                names = ("conll", "muc", "b3", "ceaf", "mentions") if view == "main" else ("conll",)
                result |= {prefix + name: round(figures[name], 4) for name in names}
    print(json.dumps(result))


if __name__ == "__main__":
    main()
