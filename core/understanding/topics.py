"""Which kind of report a part of a message speaks of, and where one happening ends and the next begins."""

from dataclasses import dataclass, replace

from core.understanding.clues import Clues
from core.understanding.cutting import atoms_of, labelled_in
from core.understanding.day_periods import Days
from core.understanding.hearing import HeardField, Hearing
from core.understanding.lexicon import Lexicon
from core.understanding.likely import likeliest
from core.understanding.phrases import Sense
from core.understanding.scene import Scene
from core.understanding.spoken import NOTHING, Spoken, spoken_in
from core.understanding.told import told_text
from core.understanding.words import LINE, text_of

#: below this nothing is spoken of
ENOUGH = 2.0

_SENTENCE_ENDS = {".", ";", "!", "?", LINE}


@dataclass(frozen=True)
class Part:
    """A clause with the kinds of report it may be about, the likeliest first, and what speaks for them."""

    scene: Scene
    scores: tuple[tuple[str, float], ...]
    spoken: Spoken = NOTHING

    @property
    def fact_type(self) -> str | None:
        return self.scores[0][0] if self.scores and self.scores[0][1] >= ENOUGH else None

    @property
    def sure(self) -> float:
        return self.scores[0][1] if self.scores else 0.0


def _part(scene: Scene, spoken: Spoken, clues: Clues) -> Part:
    return Part(scene, spoken.scores(clues), spoken)


def _together(scene: Scene, one: Part, other: Part, clues: Clues) -> Part:
    """Two parts of a message that follow each other as one, scored anew."""
    joined = _along(scene, one, other)
    return _part(joined.scene, joined.spoken, clues)


def _along(scene: Scene, one: Part, other: Part) -> Part:
    """The first part going on over the second, which changes nothing of what it is about."""
    both = scene.part(one.scene.start, other.scene.end)
    return Part(both, one.scores, one.spoken.with_next(other.spoken, both, other.scene.start))


def parts_of(scene: Scene, lexicon: Lexicon) -> list[Part]:
    """The message cut into happenings; what says nothing by itself stays with what it stands beside."""
    parts: list[Part] = []
    labelled = labelled_in(scene)
    for start, end in atoms_of(scene):
        here = scene.part(start, end)
        atom = _part(here, spoken_in(here), lexicon.clues)
        if parts and start in labelled:
            parts[-1] = _in_form(scene, parts[-1], atom, lexicon.clues)
            continue
        again = parts[-1].fact_type if parts else None
        ended = bool(parts) and _ended(scene, start)
        if ended:
            _joined(scene, parts, lexicon.clues)
            if atom.fact_type is None and not _said_again(parts[-1], atom, lexicon):
                parts.append(atom)
                continue
        if again and atom.fact_type is None and _another(parts[-1], atom, lexicon.hearings[again]):
            parts.append(replace(atom, scores=((again, ENOUGH),)))
        elif parts and _more_of(parts[-1], atom, lexicon):
            parts[-1] = _along(scene, parts[-1], atom)
        elif parts and _absorbed(atom, parts[-1], lexicon):
            parts[-1] = replace(_along(scene, parts[-1], atom), scores=atom.scores)
        elif parts and (kind := _taken(parts[-1], atom, lexicon)):
            parts[-1] = replace(_along(scene, parts[-1], atom), scores=kind.scores)
        elif parts and not _new(parts[-1], atom, lexicon, ended):
            parts[-1] = _together(scene, parts[-1], atom, lexicon.clues)
        else:
            parts.append(atom)
    _joined(scene, parts, lexicon.clues)
    return parts


def _in_form(scene: Scene, before: Part, line: Part, clues: Clues) -> Part:
    """A field of a form only tells more of the happening that its other lines are about."""
    return _along(scene, before, line) if before.fact_type else _together(scene, before, line, clues)


def _ended(scene: Scene, at: int) -> bool:
    """Whether a sentence ends in front of this piece: what has no kind yet may belong to what follows."""
    return scene.words[at - 1].text in _SENTENCE_ENDS or at in scene.bullets


def _joined(scene: Scene, parts: list[Part], clues: Clues) -> None:
    """A last part that stayed without a kind goes to the one before it."""
    if len(parts) > 1 and parts[-1].fact_type is None:
        last = parts.pop()
        parts[-1] = _together(scene, parts[-1], last, clues)


def _said_again(current: Part, atom: Part, lexicon: Lexicon) -> bool:
    kind = current.fact_type
    return kind is not None and _another(current, atom, lexicon.hearings[kind])


def _more_of(before: Part, atom: Part, lexicon: Lexicon) -> bool:
    """Whether the atom only tells what the part before it is about, or why."""
    again = before.fact_type
    return _absorbed(before, atom, lexicon) or bool(again and again != atom.fact_type and _a_reason(atom))


def _absorbed(main: Part, other: Part, lexicon: Lexicon) -> bool:
    """Whether another kind's words only tell what the main part is about ("chưa có tiền kiểm định"), or
    speak for the main part's own kind as well.
    """
    if main.fact_type is None or not lexicon.hearings[main.fact_type].absorbs:
        return False
    before = min((main.scene, other.scene), key=lambda scene: scene.start)
    if before.end > before.start and before.words[before.end - 1].text in _SENTENCE_ENDS:
        return False
    if other.fact_type != main.fact_type and dict(other.scores).get(main.fact_type, 0.0) >= ENOUGH:
        return True
    timed = bool(other.scene.days) or other.scene.has("times_of_day")
    counted = any(not n.percent for n in other.scene.numbers) and other.scene.has("done")
    return not timed and (not counted or other.scene.start > main.scene.start)


def _taken(before: Part, atom: Part, lexicon: Lexicon) -> Part | None:
    """Of two parts of a sentence the one whose kind takes the other's, which counts nothing by itself."""
    words = before.scene.words
    if words[atom.scene.start - 1].text in _SENTENCE_ENDS or (before.scene.days and atom.scene.days):
        return None
    for main, other in ((before, atom), (atom, before)):
        if main.fact_type is None or other.fact_type is None or other.scene.numbers:
            continue
        counted = bool(main.scene.numbers) or main.sure > other.sure
        if counted and other.fact_type in lexicon.hearings[main.fact_type].takes:
            return main
    return None


def _another(current: Part, atom: Part, hearing: Hearing) -> bool:
    """Whether an atom without cues is the same kind again: another day or number, another name or option."""
    dated = any(d.period is None for d in current.scene.days) and any(
        d.period is None for d in atom.scene.days
    )
    timed = current.scene.has("times_of_day") and atom.scene.has("times_of_day")
    if not (dated or timed or (atom.scene.numbers and current.scene.numbers)):
        return False
    if _of_another_period(current, atom, hearing):
        return True
    for code in hearing.each:
        spec = hearing.field(code)
        if spec is None or not (dated or timed or spec.kind in ("choice", "choices", "likeliest")):
            continue
        if _differ(current.scene, atom.scene, f"{hearing.fact_type}.{code}") or _named_anew(
            current, atom, spec
        ):
            return True
    return False


def _of_another_period(current: Part, atom: Part, hearing: Hearing) -> bool:
    """Whether both tell a figure, each of a period of its own, and those are as many facts."""
    ours, theirs = ({d.period for d in part.scene.days if d.period} for part in (current, atom))
    counted = _counted(current, atom) and "period" in hearing.each
    return counted and bool(ours) and bool(theirs) and not ours & theirs


def _named_anew(current: Part, atom: Part, spec: HeardField) -> bool:
    """Whether both name something the field may hold, and not the same."""
    if spec.kind == "text":
        about = f"{current.fact_type}.{spec.code}"
        before, here = told_text(current.scene, spec, about), told_text(atom.scene, spec, about)
        return before is not None and here is not None and before != here
    ours, theirs = _names(current.scene, spec), _names(atom.scene, spec)
    return bool(ours) and bool(theirs) and not ours & theirs


def _names(scene: Scene, spec: HeardField) -> set[str]:
    if spec.kind in ("people", "person") and not spec.kinds:
        return {n.text for n in scene.names if n.kind == "person"}
    if spec.kind not in ("place", "places", "org", "people"):
        return set()
    kinds = ("org", "person") if spec.persons else ("place", "org")
    return {
        n.text
        for n in scene.names
        if n.kind in kinds and (not spec.kinds or n.type in spec.kinds or n.kind == "person")
    }


def _new(current: Part, atom: Part, lexicon: Lexicon, ended: bool) -> bool:
    """Whether the atom is a happening of its own rather than more about the one before it."""
    before, here = current.fact_type, atom.fact_type
    if before is None or here is None:
        return False
    own = dict(atom.scores)
    if here != before:
        heavier = own.get(before, 0.0) < own[here] and atom.sure >= ENOUGH
        led = bool(current.scene.days) and any(d.start == atom.scene.start for d in atom.scene.days)
        return heavier and _stands_alone(atom) and (ended or led or not _told_of(before, atom))
    hearing = lexicon.hearings[here]
    dated = _dated_anew(current, atom, hearing)
    timed = current.scene.has("times_of_day") and atom.scene.has("times_of_day")
    specs = [hearing.field(code) for code in hearing.each]
    different = any(
        spec is not None
        and (spec.kind != "choices" or _counted(current, atom))
        and (_differ(current.scene, atom.scene, f"{here}.{spec.code}") or _named_anew(current, atom, spec))
        for spec in specs
    )
    different = different or _of_another_period(current, atom, hearing)
    return (dated or timed or different) and _stands_alone(atom)


def _dated_anew(current: Part, atom: Part, hearing: Hearing) -> bool:
    """Whether both say when: a year that a field holds is not when it was."""
    held = any(f.kind == "year" for f in hearing.fields)
    ends = [m.end for m, _ in atom.scene.said("of_day")]
    free = [d for d in atom.scene.days if not any(-1 <= d.start - end <= 2 for end in ends)]
    return any(not held or _a_year(ours) == _a_year(theirs) for ours in current.scene.days for theirs in free)


def _a_year(days: Days) -> bool:
    return days.period is not None and days.period.isdecimal()


def _counted(current: Part, atom: Part) -> bool:
    """Whether both count something: what has several options is told anew only with a number of its own."""
    return bool(current.scene.numbers) and bool(atom.scene.numbers)


def _told_of(before: str, atom: Part) -> bool:
    """Whether all that speaks for the atom's own kind is what the one before tells of."""
    told = {
        at
        for kind in ("option", "likely", "near", "zero", "unit_of")
        for m, s in atom.scene.said(kind)
        if s.about.startswith(f"{before}.")
        for at in range(m.start, m.end)
    }
    cues = [m for m, s in atom.scene.said("cue") if s.weight >= 1 and s.about == atom.fact_type]
    return bool(cues) and all(told.issuperset(range(m.start, m.end)) for m in cues)


def _a_reason(atom: Part) -> bool:
    """Whether what speaks for the atom's kind only tells why: "..., vì áp dụng ISO"."""
    begins = min((m.start for m, _ in atom.scene.said("reasons")), default=atom.scene.end)
    cues = [m for m, s in atom.scene.said("cue") if s.weight >= 1 and s.about == atom.fact_type]
    return bool(cues) and all(m.start >= begins for m in cues)


def _stands_alone(atom: Part) -> bool:
    """A cue of some strength, not only a word that also belongs to others."""
    return any(sense.weight >= ENOUGH for _, sense in atom.scene.said("cue")) or atom.sure >= ENOUGH


def _differ(before: Scene, here: Scene, about: str) -> bool:
    ours = {s.code for _, s in before.said("option", about)}
    theirs = {s.code for _, s in here.said("option", about)}
    if ours and theirs:
        return not ours & theirs
    task, other = (likeliest(_spoken(scene, about), "", 0.7) for scene in (before, here))
    return task is not None and other is not None and task != other


def _spoken(scene: Scene, about: str) -> list[tuple[str, Sense]]:
    return [(text_of(scene.words, m.start, m.end), s) for m, s in scene.said("likely", about)]
