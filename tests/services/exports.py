"""How tests find the services: by the environment, or by what `python -m tests.services up` wrote."""

import os
import shlex
from pathlib import Path

VAR = Path(__file__).resolve().parents[2] / "var"
ENV_FILE = VAR / "services.env"
FOLDER_FILE = VAR / "services.folder"


def read_exports() -> dict[str, str]:
    """VERSTAK_TEST_… names and values; empty when no services are up."""
    exports = {name: value for name, value in os.environ.items() if name.startswith("VERSTAK_TEST_")}
    if not ENV_FILE.exists():
        return exports
    words = shlex.split(ENV_FILE.read_text(encoding="utf-8"))
    return dict(word.split("=", 1) for word in words if "=" in word) | exports
