"""Free words, numbers of papers and of telephones in a clause -> fields of a record."""

from itertools import islice

from core.understanding.hearing import HeardField
from core.understanding.scene import Scene
from core.understanding.words import LINE, is_capital

_ENDS = (",", ";", ".", "!", "?", "(", ")", LINE)
#: kinds of phrases that say nothing of what a text is to hold
_EMPTY = ("near", "own", "done", "titles", "breaks", "planned")
#: words of the longest name of a place abroad
_LONGEST = 5
#: words that may stand between "số" and the number it speaks of
_BEFORE_CODE = 7
#: figures of a number of a paper that stands in front of its word
_CODE = 4
_SPARE = " ,.;:!?()-–\"'\n"


def told_text(scene: Scene, each: HeardField, about: str) -> str | None:
    """What stands behind some words, in front of others, or the whole clause."""
    if each.least and _words_left(scene, about) < each.least:
        return None
    if each.whole:
        return scene.text.strip(_SPARE)
    for match, _ in scene.said("after", about):
        if each.proper:
            text = _proper(scene, match.end)
            if text:
                return text
            continue
        end = _end(scene, match.end, about)
        counted = any(match.end <= n.start < match.end + 2 and not n.percent for n in scene.numbers)
        if end > match.end and (each.with_cue or not counted):
            text = scene.slice_text(match.start if each.with_cue else match.end, end).strip(_SPARE)
            if len(text) > 1:
                return text
    for match, _ in islice(scene.said("before", about), 1):
        start = _start(scene, match.start)
        text = scene.slice_text(start, match.start).strip(_SPARE)
        counted = any(start <= n.start < match.start for n in scene.numbers)
        if len(text) > 1 and not counted:
            return text
    return _closing(scene) if each.closing else None


def _closing(scene: Scene) -> str | None:
    """What stands behind the last colon of a clause, else its last comma, where it counts or denies
    something.
    """
    marks = {scene.words[at].text: at for at in range(scene.start, scene.end)}
    comma = marks.get(":", marks.get(","))
    if comma is None or scene.end - comma < 4:
        return None
    told = any(n.start > comma for n in scene.numbers) or any(
        m.start > comma for m, _ in scene.said("negations")
    )
    named = any(n.kind == "place" and n.start > comma for n in scene.names)
    return scene.slice_text(comma + 1, scene.end).strip(_SPARE) if told and not named else None


def _words_left(scene: Scene, about: str) -> int:
    """Words that say more than that there is something of this kind."""
    owners = ("", about, about.partition(".")[0])
    empty = {
        at
        for m in scene.matches
        if any(s.kind in _EMPTY and s.about in owners for s in m.senses)
        for at in range(m.start, m.end)
    }
    return sum(1 for at in range(scene.start, scene.end) if at not in empty and not scene.words[at].mark)


def _proper(scene: Scene, start: int) -> str:
    """The name that begins here: words with capitals, or in a message without them what no phrase takes."""
    words = scene.words
    taken = {
        m.start
        for m in scene.matches
        if any(s.kind in (*_EMPTY, "name_stops", "cue", "after") for s in m.senses)
    }
    taken |= {d.start for d in scene.days} | {n.start for n in scene.numbers}
    capitals = any(w.text[:1].isupper() for w in words[scene.start + 1 : scene.end])
    at = start
    while at < min(scene.end, start + _LONGEST) and words[at].kind == "word":
        capital = words[at].text[:1].isupper()
        if (capitals or at in taken) and not capital:
            break
        at += 1
    return scene.slice_text(start, at)


def told_texts(scene: Scene, each: HeardField, about: str) -> list[str]:
    """Several texts told in one row: "rượu men lá với mật ong rừng"."""
    for match, _ in scene.said("after", about):
        end = _end(scene, match.end, about, row=True)
        found = split_row(scene, match.end, end)
        if found:
            return found
    for match, _ in scene.said("before", about):
        found = split_row(scene, _start(scene, match.start), match.start)
        if found:
            return found
    return []


def row_of(scene: Scene, text: str) -> list[str]:
    """A text of the clause cut where words for "and" stand in it."""
    at = scene.message.find(text)
    inside = [w for w in range(scene.start, scene.end) if at <= scene.words[w].start < at + len(text)]
    return split_row(scene, inside[0], inside[-1] + 1) if at >= 0 and inside else [text]


def identifier_of(scene: Scene, about: str) -> tuple[str, range] | None:
    """What stands behind "số", "mã": figures and letters without a blank. With the pieces it takes."""
    in_days = {at for d in scene.days for at in range(d.start, d.end)}
    for match, _ in scene.said("after", about):
        at = match.end
        while at < min(scene.end, match.end + _BEFORE_CODE):
            end = at + 1
            while end < scene.end and scene.words[end].glued:
                end += 1
            text = scene.slice_text(at, end).strip(".,;:()")
            direct = at == match.end or scene.words[at - 1].text in (":", ".")
            code = any(char.isdigit() for char in text) and (end > at + 1 or not scene.words[at].mended)
            if code and (direct or (end > at + 1 and at not in in_days)):
                return text, range(at, end)
            at = end
    return _identifier_before(scene, about)


def _identifier_before(scene: Scene, about: str) -> tuple[str, range] | None:
    """What stands right in front of some words: "CG-0240 là số chứng nhận ..."."""
    for match, _ in scene.said("before", about):
        end = match.start
        while end > scene.start and scene.words[end - 1].mark and not scene.words[end - 1].glued:
            end -= 1
        at = end - 1
        while at > scene.start and scene.words[at].glued:
            at -= 1
        text = scene.slice_text(max(at, scene.start), end).strip(".,;:()")
        if at >= scene.start and sum(char.isdigit() for char in text) >= _CODE:
            return text, range(at, end)
    return None


def link_of(scene: Scene) -> tuple[str, range] | None:
    """The first address of a page, up to the next blank. With the pieces it takes."""
    for at in range(scene.start, scene.end):
        if scene.words[at].folded not in ("http", "https", "www") or at + 1 == scene.end:
            continue
        end = at + 1
        while end < scene.end and scene.words[end].glued:
            end += 1
        return scene.slice_text(at, end).rstrip(".,;)"), range(at, end)
    return None


def phone_of(scene: Scene) -> tuple[str, range] | None:
    """A telephone number: nine to eleven figures that begin with 0 or +84, however grouped."""
    at = scene.start
    while at < scene.end:
        end, digits = at, ""
        while end < scene.end and (scene.words[end].figure or (digits and scene.words[end].text in ".-")):
            digits += "".join(c for c in scene.words[end].text if c.isdigit())
            end += 1
        if digits.startswith(("0", "84")) and 9 <= len(digits) <= 11:
            return digits, range(at, end)
        at = max(end, at + 1)
    return None


def _end(scene: Scene, start: int, about: str, *, row: bool = False) -> int:
    stops = [m.start for m, _ in scene.said("until", about) if m.start >= start]
    # a name may begin with a word that ends texts: "tên là Sáng tạo trẻ"
    stops = [at for at in stops if at > start or not is_capital(scene.words[at])]
    if row:
        stops += [n.start for n in scene.names if n.kind == "org" and n.start >= start]
    marks = [m for m in _ENDS if not (row and m == ",")]
    stops += [at for at in range(start, scene.end) if scene.words[at].text in marks]
    stops += [d.start for d in scene.days if d.start > start]
    return min(stops, default=scene.end)


def _start(scene: Scene, end: int) -> int:
    """Where a text that ends at `end` begins: behind the last mark, day or opening word."""
    start = scene.start
    for at in range(scene.start, end):
        if scene.words[at].text in (*_ENDS, ":"):
            start = at + 1
    start = max([start, *(d.end for d in scene.days if start <= d.start and d.end <= end)])
    openers = sorted((m.start, m.end) for m, _ in scene.said("openers") if start <= m.start and m.end <= end)
    for opens, closes in openers:
        if opens == start:
            start = closes
    return start


def split_row(scene: Scene, start: int, end: int) -> list[str]:
    """The text of words[start:end] cut where words and marks for "and" stand."""
    cuts = [(m.start, m.end) for m, _ in scene.said("joins") if start <= m.start and m.end <= end]
    found, at = [], start
    for begins, ends in [*sorted(cuts), (end, end)]:
        if begins >= at:
            found.append(scene.slice_text(at, begins).strip(_SPARE))
            at = ends
    return [text for text in found if len(text) > 1]
