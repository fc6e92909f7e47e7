"""Command line: `run [--as-shipped] -- COMMAND …`, `up [--as-shipped]`, `down`."""

import contextlib
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path
from types import FrameType

from tests.services.exports import ENV_FILE, FOLDER_FILE
from tests.services.provision import NotInstalled, provide
from tests.services.servers import NotStarted, new_folder, start, stop

USAGE = "python -m tests.services run [--as-shipped] -- COMMAND … | up [--as-shipped] | down"


def main(words: list[str]) -> int:
    options, command = (words[: words.index("--")], words[words.index("--") + 1 :]) if "--" in words else (words, [])
    as_shipped = "--as-shipped" in options
    verbs = [word for word in options if not word.startswith("-")]
    try:
        match verbs, bool(command):
            case ["run"], True:
                return run(command, as_shipped=as_shipped)
            case ["up"], False:
                return up(as_shipped=as_shipped)
            case ["down"], False:
                return down()
    except (NotInstalled, NotStarted) as problem:
        print(problem, file=sys.stderr)
        return 1
    print(USAGE, file=sys.stderr)
    return 2


def run(command: list[str], *, as_shipped: bool) -> int:
    """The command's own exit status, with the servers running around it."""
    programs = provide()
    folder = new_folder()
    guard = _guard(folder)
    try:
        environment = start(programs, folder, as_shipped=as_shipped)
        return _carry_out(command, environment)
    finally:
        assert guard.stdin
        guard.stdin.close()
        guard.wait()


def up(*, as_shipped: bool) -> int:
    if ENV_FILE.exists():
        print(f"Already up, or left over from before: {ENV_FILE}. `down` ends it.", file=sys.stderr)
        return 1
    programs = provide()
    folder = new_folder()
    try:
        exports = start(programs, folder, as_shipped=as_shipped)
    except BaseException:
        stop(folder)
        raise
    ENV_FILE.parent.mkdir(parents=True, exist_ok=True)
    FOLDER_FILE.write_text(str(folder), encoding="utf-8")
    ENV_FILE.touch(mode=0o600)
    ENV_FILE.write_text("".join(f"export {name}={shlex.quote(value)}\n" for name, value in exports.items()), "utf-8")
    print(f"Up. Tests find them by themselves; a shell by `. {ENV_FILE}`.")
    return 0


def down() -> int:
    if FOLDER_FILE.exists():
        stop(Path(FOLDER_FILE.read_text(encoding="utf-8").strip()))
    for path in (ENV_FILE, FOLDER_FILE):
        path.unlink(missing_ok=True)
    return 0


def guard_until_end_of_input(folder: Path) -> None:
    """Stops the servers when the other end of standard input is gone, however its process ended."""
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, signal.SIG_IGN)
    with contextlib.suppress(OSError):
        sys.stdin.buffer.read()
    stop(folder)


def _guard(folder: Path) -> subprocess.Popen[bytes]:
    code = "import sys, pathlib, tests.services.__main__ as m; m.guard_until_end_of_input(pathlib.Path(sys.argv[1]))"
    root = Path(__file__).resolve().parents[2]
    return subprocess.Popen([sys.executable, "-c", code, str(folder)], stdin=subprocess.PIPE, cwd=root, start_new_session=True)


def _carry_out(command: list[str], environment: dict[str, str]) -> int:
    # Closed in the child by default: only this process holds the guard's pipe open.
    process = subprocess.Popen(command, env={**os.environ, **environment})

    def pass_on(sign: int, _frame: FrameType | None) -> None:
        process.send_signal(sign)

    signal.signal(signal.SIGTERM, pass_on)
    signal.signal(signal.SIGHUP, pass_on)
    while True:
        try:
            status = process.wait()
            return status if status >= 0 else 128 - status
        except KeyboardInterrupt:
            continue  # the terminal told the command as well: let it end in its own way


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
