"""The command line: `verstak COMMAND`. Exits 0 on success, 1 where the answer is no, 2 on wrong usage; `--json` for machines."""

from __future__ import annotations

import sys

import click

from engine.cli import configuration, data, language, people, serving


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="verstak", prog_name="verstak")
def cli() -> None:
    """Verstak: a service desk, or any other process, from configuration."""


for module in (configuration, language, serving, people, data):
    for command in module.COMMANDS:
        cli.add_command(command)


def main() -> None:
    """Run the command line; a reader that went away (`| head`) is not an error."""
    try:
        cli()
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
