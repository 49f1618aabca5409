"""Quotations of whole sentences that no content holds, and contents without a cue: whose they are.

'"One." "Two," she said. "Three."' is hers in one paragraph, a paragraph that is nothing but a quotation goes
on from the one before, and one that ends in "She added:" leads to the next.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.analysis.attributions.drafts import Draft, Range
from onrecord.analysis.attributions.marked import Marked, Spoken

LEADS = 2
"""A cue so few words before its paragraph's end may lead to the next one: "she added:"."""


def join_quotations(marked: Marked, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with every such quotation and content given to the one that it belongs to."""
    joined = _Joined(marked, drafts)
    for spoken in marked.spoken:
        joined.place(spoken)
    for draft in joined.lone:
        joined.follow(draft)
    return [draft for draft in drafts if draft.contents]


class _Joined:
    """The drafts of a text by where they stand."""

    def __init__(self, marked: Marked, drafts: Sequence[Draft]) -> None:
        self._paragraphs = marked.paragraphs
        self._ends = [end for _, end in marked.paragraphs]
        self.lone = [draft for draft in drafts if not draft.cue]
        self._cued: list[list[Draft]] = [[] for _ in marked.paragraphs]
        self._at: dict[int, Draft] = {}
        """Whose part each word is; the contents' words are told apart in `_content`."""
        self._content: set[int] = set()
        for draft in sorted(drafts, key=_cue):
            if draft.cue:
                self._cued[self._paragraph(draft.cue[0])].append(draft)
            self._at.update((word, draft) for part in draft.parts for word in range(*part))
            self._content.update(word for content in draft.contents for word in range(*content))
        self._last: Draft | None = None
        """Who spoke last in marks, and the paragraph where that ended."""
        self._last_paragraph = -2

    def place(self, spoken: Spoken) -> None:
        """Give a quotation and the lone contents in it to its speaker."""
        words = [word for piece in spoken.pieces for word in range(*piece) if word in self._content]
        found = list({id(self._at[word]): self._at[word] for word in words}.values())
        own = [draft for draft in found if not draft.cue]
        holder = next((draft for draft in found if draft.cue), None)
        if holder is None and (spoken.sentence or own):
            holder = self._near(spoken)
        if holder is None:
            return
        for draft in own:
            # A content that the model found reaches beyond the marks where the marks are wrong.
            self._give(holder, draft.contents)
            draft.contents = []
        if own or spoken.sentence:
            self._give(holder, spoken.pieces)
        self._last, self._last_paragraph = holder, spoken.until

    def follow(self, draft: Draft) -> None:
        """Give a lone content to a cue that ends the paragraph before and has nothing yet."""
        leader = self._leading_to(self._paragraph(draft.start)) if draft.contents else None
        if leader:
            self._give(leader, draft.contents)
            draft.contents = []

    def _paragraph(self, word: int) -> int:
        return bisect_right(self._ends, word)

    def _give(self, holder: Draft, pieces: Sequence[Range]) -> None:
        """Add what of the pieces has nothing of the holder's in it yet."""
        for piece in pieces:
            if all(self._at.get(word) is not holder for word in range(*piece)):
                holder.contents.append(piece)
                holder.joined = True
                self._at.update((word, holder) for word in range(*piece))
                self._content.update(range(*piece))

    def _near(self, spoken: Spoken) -> Draft | None:
        here = self._cued[spoken.paragraph]
        if here:
            k = bisect_left(here, spoken.pieces[0][0], key=_cue)
            return here[max(0, k - 1)]
        if leader := self._leading_to(spoken.paragraph):
            return leader
        goes_on = spoken.alone and self._last_paragraph == spoken.paragraph - 1
        return self._last if goes_on else None

    def _leading_to(self, paragraph: int) -> Draft | None:
        """The draft without content whose cue ends the paragraph before."""
        before = self._cued[paragraph - 1] if paragraph else []
        last = max(before, key=_cue, default=None)
        leads = last and last.cue and self._ends[paragraph - 1] - last.cue[1] <= LEADS
        return last if last and leads and not last.contents else None


def _cue(draft: Draft) -> int:
    return draft.cue[0] if draft.cue else 0
