import pytest

from onrecord.errors import NoArticleError
from onrecord.reading.article import read_article
from onrecord.reading.item import Item, ReadSettings
from onrecord.record import Article, Source

PARAGRAPHS = (
    "The harbour board of Vikmouth voted on Tuesday to close the old lock for good, by seven votes to two.",
    "“We have waited eleven years for this,” said Hanna Vik, who leads the board. “It is a good day.”",
    "Two members stayed away from the meeting, and a third left the room before the vote was taken.",
    "The lock was built in 1911 and has been shut since a barge struck its northern gate last spring.",
    "The board will ask the county for money to fill the basin, a plan that it has refused twice.",
)
BODY = "\n\n".join(PARAGRAPHS)


def page(body: str = "", head: str = "", *, title: str = "Old lock to close") -> str:
    """A page with a headline and the paragraphs, and what else a test wants on it."""
    text = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    return (
        f"<html lang=en><head><title>{title} | The Vikmouth Post</title>{head}</head><body>"
        f"<nav><a href=/>Home</a></nav><article><h1>{title}</h1>{body}{text}</article>"
        "<footer>Contact us</footer></body></html>"
    )


def bare(body: str, *, title: str = "Old lock", head: str = "") -> str:
    """A page with nothing on it but what a test gives."""
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def ld(text: str) -> str:
    """A JSON-LD script."""
    return f'<script type="application/ld+json">{text}</script>'


def meta(name: str, content: str) -> str:
    """A `meta` element."""
    return f'<meta property="{name}" content="{content}">'


def read(html: str, url: str | None = None) -> Article:
    """The article on a page."""
    item = Item(content=html, kind="html", where="test", source=Source(kind="text"), url=url)
    return read_article(item, ReadSettings()).article


def test_the_body_and_the_headline() -> None:
    """Paragraphs become the text, the headline the title, the window's title names the outlet."""
    article = read(page())
    assert (article.text, article.title, article.outlet) == (BODY, "Old lock to close", "The Vikmouth Post")


def test_characters_are_the_publishers() -> None:
    """No-break spaces, curly and odd marks and precomposed or combining accents come out as they went in."""
    odd = "It cost 900\u00a0kroner\u202f– “too much”, cafe\u0301 owner Zoë said… ‘no’ ﬁne\u200f."
    article = read(page(f"<p>{odd} Nobody else in the town said anything about it to the board at all.</p>"))
    assert odd in article.text


PUBLISHED = "article:published_time"
MODIFIED = "article:modified_time"
TOLD = '{"@type":"NewsArticle","datePublished":"2024-05-03T23:30:00-04:00","dateModified":"2024-05-09"}'


@pytest.mark.parametrize(
    ("head", "url", "published", "origin"),
    [
        (ld(TOLD) + meta(PUBLISHED, "2024-05-04"), None, "2024-05-03", "json-ld"),
        (
            meta(MODIFIED, "2024-05-09") + meta(PUBLISHED, "2024-05-03T10:00:00Z"),
            None,
            "2024-05-03",
            "html-meta",
        ),
        ("", "https://example.org/2024/05/03/lock", "2024-05-03", "url"),
        ("", "https://example.org/news/lock-20240503.html", "2024-05-03", "url"),
        (meta(MODIFIED, "2024-05-09"), "https://example.org/2024/may/3/lock", "2024-05-03", "url"),
        (meta(MODIFIED, "2024-05-09"), None, "2024-05-09", "html-meta"),
        ("", "https://example.org/lock/12345678", None, None),
    ],
)
def test_dates_by_the_order_of_trust(
    head: str, url: str | None, published: str | None, origin: str | None
) -> None:
    """Structured data, then the address; the date of a change only where there is no other."""
    article = read(page(head=head), url)
    assert (article.published, article.published_from) == (published, origin)


@pytest.mark.parametrize(
    ("body", "published", "origin"),
    [
        ('<time datetime="2024-05-03T10:00:00+02:00">3 May</time>', "2024-05-03", "html-meta"),
        ("<p>Published 3 May 2024, 10:15</p>", "2024-05-03", "header-line"),
        ("<p>OSLO, May 3, 2024 (AP) — Few had expected the vote of Tuesday.</p>", "2024-05-03", "dateline"),
    ],
)
def test_dates_that_the_reader_sees(body: str, published: str, origin: str) -> None:
    """A marked time, a printed date line, and last the dateline."""
    article = read(page(body))
    assert (article.published, article.published_from) == (published, origin)


def test_utc_gives_way_to_the_day_that_the_publisher_prints() -> None:
    """Late in the evening UTC is a day ahead: address and page agree on the publisher's own day."""
    head = '<meta property="article:published_time" content="2024-05-04T03:30:00Z">'
    url = "https://example.org/2024/05/03/lock"
    shown = '<time datetime="2024-05-03 23:30:00">May 3, 2024</time>'
    assert read(page(shown, head), url).published == "2024-05-03"
    assert read(page("", head), url).published == "2024-05-04"


GRAPH = (
    '{"@graph":[{"@type":"Person","@id":"#a","name":"Hanna Vik"},'
    '{"@type":["Article"],"headline":"Old lock to close","author":[{"@id":"#a"}]}]}'
)


@pytest.mark.parametrize(
    ("head", "body", "byline"),
    [
        (meta("author", "By Hanna Vik and Per Dahl"), "", ("Hanna Vik", "Per Dahl")),
        (ld(GRAPH), "", ("Hanna Vik",)),
        ("", "<p>By Hanna Vik, Staff Writer</p>", ("Hanna Vik",)),
        (meta("author", "Associated Press"), "", ("Associated Press",)),
    ],
)
def test_bylines(head: str, body: str, byline: tuple[str, ...]) -> None:
    """From metadata, JSON-LD with references, or the line under the headline, and never in the text."""
    article = read(page(body, head))
    assert (article.byline, article.text) == (byline, BODY)


def test_an_agency_that_signs_is_credited() -> None:
    """An agency as the author is byline and credit."""
    article = read(page(head=meta("author", "Associated Press")))
    assert [(credit.kind, credit.name) for credit in article.credits] == [("agency", "Associated Press")]


@pytest.mark.parametrize(
    "script",
    [
        '{"@type":"NewsArticle","headline":"Old lock\nto close","datePublished":"2024-05-03","x":"a\tb"}',
        '{"@type":"NewsArticle","headline":"Old lock to close","datePublished":"2024-05-03",}',
        '[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"Old","datePublished":"2024-05-03"}]',
        '{"@type":"NewsArticle","headline":"Old","datePublished":"2024-05-03"}'.replace('"', "&quot;"),
        '<!-- {"@type":"http://schema.org/NewsArticle","headline":"Old","datePublished":"2024-05-03"} -->',
        '{"@type":"NewsArticle","headline":"Old","datePublished":"2024-05-03"};',
        '{"@type":"NewsArticle","headline":"Old","datePublished":"2024-05-03"} {"more": 1}',
    ],
)
def test_json_ld_as_publishers_write_it(script: str) -> None:
    """Raw line breaks, trailing commas, arrays, entities, comments and rubbish behind it are forgiven."""
    article = read(page(head=ld(script)))
    assert (article.published, article.published_from) == ("2024-05-03", "json-ld")


def test_hopeless_json_ld_is_passed_over() -> None:
    """What no mending helps is as if it were not there."""
    for script in ("{", "[" * 50_000, "null", '"text"', "", '{"@type": 3, "author": {"name": [1, null]}}'):
        assert read(page(head=ld(script))).text == BODY


def test_body_in_json_ld_alone() -> None:
    """A page that a script fills in is read from its JSON-LD."""
    text = "\\n\\n".join(p.replace('"', '\\"') for p in PARAGRAPHS)
    script = f'{{"@type":"NewsArticle","headline":"Old lock to close","articleBody":"{text}"}}'
    assert read(bare("<div id=app></div>", head=ld(script))).text == BODY


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("https://example.org/lock?utm_source=a&fbclid=b", "https://example.org/lock"),
        ("https://Example.org/lock?id=7&ref=home#top", "https://example.org/lock?id=7"),
        ("http://[broken", None),
        (None, None),
    ],
)
def test_addresses_lose_what_only_tracks(given: str | None, url: str | None) -> None:
    """Tracking parameters and fragments go; what names the article stays."""
    item_url = read(page(), given).url
    assert item_url == url if url else item_url in (None, given)


def test_the_canonical_address_stands_first() -> None:
    """What the page calls its own address is its address, also when it is relative."""
    head = '<link rel="canonical" href="/news/lock?utm_medium=x">'
    assert read(page(head=head), "https://example.org/amp/lock").url == "https://example.org/news/lock"


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (meta("og:site_name", "The Vikmouth Herald | News from the coast"), "The Vikmouth Herald"),
        (
            meta("og:site_name", "vikmouth.example")
            + ld('{"@type":"Article","headline":"x","publisher":{"name":"Vikmouth Herald"}}'),
            "Vikmouth Herald",
        ),
        (meta("application-name", "Vikmouth Herald"), "Vikmouth Herald"),
    ],
)
def test_outlets_come_without_their_tagline(head: str, outlet: str) -> None:
    """The publisher's name as the page says it, neither domain nor slogan."""
    assert read(page(head=head)).outlet == outlet


def test_captions_are_kept_with_their_credit() -> None:
    """A caption is no text; whose picture it is, is a credit."""
    article = read(page("<figure><img><figcaption>The lock at noon. Photo: Liv Moe</figcaption></figure>"))
    assert article.text == BODY
    assert [(line.text, line.why) for line in article.dropped] == [
        ("The lock at noon. Photo: Liv Moe", "caption")
    ]
    assert [(credit.kind, credit.name) for credit in article.credits] == [("photo", "Liv Moe")]


def test_furniture_between_paragraphs_is_dropped() -> None:
    """Promotions, related stories and pull quotes do not interrupt the text."""
    inner = (
        f"<p>{PARAGRAPHS[0]}</p><div class=ad>Advertisement</div><p>{PARAGRAPHS[1]}</p>"
        "<aside><h3>Related stories</h3><ul><li><a href=/a>Barge strikes lock in storm</a></li></ul></aside>"
        f"<p>{PARAGRAPHS[2]}</p><blockquote class=pull>It is a good day.</blockquote><p>{PARAGRAPHS[3]}</p>"
        "<p>Sign up for our newsletter</p><p><a href=/b>Read more: How a lock works</a></p>"
        f"<p>{PARAGRAPHS[4]}</p>"
    )
    article = read(bare(f"<article><h1>Old lock</h1>{inner}</article>"))
    assert article.text == BODY
    assert {"advertisement", "newsletter", "read-more"} <= {line.why for line in article.dropped}


def test_sub_headings_lists_and_quotations_are_text() -> None:
    """Each sub-heading, item and quoted paragraph is a paragraph of its own."""
    extra = (
        "<h2>What happens next</h2><ul><li>The basin is filled by May.</li><li>The gates are sold.</li></ul>"
    )
    quote = "<blockquote><p>We, the undersigned, ask that the lock be kept open.</p></blockquote>"
    text = read(page().replace(f"<p>{PARAGRAPHS[3]}", f"{extra}{quote}<p>{PARAGRAPHS[3]}")).text
    paragraphs = text.split("\n\n")
    assert paragraphs[3:7] == [
        "What happens next",
        "The basin is filled by May.",
        "The gates are sold.",
        "We, the undersigned, ask that the lock be kept open.",
    ]


def test_double_line_breaks_part_paragraphs() -> None:
    """Old pages write paragraphs with two breaks; a single break in verse stays a line end."""
    inner = "<br><br>".join(PARAGRAPHS)
    assert read(bare(f"<h1>Old lock</h1><div>{inner}</div>")).text == BODY
    verse = "<p>They sang of the lock<br>and of the long grass<br>and of nothing else</p>"
    assert (
        "the lock\nand of the long grass\nand"
        in read(page().replace("</article>", verse + "</article>")).text
    )


LOGIN = "<form><p>Please log in to go on reading this.</p><input type=text><input type=password></form>"
MISSING = (
    "<p>Sorry, the page that you asked for could not be found. It may have been moved or deleted. "
    "Please check the address, or go back to the front page.</p>"
)
HEADLINES = "".join(
    f"<h2><a href=/{n}>Headline number {n} of the day</a></h2><p>A teaser of one line.</p>" for n in range(9)
)
PRIVACY = """<h1>Your privacy</h1>
<p>We and our 842 partners store and access personal data on your device to show what may please you.</p>
<p>You can change your choices at any time by opening the settings at the foot of every page.</p>
<p>With your permission our partners may use precise location data and scan your device for its traits.</p>
<button>Accept all</button><button>Reject all</button>"""
CONSENT = "<p>We use cookies and ask for your consent. Please accept all cookies to see the site.</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<!--",
        bare(LOGIN, title="Log in"),
        bare(MISSING, title="Page not found (404)"),
        bare(HEADLINES, title="News"),
        bare(CONSENT, title="Consent"),
        bare(PRIVACY, title="Before you go on"),
    ],
    ids=["empty", "comment", "login", "not found", "list", "cookies", "privacy"],
)
def test_pages_without_an_article(html: str) -> None:
    """A form, an error, a list or a notice is no article, and the message says what was found instead."""
    with pytest.raises(NoArticleError, match=r"no article found on this page \(.+\)"):
        read(html)


def test_short_articles_are_articles() -> None:
    """Two sentences are enough where the page says that they are an article."""
    html = bare(
        f"<h1>Lock shut</h1><p>{PARAGRAPHS[0]}</p><p>More follows.</p>", head=meta("og:type", "article")
    )
    assert read(html).text == PARAGRAPHS[0] + "\n\nMore follows."


@pytest.mark.parametrize(
    "html",
    [
        page().replace("</p>", "").replace("</article>", ""),
        page().replace("<article>", "<div>" * 300 + "<article>"),
        page().replace("Vikmouth", "Vik\x00mouth"),
        page().replace("lock", "\u202elock\u202c"),
        '<?xml version="1.0" encoding="utf-8"?>' + page(),
        page(head="<meta charset=latin-1>"),
        page(body="<p>" + "<" * 1000),
        page(body="<script>if (a < b) { document.write('<p>'); }</script>"),
    ],
    ids=["unclosed", "deep", "nul", "rtl", "xml", "charset", "brackets", "script"],
)
def test_broken_pages_are_read(html: str) -> None:
    """What browsers forgive is forgiven."""
    assert "voted on Tuesday to close the old" in read(html).text


def test_large_pages_take_time_in_line_with_their_size() -> None:
    """Two megabytes of paragraphs are no trouble."""
    text = "".join(f"<p>{PARAGRAPHS[n % 5]} It was vote number {n} of the year.</p>" for n in range(8000))
    article = read(bare(f"<article><h1>Votes</h1>{text}</article>", title="Votes"))
    assert article.text.count("\n\n") == 7999


def test_header_lines_within_one_block() -> None:
    """A page without headings: title, byline and date stand as lines of the first block, the outlet above."""
    text = "<p>".join(PARAGRAPHS)
    html = (
        "<html><head><title>The Vikmouth Post: Old lock to close for good</title></head><body><table><tr><td>"
        f"<b>Old lock to close for good</b><br><i>By Hanna Moe</i><br>Friday, May 3, 2002"
        f"<p>{text}</table></body></html>"
    )
    article = read(html)
    assert article.text == BODY
    assert (article.title, article.outlet) == ("Old lock to close for good", "The Vikmouth Post")
    assert (article.byline, article.published) == (("Hanna Moe",), "2002-05-03")


def test_a_weekday_tells_day_from_month() -> None:
    """What could be two days is the one that falls on the weekday it names; without one it is none."""
    dated = read(page(head=meta("article:published_time", "Tue, 10/08/2024 - 19:12")))
    assert (dated.published, dated.published_from) == ("2024-10-08", "html-meta")


def test_the_publisher_in_microdata() -> None:
    """The outlet that an element marks as publisher."""
    marked = '<span itemprop="publisher" itemscope><meta itemprop="name" content="Vikmouth Weekly"></span>'
    text = "".join(f"<p>{p}</p>" for p in PARAGRAPHS)
    assert read(bare(f"<h1>Old lock</h1>{marked}{text}")).outlet == "Vikmouth Weekly"


def test_entries_of_a_live_blog_keep_their_headings() -> None:
    """Each entry stands in an article of its own; headings and texts of all of them are the body."""
    heads = ("Vote taken", "Board speaks", "Session opens")
    entries = "".join(
        f"<article><time>1{n}:40</time><h2>{head}</h2><p>{text}</p></article>"
        for n, (head, text) in enumerate(zip(heads, PARAGRAPHS, strict=False))
    )
    html = bare(
        f"<main><h1>Lock: live</h1>{entries}</main>", title="Lock: live", head=meta("og:type", "article")
    )
    paragraphs = read(html).text.split("\n\n")
    assert [p for p in paragraphs if p in heads] == list(heads)
