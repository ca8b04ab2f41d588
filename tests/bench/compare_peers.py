#!/usr/bin/env python3
"""Compares Recital's implicit ALS with the libraries `implicit` and `irspack`, on this machine, in one run.

    cmake --preset release -DRECITAL_BENCHMARKS=ON && cmake --build --preset release --target bench_als
    tests/bench/compare_peers.py --ml-100k DIR        (DIR holds u.data; without it that row is left out)

All train the same objective on the same binary data: sum over observed c (1 - s)^2 + sum over the rest s^2 +
lambda (|X|^2 + |Y|^2) with c = 10, lambda = 50. For irspack that is the loss ORIGINAL with alpha0 = 1 / (c - 1),
reg = lambda / (c - 1), nu = 0: the same divided by c - 1. One function here computes the loss of everybody's
factors, so a parameter that did not mean the same would show; the run fails when the exact solvers disagree
about the loss they converge to.

A sweep is one users and one items half-step. Programs take turns and each figure is a median; ratios are medians
over the turns. "Time to 0.5 %" sums the seconds of sweeps until the loss is within 0.5 % of the converged one,
which is the lowest loss of a long exact run. "Share of peak" divides the operations of a plain exact sweep (nnz d
(d + 1) and d^3 / 3 + 2 d^2 a row, two sides) by processor seconds and by what a loop of fused multiply-adds
reaches on one core; the Woodbury identity needs fewer operations, so the share flatters short rows.
"""
import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ["implicit==0.7.3", "irspack==0.5.2", "numpy", "scipy"]
FACTORS = 64
CONFIDENCE = 10.0
LAMBDA = 50.0
WITHIN = 1.005


def enter_environment(cache):
    """Starts this script again inside a virtual environment that has the peers."""
    python = cache / "venv" / "bin" / "python"
    ready = cache / "venv" / "ready"
    if not ready.exists():
        print(f"Installing {', '.join(PACKAGES)} into {cache}/venv ...", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", str(cache / "venv")], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        ready.touch()
    if Path(sys.prefix) != cache / "venv":
        os.environ.update(OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1", OMP_NUM_THREADS="1")
        os.execv(str(python), [str(python), *sys.argv])


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ml-100k", type=Path, help="folder with u.data")
    parser.add_argument("--bench", type=Path, default=ROOT / "build/release/tests/bench/bench_als")
    parser.add_argument("--cache", type=Path, default=ROOT / "build/peers")
    parser.add_argument("--data", default="ml-100k,1M,10M", help="which of these sets")
    parser.add_argument("--threads", default=f"1,{os.cpu_count()}")
    parser.add_argument("--level", help="portable, v2, v3 or v4; the best of this processor by default")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


# --- data ------------------------------------------------------------------------------------------------------


def generate(users, items, ratings, seed):
    """Binary interactions with long tails on both sides and tastes: each user prefers some of 40 groups."""
    rng = np.random.default_rng(seed)
    groups = 40
    popularity = np.exp(rng.normal(0, 1.5, items))
    group = np.sort(rng.integers(0, groups, items))
    bounds = np.concatenate([[0.0], np.cumsum(popularity / popularity.sum())])
    low = bounds[np.searchsorted(group, np.arange(groups), side="left")]
    high = bounds[np.searchsorted(group, np.arange(groups), side="right")]
    taste = (0.7 * rng.dirichlet(np.full(groups, 0.25), users) + 0.3 / groups) * (high - low)
    taste = np.cumsum(taste / taste.sum(1, keepdims=True), 1)
    taste[:, -1] = 1.0
    flat = (taste + np.arange(users)[:, None]).ravel()
    activity = rng.lognormal(0, 1.1, users)
    wanted = np.minimum(20 + activity / activity.mean() * (ratings / users - 20), 0.4 * items)
    keys = np.empty(0, np.int64)
    while len(keys) < ratings:
        counts = rng.multinomial(int(1.4 * (ratings - len(keys))) + 1000, wanted / wanted.sum())
        user = np.repeat(np.arange(users), counts)
        g = np.minimum(np.searchsorted(flat, user + rng.random(len(user)), side="right") - user * groups, groups - 1)
        item = np.searchsorted(bounds, low[g] + rng.random(len(g)) * (high - low)[g], side="right") - 1
        keys = np.unique(np.concatenate([keys, user.astype(np.int64) * items + np.clip(item, 0, items - 1)]))
    keys = np.sort(rng.permutation(keys)[:ratings])
    return binary(keys // items, keys % items, (users, items))


def binary(user, item, shape):
    matrix = sparse.csr_matrix((np.ones(len(user), np.float32), (user, item)), shape=shape)
    matrix.sum_duplicates()
    matrix.data[:] = 1.0
    return matrix


def load_set(name, arguments):
    if name == "ml-100k":
        if arguments.ml_100k is None:
            return None
        columns = np.loadtxt(arguments.ml_100k / "u.data", dtype=np.int64, usecols=(0, 1))
        return binary(columns[:, 0] - 1, columns[:, 1] - 1, (943, 1682))
    sizes = {"1M": (6040, 3706, 1_000_000), "10M": (69_878, 10_677, 10_000_000)}
    path = arguments.cache / f"{name}-{arguments.seed}.npz"
    if not path.exists():
        print(f"Generating {name} ...", file=sys.stderr)
        sparse.save_npz(path, generate(*sizes[name], arguments.seed), compressed=False)
    return sparse.load_npz(path)


def write_for_bench(matrix, path):
    with open(path, "wb") as file:
        np.array([*matrix.shape, matrix.nnz], dtype=np.int64).tofile(file)
        matrix.indptr.astype(np.int64).tofile(file)
        matrix.indices.astype(np.int32).tofile(file)


def loss_of(matrix, x, y):
    """The objective above. Dot products of observed cells in float, everything else in double."""
    user = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    total = 0.0
    for start in range(0, matrix.nnz, 400_000):
        part = slice(start, start + 400_000)
        s = np.einsum("ij,ij->i", x[user[part]], y[matrix.indices[part]]).astype(np.float64)
        total += (CONFIDENCE * (1 - s) ** 2 - s**2).sum()
    x, y = x.astype(np.float64), y.astype(np.float64)
    return total + np.sum((x.T @ x) * (y.T @ y)) + LAMBDA * (np.sum(x * x) + np.sum(y * y))


# --- the programs: run(sweeps) gives (wall seconds, processor seconds, x, y) of every sweep ---------------------


class Recital:
    def __init__(self, name, matrix, threads, arguments, cg_steps=0):
        self.name, self.matrix, self.threads, self.arguments, self.cg_steps = name, matrix, threads, arguments, cg_steps
        self.peak = self.operations = self.level = None

    def run(self, sweeps, factors=True):
        with tempfile.TemporaryDirectory(dir=self.arguments.cache) as folder:
            write_for_bench(self.matrix, f"{folder}/data")
            command = [str(self.arguments.bench), "--data", f"{folder}/data", "--form", "implicit"]
            command += ["--alpha", str(CONFIDENCE), "--regularization", str(LAMBDA), "--factors", str(FACTORS)]
            command += ["--threads", str(self.threads), "--half-steps", str(2 * sweeps)]
            if self.cg_steps:
                command += ["--cg-steps", str(self.cg_steps)]
            if self.arguments.level:
                command += ["--level", self.arguments.level]
            if factors:
                command += ["--write-factors", f"{folder}/f"]
            result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            # A peak can only be measured too low: the processor does not exceed it.
            self.peak = max(self.peak or 0.0, result["peak"])
            self.operations, self.level = result["operations"], result["level"]
            for k in range(sweeps):
                wall, processor = (sum(result[key][2 * k : 2 * k + 2]) for key in ("seconds", "processor"))
                load = lambda side: np.fromfile(f"{folder}/f.{side}.{2 * k + 2}", np.float32).reshape(-1, FACTORS)
                yield (wall, processor, *((load("users"), load("items")) if factors else (None, None)))


class Irspack:
    def __init__(self, name, matrix, threads, solver, subspace=64, cg_steps=3):
        self.name, self.matrix, self.threads = name, matrix, threads
        self.solver, self.subspace, self.cg_steps = solver, subspace, cg_steps

    def run(self, sweeps, factors=True):
        trainer = IALSTrainer(
            self.matrix, FACTORS, 1 / (CONFIDENCE - 1), LAMBDA / (CONFIDENCE - 1), 0.0, 0.1,
            getattr(SolverType, self.solver), self.cg_steps, self.subspace, LossType.ORIGINAL, 42, self.threads, 5, 1,
        )
        for _ in range(sweeps):
            wall, processor = time.perf_counter(), time.process_time()
            trainer.run_epoch()
            wall, processor = time.perf_counter() - wall, time.process_time() - processor
            core = trainer.core_trainer
            yield wall, processor, np.array(core.user), np.array(core.item)


class Implicit:
    def __init__(self, name, matrix, threads, use_cg):
        self.name, self.matrix, self.threads, self.use_cg = name, matrix, threads, use_cg

    def run(self, sweeps, factors=True):
        solver = als_native.least_squares_cg if self.use_cg else als_native.least_squares
        rng = np.random.default_rng(42)
        by_user = (self.matrix * np.float32(CONFIDENCE)).tocsr()
        by_item = by_user.T.tocsr()
        x, y = ((0.01 * rng.random((n, FACTORS))).astype(np.float32) for n in self.matrix.shape)
        for _ in range(sweeps):
            wall, processor = time.perf_counter(), time.process_time()
            solver(by_user, x, y, LAMBDA, num_threads=self.threads)
            solver(by_item, y, x, LAMBDA, num_threads=self.threads)
            yield time.perf_counter() - wall, time.process_time() - processor, x, y


# --- measuring -------------------------------------------------------------------------------------------------


def exact_sweeps(ours, peers, turns, sweeps):
    """Median seconds of a sweep of each, wall and processor, and the medians over the turns of peer / ours."""
    times = {program.name: [] for program in [ours, *peers]}
    for _ in range(turns):
        for program in [ours, *peers]:
            count = sweeps if program is ours else max(1, sweeps // 3)
            runs = [(wall, processor) for wall, processor, _, _ in program.run(count, factors=False)]
            times[program.name].append(tuple(statistics.median(column) for column in zip(*runs)))
    medians = {name: tuple(statistics.median(c) for c in zip(*rows)) for name, rows in times.items()}
    ratios = {
        peer.name: tuple(
            statistics.median(p[k] / o[k] for p, o in zip(times[peer.name], times[ours.name])) for k in (0, 1)
        )
        for peer in peers
    }
    return medians, ratios


def time_to_target(program, matrix, target, most_sweeps, budget):
    """Seconds and sweeps until the loss is at most `target`; infinite when it takes longer than the budget. Losses
    cost more than sweeps: every fourth is computed, then the ones between, which suffices as losses fall."""
    total = 0.0
    waiting = []
    for sweep, (wall, _, x, y) in enumerate(program.run(most_sweeps), 1):
        total += wall
        waiting.append((total, sweep, x.copy(), y.copy()))
        if sweep % 4 == 0 or total > budget:
            if loss_of(matrix, x, y) <= target:
                while len(waiting) > 1 and loss_of(matrix, *waiting[-2][2:]) <= target:
                    waiting.pop()
                return waiting[-1][:2]
            if total > budget:
                break
            waiting = []
    return float("inf"), most_sweeps


def converged_loss(matrix, arguments, sweeps):
    """The lowest loss of a long run of Recital, and that of irspack's as a check of the objective."""
    for ours in Recital("Recital", matrix, os.cpu_count(), arguments).run(sweeps):
        pass
    lowest = loss_of(matrix, *ours[2:])
    if matrix.nnz > 2_000_000:  # the objective does not depend on the data: checked on the smaller sets
        return lowest
    for peer in Irspack("irspack", matrix, os.cpu_count(), "CHOLESKY").run(min(sweeps, 40)):
        last = peer
    theirs = loss_of(matrix, *last[2:])
    if abs(theirs / lowest - 1) > 0.003:
        sys.exit(f"The objectives differ: converged loss {lowest:.6g} here, {theirs:.6g} for irspack")
    return min(lowest, theirs)


def candidates(matrix, threads, arguments):
    ours = [Recital("Cholesky", matrix, threads, arguments)]
    ours += [Recital(f"CG {steps}", matrix, threads, arguments, steps) for steps in (2, 3)]
    peers = [Irspack("irspack Cholesky", matrix, threads, "CHOLESKY"), Irspack("irspack CG 3", matrix, threads, "CG")]
    peers += [Irspack(f"irspack iALS++ {b}", matrix, threads, "IALSPP", b) for b in (16, 32)]
    peers += [Implicit("implicit CG 3", matrix, threads, True)]
    if matrix.nnz > 2_000_000:  # the run stays short without those that the smaller sets show to be far behind
        peers = [peer for peer in peers if peer.name not in ("irspack Cholesky", "irspack iALS++ 32")]
        ours = [program for program in ours if program.name != "CG 2"]
    return ours, peers


def fastest(programs, matrix, target, turns, budget):
    """The program with the smallest median time to the target; everybody takes a turn in every round."""
    results = {program.name: [] for program in programs}
    for _ in range(turns):
        for program in programs:
            result = time_to_target(program, matrix, target, 60, budget)
            results[program.name].append(result)
            print(f"    {program.name}: {result[0]:.3f} s, {result[1]} sweeps", file=sys.stderr)
    medians = {name: statistics.median(r[0] for r in rows) for name, rows in results.items()}
    return medians


def measure(name, matrix, threads, goal, arguments):
    turns, sweeps, rounds = {"ml-100k": (7, 12, 3), "1M": (5, 6, 3), "10M": (2, 3, 1)}[name]
    ours = Recital("Recital", matrix, threads, arguments)
    irspack = Irspack("irspack", matrix, threads, "CHOLESKY")
    implicit = Implicit("implicit", matrix, threads, False)
    print(f"  {name}, {threads} threads: exact sweeps", file=sys.stderr)
    medians, ratios = exact_sweeps(ours, [irspack, implicit], turns, sweeps)
    wall, processor = medians["Recital"]
    share = ours.operations / processor / ours.peak
    row = [name, str(threads), f"{1e3 * wall:.1f} ms"]
    for peer in ("irspack", "implicit"):
        row.append(f"{1e3 * medians[peer][0]:.1f} ms: {ratios[peer][0]:.1f}x ({ratios[peer][1]:.1f}x)")
    row.append(f"{100 * share:.0f} %")
    if threads == max(int(t) for t in arguments.threads.split(",")):
        mine, theirs = candidates(matrix, threads, arguments)
        times = fastest([*mine, *theirs], matrix, goal * WITHIN, rounds, 60.0)
        best_mine = min((p.name for p in mine), key=times.get)
        best_theirs = min((p.name for p in theirs), key=times.get)
        row.append(f"{times[best_mine]:.3f} s ({best_mine})")
        row.append(f"{times[best_theirs]:.3f} s ({best_theirs}): {times[best_theirs] / times[best_mine]:.1f}x")
    else:
        row += ["", ""]
    return row, ours


def processor_name():
    for line in open("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def main():
    arguments = parse_arguments()
    arguments.cache = arguments.cache.resolve()
    arguments.cache.mkdir(parents=True, exist_ok=True)
    enter_environment(arguments.cache)
    if not arguments.bench.exists():
        sys.exit(f"{arguments.bench} is missing: build bench_als first (see --help)")
    import_peers()
    rows = []
    for name in arguments.data.split(","):
        matrix = load_set(name, arguments)
        if matrix is None:
            print(f"  {name} is left out: no folder given", file=sys.stderr)
            continue
        goal = converged_loss(matrix, arguments, {"ml-100k": 200, "1M": 60, "10M": 24}[name])
        counts = sorted({int(t) for t in arguments.threads.split(",")})
        for threads in counts[-1:] if name == "10M" else counts:  # one thread would take minutes
            row, ours = measure(name, matrix, threads, goal, arguments)
            rows.append(row)
    print(f"{processor_name()}, {os.cpu_count()} processors, level {ours.level}, peak {ours.peak / 1e9:.0f} GFlop/s")
    print(f"a core; {FACTORS} factors; {', '.join(PACKAGES[:2])}. Ratios: wall time (processor time).\n")
    head = ["data", "threads", "exact sweep", "irspack Cholesky", "implicit Cholesky", "share of peak"]
    head += ["time to 0.5 %", "best peer, any solver"]
    for line in [head, ["---"] * len(head), *rows]:
        print("| " + " | ".join(line) + " |")


def import_peers():
    global np, sparse, IALSTrainer, SolverType, LossType, als_native
    import numpy as np
    import scipy.sparse as sparse
    from implicit.cpu import _als as als_native
    from irspack.recommenders._ials_core import LossType, SolverType
    from irspack.recommenders.ials import IALSTrainer


if __name__ == "__main__":
    main()
