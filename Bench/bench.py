"""Measures Lantern beside other programs on the reference scene and writes docs/performance.md with its plots.

bench.py [ROUNDS]   Programs take turns, so that all see the same machine; medians are compared. What takes less than
five seconds is run seven times a turn: a second is too short to tell a program from the machine's moods. Frames go to
memory (/dev/shm) where there is some. `make bench` builds what this needs.
"""
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
DOCS = os.path.join(ROOT, "docs")
BENCH = os.path.join(ROOT, ".build/release/lantern-bench")
LANTERN = os.path.join(ROOT, ".build/release/lantern")
SCRATCH = tempfile.mkdtemp(prefix="lantern-bench-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
PEERS = os.path.join(HERE, "Peers")


def python_with(module):
    """A Python that has a module, or None."""
    for program in ("/usr/bin/python3", sys.executable, "python3"):
        found = subprocess.run([program, "-c", "import " + module], capture_output=True, check=False)
        if found.returncode == 0:
            return program
    return None


def programs():
    """Name, frames and command of everything that can run here, and sentences about what cannot."""
    def compiled(name, *libraries):
        """A C program of the peers, made for this machine."""
        program = os.path.join(SCRATCH, name)
        flags = ["pkg-config", "--cflags", "--libs", *libraries]
        flags = subprocess.run(flags, capture_output=True, text=True, check=True).stdout.split()
        source = os.path.join(PEERS, name + ".c")
        subprocess.run(["cc", "-O3", "-march=native", source, "-o", program, *flags, "-lm"], check=True)
        return program

    runs = [
        ("C with Cairo, its own PNG", 300, [compiled("floor", "cairo"), "{out}", "300"]),
        ("C with Cairo and ISA-L, only what changed", 300, [compiled("retained", "cairo", "libisal"), "{out}", "300"]),
        ("Lantern", 300, [BENCH, "frames", "--out", "{out}"]),
        ("Lantern, two threads", 300, [BENCH, "frames", "--out", "{out}", "--jobs", "2"]),
        ("Lantern, everything anew (`--plain`)", 300, [BENCH, "frames", "--out", "{out}", "--plain"]),
    ]
    skipped = []
    pycairo = python_with("cairo")
    if pycairo:
        runs.append(("pycairo", 300, [pycairo, "-B", os.path.join(PEERS, "with_pycairo.py"), "{out}", "300"]))
    else:
        skipped.append("pycairo is not installed.")
    manim = python_with("manim")
    if manim:
        command = [manim, "-B", "-m", "manim", "render", "-r", "1920,1080", "--fps", "30", "--format", "png-sequence"]
        command += ["--disable_caching", "--progress_bar", "none", "-v", "WARNING", "--media_dir", "{out}"]
        runs.append(("Manim", 300, command + [os.path.join(PEERS, "with_manim.py"), "Batching"]))
    else:
        skipped.append("Manim (`pip install manim`) is not installed; it took 3.1 of the C program when it was measured.")
    return runs, skipped


def run(command, given=None):
    """Wall and CPU seconds, peak megabytes, bytes written and output of a program; `given` is a file that it reads."""
    out = os.path.join(SCRATCH, "out")
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out)
    start = time.monotonic()
    words = [word.replace("{out}", out) for word in command]
    process = subprocess.Popen(words, stdin=given, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    text = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if status:
        sys.exit("bench: failed: " + " ".join(words))
    size = sum(os.path.getsize(os.path.join(d, f)) for d, _, names in os.walk(out) for f in names if f.endswith(".png"))
    return {
        "wall": wall, "cpu": used.ru_utime + used.ru_stime, "mb": used.ru_maxrss / 1024, "bytes": size, "text": text,
    }


def median(rows, key):
    return statistics.median(row[key] for row in rows)


def cached(rounds):
    """CPU seconds of a first and a repeated `render --all` of everything, and of one still; medians."""
    firsts, repeats, stills = [], [], []
    for _ in range(rounds):
        os.environ["LANTERN_CACHE"] = os.path.join(SCRATCH, "cache")
        shutil.rmtree(os.environ["LANTERN_CACHE"], ignore_errors=True)
        out = os.path.join(SCRATCH, "book")
        shutil.rmtree(out, ignore_errors=True)
        words = [LANTERN, "render", "--all", "--mode", "all", "--format", "frames", "--format", "png", "--out", out]
        firsts.append(run(words)["cpu"])
        repeats.append(run(words)["cpu"])
        still = [LANTERN, "render", "roofline", "--no-cache", "--out", os.path.join(SCRATCH, "still")]
        stills.append(run(still)["cpu"])
    return statistics.median(firsts), statistics.median(repeats), statistics.median(stills)


def growths(rounds):
    """Milliseconds by elements and by size, medians of several processes."""
    words = [BENCH, "growth"]
    found = [
        json.loads(subprocess.run(words, capture_output=True, text=True, check=True).stdout) for _ in range(rounds)
    ]
    return [{key: median(same, key) for key in same[0]} for same in zip(*found)]


def video(rounds):
    """A table of writing the reference scene as MP4 beside ffmpeg alone, fed the same frames from memory."""
    if not shutil.which("ffmpeg"):
        return "ffmpeg is not installed, so video was not measured."
    if shutil.disk_usage(SCRATCH).free < 6 << 30:
        return "Video was not measured: its raw frames need 6 GB of memory."
    folder = os.path.join(SCRATCH, "frames")
    os.makedirs(folder)
    kinds = ["planes", "pixels"]
    words = {}
    for raw in kinds:
        made = subprocess.run(
            [BENCH, "film", "--raw", raw, "--out", folder], capture_output=True, text=True, check=True)
        words[raw] = made.stdout.split("\n")[:-1]
    ours, alone = [], {raw: [] for raw in kinds}
    # Whoever is first gets memory that the system has to find anew, so this one does not count.
    run([BENCH, "film", "--out", "{out}"])
    for i in range(rounds):
        # In turns, each first once.
        turns = [None, *kinds]
        for raw in turns[i % 3:] + turns[:i % 3]:
            if raw is None:
                ours.append(run([BENCH, "film", "--out", "{out}"]))
                continue
            with open(os.path.join(folder, raw), "rb") as frames:
                alone[raw].append(run(["ffmpeg", *words[raw], "{out}/film.mp4"], frames))
        walls = ", ".join(f"{raw} {alone[raw][-1]['wall']:.2f} s" for raw in kinds)
        print(f"round {i + 1}: video: {ours[-1]['wall']:.2f} s, ffmpeg alone on {walls}", flush=True)
    shutil.rmtree(folder)

    def row(name, runs):
        ratio = [statistics.median(a[key] / b[key] for a, b in zip(ours, runs)) for key in ("wall", "cpu")]
        return (
            f"| {name} | {median(runs, 'wall'):.2f} | {median(runs, 'cpu'):.2f}"
            f" | {ratio[0]:.2f} of its wall, {ratio[1]:.2f} of its CPU |")

    return "\n".join([
        "| | wall s | CPU s | Lantern takes |", "|---|---|---|---|",
        f"| Lantern, MP4 | {median(ours, 'wall'):.2f} | {median(ours, 'cpu'):.2f} | |",
        row("ffmpeg alone on the planes that Lantern feeds it with", alone["planes"]),
        row("ffmpeg alone on the pixels", alone["pixels"])])


def bars(rows):
    """Bars of milliseconds a frame, longest first."""
    longest = max(value for _, value in rows)
    height = 34 * len(rows) + 8
    out = [head(780, height, "Milliseconds of CPU a frame")]
    for i, (name, value) in enumerate(rows):
        y = 34 * i + 8
        out.append(f'<text x="310" y="{y + 17}" text-anchor="end">{plain(name)}</text>')
        out.append(f'<rect x="320" y="{y}" width="{max(1, 380 * value / longest):.1f}" height="24" rx="3" fill="#4a90e2"/>')
        out.append(f'<text x="{326 + 380 * value / longest:.1f}" y="{y + 17}">{value:.2f}</text>')
    return "\n".join(out + ["</svg>"]) + "\n"


def lines(rows, key, title):
    """Milliseconds a frame over something, both on logarithmic scales."""
    names = ["drawAll", "drawChanged", "encodeAll", "encodeChanged", "layout", "tween"]
    words = ["draw all", "draw what changed", "encode all", "encode what changed", "lay out", "tween"]
    colors = ["#4a90e2", "#7fb3ee", "#d98c1f", "#f0b860", "#5a9e3d", "#a05ac8"]
    from math import log10
    xs = [log10(row[key]) for row in rows]
    values = [max(0.01, row[name]) for row in rows for name in names]
    low, high = log10(min(values)), log10(max(values))
    place = lambda x: 60 + 440 * (x - xs[0]) / (xs[-1] - xs[0])
    rise = lambda v: 280 - 250 * (log10(max(0.01, v)) - low) / (high - low)
    out = [head(700, 320, title)]
    for row in rows:
        out.append(f'<text x="{place(log10(row[key])):.1f}" y="305" text-anchor="middle">{row[key]}</text>')
    for power in range(-2, 4):
        if low <= power <= high:
            y = rise(10 ** power)
            out.append(f'<path d="M60 {y:.1f}H500" stroke="#8884" fill="none"/>')
            out.append(f'<text x="52" y="{y + 5:.1f}" text-anchor="end">{10 ** power:g}</text>')
    ends = []
    for name, word, color in zip(names, words, colors):
        points = " ".join(f"{place(log10(row[key])):.1f},{rise(row[name]):.1f}" for row in rows)
        out.append(f'<polyline points="{points}" fill="none" stroke="{color}" stroke-width="2"/>')
        ends.append((rise(rows[-1][name]), word, color))
    floor = 0
    for y, word, color in sorted(ends):
        floor = max(y + 5, floor + 17)
        out.append(f'<text x="508" y="{floor:.1f}" fill="{color}">{word} {""}</text>'.replace(" </text>", "</text>"))
    return "\n".join(out + ["</svg>"]) + "\n"


def head(width, height, title):
    style = 'font-family="sans-serif" font-size="14" fill="#777"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {style} role="img"><title>{title}</title>'


def plain(text):
    return re.sub("`", "", text)


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    runs, skipped = programs()
    rows = {name: [] for name, _, _ in runs}
    for i in range(rounds):
        turn = {name: [run(command)] for name, _, command in runs}
        for _ in range(6):
            for name, _, command in runs:
                if turn[name][0]["wall"] < 5:
                    turn[name].append(run(command))
        for name, found in turn.items():
            rows[name] += found
            print(f"round {i + 1}: {name}: {median(found, 'cpu'):.2f} s of CPU", flush=True)
    growth = growths(2 * rounds + 1)
    still = json.loads(subprocess.run([BENCH, "still"], capture_output=True, text=True, check=True).stdout)
    film = video(rounds)
    first, repeat, start = cached(rounds)
    base = median(rows[runs[0][0]], "cpu")
    single = sorted(row["cpu"] / base for row in rows["Lantern"])
    table = []
    for name, frames, _ in runs:
        r = rows[name]
        cpu = median(r, "cpu")
        table.append(
            f"| {name} | {median(r, 'wall') * 1000 / frames:.2f} | {cpu * 1000 / frames:.2f} | {cpu / base:.3f} "
            f"| {median(r, 'mb'):.0f} | {median(r, 'bytes') / frames:,.0f} |")
    by_elements = [row for row in growth if row["width"] == 1920]
    by_width = sorted((row for row in growth if row["elements"] == 500), key=lambda row: row["width"])
    with open(os.path.join(DOCS, "performance-programs.svg"), "w") as file:
        file.write(bars([(name, median(rows[name], "cpu") * 1000 / n) for name, n, _ in runs]))
    with open(os.path.join(DOCS, "performance-elements.svg"), "w") as file:
        file.write(lines(by_elements, "elements", "Milliseconds a frame over elements"))
    with open(os.path.join(DOCS, "performance-width.svg"), "w") as file:
        file.write(lines(by_width, "width", "Milliseconds a frame over width in pixels"))
    with open(os.path.join(HERE, "performance.md.in")) as file:
        text = file.read()
    names = ["layout", "layoutLater", "tween", "drawAll", "drawChanged", "encodeAll", "encodeChanged"]
    grown = "\n".join(
        f"| {row['elements']} | {row['width']} × {row['height']} | " + " | ".join(f"{row[n]:.2f}" for n in names) + " |"
        for row in by_elements + [row for row in by_width if row["width"] != 1920])
    values = {
        "spread": f"{len(single)} runs on one thread lie between {single[0]:.3f} and {single[-1]:.3f}",
        "rounds": rounds, "processes": 2 * rounds + 1, "table": "\n".join(table), "skipped": " ".join(skipped), "growth": grown, "video": film,
        "machine": f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} at the end",
        "first": f"{first:.2f}", "repeat": f"{repeat:.3f}", "share": f"{100 * repeat / first:.2f}",
        "start": f"{start:.3f}", "svg": f"{still['bytes']:,}", "gzip": f"{still['gzip']:,}", "svgms": f"{still['ms']:.2f}",
    }
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    with open(os.path.join(DOCS, "performance.md"), "w") as file:
        file.write(text)
    print(text)


try:
    main()
finally:
    shutil.rmtree(SCRATCH, ignore_errors=True)
