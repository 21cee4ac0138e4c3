#!/usr/bin/env python3
"""Writes the tables of docs/LOOKUP.md and the charts beside it from the rows of `benches/lookup/run`.

A table stands between `<!-- name -->` and `<!-- /name -->`; all else in the page is written by hand.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

from report import ROOT, machine, rows_table

PAGE = ROOT / "docs" / "LOOKUP.md"
CHARTS = ROOT / "docs"
KINDS = [
    "clean",
    "isolates",
    "copied",
    "escaped",
    "in a line",
    "one typo",
    "three typos",
    "cut at 60 %",
    "ambiguous",
    "former",
    "nested, the outer",
    "nested, the inner",
    "below 40 bits",
]
NEGATIVES = ["foreign lines", "words of the catalog", "single words", "one word apart"]
PEERS = ["tolken", "tolken, with similar texts", "aho-corasick and verification", "a regex each", "RegexSet"]
CATALOGS = {"built-in": "built-in", "1000": "1,000", "10000": "10,000", "20000": "20,000", "100000": "100,000", "1000000": "1,000,000"}
NOT_MEASURED = "–"


def main():
    rows = Rows(Path(sys.argv[1]))
    tables = {
        "goals": goals(rows),
        "kinds": kinds_table(rows),
        "arguments": arguments_table(rows),
        "scripts": scripts_table(rows),
        "negatives": negatives_table(rows),
        "calibration": calibration_table(rows),
        "oracle": oracle_table(rows),
        "speed": speed_table(rows),
        "hostile": hostile_table(rows),
        "peers": peers_table(rows),
        "machine": machine(),
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
    charts = {"accuracy": accuracy_chart(rows), "calibration": calibration_chart(rows), "peers": peers_chart(rows)}
    for name, chart in charts.items():
        (CHARTS / f"lookup-{name}.svg").write_text(chart, encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)} and its charts: written")


class Rows:
    """What was measured: by table, catalog, row, script and column."""

    def __init__(self, file):
        self.values = {}
        for line in file.read_text(encoding="utf-8").splitlines():
            *keys, value = line.split("\t")
            self.values[tuple(keys)] = float(value)

    def get(self, table, catalog, row, column, script="all"):
        return self.values.get((table, catalog, row, script, column))

    def share(self, table, catalog, rows, parts, wholes, script="all"):
        """A percentage over several rows and columns, or nothing where nothing was counted."""
        sums = [
            sum(self.get(table, catalog, row, column, script) or 0 for row in rows for column in columns)
            for columns in (parts, wholes)
        ]
        return sums[0] * 100 / sums[1] if sums[1] else None

    def catalogs(self, table):
        found = {keys[1] for keys in self.values if keys[0] == table}
        return [catalog for catalog in CATALOGS if catalog in found]

    def scripts(self, catalog):
        found = defaultdict(float)
        for (table, of, row, script, column), value in self.values.items():
            if (table, of, row, column) == ("accuracy", catalog, "clean", "texts") and script != "all":
                found[script] = value
        return sorted(found, key=found.get, reverse=True)


def goals(rows):
    """Compares with what the project wants to reach."""
    large, small, million = "100000", "built-in", "1000000"

    def accuracy(catalog, kinds, parts, wholes=("texts",)):
        return rows.share("accuracy", catalog, kinds, parts, wholes)

    def speed(catalog, kind, column, factor=1.0):
        value = rows.get("speed", catalog, kind, column)
        return value and value * factor

    damaged = ["clean", "isolates", "copied", "escaped", "in a line"]
    hostile = {keys: value for keys, value in rows.values.items() if keys[0] == "hostile"}
    worst = max(value for keys, value in hostile.items() if keys[4] == "8 kB")
    growth = max(growths(rows), default=None)
    missed = sum(value for keys, value in rows.values.items() if keys[0] == "oracle" and keys[4] == "missed" and "below" not in keys[2])
    peer = {name: rows.get("peers", large, name, "p50 ns") for name in PEERS}
    false = rows.share("negatives", large, ["foreign lines"], ["at 0.9"], ["texts"])
    wanted = [
        ("built-in, clean, copied, escaped or in a line: the code and its locales first, %", accuracy(small, damaged, ["set"]), ">=", 99.9),
        ("the same: arguments inside the message equal, %", accuracy(small, damaged, ["inner equal"], ["inner"]), ">=", 99.5),
        ("the same, isolation marks kept: all arguments equal, %", accuracy(small, ["isolates"], ["inner equal", "edge equal"], ["inner", "edge"]), ">=", 100),
        ("100,000: exactly the right set first, %", accuracy(large, [*damaged, "ambiguous"], ["set"]), ">=", 99.9),
        ("missed against the exhaustive verifier, of 40 bits or more", missed, "<=", 0),
        ("100,000: first with one typo, %", accuracy(large, ["one typo"], ["first"]), ">=", 99.5),
        ("100,000: first with three typos, %", accuracy(large, ["three typos"], ["first"]), ">=", 96),
        ("100,000: cut at 60 %, among the first five, %", accuracy(large, ["cut at 60 %"], ["five"]), ">=", 90),
        ("100,000: arguments at open ends in a line equal, %", accuracy(large, ["in a line"], ["edge equal"], ["edge"]), ">=", 85),
        ("100,000: foreign lines answered at 0.9, of 10,000", false and false * 100 if false else false, "<=", 1),
        ("built-in: exact only, median, µs", speed(small, "exact only", "p50 ns", 1e-3), "<=", 0.5),
        ("built-in: whole answer, median, µs", speed(small, "whole answer", "p50 ns", 1e-3), "<=", 1),
        ("100,000: whole answer, median, µs", speed(large, "whole answer", "p50 ns", 1e-3), "<=", 1.5),
        ("slowest text of 8 kB, ms", worst, "<=", 2),
        ("twice the text, times the time", growth, "<=", 2.3),
        ("100,000: bytes a text with similar texts, its words aside", speed(large, "with similar texts", "bytes a text"), "<=", 90),
        ("100,000: lines a second", speed(large, "bulk", "lines a second"), ">=", 300_000),
        ("two threads on one index, to an index each", rows.get("threads", large, "ratio", "median"), ">=", 0.95),
        ("100,000: times as fast as aho-corasick and verification", peer["aho-corasick and verification"] / peer["tolken"], ">=", 2),
        ("100,000: times as fast as RegexSet", peer["RegexSet"] / peer["tolken"], ">=", 100),
        ("1,000,000: whole answer, median, µs", speed(million, "whole answer", "p50 ns", 1e-3), "<=", 4),
        ("1,000,000: built, exact, s", speed(million, "exact", "build ms", 1e-3), "<=", 4),
        ("1,000,000: built with similar texts, s", speed(million, "with similar texts", "build ms", 1e-3), "<=", 10),
    ]
    table = []
    for what, value, relation, bound in wanted:
        if value is None:
            reached, shown = "not measured", NOT_MEASURED
        else:
            reached = "yes" if (value <= bound if relation == "<=" else value >= bound) else "**no**"
            shown = f"{value:,.0f}" if value >= 1000 or value == int(value) else f"{value:,.2f}"
        table.append([what, f"{'≤' if relation == '<=' else '≥'} {bound:,}", shown, reached])
    return rows_table(["", "goal", "measured", "reached"], table, texts=1)


def growths(rows):
    """How many times longer each kind of hostile text takes when it is twice as long."""
    times = [value for value in rows.values.items() if value[0][0] == "hostile"]
    found = dict(times)
    lengths = {"4 kB": "8 kB", "8 kB": "16 kB", "16 kB": "32 kB"}
    for (table, catalog, row, script, column), value in times:
        longer = found.get((table, catalog, row, script, lengths.get(column)))
        # What takes microseconds is the clock's doing.
        if longer and value > 0.02:
            yield longer / value


def percent(value):
    if value is None:
        return NOT_MEASURED
    return "100" if value == 100 else f"{value:.2f}" if value > 99 else f"{value:.1f}"


def kinds_table(rows):
    catalogs = rows.catalogs("accuracy")
    table = []
    for kind in KINDS:
        columns = ["five"] if kind == "nested, the inner" else ["first"]
        cells = [percent(rows.share("accuracy", catalog, [kind], columns, ["texts"])) for catalog in catalogs]
        sets = [percent(rows.share("accuracy", catalog, [kind], ["set"], ["texts"])) for catalog in catalogs]
        if kind == "nested, the inner":
            sets = [NOT_MEASURED] * len(catalogs)
        table.append([kind, *cells, *sets])
    names = [CATALOGS[catalog] for catalog in catalogs]
    return rows_table(["%", *(f"first, {name}" for name in names), *(f"exact set, {name}" for name in names)], table, texts=1)


def arguments_table(rows):
    catalogs = rows.catalogs("accuracy")
    table = []
    for kind in [kind for kind in KINDS if "typo" not in kind and kind not in ("cut at 60 %", "nested, the inner")]:
        cells = []
        for part in ("inner", "edge"):
            cells += [percent(rows.share("accuracy", catalog, [kind], [f"{part} equal"], [part])) for catalog in catalogs]
        table.append([kind, *cells])
    names = [CATALOGS[catalog] for catalog in catalogs]
    return rows_table(["%", *(f"inside, {name}" for name in names), *(f"at an end, {name}" for name in names)], table, texts=1)


def scripts_table(rows):
    catalog = "100000"
    kinds = ["clean", "copied", "escaped", "in a line", "one typo", "three typos", "cut at 60 %"]
    table = []
    for script in rows.scripts(catalog):
        texts = rows.get("accuracy", catalog, "clean", "texts", script)
        shares = [rows.share("accuracy", catalog, [kind], ["first"], ["texts"], script) for kind in kinds]
        table.append([script, f"{texts:.0f}", *map(percent, shares)])
    return rows_table(["%", "texts", *kinds], table, texts=1)


def negatives_table(rows):
    table = []
    for catalog in rows.catalogs("negatives"):
        for kind in NEGATIVES:
            texts = rows.get("negatives", catalog, kind, "texts")
            if texts:
                shares = [rows.share("negatives", catalog, [kind], [f"at {least}"], ["texts"]) for least in ("0.1", "0.5", "0.9")]
                table.append([CATALOGS[catalog], kind, f"{texts:,.0f}", *(f"{share:.2f}" for share in shares)])
    return rows_table(["catalog", "texts that are no message", "texts", "answered at 0.1, %", "at 0.5, %", "at 0.9, %"], table, texts=2)


def calibration_points(rows, catalog):
    """For each tenth of the score: answers, and the share of them that is right."""
    for tenth in range(10):
        texts = rows.get("calibration", catalog, str(tenth), "texts")
        yield tenth, texts or 0, rows.share("calibration", catalog, [str(tenth)], ["right"], ["texts"])


def calibration_table(rows):
    catalogs = rows.catalogs("calibration")
    points = {catalog: list(calibration_points(rows, catalog)) for catalog in catalogs}
    table = []
    for tenth in range(10):
        cells = []
        for catalog in catalogs:
            _, texts, right = points[catalog][tenth]
            cells += [f"{texts:,.0f}", percent(right)]
        table.append([f"{tenth / 10:.1f} to {(tenth + 1) / 10:.1f}", *cells])
    columns = [column for catalog in catalogs for column in (f"{CATALOGS[catalog]}: answers", "right, %")]
    return rows_table(["score", *columns], table, texts=1)


def oracle_table(rows):
    table = []
    for catalog in rows.catalogs("oracle"):
        for kind in ("clean", "in a line", "clean, below 40 bits", "in a line, below 40 bits"):
            counts = [rows.get("oracle", catalog, kind, column) for column in ("demanded", "missed", "extra", "beaten")]
            if None not in counts:
                table.append([CATALOGS[catalog], kind, *(f"{count:,.0f}" for count in counts)])
    return rows_table(["catalog", "texts", "demanded", "missed", "extra", "beaten and left out"], table, texts=2)


def speed_table(rows):
    catalogs = rows.catalogs("speed")
    lines = [
        ("exact only, median, µs", "exact only", "p50 ns", 1e-3, "{:,.2f}"),
        ("whole answer, median, µs", "whole answer", "p50 ns", 1e-3, "{:,.2f}"),
        ("whole answer, 99 of 100, µs", "whole answer", "p99 ns", 1e-3, "{:,.1f}"),
        ("in a line, median, µs", "lines", "p50 ns", 1e-3, "{:,.2f}"),
        ("one typo, median, µs", "one typo", "p50 ns", 1e-3, "{:,.1f}"),
        ("one typo, 99 of 100, µs", "one typo", "p99 ns", 1e-3, "{:,.0f}"),
        ("a foreign line, similar texts too, median, µs", "foreign lines", "p50 ns", 1e-3, "{:,.1f}"),
        ("lines a second, one thread", "bulk", "lines a second", 1, "{:,.0f}"),
        ("built, exact only, ms", "exact", "build ms", 1, "{:,.1f}"),
        ("built with similar texts, ms", "with similar texts", "build ms", 1, "{:,.1f}"),
        ("bytes a text, exact only", "exact", "bytes a text", 1, "{:,.0f}"),
        ("bytes a text with similar texts", "with similar texts", "bytes a text", 1, "{:,.0f}"),
        ("the same, the folded words included", "with similar texts", "bytes a text, its words included", 1, "{:,.0f}"),
        ("distinct texts", "with similar texts", "texts", 1, "{:,.0f}"),
    ]
    table = []
    for what, kind, column, factor, form in lines:
        values = [rows.get("speed", catalog, kind, column) for catalog in catalogs]
        table.append([what, *(NOT_MEASURED if value is None else form.format(value * factor) for value in values)])
    threads = [rows.get("threads", "100000", kind, "median") for kind in ("one index", "an index each", "ratio")]
    told = ""
    if None not in threads:
        told = (
            f"\n\nTwo threads answer {threads[0]:.2f} million texts a second on one index of 100,000 and"
            f" {threads[1]:.2f} on an index each; the median of the ratios is {threads[2]:.3f}."
        )
    return rows_table(["", *(CATALOGS[catalog] for catalog in catalogs)], table, texts=1) + told


def hostile_table(rows):
    table = []
    lengths = ["4 kB", "8 kB", "16 kB", "32 kB"]
    for catalog in rows.catalogs("hostile"):
        kinds = dict.fromkeys(keys[2] for keys in rows.values if keys[:2] == ("hostile", catalog))
        for kind in kinds:
            times = [rows.get("hostile", catalog, kind, length) for length in lengths]
            table.append([CATALOGS[catalog], kind, *(f"{time:.3f}" for time in times)])
    return rows_table(["catalog", "ms for a text of", *lengths], table, texts=2)


def peers_table(rows):
    table = []
    for catalog in rows.catalogs("peers"):
        own = rows.get("peers", catalog, "tolken", "p50 ns")
        for peer in PEERS:
            values = [rows.get("peers", catalog, peer, column) for column in ("build ms", "bytes a template", "p50 ns", "texts", "found")]
            if values[0] is None:
                continue
            build, size, median, texts, found = values
            name = f"**{peer}**" if peer.startswith("tolken") else peer
            cells = [f"{build:,.1f}", f"{size:,.0f}", f"{median / 1e3:,.2f}", f"{median / own:,.1f}", percent(found * 100 / texts)]
            table.append([CATALOGS[catalog], name, *cells])
    return rows_table(["catalog", "", "built, ms", "bytes a template", "median, µs", "to tolken", "found, %"], table, texts=2)


def versions():
    lock = (ROOT / "benches" / "lookup" / "Cargo.lock").read_text(encoding="utf-8")
    found = dict(re.findall(r'^name = "([^"]+)"\nversion = "([^"]+)"', lock, re.MULTILINE))
    return ", ".join(f"{peer} {found[peer]}" for peer in ("aho-corasick", "regex")) + "."


class Chart:
    """An SVG of lines, with the colours of a light and of a dark page."""

    def __init__(self, width, height, title, described):
        self.width, self.height = width, height
        self.lines = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
            f"  <title>{title}</title>",
            f"  <desc>{described}</desc>",
            "  <style>",
            "    text { font: 14px system-ui, sans-serif; fill: #1f2328 } .small { font-size: 12px }",
            "    .caption { fill: #59636e } .axis { stroke: #d1d9e0; fill: none }",
            "    .a { fill: #0969da } .b { fill: #8250df } .c { fill: #8c959f } .d { fill: #bf8700 }",
            "    .la { stroke: #0969da } .lb { stroke: #8250df } .lc { stroke: #8c959f } .ld { stroke: #bf8700 }",
            "    polyline { fill: none; stroke-width: 2 } .ideal { stroke: #8c959f; stroke-dasharray: 4 4 }",
            "    @media (prefers-color-scheme: dark) {",
            "      text { fill: #f0f6fc } .caption { fill: #9198a1 } .axis { stroke: #3d444d }",
            "      .a { fill: #4493f8 } .b { fill: #ab7df8 } .c { fill: #656c76 } .d { fill: #d29922 }",
            "      .la { stroke: #4493f8 } .lb { stroke: #ab7df8 } .lc { stroke: #656c76 } .ld { stroke: #d29922 }",
            "    }",
            "  </style>",
            f'  <text class="caption" x="0" y="20">{title}</text>',
        ]

    def text(self, x, y, text, kind="", anchor="start"):
        kind = f' class="{kind}"' if kind else ""
        self.lines.append(f'  <text{kind} x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}">{text}</text>')

    def line(self, points, kind):
        points = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self.lines.append(f'  <polyline class="{kind}" points="{points}"/>')

    def dot(self, x, y, kind):
        self.lines.append(f'  <circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="4"/>')

    def bar(self, x, y, length, kind):
        self.lines.append(f'  <rect class="{kind}" x="{x}" y="{y}" width="{max(1, length):.0f}" height="10" rx="1"/>')

    def done(self):
        return "\n".join([*self.lines, "</svg>", ""])


def accuracy_chart(rows):
    """Bars of each kind, a bar a catalog."""
    catalogs = rows.catalogs("accuracy")
    kinds = [kind for kind in KINDS if kind not in ("nested, the inner", "below 40 bits")]
    shares = {
        (kind, catalog): rows.share("accuracy", catalog, [kind], ["first"], ["texts"]) for kind in kinds for catalog in catalogs
    }
    described = "; ".join(f"{kind} in {CATALOGS[catalog]} {percent(share)} %" for (kind, catalog), share in shares.items())
    step = 14 * len(catalogs) + 10
    left, top, length = 150, 60, 480
    chart = Chart(720, top + step * len(kinds) + 6, "The right message first, in percent of the texts", described)
    for index, catalog in enumerate(catalogs):
        x = left + index * 130
        chart.bar(x, 36, 10, "abcd"[index])
        chart.text(x + 16, 46, CATALOGS[catalog], "small")
    for row, kind in enumerate(kinds):
        y = top + row * step
        chart.text(left - 10, y + step / 2, kind, anchor="end")
        for index, catalog in enumerate(catalogs):
            share = shares[kind, catalog]
            if share is None:
                continue
            chart.bar(left, y + 14 * index, length * share / 100, "abcd"[index])
            chart.text(left + length * share / 100 + 8, y + 14 * index + 10, percent(share), "small")
    return chart.done()


def calibration_chart(rows):
    """What the score says, and how many are right; a point wherever there are twenty answers."""
    catalogs = rows.catalogs("calibration")
    points = {
        catalog: [(tenth / 10 + 0.05, right / 100) for tenth, texts, right in calibration_points(rows, catalog) if texts >= 20]
        for catalog in catalogs
    }
    described = "; ".join(
        f"{CATALOGS[catalog]}: " + ", ".join(f"{x:.2f} {y:.3f}" for x, y in found) for catalog, found in points.items()
    )
    left, top, width, height = 60, 60, 480, 300
    chart = Chart(720, top + height + 44, "The share of right answers, by the score; above the dashed line answers are surer than they say", described)
    place = lambda x, y: (left + width * x, top + height * (1 - y))
    for tick in range(0, 11, 2):
        chart.line([place(0, tick / 10), place(1, tick / 10)], "axis")
        chart.text(left - 10, place(0, tick / 10)[1] + 5, f"{tick / 10:.1f}", "small", "end")
        chart.text(place(tick / 10, 0)[0], top + height + 18, f"{tick / 10:.1f}", "small", "middle")
    chart.text(left + width / 2, top + height + 38, "score", "caption small", "middle")
    chart.line([place(0, 0), place(1, 1)], "ideal")
    for index, (catalog, found) in enumerate(points.items()):
        kind = "abcd"[index]
        chart.line([place(x, y) for x, y in found], f"l{kind}")
        for x, y in found:
            chart.dot(*place(x, y), kind)
        chart.bar(left + width + 30, top + 24 * index, 10, kind)
        chart.text(left + width + 46, top + 24 * index + 10, CATALOGS[catalog], "small")
    return chart.done()


def peers_chart(rows):
    """Times by size, both in powers of ten."""
    from math import log10

    catalogs = rows.catalogs("peers")
    peers = [peer for peer in PEERS if peer != "tolken, with similar texts"]
    times = {
        peer: [(int(catalog), rows.get("peers", catalog, peer, "p50 ns")) for catalog in catalogs] for peer in peers
    }
    times = {peer: [point for point in found if point[1]] for peer, found in times.items()}
    described = "; ".join(f"{peer}: " + ", ".join(f"{size} {time / 1e3:.2f}" for size, time in found) for peer, found in times.items())
    left, top, width, height = 70, 50, 400, 300
    chart = Chart(720, top + height + 44, "Microseconds a text, by how many templates there are; each line up is ten times slower", described)
    place = lambda size, time: (left + width * (log10(size) - 3) / 2, top + height * (1 - (log10(time) - 2) / 7))
    for power in range(2, 10):
        chart.line([place(1e3, 10**power), place(1e5, 10**power)], "axis")
        chart.text(left - 10, place(1e3, 10**power)[1] + 5, f"{10 ** (power - 3):,}" if power > 2 else "0.1", "small", "end")
    for size in (1_000, 10_000, 100_000):
        chart.text(place(size, 100)[0], top + height + 18, f"{size:,}", "small", "middle")
    chart.text(left + width / 2, top + height + 38, "templates", "caption small", "middle")
    for index, (peer, found) in enumerate(times.items()):
        kind = "abcd"[index]
        chart.line([place(*point) for point in found], f"l{kind}")
        for point in found:
            chart.dot(*place(*point), kind)
        chart.bar(left + width + 30, top + 24 * index, 10, kind)
        chart.text(left + width + 46, top + 24 * index + 10, peer, "small")
    return chart.done()


main()
