#!/usr/bin/env python3
"""Trains the neural tagger-parser: a two-layer BiLSTM over hashed word, affix and shape embeddings, with softmax taggers on its
first layer and a biaffine arc scorer on its second (Dozat and Manning 2017). Writes weights rounded to 8 bits, which the library
runs in integer arithmetic, so that every machine gets the same trees.

    train.py --train A.conllu B.conllu --dev C.conllu D.conllu --out parser.model [--epochs 40] [--seed 1]

Needs PyTorch 1.13 (Debian: python3-torch). The same seed and thread count give the same model.
"""
import argparse
import math
import random
import struct
import sys
import time

import numpy
import torch
from torch import nn

WORD, AFFIX, SHAPE, PROJECTED, HIDDEN, ARC, LABEL = 100, 32, 16, 128, 160, 160, 128
AFFIX_ROWS, SHAPE_ROWS = 4096, 512
AFFIXES = [("s", 2), ("s", 3), ("s", 4), ("p", 2), ("p", 3)]


def fnv(text):
    """FNV-1a over UTF-16 code units, as the library computes it."""
    value = 2166136261
    for unit in text.encode("utf-16-le"):
        value = ((value ^ unit) * 16777619) & 0xFFFFFFFF
    return value


def shape(word):
    """Xxxx-dd: runs of more than two alike are cut to two; other characters stand for themselves."""
    out = []
    for char in word:
        kind = "X" if char.isupper() else "x" if char.islower() else "d" if char.isdigit() else char
        if len(out) < 2 or out[-1] != kind or out[-2] != kind:
            out.append(kind)
    return "".join(out[:10])


def affix(word, side, length):
    word = word.lower()
    return (word[-length:] if side == "s" else word[:length]) if len(word) >= length else word


def norm(word):
    """The vocabulary's form of a word: lower case, digits as 0."""
    return "".join("0" if char.isdigit() else char for char in word.lower())


class Sentence:
    def __init__(self, rows):
        self.words = [row[1] for row in rows]
        self.upos = [row[3] for row in rows]
        self.xpos = [row[4] for row in rows]
        self.heads = [int(row[6]) for row in rows]
        self.relations = [row[7] for row in rows]


def read(path):
    sentences, rows = [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if rows:
                sentences.append(Sentence(rows))
            rows = []
        elif line[0] != "#":
            fields = line.split("\t")
            if fields[0].isdigit():
                rows.append(fields)
    return sentences


class Vocabulary:
    def __init__(self, sentences):
        counts = {}
        for sentence in sentences:
            for word in sentence.words:
                counts[norm(word)] = counts.get(norm(word), 0) + 1
        self.words = sorted(word for word, count in counts.items() if count >= 2)
        self.index = {word: i + 1 for i, word in enumerate(self.words)}
        self.counts = [0] + [counts[word] for word in self.words]
        self.upos = sorted({tag for s in sentences for tag in s.upos})
        self.xpos = sorted({tag for s in sentences for tag in s.xpos})
        self.relations = sorted({rel for s in sentences for rel in s.relations})
        self.cache = {}

    def features(self, word):
        found = self.cache.get(word)
        if found is None:
            found = [self.index.get(norm(word), 0)]
            found += [fnv(f"{side}{length}{affix(word, side, length)}") % AFFIX_ROWS for side, length in AFFIXES]
            found.append(fnv(shape(word)) % SHAPE_ROWS)
            self.cache[word] = found
        return found


class Network(nn.Module):
    def __init__(self, vocabulary):
        super().__init__()
        v = vocabulary
        self.word = nn.Embedding(len(v.words) + 1, WORD)
        self.affixes = nn.ModuleList(nn.Embedding(AFFIX_ROWS, AFFIX) for _ in AFFIXES)
        self.shape = nn.Embedding(SHAPE_ROWS, SHAPE)
        for table in [self.word, *self.affixes, self.shape]:
            nn.init.normal_(table.weight, std=0.3)
        self.project = nn.Linear(WORD + AFFIX * len(AFFIXES) + SHAPE, PROJECTED)
        self.first = nn.LSTM(PROJECTED, HIDDEN, bidirectional=True)
        self.second = nn.LSTM(2 * HIDDEN, HIDDEN, bidirectional=True)
        self.upos = nn.Linear(2 * HIDDEN, len(v.upos))
        self.xpos = nn.Linear(2 * HIDDEN, len(v.xpos))
        self.arc_dep = nn.Linear(2 * HIDDEN, ARC)
        self.arc_head = nn.Linear(2 * HIDDEN, ARC)
        self.arc = nn.Linear(ARC, ARC)          # bilinear form; its bias row scores heads alone
        self.root = nn.Parameter(torch.zeros(2 * HIDDEN))
        self.label_dep = nn.Linear(2 * HIDDEN, LABEL)
        self.label_head = nn.Linear(2 * HIDDEN, LABEL, bias=False)
        self.label = nn.Linear(LABEL, len(v.relations))

    def drop(self, x, rate):
        """Dropout that drops the same units of a sentence at every word."""
        if not self.training:
            return x
        mask = torch.bernoulli(torch.full((1, x.shape[1], x.shape[2]), 1 - rate)) / (1 - rate)
        return x * mask

    def run(self, layer, x, lengths):
        packed = nn.utils.rnn.pack_padded_sequence(x, lengths)
        return nn.utils.rnn.pad_packed_sequence(layer(packed)[0])[0]

    def forward(self, features, lengths):
        """features: time × batch × kinds. Gives upos, xpos (time × batch × tags), arcs (batch × dependent × head, 0 is the root), states."""
        parts = [self.word(features[..., 0])]
        parts += [table(features[..., i + 1]) for i, table in enumerate(self.affixes)]
        parts.append(self.shape(features[..., -1]))
        x = self.drop(torch.cat(parts, -1), 0.25)
        x = torch.clamp(torch.relu(self.project(x)), max=8.0)
        first = self.run(self.first, self.drop(x, 0.2), lengths)
        second = self.run(self.second, self.drop(first, 0.33), lengths)
        tagged = self.drop(first, 0.25)
        state = self.drop(second, 0.33).transpose(0, 1)
        state = torch.cat([self.root.expand(state.shape[0], 1, -1), state], 1)
        dep = self.drop(torch.clamp(torch.relu(self.arc_dep(state[:, 1:])), max=8.0), 0.33)
        head = self.drop(torch.clamp(torch.relu(self.arc_head(state)), max=8.0), 0.33)
        arcs = self.arc(dep) @ head.transpose(1, 2) / math.sqrt(ARC)
        return self.upos(tagged), self.xpos(tagged), arcs, state

    def labels(self, state, heads):
        """Scores of relations for given heads (batch × time)."""
        chosen = torch.gather(self.label_head(state), 1, heads.unsqueeze(-1).expand(-1, -1, LABEL))
        hidden = torch.clamp(torch.relu(self.label_dep(state[:, 1:]) + chosen), max=8.0)
        return self.label(torch.dropout(hidden, 0.33, self.training))


class Batch:
    def __init__(self, sentences, vocabulary, rng=None):
        sentences = sorted(sentences, key=lambda s: -len(s.words))
        self.sentences = sentences
        self.lengths = [len(s.words) for s in sentences]
        longest = self.lengths[0]
        features = numpy.zeros((longest, len(sentences), len(AFFIXES) + 2), dtype=numpy.int64)
        gold = numpy.full((4, len(sentences), longest), -100, dtype=numpy.int64)
        index = [{name: i for i, name in enumerate(names)} for names in (vocabulary.upos, vocabulary.xpos, vocabulary.relations)]
        for b, sentence in enumerate(sentences):
            words = sentence.words
            if rng:
                # News prints headlines and datelines in capitals, and mails drop them.
                roll = rng.random()
                if roll < 0.02:
                    words = [word.upper() for word in words]
                elif roll < 0.03:
                    words = [word.lower() for word in words]
            for t, word in enumerate(words):
                features[t, b] = vocabulary.features(word)
                if rng:
                    word_id = features[t, b, 0]
                    if word_id and rng.random() < 0.3 / (0.3 + vocabulary.counts[word_id]):
                        features[t, b, 0] = 0
            for row, (names, values) in enumerate(zip(index, (sentence.upos, sentence.xpos, sentence.relations))):
                gold[row, b, :len(words)] = [names.get(value, -100) for value in values]
            gold[3, b, :len(words)] = sentence.heads
        self.features = torch.from_numpy(features)
        self.upos, self.xpos, self.relations, self.heads = map(torch.from_numpy, gold)


def batches(sentences, tokens, rng):
    order = sorted(sentences, key=lambda s: len(s.words) + rng.random() * 6)
    made, current, count = [], [], 0
    for sentence in order:
        current.append(sentence)
        count += len(sentence.words)
        if count >= tokens:
            made.append(current)
            current, count = [], 0
    if current:
        made.append(current)
    rng.shuffle(made)
    return made


def loss_of(network, batch):
    upos, xpos, arcs, state = network(batch.features, batch.lengths)
    cross = nn.functional.cross_entropy
    longest = batch.lengths[0]
    mask = torch.arange(longest + 1).unsqueeze(0) > torch.tensor(batch.lengths).unsqueeze(1)
    arcs = arcs.masked_fill(mask.unsqueeze(1), -1e9)
    labels = network.labels(state, batch.heads.clamp(min=0))
    return (0.5 * cross(upos.transpose(0, 1).flatten(0, 1), batch.upos.flatten(), ignore_index=-100)
            + 0.5 * cross(xpos.transpose(0, 1).flatten(0, 1), batch.xpos.flatten(), ignore_index=-100)
            + cross(arcs.flatten(0, 1), batch.heads.flatten(), ignore_index=-100)
            + cross(labels.flatten(0, 1), batch.relations.flatten(), ignore_index=-100))


def evaluate(network, vocabulary, sentences):
    """UPOS, XPOS, UAS, LAS with the best head of each word, tree or not."""
    network.eval()
    right, total = [0, 0, 0, 0], 0
    with torch.no_grad():
        for group in batches(sentences, 4000, random.Random(1)):
            batch = Batch(group, vocabulary)
            upos, xpos, arcs, state = network(batch.features, batch.lengths)
            mask = torch.arange(batch.lengths[0] + 1).unsqueeze(0) > torch.tensor(batch.lengths).unsqueeze(1)
            heads = arcs.masked_fill(mask.unsqueeze(1), -1e9).argmax(-1)
            relations = network.labels(state, heads).argmax(-1)
            known = batch.heads >= 0
            total += int(known.sum())
            right[0] += int((upos.transpose(0, 1).argmax(-1) == batch.upos)[known].sum())
            right[1] += int((xpos.transpose(0, 1).argmax(-1) == batch.xpos)[known].sum())
            attached = (heads == batch.heads) & known
            right[2] += int(attached.sum())
            right[3] += int((attached & (relations == batch.relations)).sum())
    network.train()
    return [value / total for value in right]


def write(path, network, vocabulary):
    """The model file; see NeuralModel.cs for the reader. Little-endian."""
    with open(path, "wb") as out:
        def text(names):
            blob = "\n".join(names).encode("utf-8")
            out.write(struct.pack("<i", len(blob)) + blob)

        def matrix(weights):
            """rows × columns of int8 with a float scale a row."""
            weights = weights.detach().numpy().astype(numpy.float32)
            scale = numpy.maximum(numpy.abs(weights).max(1), 1e-8) / 127
            rounded = numpy.clip(numpy.rint(weights / scale[:, None]), -127, 127).astype(numpy.int8)
            out.write(struct.pack("<ii", *weights.shape) + scale.astype("<f4").tobytes() + rounded.tobytes())

        def vector(values):
            values = values.detach().numpy().astype("<f4").ravel()
            out.write(struct.pack("<i", len(values)) + values.tobytes())

        out.write(b"DMNP\x01\x00\x00\x00")
        for names in (vocabulary.words, vocabulary.upos, vocabulary.xpos, vocabulary.relations):
            text(names)
        for table in [network.word, *network.affixes, network.shape]:
            matrix(table.weight)
        matrix(network.project.weight), vector(network.project.bias)
        for layer in (network.first, network.second):
            for suffix in ("", "_reverse"):
                matrix(getattr(layer, f"weight_ih_l0{suffix}"))
                matrix(getattr(layer, f"weight_hh_l0{suffix}"))
                vector(getattr(layer, f"bias_ih_l0{suffix}") + getattr(layer, f"bias_hh_l0{suffix}"))
        for part in (network.upos, network.xpos, network.arc_dep, network.arc_head, network.arc, network.label_dep):
            matrix(part.weight), vector(part.bias)
        matrix(network.label_head.weight)
        matrix(network.label.weight), vector(network.label.bias)
        vector(network.root)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", nargs="+", required=True)
    parser.add_argument("--dev", nargs="*", default=[])
    parser.add_argument("--out", required=True)
    parser.add_argument("--epochs", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=0.002)
    parser.add_argument("--tokens", type=int, default=1000)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    train = [sentence for path in options.train for sentence in read(path) if len(sentence.words) <= 120]
    devs = {path: read(path) for path in options.dev}
    vocabulary = Vocabulary(train)
    network = Network(vocabulary)
    average = {name: value.detach().clone() for name, value in network.state_dict().items()}
    print(f"{len(train)} sentences, {len(vocabulary.words)} words, {sum(p.numel() for p in network.parameters())} weights", flush=True)
    optimizer = torch.optim.Adam(network.parameters(), lr=options.rate, betas=(0.9, 0.95), eps=1e-8)
    steps, step = 0, 0
    for epoch in range(options.epochs):
        began, words, lost = time.time(), 0, 0.0
        groups = batches(train, options.tokens, rng)
        steps = steps or len(groups) * options.epochs
        for group in groups:
            step += 1
            for setting in optimizer.param_groups:
                setting["lr"] = options.rate * min(step / 300, 1) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(step / steps, 1))))
            batch = Batch(group, vocabulary, rng)
            loss = loss_of(network, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            keep = min(0.999, (1 + step) / (10 + step))
            with torch.no_grad():
                for name, value in network.state_dict().items():
                    average[name].mul_(keep).add_(value, alpha=1 - keep)
            words += sum(batch.lengths)
            lost += float(loss.detach()) * sum(batch.lengths)
        line = f"epoch {epoch + 1} loss {lost / words:.4f} {words / (time.time() - began):.0f} words/s"
        if (epoch + 1) % 4 == 0 or epoch + 1 == options.epochs:
            current = {name: value.detach().clone() for name, value in network.state_dict().items()}
            network.load_state_dict(average)
            for path, sentences in devs.items():
                upos, xpos, uas, las = evaluate(network, vocabulary, sentences)
                line += f" | {path.split('/')[-1][:3]} UPOS {upos:.4f} XPOS {xpos:.4f} UAS {uas:.4f} LAS {las:.4f}"
            write(options.out, network, vocabulary)
            network.load_state_dict(current)
        print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
