"""News outlets: the publisher's name behind a web address."""

from functools import cache

from onrecord.knowledge._tables import rows


def outlet_for(domain_or_url: str) -> str | None:
    """The outlet that publishes on a domain or address: "https://www.bbc.co.uk/news/1" gives "BBC News".

    Sub-domains (`www.`, `edition.`) answer as the domain above them, unless they are outlets of
    their own.
    """
    host = _host(domain_or_url)
    while "." in host:
        if host in _outlets():
            return _outlets()[host]
        host = host.partition(".")[2]
    return None


def is_outlet(name: str) -> bool:
    """Whether an outlet has this name, with or without its "The": "Washington Post", "THE GUARDIAN"."""
    return _bare(name) in _names()


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


@cache
def _names() -> frozenset[str]:
    return frozenset(_bare(name) for name in _outlets().values())


def _host(address: str) -> str:
    rest = address.strip().partition("://")[2] or address.strip().removeprefix("//")
    for end in "/?#":
        rest = rest.partition(end)[0]
    return rest.rpartition("@")[2].partition(":")[0].rstrip(".").lower()


@cache
def _outlets() -> dict[str, str]:
    return {domain: name for domain, name in rows("outlets.tsv")}  # noqa: C416  # rows are lists, not pairs
