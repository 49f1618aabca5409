"""Leaving out the statements that are not sure enough."""

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.record import Statement


def sift(statements: Sequence[Statement], min_confidence: float) -> tuple[Statement, ...]:
    """The statements of at least `min_confidence`, in their order, numbered anew from s1.

    What is nested in a statement that is left out goes too: alone, it would stand in the record as told by
    the outlet itself, where the article has it from somebody else.
    """
    by_id = {statement.id: statement for statement in statements}
    kept = [s for s in statements if all(o.confidence >= min_confidence for o in _with_outer(s, by_id))]
    ids = {statement.id: f"s{number}" for number, statement in enumerate(kept, start=1)}
    return tuple(replace(s, id=ids[s.id], within=s.within and ids[s.within]) for s in kept)


def _with_outer(statement: Statement, by_id: dict[str, Statement]) -> list[Statement]:
    """The statement and those that it stands in, inner ones first."""
    chain = [statement]
    while (outer := chain[-1].within) is not None:
        chain.append(by_id[outer])
    return chain
