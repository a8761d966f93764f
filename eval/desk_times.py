"""How long the desk takes for each page, as a browser gets it: one user first, then twenty at once, each page of another day or entry.

    demarche desk --store many.db --no-browser --port 5150
    python3 eval/desk_times.py http://localhost:5150

Entries are found on the desk's own lists. A user asks for the page alone, over a connection of his own that stays open. Printed are
the median and the 95th percentile in milliseconds, for one user and for twenty, and the size of a page; marked are those above the
limits (300 ms for one user, 1,000 ms for twenty). The machine's load is said: where other work shares the cores, times say little.
"""
import argparse
import datetime
import html
import http.client
import os
import re
import threading
import time
import urllib.parse

LIMITS = (300, 1000)


class User:
    """Somebody with a browser."""

    def __init__(self, address):
        parts = urllib.parse.urlsplit(address)
        self.connection = http.client.HTTPConnection(parts.hostname, parts.port or 80, timeout=300)

    def get(self, path):
        self.connection.request("GET", path, headers={"Accept": "text/html"})
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status} {answer.reason}")
        return body

    def time(self, path):
        begin = time.perf_counter()
        body = self.get(path)
        return (time.perf_counter() - begin) * 1000, len(body)


def links(user, page, wanted):
    """The addresses on a page that begin so, each once, without a day."""
    found = re.findall(r'href="(%s[^"]*)"' % re.escape(wanted), user.get(page).decode())
    return list(dict.fromkeys(html.unescape(link).split("#")[0] for link in found))


def pages(user, last):
    """Pages by name: what is asked for the n-th time."""
    def day(days):
        return (last - datetime.timedelta(days=days)).isoformat()

    found = {name: [] for name in ("/article?", "/actor?", "/office?", "/figures?")}
    for offset in range(0, 250, 50):
        found["/article?"] += links(user, f"/articles?offset={offset}", "/article?")
        found["/actor?"] += links(user, f"/actors?offset={offset}", "/actor?")
    found["/office?"] = links(user, "/positions", "/office?")
    found["/figures?"] = [link for link in links(user, "/figures", "/figures?") if "matter=" in link]
    words = re.findall(r"[a-z]{6,}", re.sub(r"<[^>]*>", " ", user.get("/articles").decode()))

    def of(name, at):
        return found[name][at % len(found[name])]

    def with_day(path, days):
        return f"{path}{'&' if '?' in path else '?'}date={day(days)}"

    asked = {
        "overview": lambda at: with_day("/", at * 3),
        "overview, the same day": lambda at: "/",
        "articles": lambda at: with_day("/articles", at * 5),
        "search": lambda at: "/articles?q=" + words[at * 7 % len(words)],
        "article": lambda at: of("/article?", at),
        "actors": lambda at: f"/actors?offset={at * 50}",
        "actor": lambda at: of("/actor?", at),
        "positions": lambda at: with_day("/positions", at * 7),
        "office": lambda at: with_day(of("/office?", 0), at * 7),
        "statements": lambda at: with_day("/statements", at * 5),
        "statements, search": lambda at: "/statements?q=" + words[at * 7 % len(words)],
        "demands": lambda at: with_day("/demands", at),
        "figures": lambda at: with_day("/figures", at),
        "figures of a matter": lambda at: of("/figures?", at),
        "events": lambda at: with_day("/events", at * 3),
        "review": lambda at: with_day("/review", at),
        "crises": lambda at: "/crises",
        "report": lambda at: "/report",
        "add": lambda at: "/add",
    }
    missing = {name for name, list_of in found.items() if not list_of}
    needed = {"article": "/article?", "actor": "/actor?", "office": "/office?", "figures of a matter": "/figures?"}
    return {name: ask for name, ask in asked.items() if needed.get(name) not in missing and (words or "search" not in name)}


def percentile(times, part):
    return sorted(times)[min(len(times) - 1, int(len(times) * part))]


def measure(address, ask, rounds, users, each):
    one = User(address)
    one.get(ask(rounds + users * each))
    alone = [one.time(ask(at)) for at in range(rounds)]
    together = []

    def work(number):
        user = User(address)
        for at in range(each):
            together.append(user.time(ask(rounds + number * each + at))[0])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [took for took, _ in alone], together, max(size for _, size in alone)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("desk", help="the address of a desk that runs, http://localhost:5150")
    arguments.add_argument("--rounds", type=int, default=20, help="how often one user asks for each page")
    arguments.add_argument("--users", type=int, default=20)
    arguments.add_argument("--each", type=int, default=4, help="how often each of them does")
    arguments.add_argument("--only", default="", help="pages whose names begin so")
    given = arguments.parse_args()
    user = User(given.desk)
    shown = re.search(rb'<input[^>]*type="date"[^>]*value="(\d{4}-\d\d-\d\d)"', user.get("/"))
    last = datetime.date.fromisoformat(shown.group(1).decode()) if shown else datetime.date.today()
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; last day {last}")
    print(f"{'':24} {'one: median':>12} {'p95':>7} {given.users:>8} users: median {'p95':>7} {'KB':>6}")
    for name, ask in pages(user, last).items():
        if not name.startswith(given.only):
            continue
        alone, together, size = measure(given.desk, ask, given.rounds, given.users, given.each)
        p95 = percentile(alone, 0.95), percentile(together, 0.95)
        over = " above the limit" if p95[0] > LIMITS[0] or p95[1] > LIMITS[1] else ""
        print(f"{name:24} {percentile(alone, 0.5):12.0f} {p95[0]:7.0f} {percentile(together, 0.5):22.0f} {p95[1]:7.0f} {size / 1000:6.0f}{over}", flush=True)
    print(f"load {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
