"""Commands over configurations: new, check, test, plan, apply."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from engine.cli.answers import FOLDER, as_json, load_or_exit, refuse, report

LANG = click.option("--lang", type=click.Choice(["en", "ru"]), default="en", help="Language of the messages.")
JSON = click.option("--json", "json_lines", is_flag=True, help="One JSON object a line.")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--from", "example", default="service_desk", help="Which shipped example to copy.")
def new(folder: Path, example: str) -> None:
    """Start a workspace in FOLDER as a copy of a shipped example."""
    from engine.settings import config_examples

    known = sorted(path.name for path in config_examples().iterdir() if (path / "workspace.yaml").exists())
    if example not in known:
        raise click.BadParameter(f"choose one of: {', '.join(known)}", param_hint="--from")
    if folder.exists() and any(folder.iterdir()):
        refuse(f"{folder} is not empty: choose another folder")
    shutil.copytree(
        config_examples() / example, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("demo", "data", "__pycache__", "*.py")
    )
    click.echo(f"{folder}: a copy of {example}. Next: verstak check {folder}")


@click.command()
@click.argument("folder", type=FOLDER)
@LANG
@JSON
def check(folder: Path, lang: str, json_lines: bool) -> None:
    """Report every mistake of the workspace in FOLDER."""
    from engine.model.loader import load, read_folder

    model, diagnostics = load(folder)
    failed = report(diagnostics, read_folder(folder), lang, json_lines)
    if failed or model is None:
        sys.exit(1)
    if not json_lines:
        click.echo(
            f"{folder}: {len(model.entity_types)} entity types, "
            f"{sum(len(entity.rules) for entity in model.entity_types.values())} rules, "
            f"{len(model.scenarios)} scenarios. No errors."
        )


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("-k", "name", default="", help="Only scenarios whose name contains this.")
@LANG
@JSON
def test(folder: Path, name: str, lang: str, json_lines: bool) -> None:
    """Run the scenarios of the workspace in FOLDER and of its modules."""
    from engine.scenario import run_all

    model = load_or_exit(folder, lang, json_lines)
    results = run_all(model, name)
    failed = [result for result in results if not result.passed]
    for result in results:
        if json_lines:
            as_json({"scenario": result.name, "module": result.module, "passed": result.passed, "report": result.report})
        elif not result.passed:
            click.echo(result.report)
    if not json_lines:
        click.echo(f"{len(results) - len(failed)} passed, {len(failed)} failed")
    if not results:
        refuse("no scenario fits" if name else "the workspace has no scenarios")
    if failed:
        sys.exit(1)


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the plan to this file, to apply exactly it.")
@LANG
@JSON
def plan(folder: Path, out: Path | None, lang: str, json_lines: bool) -> None:
    """Show what applying FOLDER would change, in tables and in live data."""
    from engine.assembly import open_store
    from engine.migration.plan import make_plan

    model = load_or_exit(folder, lang, json_lines)
    made = make_plan(open_store(), model)
    if json_lines:
        as_json(made.to_json(lang))
    else:
        click.echo(made.in_words(lang))
    if out:
        out.write_text(made.dump(), encoding="utf-8")
    if made.refused:
        sys.exit(1)


@click.command()
@click.argument("source", type=click.Path(exists=True, path_type=Path))
@LANG
@JSON
def apply(source: Path, lang: str, json_lines: bool) -> None:
    """Apply a workspace folder, or the plan in a file, to the database: all of it or nothing."""
    from engine.assembly import open_store
    from engine.errors import VerstakError
    from engine.migration.apply import apply_plan
    from engine.migration.plan import load_plan, make_plan

    store = open_store()
    made = make_plan(store, load_or_exit(source, lang, json_lines)) if source.is_dir() else load_plan(source.read_text("utf-8"))
    if made.refused:
        refuse(made.in_words(lang))
    try:
        revision = apply_plan(store, made)
    except VerstakError as error:
        refuse(str(error))
    if json_lines:
        as_json({"revision": revision, **made.to_json(lang)})
    else:
        click.echo(made.in_words(lang))
        click.echo(f"revision {revision}")


COMMANDS = (new, check, test, plan, apply)
