"""Where the programs that the tests need are on this machine."""

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

CHROMIUM_NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
PLAYWRIGHT_BROWSERS = "ms-playwright/chromium-*/chrome-*/chrome"
MAC_CHROME = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
FONT_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path("/System/Library/Fonts"))


@dataclass(frozen=True)
class Programs:
    """Paths of what is installed; None for what is not."""

    postgres_bin: Path | None
    redis_server: Path | None
    chromium: Path | None
    has_fonts: bool

    def missing(self) -> list[str]:
        """Debian's package names of what is not installed."""
        wanted = {
            "postgresql": self.postgres_bin,
            "redis-server": self.redis_server,
            "chromium": self.chromium,
            "fonts-dejavu-core": self.has_fonts,
        }
        return [package for package, found in wanted.items() if not found]


def find_programs() -> Programs:
    return Programs(find_postgres_bin(), _on_path("redis-server"), find_chromium(), _has_fonts())


def find_postgres_bin() -> Path | None:
    """The folder of initdb and postgres; Debian keeps it off the PATH, one for each major version."""
    debian = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if debian:
        return max(debian, key=lambda folder: int(re.sub(r"\D", "", folder.parent.name) or 0))
    initdb = _on_path("initdb")
    return initdb.resolve().parent if initdb else None


def find_chromium() -> Path | None:
    """A Chromium that runs headless with a folder of our choosing, which a snap cannot."""
    named = os.environ.get("VERSTAK_TEST_CHROMIUM")
    if named:
        return Path(named) if os.access(named, os.X_OK) else None
    found = [path for name in CHROMIUM_NAMES if (path := _on_path(name)) and not _is_snap(path)]
    caches = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    found += sorted(caches.glob(PLAYWRIGHT_BROWSERS), reverse=True)
    found += [MAC_CHROME] if MAC_CHROME.exists() else []
    return found[0] if found else None


def _is_snap(path: Path) -> bool:
    if "snap" in path.resolve().parts or path.resolve().name == "snap":
        return True
    if path.stat().st_size > 100_000:
        return False
    return b"snap" in path.read_bytes()


def _has_fonts() -> bool:
    return any(next(folder.rglob("*.tt[fc]"), None) for folder in FONT_FOLDERS if folder.exists())


def _on_path(name: str) -> Path | None:
    found = shutil.which(name)
    return Path(found) if found else None
