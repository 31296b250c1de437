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
import subprocess
import sys
import tempfile

from shared import built, machine, middle, put, timed

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
    """What a job says of itself, or the whole process where it says nothing."""
    said, usage = timed(command)
    return usage | (json.loads(said) if said.strip() else {})


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
        ours, theirs = ([middle([run[key] for run in all]) for key in ("cpu", "memory")] for all in results.values())
        print(name, results, file=sys.stderr, flush=True)
        seconds = f"{ours[0]:.2f} | {theirs[0]:.2f} | {theirs[0] / ours[0]:.1f}"
        lines.append(f"| {name} | {seconds} | {ours[1]:.0f} | {theirs[1]:.0f} |")
    sizes = [os.path.getsize(path + end) / 1e6 for end in ("", ".exported", ".written")]
    return [*lines, "", "The file has {:.0f} MB; vnkg writes {:.0f} MB, igraph {:.0f} MB.".format(*sizes)]


def main():
    if sys.argv[1:2] == ["--inside"]:
        return inside(*sys.argv[2:])
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--graphs", nargs="+", default=["a", "b"], choices=["a", "b"])
    parser.add_argument("--file", help="time this GraphML file; its folder gets what is written, the readme nothing")
    wanted = parser.parse_args()
    bench = built("graphml", "bench", "--bench", "graphml", "--no-run")
    program = built("vnkg", "build", "--release")
    if wanted.file:
        return print("\n".join(table(bench, program, wanted.file)))
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted.graphs:
            path = f"{folder}/{name}.graphml"
            subprocess.run([bench, "generate", name, path], check=True)
            made = f"{machine()}; each the middle of {RUNS} runs."
            put(f"graphml {name}", [made, "", *table(bench, program, path)])


main()
