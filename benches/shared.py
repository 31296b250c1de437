"""What the benchmarks have in common: building, timing a process, and a table in benches/README.md."""
import json
import os
import pathlib
import platform
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent


def built(target, *command, folder=ROOT):
    """The path of what `cargo COMMAND` builds under the name `target`."""
    command = ["cargo", *command, "--message-format=json"]
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(f"error: `{' '.join(command)}` failed in `{folder}`; what it said stands above")
    found = [json.loads(line) for line in done.stdout.splitlines() if '"executable":"' in line]
    return next(item["executable"] for item in found if item["target"]["name"] == target)


def timed(command):
    """What a process prints; its processor time in seconds, without the system's share; its memory in megabytes."""
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    said = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"error: `{' '.join(map(str, command))}` failed; run it by hand to see why")
    return said, {"cpu": usage.ru_utime, "memory": usage.ru_maxrss / 1024}


def middle(values):
    return sorted(values)[len(values) // 2]


def machine():
    """The line above a table."""
    cpu = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), platform.machine())
    return f"Made on {cpu}, {os.cpu_count()} cores, {time.strftime('%Y-%m-%d')}"


def put(name, lines):
    """Replaces what stands between two marks in the readme."""
    readme = HERE / "README.md"
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->"
    before, rest = readme.read_text().split(begin)
    readme.write_text(before + begin + "\n".join(lines) + "\n" + end + rest.split(end)[1])
