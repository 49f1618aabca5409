"""The command line: parse, call the library, print. Each command is loaded when it is called."""

import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import IO

import click

from onrecord._version import __version__

_COMMANDS = {
    "doctor": ("onrecord.cli.doctor", "Tell versions, models, knowledge and which extras are there."),
    "knowledge": ("onrecord.cli.knowledge", "Look into the knowledge: show, search, check."),
    "read": ("onrecord.cli.read", "Read articles and print their records."),
    "schema": ("onrecord.cli.schema", "Print the JSON Schema of a record."),
    "who": ("onrecord.cli.who", "Tell whom a name or description stands for on a day."),
}
"""Name, the module that holds the command under the name `command`, and its line in the help."""


_UNUSABLE = 2
_INTERRUPTED = 130
"""128 and the number of the signal, as shells have it."""


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
    """Run the command line and exit: 0 all well, 1 some inputs failed, 2 unusable arguments, 130 Ctrl-C."""
    status = _run()
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        drop_output()
        status = status if isinstance(error, BrokenPipeError) else _say(f"cannot go on ({error})")
    try:
        if sys.stderr is not None:
            sys.stderr.flush()
    except OSError:
        drop_output(sys.stderr)
    sys.exit(status)


def drop_output(stream: IO[str] | None = None) -> None:
    """Let what a stream still holds go nowhere; else Python changes the status at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), (stream or sys.stdout).fileno())


def _run() -> int:
    """Run a command; the exit status."""
    from onrecord.errors import UsageError  # noqa: PLC0415 - keeps `--help` quick

    try:
        return _cli(prog_name="onrecord", standalone_mode=False) or 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except UsageError as error:
        return _say(str(error))
    except OSError as error:  # no room, say, for what is printed
        drop_output()
        return _say(f"cannot go on ({error})")
    except (click.Abort, KeyboardInterrupt):
        return _INTERRUPTED


def _say(problem: str) -> int:
    """Say why the command cannot be carried out; the exit status for it."""
    with suppress(OSError):
        click.echo(f"onrecord: {problem}", err=True)
    return _UNUSABLE
