"""The programs that are compared, and how each is brought to run.

Python peers come from PyPI at pinned versions, into virtual environments under
`.environment/`; Rust peers are a Cargo workspace of their own; the simulator itself
is the benchmark `reduced_workload` of the main crate.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
ENVIRONMENT = HERE / ".environment"
# The pins are those of this version; mesa-frames needs NumPy 1.26, which later ones lack.
PYTHON_VERSION = (3, 12)
OURS = "ours"


class Unavailable(Exception):
    """A peer that cannot be installed or built here, with the reason in words."""


@dataclass(frozen=True)
class Peer:
    """A program that speaks the protocol."""

    name: str
    label: str
    language: str
    # How the framework wants a step to be written.
    style: str
    # Where an agent's random numbers come from.
    numbers: str
    # Gives the command, or raises Unavailable.
    prepare: Callable[[], list[str]]
    # Slow peers take fewer agents; the unit stays the agent-step.
    share_of_agents: float = 1.0
    # How many times as fast ours shall at least be; None where nothing is asked.
    aim: float | None = None


def run_quietly(command: list[str], directory: Path, what: str) -> str:
    """Runs a step of installing or building; its output, or Unavailable with its last words."""
    environment = dict(os.environ, PIP_DISABLE_PIP_VERSION_CHECK="1")
    if command[0] == "cargo":
        # As good as the compiler can make them for this very machine.
        environment.setdefault("RUSTFLAGS", "-C target-cpu=native")
    try:
        done = subprocess.run(
            command, cwd=directory, env=environment, capture_output=True, text=True, check=False
        )
    except OSError as error:
        raise Unavailable(f"{what}: {error}") from error
    if done.returncode != 0:
        raise Unavailable(f"{what}: {last_words(done.stderr or done.stdout)}")
    return done.stdout


def last_words(text: str) -> str:
    """The line that says most of why something failed."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    errors = [line for line in lines if line.lower().startswith("error")]
    told = errors or lines or ["no word of why"]
    return told[-1][:200]


# --- Python ---------------------------------------------------------------------


def find_python(asked: str | None = None) -> str:
    """A Python of the version that the pins are for."""
    name = "python{}.{}".format(*PYTHON_VERSION)
    pyenv = Path.home() / ".pyenv" / "versions"
    own = [sys.executable, name, *(str(found) for found in sorted(pyenv.glob(f"*/bin/{name}")))]
    for candidate in [asked] if asked else own:
        program = shutil.which(candidate)
        if program and version_of(program) == PYTHON_VERSION:
            return program
    raise Unavailable(f"no Python {name.removeprefix('python')} found (give one with --python)")


def version_of(program: str) -> tuple[int, ...] | None:
    probe = [program, "-c", "import sys; print(*sys.version_info[:2])"]
    done = subprocess.run(probe, capture_output=True, text=True, check=False)
    return tuple(int(word) for word in done.stdout.split()) if done.returncode == 0 else None


class Environments:
    """Virtual environments, each made when it is first asked for."""

    def __init__(self, asked: str | None = None):
        self.asked = asked

    def install(self, environment: str, packages: list[str]) -> str:
        """The environment's Python, with the packages in it at their pinned versions."""
        folder = ENVIRONMENT / environment
        python = folder / "bin" / "python"
        if not python.exists():
            maker = find_python(self.asked)
            run_quietly([maker, "-m", "venv", str(folder)], HERE, "virtual environment")
        pins = HERE / "python" / f"pins-{environment}.txt"
        wanted = "\n".join(packages) + pins.read_text(encoding="utf-8")
        stamp = folder / f"installed-{packages[0]}"
        if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
            pip = [str(python), "-m", "pip", "install", "--quiet", "--prefer-binary"]
            run_quietly([*pip, "--constraint", str(pins), *packages], HERE, "pip")
            stamp.write_text(wanted, encoding="utf-8")
        return str(python)

    def peer(self, program: str, packages: list[str], environment: str = "main"):
        """What prepares a Python peer."""

        def prepare() -> list[str]:
            return [self.install(environment, packages), str(HERE / "python" / program)]

        return prepare


# --- compiled -------------------------------------------------------------------


def rust_peer(package: str):
    """What builds one member of the workspace of Rust peers."""

    def prepare() -> list[str]:
        directory = HERE / "rust"
        build = ["cargo", "build", "--release", "--locked", "--jobs", "1", "--package", package]
        run_quietly(build, directory, "cargo build")
        return [str(directory / "target" / "release" / package)]

    return prepare


def plain_cpp() -> list[str]:
    compiler = next(filter(None, map(shutil.which, ("g++", "clang++", "c++"))), None)
    if compiler is None:
        raise Unavailable("no C++ compiler found")
    ENVIRONMENT.mkdir(exist_ok=True)
    program = ENVIRONMENT / "plain_cpp"
    source = HERE / "cpp" / "plain.cpp"
    flags = ["-std=c++20", "-O3", "-march=native"]
    run_quietly([compiler, *flags, "-o", str(program), str(source)], HERE, "C++ compiler")
    return [str(program)]


def ours() -> list[str]:
    """Builds the benchmark of the main crate and finds the program that cargo made.

    With the flags that a user's build has: the vector width is found when it runs.
    """
    bench = ["cargo", "bench", "--bench", "reduced_workload", "--no-default-features"]
    environment = {key: value for key, value in os.environ.items() if key != "RUSTFLAGS"}
    done = subprocess.run(
        [*bench, "--no-run", "--message-format", "json"],
        cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise Unavailable(f"cargo bench: {last_words(done.stderr)}")
    for line in done.stdout.splitlines():
        message = json.loads(line)
        target = message.get("target", {})
        if target.get("name") == "reduced_workload" and message.get("executable"):
            return [message["executable"]]
    raise Unavailable("cargo bench told of no program")


# --- all ------------------------------------------------------------------------

ONE_STREAM = "one stream for all"
OWN_STREAM = "a stream per agent"
OWN_NUMBERS = "own per agent, step and purpose"


def all_peers(environments: Environments) -> list[Peer]:
    """Every program of the comparison, ours first."""
    python = environments.peer
    return [
        Peer(OURS, "homeground", "Rust", "columns", OWN_NUMBERS, ours),
        Peer("plain_rust", "plain Rust", "Rust", "loop, agent by agent", OWN_STREAM,
             rust_peer("plain_rust"), aim=3),
        Peer("plain_cpp", "plain C++", "C++", "loop, agent by agent", OWN_STREAM,
             plain_cpp, aim=3),
        Peer("krabmaga", "krABMaga", "Rust", "agent by agent", ONE_STREAM,
             rust_peer("krabmaga_peer"), aim=3),
        Peer("ixa", "ixa", "Rust", "agent by agent", ONE_STREAM,
             rust_peer("ixa_peer"), aim=3),
        Peer("numpy", "NumPy", "Python", "arrays", ONE_STREAM,
             python("numpy_peer.py", ["numpy"]), aim=3),
        Peer("numba", "numba", "Python", "compiled loop", ONE_STREAM,
             python("numba_peer.py", ["numba"]), aim=3),
        Peer("neworder", "neworder", "C++ and Python", "table (pandas)", ONE_STREAM,
             python("neworder_peer.py", ["neworder"]), aim=3),
        Peer("mesa_frames", "mesa-frames", "Python", "table (Polars)", ONE_STREAM,
             python("mesa_frames_peer.py", ["mesa-frames"], "frames")),
        Peer("starsim", "starsim", "Python", "arrays", OWN_NUMBERS,
             python("starsim_peer.py", ["starsim"]), aim=8),
        Peer("starsim_without_crn", "starsim, crn off", "Python", "arrays", ONE_STREAM,
             python("starsim_without_crn_peer.py", ["starsim"])),
        Peer("vivarium", "vivarium", "Python", "table (pandas)", OWN_NUMBERS,
             python("vivarium_peer.py", ["vivarium"])),
        Peer("mesa", "Mesa", "Python", "agent by agent", ONE_STREAM,
             python("mesa_peer.py", ["mesa"]), share_of_agents=0.1, aim=100),
    ]  # fmt: skip
