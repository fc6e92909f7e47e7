"""How commands answer: lines for people, one JSON object a line for machines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NoReturn

import click

from dsl.diagnostics import Diagnostic
from engine.model.definitions import Model

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


def as_json(value: Mapping[str, Any]) -> None:
    """Print one JSON object on a line of its own."""
    click.echo(json.dumps(value, ensure_ascii=False, default=str))


def refuse(text: str) -> NoReturn:
    """Say why the answer is no, and exit 1."""
    click.echo(text, err=True)
    sys.exit(1)


def report(diagnostics: Iterable[Diagnostic], texts: Mapping[str, str], lang: str, json_lines: bool, err: bool = False) -> bool:
    """Print findings; return whether there was an error among them."""
    from engine.model.render import render, to_json

    failed = False
    for diagnostic in diagnostics:
        failed = failed or diagnostic.severity == "error"
        if json_lines:
            click.echo(json.dumps(to_json(diagnostic, lang), ensure_ascii=False), err=err)
        else:
            click.echo(render(diagnostic, texts, lang), err=err)
    return failed


def load_or_exit(folder: Path, lang: str = "en", json_lines: bool = False) -> Model:
    """Return the folder's model; with errors print them and exit 1."""
    from engine.model.loader import load, read_folder

    model, diagnostics = load(folder)
    errors = [diagnostic for diagnostic in diagnostics if diagnostic.severity == "error"]
    if model is None or errors:
        report(errors, read_folder(folder), lang, json_lines, err=True)
        sys.exit(1)
    return model
