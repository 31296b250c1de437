#!/usr/bin/env python3
"""Times reading and writing GraphML beside igraph, and writes the table into benches/README.md.

    python3 -m venv venv && venv/bin/pip install igraph==1.0.0
    venv/bin/python benches/graphml.py             # five minutes; --graphs a for one; --file FILE for a graph of yours

The graph is made by `benches/graphml` (power-law degrees, six attributes of nodes, three of edges). One process for
each job, and igraph's by turns with ours, so that both meet the same disturbances. Seconds are processor time spent in
the program itself, without the system's share, which is writing to the disk; memory is the most that the process had.
"""
import argparse
import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
RUNS = 5


def inside(task, path):
    """One job of igraph, in its own process."""
    import igraph

    start = os.times().user
    graph = igraph.Graph.Read_GraphML(path)
    if task != "read":
        start = os.times().user if task == "write" else start
        graph.write_graphml(path + ".written")
    print(json.dumps({"cpu": os.times().user - start, "value": [graph.vcount(), graph.ecount()]}))


def outside(command):
    """What a job says of itself, its whole processor time, and its memory in megabytes."""
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    said = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"`{' '.join(map(str, command))}` failed")
    result = json.loads(said) if said.strip() else {}
    return {"cpu": usage.ru_utime} | result | {"memory": usage.ru_maxrss / 1024}


def middle(results, name):
    return sorted(result[name] for result in results)[len(results) // 2]


def built():
    """The benchmark and the program."""
    command = ["cargo", "bench", "--bench", "graphml", "--no-run", "--message-format=json"]
    lines = subprocess.run(command, cwd=HERE.parent, capture_output=True, text=True, check=True).stdout.splitlines()
    found = [json.loads(line) for line in lines if '"executable":"' in line]
    bench = next(item["executable"] for item in found if item["target"]["name"] == "graphml")
    command = ["cargo", "build", "--release", "--message-format=json"]
    lines = subprocess.run(command, cwd=HERE.parent, capture_output=True, text=True, check=True).stdout.splitlines()
    found = [json.loads(line) for line in lines if '"executable":"' in line]
    return bench, next(item["executable"] for item in found if item["target"]["name"] == "vnkg")


def table(bench, program, path):
    igraph = lambda task: [sys.executable, __file__, "--inside", task, path]
    export = [program, "--quiet", "export", path, "--format", "graphml", "--output", path + ".exported"]
    jobs = {
        "read": ([bench, "read", path], igraph("read")),
        "write": ([bench, "write", path], igraph("write")),
        "both, as one program: `vnkg export`": (export, igraph("both")),
    }
    lines = ["| | vnkg, seconds | igraph | times | vnkg, MB | igraph |", "|---|---|---|---|---|---|"]
    for name, commands in jobs.items():
        results = {command[0]: [] for command in commands}
        for _ in range(RUNS):
            for command in commands:
                results[command[0]].append(outside(command))
        ours, theirs = ([middle(all, key) for key in ("cpu", "memory")] for all in results.values())
        print(name, results, file=sys.stderr, flush=True)
        seconds = f"{ours[0]:.2f} | {theirs[0]:.2f} | {theirs[0] / ours[0]:.1f}"
        lines.append(f"| {name} | {seconds} | {ours[1]:.0f} | {theirs[1]:.0f} |")
    sizes = [os.path.getsize(path + end) / 1e6 for end in ("", ".exported", ".written")]
    return [*lines, "", "The file has {:.0f} MB; vnkg writes {:.0f} MB, igraph {:.0f} MB.".format(*sizes)]


def put(name, lines):
    """Replaces what stands between two marks in the readme."""
    readme = HERE / "README.md"
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->"
    before, rest = readme.read_text().split(begin)
    readme.write_text(before + begin + "\n".join(lines) + "\n" + end + rest.split(end)[1])


def main():
    if sys.argv[1:2] == ["--inside"]:
        return inside(*sys.argv[2:])
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--graphs", nargs="+", default=["a", "b"], choices=["a", "b"])
    parser.add_argument("--file", help="time this GraphML file; its folder gets what is written, the readme nothing")
    wanted = parser.parse_args()
    bench, program = built()
    if wanted.file:
        return print("\n".join(table(bench, program, wanted.file)))
    cpu = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), platform.machine())
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted.graphs:
            path = f"{folder}/{name}.graphml"
            subprocess.run([bench, "generate", name, path], check=True)
            made = f"Made on {cpu}, {os.cpu_count()} cores, {time.strftime('%Y-%m-%d')}; each the middle of {RUNS} runs."
            put(f"graphml {name}", [made, "", *table(bench, program, path)])


main()
