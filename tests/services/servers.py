"""Starts one PostgreSQL and one Redis in a folder of their own, and stops whatever runs in such a folder.

Folder: `postgres/` (data, socket, log), `redis/` (redis.pid, log). Both listen on 127.0.0.1 only, with a password made for this run.
"""

import contextlib
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.services.places import Programs

START_SECONDS = 30.0
STOP_SECONDS = 15.0
LONGEST_SOCKET_PATH = 90
FAST_AND_FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
SETTINGS = {"listen_addresses": "127.0.0.1", "max_connections": "200", "timezone": "UTC"}


class NotStarted(RuntimeError):
    """A server did not come up; the text ends with its log."""


def new_folder() -> Path:
    """A folder that user postgres can enter as well and whose path is short enough for a socket."""
    place = tempfile.gettempdir()
    folder = Path(tempfile.mkdtemp(prefix="verstak-services-", dir=place if len(place) < LONGEST_SOCKET_PATH // 2 else "/tmp"))
    folder.chmod(0o755)
    return folder


def start(programs: Programs, folder: Path, *, as_shipped: bool = False) -> dict[str, str]:
    """Starts both servers and gives the environment that leads to them.

    `as_shipped` keeps PostgreSQL's own settings (with fsync), as benchmarks need them.
    """
    assert programs.postgres_bin and programs.redis_server
    settings = SETTINGS if as_shipped else SETTINGS | FAST_AND_FORGETFUL
    return {
        "VERSTAK_TEST_POSTGRES_URL": _start_postgres(programs.postgres_bin, folder / "postgres", settings),
        "VERSTAK_TEST_REDIS_URL": _start_redis(programs.redis_server, folder / "redis"),
        "VERSTAK_TEST_CHROMIUM": str(programs.chromium),
    }


def stop(folder: Path) -> None:
    """Stops what runs in the folder and removes the folder; nothing to do is fine."""
    _end(_pid_in(folder / "postgres" / "data" / "postmaster.pid"), signal.SIGINT)
    _end(_pid_in(folder / "redis" / "redis.pid"), signal.SIGTERM)
    shutil.rmtree(folder, ignore_errors=True)


def _start_postgres(binaries: Path, folder: Path, settings: dict[str, str]) -> str:
    folder.mkdir()
    (folder / "socket").mkdir()
    password, port = secrets.token_hex(16), _free_port()
    (folder / "password").write_text(password, encoding="ascii")
    owner = _hand_over(folder)
    initdb = [binaries / "initdb", "-D", folder / "data", "-U", "verstak", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    initdb += ["--auth=scram-sha-256", f"--pwfile={folder / 'password'}"]
    made = subprocess.run(initdb, user=owner, cwd=folder, capture_output=True, text=True, check=False)
    if made.returncode:
        raise NotStarted(f"initdb failed:\n{made.stdout[-1000:]}\n{made.stderr[-2000:]}")
    options = [f"-c{name}={value}" for name, value in settings.items()]
    options += [f"-cport={port}", f"-cunix_socket_directories={folder / 'socket'}"]
    _launch([str(binaries / "postgres"), "-D", str(folder / "data"), *options], folder / "log", port, owner)
    ready = [str(binaries / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    _wait(lambda: subprocess.run(ready, check=False).returncode == 0, "PostgreSQL", folder / "log")
    return f"postgresql://verstak:{password}@127.0.0.1:{port}/postgres"


def _start_redis(server: Path, folder: Path) -> str:
    folder.mkdir()
    password, port = secrets.token_hex(16), _free_port()
    settings = {"port": str(port), "bind": "127.0.0.1", "requirepass": password, "dir": str(folder), "databases": "64"}
    settings |= {"pidfile": str(folder / "redis.pid"), "daemonize": "no", "save": '""', "appendonly": "no"}
    config = folder / "redis.conf"
    config.touch(mode=0o600)
    config.write_text("".join(f"{name} {value}\n" for name, value in settings.items()), encoding="utf-8")
    process = _launch([str(server), str(config)], folder / "log", port, None)
    (folder / "redis.pid").write_text(str(process.pid), encoding="ascii")
    return f"redis://default:{password}@127.0.0.1:{port}/0"


def _launch(command: list[str], log: Path, port: int, owner: str | None) -> subprocess.Popen[bytes]:
    with log.open("ab") as output:
        process = subprocess.Popen(
            command,
            user=owner,
            cwd=log.parent,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,  # Ctrl-C stops the tests first, and the servers only after them
        )
    _wait(lambda: _listens(port) or process.poll() is not None, command[0], log)
    if process.poll() is not None:
        raise NotStarted(f"{command[0]} ended at once:\n{log.read_text(encoding='utf-8', errors='replace')[-2000:]}")
    return process


def _hand_over(folder: Path) -> str | None:
    """PostgreSQL refuses to run as root: then the folder goes to user postgres."""
    if os.geteuid() != 0:
        return None
    person = pwd.getpwnam("postgres")
    for path in (folder, *folder.rglob("*")):
        os.chown(path, person.pw_uid, person.pw_gid)
    return person.pw_name


def _wait(done: Callable[[], bool], name: str, log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while not done():
        if time.monotonic() > end:
            raise NotStarted(f"{name} did not start:\n{log.read_text(encoding='utf-8', errors='replace')[-2000:]}")
        time.sleep(0.05)


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1.0)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _pid_in(path: Path) -> int | None:
    try:
        return int(path.read_text(encoding="ascii").split()[0])
    except (OSError, ValueError, IndexError):
        return None


def _end(pid: int | None, gentle: signal.Signals) -> None:
    for sign, seconds in ((gentle, STOP_SECONDS), (signal.SIGKILL, 2.0)):
        if pid is None or not _alive(pid):
            return
        os.kill(pid, sign)
        end = time.monotonic() + seconds
        while _alive(pid) and time.monotonic() < end:
            time.sleep(0.05)


def _alive(pid: int) -> bool:
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)  # a child that ended stays visible until it is collected
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
