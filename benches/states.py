#!/usr/bin/env python3
"""Times this state of the program beside an earlier one, and writes the table into benches/README.md.

    python3 benches/states.py REVISION FOLDER ...  # `01f42f0 ~/pages`; a minute, and a build of each state

The earlier state is checked out and built under `target/states`. Each job is one process on one core, by turns with the
other state's, so that both meet the same disturbances. Fails when this state takes more than `--limit` times as long.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

from shared import ROOT, built, machine, middle, put, timed

JOBS = {
    "`vnkg extract`": ("extract", "--jobs", "1", "--output", "mentions.jsonl"),
    "`vnkg build`": ("build", "--jobs", "1", "--output", "graph"),
}


def earlier(revision):
    """The program as it was."""
    name = subprocess.run(["git", "rev-parse", "--short", f"{revision}^{{commit}}"], cwd=ROOT, capture_output=True, text=True)
    if name.returncode:
        sys.exit(f"error: `{revision}` is no revision of this repository; see `git log`")
    folder = ROOT / "target" / "states" / name.stdout.strip()
    if not folder.exists():
        subprocess.run(["git", "worktree", "prune"], cwd=ROOT, check=True)
        subprocess.run(["git", "worktree", "add", "--detach", folder, revision], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return built("vnkg", "build", "--release", folder=folder)


def job(program, arguments, pages):
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        return timed([program, "--quiet", *arguments, *pages])[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("revision", help="the earlier state")
    parser.add_argument("folders", nargs="+", type=pathlib.Path, help="the pages to read")
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--limit", type=float, default=1.5)
    wanted = parser.parse_args()
    pages = [folder.resolve() for folder in wanted.folders]
    files = [path for folder in pages for path in folder.rglob("*.txt")]
    programs = earlier(wanted.revision), built("vnkg", "build", "--release")
    lines = ["| seconds | earlier | now | times | earlier, MB | now |", "|---|---|---|---|---|---|"]
    slow = []
    for name, arguments in JOBS.items():
        runs = [[job(program, arguments, pages) for program in programs] for _ in range(wanted.runs)]
        before, now = ({key: middle([run[side][key] for run in runs]) for key in ("cpu", "memory")} for side in (0, 1))
        times = now["cpu"] / before["cpu"]
        slow += [name] if times > wanted.limit else []
        lines.append(f"| {name} | {before['cpu']:.2f} | {now['cpu']:.2f} | {times:.2f} | {before['memory']:.0f} | {now['memory']:.0f} |")
    size = sum(path.stat().st_size for path in files) / 1e6
    read = f"{len(files)} pages of {size:.1f} MB in all; the earlier state is {wanted.revision}; each the middle of {wanted.runs} runs."
    put("states", [f"{machine()}: {read}", "", *lines])
    print("\n".join(lines))
    if slow:
        sys.exit(f"error: more than {wanted.limit} times as slow as {wanted.revision}: {', '.join(slow)}")


main()
