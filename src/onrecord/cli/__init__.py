"""The command line: parse, call the library, print. Each command is loaded when it is called."""

import sys
from importlib import import_module

import click

from onrecord._version import __version__

_COMMANDS = {
    "doctor": ("onrecord.cli.doctor", "Tell versions, model, knowledge and which extras are there."),
    "read": ("onrecord.cli.read", "Read articles and print their records."),
    "schema": ("onrecord.cli.schema", "Print the JSON Schema of a record."),
}
"""Name, the module that holds the command under the name `command`, and its line in the help."""


class _Commands(click.Group):
    """A group that imports a command's module only to run it, so that `--help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command = import_module(_COMMANDS[cmd_name][0]).command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, _COMMANDS[name][1]) for name in sorted(_COMMANDS)])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="onrecord")
def _cli() -> None:
    """News in, a record you can query out: who said what, when, and the characters that prove it."""


def main() -> None:
    """Run the command line and exit: 0 all well, 1 some inputs failed, 2 unusable arguments."""
    from onrecord.errors import UsageError  # noqa: PLC0415 - keeps `--help` quick

    try:
        _cli(prog_name="onrecord")
    except UsageError as error:
        click.echo(f"onrecord: {error}", err=True)
        sys.exit(2)
