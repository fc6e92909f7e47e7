"""One file of icons out of many: `<svg><symbol id="NAME" …>` for each name, painted by the style of whoever uses it."""

import re
from collections.abc import Mapping

SPRITE = '<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}\n</svg>\n'
SYMBOL = '<symbol id="{name}" viewBox="0 0 24 24">{shapes}</symbol>'
FRAME = re.compile(r'<path\s+stroke="none"\s+d="M0 0h24v24H0z"\s+fill="none"\s*/>')


def build_sprite(drawings: Mapping[str, str]) -> str:
    """Drawings are whole 24 x 24 outline SVGs by icon name."""
    symbols = [SYMBOL.format(name=name, shapes=_shapes(drawings[name])) for name in sorted(drawings)]
    return SPRITE.format(symbols="\n".join(symbols))


def _shapes(drawing: str) -> str:
    inside = re.sub(r"^.*?<svg.*?>|</svg>\s*$", "", drawing, flags=re.DOTALL)
    return re.sub(r"\s*\n\s*", "", FRAME.sub("", inside)).strip()
