"""Lines that publishers print around an article and that are no part of it.

Every rule is about what such lines say, in any newspaper's words; none knows a publisher. A line is furniture
only when it is so from its first words and is short; a sentence that merely speaks of newsletters,
donations or members stays in the text.
"""

import re
from typing import Final

from onrecord.record import DropReason

MAX_LENGTH: Final = 400
"""Longer lines are never furniture, in code points."""

_SELF: Final = r"(?:us|our|this|independent|quality|local|free|fearless|public[- ]interest|non-?profit)"
_WORK: Final = (
    r"(?:journalism|reporting|work|newsrooms?|journalists|reporters|coverage|news(?:paper)?|site|stories)"
)
_LETTER: Final = r"(?:news ?letters?|e-?mails?|alerts?|briefings?|bulletins?|updates|round-?ups?|digests?)"
_STORY: Final = r"(?:story|article|report|piece|page|post|column|analysis|interview|essay)"
_NETWORK: Final = (
    r"(?:facebook|twitter|x|instagram|whatsapp|telegram|linkedin|youtube|tiktok|threads|bluesky|reddit|pinterest|"
    r"flipboard|messenger|snapchat|mastodon|e-?mail|google news|apple news|social media)"
)
_RULES: Final[tuple[tuple[DropReason, tuple[str, ...]], ...]] = (
    (
        "donation",
        (
            rf"(?:please |to )?(?:support|back|fund|sustain) (?:{_SELF} )+(?:[\w’'-]+ ){{0,3}}?{_WORK}\b",
            r"(?:please )?support us\b(?! (?:said|says))",
            r"support (?:the )?[A-Z][\w’'.&-]*(?: (?:[A-Z][\w’'.&-]*|of|and|the|for)){0,5} ?!$",
            r"(?:please )?(?:donate|make a (?:[\w-]+ )?(?:donation|gift|contribution)|chip in|give) (?:now|today|here|to (?:us|our)\b)",
            r"donate(?: (?:here|monthly|once))?[.!]?$",
            rf"(?:please )?help (?:us|keep|fund|sustain) .{{0,80}}\b{_WORK}\b",
            rf"(?:if you )?(?:like|value|enjoy|appreciate)(?:d)? (?:{_SELF} |what (?:you|we)).{{0,120}}(?:support|donat|contribut|member)",
            r"(?:our|this) (?:journalism|reporting|site|newsroom) (?:is|relies|depends|needs|would)\b.{0,80}(?:readers?|donations?|support|you)\b",
            r"become (?:a|an) (?:[\w’'-]+ )?(?:member|supporter|patron|friend|donor|backer)\b(?: (?:today|now|of|for|at|and)\b.*)?[.!]?$",
            r"join (?:us|the [\w’'-]+ \w+) as a (?:member|supporter)\b",
            r"(?:you[’']?re|you are) reading (?:this|it)\b.{0,40}\bfree\b.{0,200}$",
            r".{0,120}\b(?:members|readers|supporters|subscribers|donors) (?:pay for|fund|support|keep) (?:it|us|this|our)\b.{0,160}$",
            r"(?:we|the [A-Z][\w ]+) (?:need|rely on|depend on|count on) (?:your|our readers)\b.{0,60}",
        ),
    ),
    (
        "newsletter",
        (
            rf"(?:please )?(?:sign[- ]?up|register|subscribe)\b.{{0,90}}\b{_LETTER}\b",
            rf"(?:get|receive|want) .{{0,90}}(?:\b{_LETTER}\b.{{0,60}}(?:in(?:to)?|to) your|(?:in(?:to)?|to) your (?:inbox|e-?mail|phone))",
            r"(?:our|the|a)? ?(?:free |daily |weekly |morning )*(?:e-?mail )?news ?letters?[:.!]?$",
            r"(?:delivered|straight|sent|direct(?:ly)?) (?:\w+ ){0,3}to your (?:inbox|e-?mail)",
            r"get (?:the |our |your )?(?:daily|weekly|latest|breaking|top|best|essential)\b.{0,50}\b(?:news|headlines|stories|updates)\b[^.]{0,40}[.!]?$",
            r"(?:enter|provide|type) your e-?mail\b",
            r"(?:thank you|thanks) for (?:subscribing|signing up)\b",
            r"by (?:signing up|subscribing|clicking|registering|submitting|providing|entering)\b.{0,120}\b(?:you|your|agree|terms)\b",
            r"(?:you can |click here to )?unsubscribe (?:at any time|here|any time)\b",
            r"sign[- ]?up\b.{0,200}$",
            r".{0,260}\b(?:sign up (?:for|to)|subscribe to|register for) (?:our|the) (?:[\w’'-]+ ){0,5}?news ?letters?\b.{0,60}$",
            r"get (?:real[- ]time|live|instant)\b.{0,120}\b(?:updates|news|alerts|insights)\b.{0,80}$",
            r"do you want to (?:be informed|receive|stay (?:informed|up)|hear from|know more)\b.{0,200}$",
            r"(?:never|don[’']t) miss (?:a|an|out|the latest|any)\b.{0,120}\b(?:sign|news|story|stories|updates?|subscri\w+)\b.{0,80}$",
        ),
    ),
    (
        "subscription",
        (
            r"(?:please )?subscribe\b(?! to (?:the (?:view|idea|theory|notion|belief)|that|this (?:view|idea))).{0,120}$",
            r"(?:already|not yet) (?:a |an )?(?:subscriber|member|registered)\b.{0,60}$",
            rf"(?:this|the rest of this) (?:{_STORY}|content) is (?:only |exclusively )?(?:available )?(?:for|to|reserved for) .{{0,40}}(?:subscribers|members)",
            r"(?:to (?:continue|keep) reading|continue reading (?:with|by))\b.{0,120}$",
            rf"to (?:read|view|access|see) (?:the )?(?:full|complete|rest of the|whole|this) (?:{_STORY}|content).{{0,120}}$",
            r"(?:please )?(?:log|sign) ?in(?: (?:or|to|here|now)\b.{0,120})?[.!]?$",
            r"(?:start|begin|claim|try) (?:your|a) (?:free )?(?:trial|subscription)\b.{0,80}$",
            r"(?:unlock|get) (?:unlimited|full|instant|digital) (?:digital )?access\b.{0,120}$",
            r"(?:create|register for) (?:an|a free|your) account\b.{0,120}$",
            r"(?:log in|sign in|create an account|register) (?:or|and|to) .{0,60}(?:continue|account|read|comment)\b.{0,60}$",
            r"(?:first-time|new|existing|current) subscribers\b.{0,60}\b(?:receive|get|save|click|log in)\b.{0,160}$",
            r"if you(?:[’']re| are) (?:seeing|reading) this (?:message|notice)\b.{0,250}$",
            r"(?:cancel (?:at )?any ?time|no credit card required)[.!]?$",
        ),
    ),
    (
        "share",
        (
            rf"(?:share|tweet|e-?mail|print|save|copy link|bookmark|pin|post)(?: (?:this|on|via|to|the|with|by|link|{_STORY}|{_NETWORK}|friends?|full|options|save|now|your|a))*[.!:]?$",
            rf"share this {_STORY}\b.{{0,40}}$",
            rf"{_NETWORK}(?:[ ,|/·]+{_NETWORK})*[.:]?$",
            r"(?:copy|get) (?:the )?(?:link|url|embed)(?: copied)?[.!]?$",
            r"(?:link|url) copied(?: to clipboard)?[.!]?$",
            r"\d+ (?:shares?|comments?|likes?|retweets?|views?)$",
            rf"(?:listen to|play) this {_STORY}\b.{{0,60}}$",
            r"listen(?: now)?(?: \(?\d+ min(?:ute)?s?\)?)?$",
            r"\d+[ -]min(?:ute)?s?[ -](?:read|listen)$",
            r"(?:text size|font size|increase text size|article size)\b.{0,30}$",
            r"(?:print|pdf)(?: version| this page)?$",
        ),
    ),
    (
        "social",
        (
            rf"(?:please )?(?:follow|like|find|add|join|connect with|message|subscribe to|watch) (?:us|me|him|her|them|our|the|[A-Z@][\w’'.& @-]{{1,60}}?)\b.{{0,60}}\b(?:on|at|via|as) .{{0,40}}(?:\b{_NETWORK}\b|@\w+|preferred source)",
            rf"join (?:us|our|the)\b.{{0,30}}\b{_NETWORK}\b.{{0,60}}$",
            r"follow (?:us|@\w+|the (?:author|topics?|reporter)|this (?:topic|story|author)|[A-Z][\w’'-]+)[.!:]?$",
            r"follow (?:us|along|me)\b.{0,80}$",
            rf"(?:[A-Z][\w.’'-]+ ){{1,3}}(?:is|can be found|tweets) (?:on|at) {_NETWORK}\b.{{0,60}}$",
            r"(?:reach|contact|e-?mail) (?:the )?(?:author|reporter|writer|newsroom|us|him|her|them|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2})\b.{0,40}(?:\bat\b|@|\bon\b|:).{0,80}$",
            r"(?:do you have|have you got|got|have) (?:a |any |more |an )?(?:story|tip|stories|tips|confidential tip|news tip|information|scoop)\b.{0,200}$",
            r"(?:.{0,120}\W)?(?:get|be|stay) in touch (?:at|with (?:us|our)|by|via)\b.{0,160}$",
            r"we(?:[’']d| would| want| like)?(?: \w+){0,3} to hear (?:from you|what you)\b.{0,300}$",
            r"(?:submit|send|write) (?:your|a|us) (?:letter|story|question|photo|comment|opinion|event|news)s?\b.{0,120}$",
            r"(?:send|e-?mail) (?:us|your) .{0,120}$",
            r"(?:download|get|install) (?:our|the) (?:[\w’'-]+ ){0,4}app\b.{0,80}$",
            r"@[\w.]{2,30}$",
            r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+$",
        ),
    ),
    (
        "read-more",
        (
            r"(?:read|see|find out|learn|discover|know|show|view|load) (?:more|also|next|full story|the full story|less|all)\b(?!.*[.][\"”’']?$).{0,200}$",
            r"(?:read more|also read|read also|see also|read next|must[- ]read|more|read|watch|listen|video|gallery|in pictures|in photos|related|don[’']t miss|recommended|up next)\s*[:|»›>–—]\s*\S.{0,200}$",
            r"(?:read more|also read|read also|see also|read next|up next|next up)$",
            r"(?:lesen sie(?: auch| mehr)?|lies auch|mehr zum thema|auch interessant|(?:à )?lire aussi|à lire|leer también|lea también|te puede interesar|"
            r"leia (?:também|mais)|leggi anche|lees ook|läs (?:också|mer)|les også|læs også|читайте также|читать также|czytaj (?:też|także|więcej)) ?[:.|–—-]?.{0,160}$",
            r"(?:click|tap|swipe) (?:here|left|right|down|through|below|on the)\b.{0,160}$",
            r"(?:for|to (?:read|see|get)) (?:more|other|similar|all|the latest)\b.{0,120}\b(?:click|visit|check|sign|follow|head|go|download|subscribe|join)\b.{0,120}$",
            r"(?:visit|check out|head over to) (?:our|the) .{0,120}(?:page|site|website|section|hub|channel|app)\b.{0,60}$",
            r"(?:you (?:can|may) )?also (?:check|see|watch|listen)(?: out| to)?:.{0,200}$",
            r"continue reading(?: below| the main story)?[.…]*$",
            r"(?:skip|jump) (?:to|past|advertisement|promotion).{0,80}$",
            r"(?:story|article) continues (?:below|after|under)\b.{0,60}$",
            r"(?:watch|listen)(?: (?:now|live|here|the video|below|again|the full (?:episode|interview)))?[:.!]?$",
            r"(?:back to|return to) (?:the )?(?:top|home(?: ?page)?|story)$",
        ),
    ),
    (
        "navigation",
        (
            r"(?:[\w&’'-]+(?: [\w&’'-]+){0,2} ?[>»›|] ?){2,9}[\w&’'-]+(?: [\w&’'-]+){0,2}$",
            r"(?:home|skip to (?:main )?content|main menu|all sections|my account)$",
        ),
    ),
    (
        "related",
        (
            rf"(?:related|recommended|suggested|similar|further|popular|trending|featured|top|latest|recent|most[- ](?:read|popular|viewed|shared|commented|watched))"
            rf"(?: (?:stories|{_STORY}s?|articles|news|content|topics|tags|videos?|posts|links|coverage|reading|now|headlines|in|on|this week|today|for you|from|by|[A-Z][\w’'&-]*))*:?$",
            r"more (?:from|on|in|about|stories|news|like this|coverage|by|top stories|headlines)\b(?!.*[.!?][\"”’']?$).{0,70}$",
            r"(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested in|have missed)|in case you missed it|editors?[’']?s? (?:picks?|choice)|what (?:to read|we[’']re reading) next|from (?:our|the) (?:archives?|partners?|web)|around the web|in this (?:series|section|article|story)|paid for by|stories you may like|other stories|we recommend|what to read)\b.{0,60}$",
            r"(?:topics?|tags?|filed under|categor(?:y|ies)|in this story|keywords)\b ?[:|].{0,200}$",
            r"(?:topics|tags|categories|filed under)$",
            r"sponsored(?: (?:content|by|stories|post)\b.{0,40})?$",
        ),
    ),
    (
        "advertisement",
        (
            r"(?:[-–—* ]*)(?:advert(?:isement|ising)?s?|ads?|sponsored(?: links?)?|promoted(?: content)?|commercial break|paid (?:post|content|partnership))(?:[-–—* .:]*)$",
            r"(?:advertisement|this ad|your ad)\b.{0,60}(?:continue|below|scroll|feedback|choices|here)\b.{0,40}$",
            r"(?:we|this (?:site|page|article)|[A-Z]\w+) may (?:earn|receive|get|contain) .{0,30}(?:commission|affiliate)\b.{0,200}$",
            r"(?:advertis\w+|affiliate|editorial|commercial) (?:disclosure|disclaimer)\b.{0,300}$",
            r"this (?:post|article|page|story) (?:contains|may contain|includes) (?:references|affiliate|links|sponsored|paid)\b.{0,250}$",
            r"reviews and recommendations are .{0,40}independent.{0,250}$",
            r"(?:remove|report|skip|hide) (?:this )?ads?\b.{0,30}$",
        ),
    ),
    (
        "comment",
        (
            r"(?:leave|post|add|write|submit|make|join|start|view|show|read|see|hide|load)(?: (?:a|your|the|all|more|our|\d+))* (?:comments?|reply|conversation|discussion|replies)\b.{0,60}$",
            r"(?:comments?|replies|discussion)(?: ?\(\d+\)| are closed| have been (?:closed|disabled)| section| policy| guidelines)?[.:]?$",
            r"(?:what do you think|have your say|tell us (?:what you think|in the comments)|let us know (?:what you think|in the comments)|share your (?:thoughts|views|opinion|story))\b.{0,120}$",
            r"you must (?:be (?:logged in|registered|a subscriber)|confirm your|log in)\b.{0,120}$",
            r"please (?:log ?out|log ?in|sign in|register)\b.{0,160}$",
            r"(?:no comments(?: yet)?|be the first to comment)[.!]?$",
            r"(?:the )?(?:views|opinions) expressed (?:in|by|here)\b.{0,240}$",
        ),
    ),
    (
        "copyright",
        (
            r"(?:copyright|©|\(c\)|copr\.)[ :]*(?:©|\(c\))? ?(?:\d{4}|the |by |[A-Z]).{0,240}$",
            r"(?:[\w.’'&-]+ ){0,6}(?:©|copyright) ?(?:©|\(c\))? ?\d{4}.{0,160}$",
            r"all (?:rights|contents?|material) (?:are |is )?(?:reserved|copyright|©)(?!\w).{0,160}$",
            rf"(?:this|the|our) (?:material|{_STORY}|content|copy) (?:may|must|can|is) (?:not|protected|copyright)\b.{{0,240}}(?:publish|broadcast|rewrit|redistribut|reproduc|copyright|permission).{{0,160}}$",
            r"(?:no part of|reproduction of|unauthori[sz]ed) .{0,120}(?:reproduc|permission|prohibited|republi)\w*.{0,160}$",
            rf"this {_STORY} (?:was|is|has been|first|originally)\b.{{0,30}}(?:published|republished|appeared|produced|reprinted|syndicated|translated)\b.{{0,240}}$",
            r"(?:originally|first) published (?:in|on|by|at)\b.{0,160}$",
            r"(?:read|see) the original (?:article|story|post)\b.{0,120}$",
            r"(?:re)?printed with (?:the )?permission\b.{0,160}$",
            r"(?:terms (?:of (?:use|service)|and conditions)|privacy (?:policy|notice|statement)|do not sell my\b.{0,40}|accessibility|contact us|about us|site ?map)(?:[ |,·&/]+(?:terms|privacy|cookies?|policy|of|use|service|and|conditions|contact|about|us)\b)*[.]?$",
        ),
    ),
    (
        "cookie",
        (
            r"(?:we|this (?:site|website|page)|our (?:site|website)|[\w’' .&-]{2,40}? and (?:our|its) (?:partners|vendors)) (?:and our (?:\d+ )?partners )?(?:use|uses|store|stores|process)\b.{0,80}(?:cookies?|personal data|tracking).{0,300}$",
            r"(?:accept|reject|manage|allow|decline) (?:all|cookies|preferences|settings|and (?:continue|close))\b.{0,40}$",
            r"(?:your (?:privacy|cookie) (?:choices|settings|preferences)|cookie (?:settings|policy|notice|preferences|consent))[.]?$",
            r"by (?:continuing|using|browsing)\b.{0,80}(?:cookies?|agree|consent|terms)\b.{0,160}$",
            r"you are using (?:a|an) (?:browser|old|outdated|unsupported)\b.{0,240}$",
            r"(?:please )?(?:enable|turn on|allow) javascript\b.{0,120}$",
        ),
    ),
    (
        "correction-policy",
        (
            rf"(?:this|an earlier version of this|a previous version of this) {_STORY} (?:was|has been|is being|misstated|incorrectly|gave|said)\b"
            rf".{{0,40}}\b(?:amended|corrected|updated|edited|changed|revised|misstated|incorrectly|wrong|mistaken)\b.{{0,300}}$",
            r"(?:an )?(?:earlier|previous) (?:version|headline|edition)\b.{0,300}$",
            r"(?:corrections?|clarifications?)(?: \([^)]*\)| and clarifications)?\s*[:—–-].{0,380}$",
            r"(?:report|spotted|spot|see|found|notice|submit) (?:an?|any|something) (?:error|mistake|typo|inaccurac|wrong|correction|problem)\b.{0,160}$",
            r"(?:corrections?|editorial|ethics|fact[- ]check(?:ing)?) (?:policy|policies|standards|guidelines|code)\b.{0,60}$",
            r"(?:our|editorial|about our) (?:editorial )?standards\b.{0,80}$",
            r"(?:read|see|view|learn) (?:about )?our (?:corrections?|editorial|ethics|journalistic|reporting|standards|principles)\b.{0,80}$",
            r"(?:why you can trust|how we (?:test|work|report|make decisions))\b.{0,80}$",
            r"suggest a correction\b.{0,60}$",
        ),
    ),
    (
        "caption",
        (
            r"(?:courtesy|file|handout|stock|contributed|submitted) (?:photo|image|picture)s?$",
            r"(?:file (?:photo|image|picture)|representational image|illustrative (?:photo|image))\b.{0,300}$",
        ),
    ),
    (
        "other",
        (
            r"(?:article|story|main|page) (?:content|body)$",
            r"(?:loading|please wait|sorry, this video)\b.{0,40}$",
            r"(?:enjoying our latest content|thank you for (?:visiting|reading))\b.{0,120}$",
            r"(?:image|photo|gallery|video|slide) \d+ (?:of|/) \d+$",
            r"\d+ ?/ ?\d+$",
            r"(?:image|photo|video|graphic|credit|source|menu|search|home|close|next|previous|prev|toggle|expand|open|play|pause|mute)$",
        ),
    ),
)  # fmt: skip

_CAPITAL: Final = re.compile(r"\[A-Z@?\]")
_FURNITURE: Final = re.compile(
    "|".join(
        f"(?P<r{number}>{'|'.join(_CAPITAL.sub(lambda m: f'(?-i:{m[0]})', p) for p in patterns)})"
        for number, (_, patterns) in enumerate(_RULES)
    ),
    re.IGNORECASE,
)
"""All rules as one expression. Case counts only where a rule asks for a capital: names are told by theirs."""
_LEAD_IN: Final = re.compile(r"[\s\[({*•·▶►»>|+\-–—_#☞→⬇]+")
_TRAIL: Final = "])}*»>→ \t\u00a0"
_OPENING_MARKS: Final = "\"“”«»„'‘"


def drop_reason(line: str) -> DropReason | None:
    """Why `line` is no part of an article; None where it may be one. A rule of signs is furniture too."""
    if len(line) > MAX_LENGTH:
        return None
    lead = _LEAD_IN.match(line)
    start = lead.end() if lead else 0
    bare = line[start:].rstrip(_TRAIL)
    if not bare:
        return "other"
    if bare[0] in _OPENING_MARKS:
        return None
    found = _FURNITURE.match(bare)
    return _RULES[int(found.lastgroup[1:])][0] if found and found.lastgroup else None
