"""`onrecord schema`: the JSON Schema of a record."""

import click
import msgspec

from onrecord.record import json_schema


@click.command("schema")
def command() -> None:
    """Print the JSON Schema (2020-12) of a record, made from the package's own types."""
    click.echo(msgspec.json.format(msgspec.json.encode(json_schema()), indent=2))
