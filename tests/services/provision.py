"""Installs what is missing where that is possible (as root with apt), and says plainly what is missing elsewhere."""

import os
import shutil
import subprocess
from pathlib import Path

from tests.services.places import Programs, find_programs


class NotInstalled(RuntimeError):
    """A program that the tests need is not on this machine; the text says how to get it."""


def provide() -> Programs:
    """Programs with nothing missing. Raises NotInstalled with the line to type."""
    programs = find_programs()
    if programs.missing() and os.geteuid() == 0 and shutil.which("apt-get"):
        _apt_install(_installable(programs.missing()))
        programs = find_programs()
    if programs.missing():
        raise NotInstalled(advice(programs.missing(), on_ubuntu=_on_ubuntu()))
    return programs


def advice(packages: list[str], *, on_ubuntu: bool) -> str:
    lines = [f"The tests need what is not installed here: {', '.join(packages)}."]
    from_apt = [package for package in packages if package != "chromium" or not on_ubuntu]
    if from_apt:
        lines.append(f"On Debian and Ubuntu: sudo apt-get install {' '.join(from_apt)}")
    if "chromium" in packages:
        lines.append(
            "Ubuntu's own Chromium is a snap, which tests cannot drive: `.venv/bin/playwright install chromium`, Google"
            " Chrome, or VERSTAK_TEST_CHROMIUM=/path/to/chromium will do."
        )
    return "\n".join(lines)


def _installable(packages: list[str]) -> list[str]:
    return [package for package in packages if package != "chromium" or not _on_ubuntu()]


def _apt_install(packages: list[str]) -> None:
    if not packages:
        return
    print(f"Installing for the tests: {' '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(["apt-get", "-qq", *command], env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise NotInstalled(f"`apt-get {' '.join(command)}` failed:\n{done.stderr.strip()[-2000:]}")


def _on_ubuntu() -> bool:
    release = Path("/etc/os-release")
    return release.exists() and "ID=ubuntu" in release.read_text(encoding="utf-8").splitlines()
