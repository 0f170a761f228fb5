"""Where a message may be cut into happenings: marks, line ends, bullets, words that begin something new."""

from core.understanding.scene import Scene
from core.understanding.words import LINE

#: marks that may end a happening
_ENDS = {".", ";", ",", "!", "?", ":", "+", "-", "–", "•", "*", "&", "("}
#: pieces that may stand between two names of one row
_ROW = 4
#: pieces that may stand between a number and the "and" in front of the next one
_COUNTED = 8
#: pieces a happening has at least where no mark ends it
_LEAST = 3
#: pieces between a label and its colon: "số người dự:"
_LABEL = 4
#: a cue of so much weight begins a happening by itself
_STRONG = 2.0


def atoms_of(scene: Scene) -> list[tuple[int, int]]:
    """Where marks, line ends and certain words may begin something new."""
    breaks = {m.start for m, _ in scene.said("breaks")} | {m.start for m, _ in scene.said("times_of_day")}
    breaks |= _leading_days(scene)
    breaks -= _longer(scene) | _tallied(scene)
    openers = {
        at for kind in ("breaks", "times_of_day") for m, _ in scene.said(kind) for at in range(m.start, m.end)
    }
    busy = {at for d in scene.days for at in range(d.start + 1, d.end)}
    busy |= {at for n in scene.names for at in range(n.start + 1, n.end)}
    busy |= {at for n in scene.numbers for at in range(n.start + 1, n.end)}
    busy |= {
        at for kind in ("option", "cue") for m, _ in scene.said(kind) for at in range(m.start + 1, m.end)
    }
    busy |= _between_names(scene)
    cuts = [scene.start]
    opening = True
    for at in range(scene.start + 1, scene.end):
        before = scene.words[at - 1]
        opening = opening and at - 1 in openers
        lined = before.text == LINE
        marked = before.text in _ENDS and not (before.glued and scene.words[at].glued)
        begun = at in breaks and not opening and at - cuts[-1] >= _LEAST
        if at in scene.bullets or ((marked or lined or begun) and at not in busy):
            cuts.append(at)
            opening = True
    return [(a, b) for a, b in zip(cuts, [*cuts[1:], scene.end], strict=True) if b > a]


def _leading_days(scene: Scene) -> set[int]:
    """Where later days begin, if days lead what they tell of: "thứ hai họp thôn ... thứ ba kiểm định ..."."""
    days = [d for d in scene.days if d.first is not None and d.period is None]
    cues = [m.start for m, s in scene.said("cue") if s.weight >= _STRONG]
    leads = len(days) > 1 and days[0].start <= min(cues, default=scene.start)
    return {d.start for d in days[1:]} if leads else set()


def _longer(scene: Scene) -> set[int]:
    """Where longer phrases of kinds of reports begin: "toi" in "toi du" is no evening but "tới dự"."""
    kinds = ("near", "unit_of", "option", "cue", "part")
    return {m.start for kind in kinds for m, _ in scene.said(kind) if m.end - m.start > 1}


def _tallied(scene: Scene) -> set[int]:
    """Where "and" stands between two numbers that no cue parts: "8 công chức và 5 chủ cơ sở"."""
    starts = {n.start: n.end for n in scene.numbers}
    near = {at for n in scene.numbers for at in range(n.end + 1, n.end + _COUNTED + 1)}
    cues = {m.start for m, s in scene.said("cue") if s.weight >= _STRONG}
    return {
        m.start
        for m, _ in scene.said("joins")
        if m.start in near and m.end in starts and cues.isdisjoint(range(m.end, starts[m.end] + _ROW))
    }


def _between_names(scene: Scene) -> set[int]:
    """Pieces between two names of one row: "Sở Y tế, TTYT Tiên Du và ông Thể"."""
    between: set[int] = set()
    passed = {at for kind in ("joins", "titles") for m, _ in scene.said(kind) for at in range(m.start, m.end)}
    for one, other in zip(scene.names, scene.names[1:], strict=False):
        gap = range(one.end, other.start)
        if len(gap) <= _ROW and all(at in passed for at in gap):
            between.update(gap, (other.start,))
    return between


def labelled_in(scene: Scene) -> set[int]:
    """Pieces of a form typed out, which is one happening: behind "place:", "number of people:" to the end of
    the line, or to the next mark where the label does not begin a line.
    """
    found: set[int] = set()
    for match, _ in scene.said("labels"):
        at = match.start
        before = scene.words[at - 1] if at > scene.start else None
        if before is None or not before.mark:
            continue
        colon = next(
            (n for n in range(match.end, min(match.end + _LABEL, scene.end)) if scene.words[n].mark), None
        )
        if colon is None or scene.words[colon].text != ":":
            continue
        lined = before.text == LINE or scene.words[max(at - 2, scene.start)].text == LINE
        stops = (LINE,) if lined else (LINE, ",", ";", ".")
        while at < scene.end and scene.words[at].text not in stops:
            found.add(at)
            at += 1
    return found
