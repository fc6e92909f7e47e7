"""`python -m tests.assets` writes static/vendor/ anew and stops at the first file that is not what was pinned.

`--pin` records instead what it finds, after a version was changed by hand in pins.json or a name added to icons.txt.
"""

import io
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from tests.assets.pins import VENDOR, icon_names, read_pins, sha512, write_pins
from tests.assets.sprite import build_sprite


class Changed(RuntimeError):
    """A package or file is not the one that was pinned."""


def main(words: list[str]) -> int:
    recording = "--pin" in words
    pins = read_pins()
    try:
        for package, pin in pins.items():
            _renew(package, pin, recording)
    except Changed as problem:
        print(problem, file=sys.stderr)
        return 1
    if recording:
        write_pins(pins)
    return 0


def _renew(package: str, pin: dict[str, Any], recording: bool) -> None:
    packed = _fetch(f"{package}@{pin['version']}")
    _agree(package, pin, packed, recording)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for name, file in pin["files"].items():
            content = _sprite(archive) if file.get("sprite") else _read(archive, file["from"])
            _agree(f"{package}: {name}", file, content, recording)
            target = VENDOR / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            print(f"{name:36} {len(content):>8} bytes")


def _fetch(package: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", package, "--silent", "--pack-destination", folder]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Changed(f"`npm pack {package}` failed: {done.stderr.strip()}")
        return next(Path(folder).iterdir()).read_bytes()


def _agree(name: str, pin: dict[str, Any], content: bytes, recording: bool) -> None:
    found = sha512(content)
    if recording:
        pin["sha512"] = found
    elif pin["sha512"] != found:
        raise Changed(f"{name} is not what was pinned: {found} instead of {pin['sha512']}.")


def _sprite(archive: tarfile.TarFile) -> bytes:
    drawings = {name: _read(archive, f"icons/outline/{name}.svg").decode("utf-8") for name in icon_names()}
    return build_sprite(drawings).encode("utf-8")


def _read(archive: tarfile.TarFile, path: str) -> bytes:
    try:
        file = archive.extractfile(f"package/{path}")
    except KeyError:
        file = None
    if file is None:
        raise Changed(f"The package holds no `{path}`.")
    return file.read()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
