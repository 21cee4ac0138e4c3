#!/usr/bin/env python3
"""Asks the service and a bare axum handler by turns, and writes the table of docs/API.md.

The table stands between `<!-- speed -->` and `<!-- /speed -->`; all else in the page is written by hand.
"""

import argparse
import contextlib
import json
import os
import platform
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "API.md"
SCRIPT = Path(__file__).with_name("request.lua")

# Path, body, and the least share of the bare handler's requests that the service must answer.
REQUESTS = {
    "/v1/render": (
        {"code": "MissingRequiredParameter", "args": {"parameter": "machineId"}, "locale": "ko-KR"},
        0.7,
    ),
    "/v1/lookup": ({"text": "필수 매개 변수 machineId가 누락되었습니다.", "reader": "nl-NL"}, 0.6),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("binaries", type=Path, help="the folder of the built programs")
    parser.add_argument("--seconds", type=int, default=10, help="how long each round asks")
    parser.add_argument("--rounds", type=int, default=7, help="how often each is asked")
    parser.add_argument("--connections", type=int, default=32)
    parser.add_argument("--soak", type=int, default=1_000_000, help="the requests that memory is watched over")
    options = parser.parse_args()

    with contextlib.ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        portal = Server(stack, [options.binaries / "tolken-portal", "--listen"])
        files = []
        for path, (body, _) in REQUESTS.items():
            files.append(folder / str(len(files)))
            files[-1].write_bytes(portal.ask(path, body))
        fixed = Server(stack, [options.binaries / "examples" / "fixed"], files)
        rows = [row(options, portal, fixed, place, path) for place, path in enumerate(REQUESTS)]
        memory = soak(options, portal)
    write("\n".join([machine(options), "", *table(rows), "", memory]))


class Server:
    """A program that listens on a port of its own."""

    def __init__(self, stack, command, rest=()):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.process = stack.enter_context(subprocess.Popen([*command, self.address, *rest], stderr=subprocess.DEVNULL))
        stack.callback(self.process.kill)
        host, port = self.address.split(":")
        for _ in range(100):
            with contextlib.suppress(OSError), socket.create_connection((host, int(port))):
                return
            time.sleep(0.1)
        sys.exit(f"{command[0]}: expected a server on {self.address}, but nobody answers")

    def ask(self, path, body):
        request = urllib.request.Request(f"http://{self.address}{path}", json.dumps(body).encode())
        request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request) as answer:
            return answer.read()

    def load(self, options, path, body, seconds):
        """Gives the requests that were answered, the seconds, and the median and 99th percentile in microseconds."""
        command = ["wrk", "--threads", "1", "--connections", str(options.connections), "--duration", f"{seconds}s"]
        command += ["--script", str(SCRIPT), f"http://{self.address}{path}"]
        environment = {**os.environ, "BODY": json.dumps(body, ensure_ascii=False)}
        out = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
        line = next(line for line in out.splitlines() if line.startswith("result "))
        requests, duration, median, p99, failed = map(int, line.split()[1:])
        if failed:
            sys.exit(f"{path}: expected an answer to each request, but {failed} failed\n{out}")
        return requests, duration / 1e6, median, p99

    def resident(self):
        """Gives the resident memory in KiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:"))


def row(options, portal, fixed, place, path):
    body, least = REQUESTS[path]
    sides = {"portal": (portal, path), "fixed": (fixed, f"/{place}")}
    for server, address in sides.values():
        server.load(options, address, body, 1)
    results = {name: [] for name in sides}
    for turn in range(options.rounds):
        # Who is first changes, so that neither always follows the other.
        for name in sorted(sides, reverse=turn % 2 == 1):
            server, address = sides[name]
            results[name].append(server.load(options, address, body, options.seconds))
    speed = {name: statistics.median(it[0] / it[1] for it in all) for name, all in results.items()}
    p99 = {name: statistics.median(it[3] for it in all) for name, all in results.items()}
    ratio = statistics.median(
        (ours[0] / ours[1]) / (theirs[0] / theirs[1])
        for ours, theirs in zip(results["portal"], results["fixed"])
    )
    return path, speed, ratio, least, p99


def soak(options, portal):
    """Asks for both by turns until so many are answered, and tells what the memory did."""
    answered, first = 0, None
    while answered < options.soak:
        for path, (body, _) in REQUESTS.items():
            answered += portal.load(options, path, body, 2)[0]
        if first is None:
            first = (answered, portal.resident())
    last = portal.resident()
    return (
        f"Memory: {first[1] / 1024:.1f} MiB resident after {first[0]:,} requests, "
        f"{last / 1024:.1f} MiB after {answered:,}."
    )


def table(rows):
    yield "| | requests a second | of a fixed text | share | goal | p99 | of a fixed text | times | goal |"
    yield "|---|--:|--:|--:|--:|--:|--:|--:|--:|"
    for path, speed, ratio, least, p99 in rows:
        times = p99["portal"] / p99["fixed"]
        yield (
            f"| `POST {path}` | {speed['portal']:,.0f} | {speed['fixed']:,.0f} | {ratio:.2f} | ≥ {least} "
            f"| {p99['portal'] / 1000:.2f} ms | {p99['fixed'] / 1000:.2f} ms | {times:.2f} | ≤ 2 |"
        )


def machine(options):
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    names = [line.split(":")[1].strip() for line in lines if line.startswith("model name")]
    name = names[0] if names else platform.machine()
    rounds = f"{options.rounds} rounds of {options.seconds} s each by turns, {options.connections} connections"
    return f"{name}, {os.cpu_count()} cores shared with wrk; {rounds}; medians."


def write(table):
    print(table)
    page = PAGE.read_text(encoding="utf-8")
    begin, end = "<!-- speed -->\n", "<!-- /speed -->"
    if page.count(begin) != 1 or page.count(end) != 1:
        sys.exit(f"{PAGE}: expected one `{begin.strip()}` and one `{end}`")
    start, stop = page.index(begin) + len(begin), page.index(end)
    PAGE.write_text(f"{page[:start]}{table}\n{page[stop:]}", encoding="utf-8")
    print(f"{PAGE.relative_to(ROOT)}: written")


if __name__ == "__main__":
    main()
