"""Write the generated pages of the reference: `python docs/generate.py [--check]`.

With `--check` nothing is written; the exit status is 1 where a page is not what the code says.
"""

import sys
from inspect import getdoc
from pathlib import Path
from typing import Any, get_type_hints

import click
import msgspec

from onrecord import record as types
from onrecord.cli import _COMMANDS, _cli
from onrecord.errors import MESSAGES
from onrecord.exports import FORMATS

HERE = Path(__file__).parent / "reference"
NOTE = "<!-- Made by docs/generate.py; change the code, not this page. -->\n\n"


def cli_page() -> str:
    """Every command with its own help, as the terminal shows it."""
    parts = [NOTE, "# The command line\n"]
    context = click.Context(_cli, info_name="onrecord", terminal_width=90, max_content_width=90)
    parts.append(_block(_cli.get_help(context)))
    for name in sorted(_COMMANDS):
        command = _cli.get_command(context, name)
        assert command is not None
        inner = click.Context(command, info_name=f"onrecord {name}", terminal_width=90, max_content_width=90)
        inner.help_option_names = ["-h", "--help"]
        parts.append(f"\n## onrecord {name}\n\n{_block(command.get_help(inner))}")
        parts += _subcommands(command, inner)
    formats = "".join(f"| `{f.name}` | {f.description} | `{f.suffix}` |\n" for f in FORMATS.values())
    parts.append(f"\n## Formats\n\n| name | what it is | ending |\n|---|---|---|\n{formats}")
    return "".join(parts)


def _subcommands(command: click.Command, context: click.Context) -> list[str]:
    """The help of each command of a group."""
    parts = []
    for name, inner in command.commands.items() if isinstance(command, click.Group) else ():
        below = click.Context(
            inner, context, f"{context.info_name} {name}", terminal_width=90, max_content_width=90
        )
        below.help_option_names = ["-h", "--help"]
        parts.append(f"\n### {context.info_name} {name}\n\n{_block(inner.get_help(below))}")
    return parts


def fields_page() -> str:
    """Every struct of the record with its fields and their types."""
    parts = [NOTE, "# The record's fields\n\nWhat they mean stands in [record.md](record.md).\n"]
    for struct in _structs(types.Record, []):
        parts.append(f"\n## {struct.__name__}\n\n{getdoc(struct)}\n\n")
        parts.append("| field | type |\n|---|---|\n")
        hints = get_type_hints(struct)
        fields = msgspec.structs.fields(struct)
        parts += [f"| `{field.encode_name}` | {_type(hints[field.name])} |\n" for field in fields]
    return "".join(parts)


def messages_page() -> str:
    """Every message that says what is wrong and how to mend it."""
    rows = "".join(f"| `{name}` | {_cell(text)} |\n" for name, text in MESSAGES.items())
    tree = sys.modules["onrecord.errors"].__doc__ or ""
    return f"{NOTE}# Errors\n\n{_block(tree)}\n## Messages\n\n| name | text |\n|---|---|\n{rows}"


def _cell(text: str) -> str:
    """A message as a table's cell: a bare stroke would begin the next one, doubled braces are Python's."""
    return text.replace("|", "\\|").replace("{{", "{").replace("}}", "}")


def _block(text: str) -> str:
    return f"\n```text\n{text.strip()}\n```\n"


def _structs(struct: type, seen: list[type]) -> list[type]:
    """The struct and all structs that its fields name, each once, outer ones first."""
    if struct not in seen:
        seen.append(struct)
        for hint in get_type_hints(struct).values():
            for part in _parts(hint):
                if isinstance(part, type) and issubclass(part, msgspec.Struct):
                    _structs(part, seen)
    return seen


def _parts(hint: Any) -> list[Any]:
    inner = getattr(hint, "__args__", ())
    return [hint, *(part for argument in inner for part in _parts(argument))]


def _type(hint: Any) -> str:
    """A type as the reader of JSON knows it."""
    arguments = getattr(hint, "__args__", ())
    name = str(getattr(hint, "__origin__", hint))
    if "Literal" in name:
        return " ".join(f"`{a}`" for a in arguments)
    if type(None) in arguments:
        return " or ".join(_type(a) for a in arguments if a is not type(None)) + ", or null"
    if "tuple" in name:
        return f"list of {_type(arguments[0])}"
    if "dict" in name:
        return "object of integers by name"
    plain = {str: "string", int: "integer", float: "number", bool: "true or false"}
    return plain.get(hint) or f"[{hint.__name__}](#{hint.__name__.lower()})"


PAGES = {"cli.md": cli_page, "fields.md": fields_page, "errors.md": messages_page}


def main() -> int:
    """Write the pages, or say which are stale."""
    stale = [name for name, page in PAGES.items() if not _same(HERE / name, page())]
    if "--check" in sys.argv:
        print("\n".join(f"docs/reference/{name} is stale: run `make docs`" for name in stale))
        return 1 if stale else 0
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), encoding="utf-8")
    return 0


def _same(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
