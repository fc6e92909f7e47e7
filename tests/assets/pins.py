"""What is pinned: packages by name, version and sha512, and each file that is taken from them by its sha512.

`pins.json` is a map by package name: `{version, licence, sha512, files: {name here: {from, sha512}}}`; a package with `sprite` instead of
`from` gives the icons that `icons.txt` names. Hashes are `sha512-` and base64, as npm writes them.
"""

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

VENDOR = Path(__file__).resolve().parents[2] / "engine" / "web" / "static" / "vendor"
PINS = VENDOR / "pins.json"
ICON_NAMES = VENDOR / "icons.txt"

Pins = dict[str, dict[str, Any]]


def read_pins() -> Pins:
    pins: Pins = json.loads(PINS.read_text(encoding="utf-8"))
    return pins


def write_pins(pins: Pins) -> None:
    PINS.write_text(json.dumps(pins, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def icon_names() -> list[str]:
    """Names of icons.txt, sorted; blank lines and `#` comments are for people."""
    lines = ICON_NAMES.read_text(encoding="utf-8").splitlines()
    return sorted({name for line in lines for name in line.partition("#")[0].split()})


def sha512(content: bytes) -> str:
    return "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode("ascii")
