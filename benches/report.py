#!/usr/bin/env python3
"""Writes the tables of docs/BENCHMARKS.md and the chart beside it from the results of `benches/run`.

A table stands between `<!-- name -->` and `<!-- /name -->`; all else in the page is written by hand.
"""

import json
import math
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "BENCHMARKS.md"
CHART = ROOT / "docs" / "benchmarks.svg"

# As the programs in benches/peers name them.
PEERS = ["write! by hand", "tolken", "fluent-static", "rust-i18n", "fluent-bundle", "fluent-templates"]
BY_HAND, TOLKEN, STATIC, RUST_I18N, BUNDLE, _ = PEERS
MESSAGES = {"plain": "no argument", "text": "a string", "integers": "two integers", "plural": "a plural"}
LOCALES, MIX, LOADED = 6, 4096, 60_000


def main():
    results = Path(sys.argv[1])
    medians = read_medians(results / "criterion")
    counted = {name: read_rows(results / f"{name}.tsv") for name in ("allocations", "memory", "threads")}
    rendering = Rendering(medians)
    tables = {
        "machine": machine(),
        "goals": goals(rendering, medians, counted),
        "rendering": rendering.table(),
        "integer": integer_table(medians),
        "allocations": allocations_table(counted["allocations"]),
        "load": load_table(medians),
        "memory": memory_table(counted["memory"]),
        "threads": threads_table(counted["threads"]),
        "versions": versions(),
    }
    page = PAGE.read_text(encoding="utf-8")
    for name, table in tables.items():
        begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        if page.count(begin) != 1 or page.count(end) != 1:
            sys.exit(f"{PAGE}: expected one `{begin.strip()}` and one `{end}`")
        start, stop = page.index(begin) + len(begin), page.index(end)
        page = f"{page[:start]}{table}\n{page[stop:]}"
    PAGE.write_text(page, encoding="utf-8")
    CHART.write_text(chart(rendering), encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)} and {CHART.relative_to(ROOT)}: written")


def read_medians(folder):
    """Gives the median of each of criterion's benchmarks in nanoseconds, by group and function."""
    medians = {}
    for file in folder.glob("**/new/benchmark.json"):
        benchmark = json.loads(file.read_text(encoding="utf-8"))
        estimates = json.loads(file.with_name("estimates.json").read_text(encoding="utf-8"))
        median = estimates["median"]["point_estimate"]
        medians[benchmark["group_id"], benchmark["function_id"]] = median
    return medians


def read_rows(file):
    return [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]


class Rendering:
    """Nanoseconds a text, by peer: of each message, of the mix, and the geometric mean."""

    def __init__(self, medians):
        self.messages = {p: [medians[m, p] / LOCALES for m in MESSAGES] for p in PEERS}
        self.mix = {peer: medians["mix", peer] / MIX for peer in PEERS}
        self.mean = {peer: math.prod(times) ** (1 / len(times)) for peer, times in self.messages.items()}
        self.memcpy = medians["floor", "memcpy"]

    def table(self):
        columns = ["ns a text", *MESSAGES.values(), "geometric mean", "to by hand", "random mix", "to by hand"]
        rows = []
        for peer in PEERS:
            mean, mix = self.mean[peer], self.mix[peer]
            times = [*map(nanoseconds, self.messages[peer])]
            times += [nanoseconds(mean), f"{mean / self.mean[BY_HAND]:.2f}"]
            times += [nanoseconds(mix), f"{mix / self.mix[BY_HAND]:.2f}"]
            rows.append([name(peer), *times])
        return rows_table(columns, rows) + f"\n\nCopying a text of 89 bytes takes {nanoseconds(self.memcpy)} ns."


def goals(rendering, medians, counted):
    """Compares with what the project wants to reach."""
    mean, mix = rendering.mean, rendering.mix
    allocations = {(peer, what): float(count) for peer, what, count in counted["allocations"]}
    held = {peer: float(value) for peer, what, value in counted["memory"] if what == "bytes held a message"}
    threads = {what: float(value) for what, _, value in counted["threads"]}
    own, itoa = (an_integer(medians, peer) for peer in ("tolken", "itoa"))
    bundle = medians["load", "fluent-bundle"]
    wanted = [
        ("geometric mean of the four messages, to `write!` by hand", mean[TOLKEN] / mean[BY_HAND], "<=", 1.0),
        ("random mix, to `write!` by hand", mix[TOLKEN] / mix[BY_HAND], "<=", 1.0),
        ("times as fast as fluent-bundle, geometric mean", mean[BUNDLE] / mean[TOLKEN], ">=", 3.5),
        ("times as fast as fluent-bundle, random mix", mix[BUNDLE] / mix[TOLKEN], ">=", 3.5),
        ("times as fast as rust-i18n, random mix", mix[RUST_I18N] / mix[TOLKEN], ">=", 1.0),
        ("times as fast as fluent-static, random mix", mix[STATIC] / mix[TOLKEN], ">=", 1.0),
        ("a grouped integer, to itoa", own / itoa, "<=", 2.5),
        ("allocations of a text in a reused buffer", allocations["tolken", "a text"], "<=", 0),
        ("allocations of an owned string", allocations["tolken", "an owned string"], "<=", 1),
        ("two threads on one catalog, to a catalog each", threads["ratio"], ">=", 0.95),
        ("loading from Fluent text, to fluent-bundle", medians["load", "tolken"] / bundle, "<=", 0.5),
        ("loading what was built before, to fluent-bundle", medians["load", "tolken prebuilt"] / bundle, "<=", 0.2),
        ("bytes held a message", held["tolken"], "<=", 120),
    ]
    rows = []
    for what, value, relation, bound in wanted:
        is_reached = value <= bound if relation == "<=" else value >= bound
        sign = "≤" if relation == "<=" else "≥"
        rows.append([what, f"{sign} {bound}", f"{value:.2f}", "yes" if is_reached else "**no**"])
    return rows_table(["", "goal", "measured", "reached"], rows, texts=1)


def an_integer(medians, peer):
    """The time of one integer: an eighth of what nine take more than one."""
    return (medians["integer", f"{peer} 9"] - medians["integer", f"{peer} 1"]) / 8


def integer_table(medians):
    rows = []
    for peer, text in [("itoa", "1234567"), ("tolken", "1,234,567")]:
        whole = nanoseconds(medians["integer", f"{peer} 1"])
        rows.append([name(peer), text, whole, nanoseconds(an_integer(medians, peer))])
    return rows_table(["", "text", "the whole text, ns", "the integer alone, ns"], rows, texts=2)


def allocations_table(rows):
    table = [[name(peer), what, count] for peer, what, count in rows]
    return rows_table(["", "what is made", "allocations"], table)


def load_table(medians):
    rows = []
    for peer in ("tolken", "tolken prebuilt", "fluent-bundle"):
        time = medians["load", peer]
        ratio = time / medians["load", "fluent-bundle"]
        rows.append([name(peer), f"{time / 1e6:.1f}", nanoseconds(time / LOADED), f"{ratio:.2f}"])
    return rows_table(["", "60,000 messages, ms", "a message, ns", "to fluent-bundle"], rows)


def memory_table(rows):
    text = next(value for who, _, value in rows if who == "text")
    found = {(who, what): value for who, what, value in rows}
    table = [
        [name(who), found[who, "bytes held a message"], found[who, "bytes asked for a message"]]
        for who in ("tolken", "tolken prebuilt", "fluent-bundle")
    ]
    columns = ["", "bytes held a message", "bytes asked for while loading it"]
    return rows_table(columns, table) + f"\n\nThe average text has {text} bytes in its file."


def threads_table(rows):
    table = [[who, value] for who, _, value in rows if who != "ratio"]
    ratio = next(value for who, _, value in rows if who == "ratio")
    return rows_table(["two threads on", "million texts a second"], table) + f"\n\nMedian of the ratios: {ratio}."


def rows_table(columns, rows, texts=None):
    """A Markdown table; the first columns are texts, and those whose cells are numbers are not."""
    if texts is None:
        texts = next(i for i, cell in enumerate(rows[0]) if re.fullmatch(r"[\d.,]+", cell))
    marks = ["---" if index < texts else "--:" for index in range(len(columns))]
    return "\n".join(f"| {' | '.join(row)} |" for row in [columns, marks, *rows])


def nanoseconds(time):
    return f"{time:,.1f}" if time < 100 else f"{time:,.0f}"


def name(peer):
    names = {"write! by hand": "`write!` by hand", "tolken": "**tolken**", "tolken prebuilt": "**tolken**, prebuilt"}
    return names.get(peer, peer)


def machine():
    rustc = subprocess.run(["rustc", "--version"], check=True, stdout=subprocess.PIPE, text=True)
    version = " ".join(rustc.stdout.split()[:2])
    return f"{version}, {platform.machine()} {platform.system()}, {os.cpu_count()} cores."


def versions():
    lock = (ROOT / "benches" / "peers" / "Cargo.lock").read_text(encoding="utf-8")
    found = dict(re.findall(r'^name = "([^"]+)"\nversion = "([^"]+)"', lock, re.MULTILINE))
    peers = ["fluent-bundle", "fluent-templates", "fluent-static", "rust-i18n", "itoa", "criterion"]
    return ", ".join(f"{peer} {found[peer]}" for peer in peers) + "."


def chart(rendering):
    """Horizontal bars: the mix, and copying a text as the floor."""
    bars = [("copying a text", rendering.memcpy), *rendering.mix.items()]
    left, right, step, top, width = 150, 80, 32, 44, 720
    longest = max(time for _, time in bars)
    height = top + step * len(bars) + 6
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
        "  <title>Nanoseconds a text, a random mix of four messages in six languages</title>",
        f"  <desc>{'; '.join(f'{bar} {time:.0f}' for bar, time in bars)}</desc>",
        "  <style>",
        "    text { font: 14px system-ui, sans-serif; fill: #1f2328 }",
        "    .caption { fill: #59636e } .bar { fill: #8c959f } .tolken { fill: #0969da }",
        "    @media (prefers-color-scheme: dark) {",
        "      text { fill: #f0f6fc } .caption { fill: #9198a1 } .bar { fill: #656c76 } .tolken { fill: #4493f8 }",
        "    }",
        "  </style>",
        '  <text class="caption" x="0" y="20">Nanoseconds a text, a random mix of four messages in six'
        " languages; shorter is faster</text>",
    ]
    for index, (bar, time) in enumerate(bars):
        y = top + step * index
        length = max(1, round((width - left - right) * time / longest))
        kind = "bar tolken" if bar == TOLKEN else "bar"
        lines += [
            f'  <text x="{left - 10}" y="{y + 16}" text-anchor="end">{bar}</text>',
            f'  <rect class="{kind}" x="{left}" y="{y}" width="{length}" height="22" rx="2"/>',
            f'  <text x="{left + length + 8}" y="{y + 16}">{time:,.0f}</text>',
        ]
    return "\n".join([*lines, "</svg>", ""])


if __name__ == "__main__":
    main()
