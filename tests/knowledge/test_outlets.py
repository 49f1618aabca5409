import pytest

from onrecord.knowledge.outlets import outlet_for


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.bbc.co.uk/news/world-1", "BBC News"),
        ("edition.cnn.com", "CNN"),
        ("//www.theguardian.com/x", "The Guardian"),
        ("https://user@apnews.com:443/article?id=1#top", "Associated Press"),
        ("news.sky.com", "Sky News"),
        ("THEMOSCOWTIMES.COM.", "The Moscow Times"),
        ("co.uk", None),
        ("blog.example.org", None),
        ("", None),
    ],
)
def test_outlet_for_address(address: str, name: str | None) -> None:
    """Domains, sub-domains and whole addresses give the publisher's name, unknown ones none."""
    assert outlet_for(address) == name
