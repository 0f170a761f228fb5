"""What of a message has happened: not what is still to come, was called off, or is only said to be so."""

from collections.abc import Container, Iterable, Sequence
from datetime import date

from core.understanding.cutting import atoms_of
from core.understanding.day_periods import Days
from core.understanding.scene import Scene
from core.understanding.topics import ENOUGH, Part

#: pieces between a denial and what it denies: "không đi kiểm tra"
_BETWEEN = 2
_CLAUSE_ENDS = (",", ";", ".", "!", "?")


def happened(parts: Iterable[Part], today: date) -> list[Part]:
    """The parts that tell of something as done; all that tell of anything where none does."""
    telling = [part for part in parts if part.fact_type]
    return [part for part in telling if not (undone(part) or coming(part, today))] or telling


def undone(part: Part) -> bool:
    """Whether it did not happen, or nobody is sure it did: "hoãn rồi", "chưa họp được", "nghe nói"."""
    scene = part.scene
    if scene.has("unsure"):
        return True
    cues = [m for m, s in scene.said("cue", part.fact_type or "") if s.weight >= ENOUGH]
    # "vướng giấy tờ nên chưa làm được": that it was not done is what the report is about
    off = [m for m, _ in scene.said("undone") if not any(c.start <= m.start and m.end <= c.end for c in cues)]
    if off:
        # "mưa quá không đi được, chỉ kiểm tra 7 cân": something else was done
        marks = [at for at in range(off[-1].end, scene.end) if scene.words[at].text in _CLAUSE_ENDS]
        return not any(m.start > marks[0] for m in cues) if marks else True
    ends = [m.end for m, _ in scene.said("not_done")]
    if scene.has("more"):
        # "không làm 5S nữa": it has ended, which happened
        return False
    left = {m.start for m, _ in scene.said("left_undone")}
    return bool(cues) and all(
        m.end in left or any(0 <= m.start - end < _BETWEEN for end in ends) for m in cues
    )


def coming(part: Part, today: date) -> bool:
    """Whether it is still to come: on a day ahead, or planned and neither begun nor done."""
    days = own_days(part.scene)
    ahead = any(d.after(today) for d in days)
    if any(d.first and d.first <= today for d in days) or _done(part.scene):
        return False
    return ahead or planned(part.scene, {part.fact_type})


def so_far(scene: Scene, today: date, kind: str = "") -> Scene:
    """Without the last clauses, where they tell of days ahead: "they were scored, next week comes ...";
    nor those around it that deny of another place or organisation what `kind` is about.
    """
    atoms = atoms_of(scene)
    while len(atoms) > 1 and _left_out(scene.part(*atoms[-1]), today, kind):
        atoms.pop()
    while len(atoms) > 1 and kind and _denied(scene.part(*atoms[0]), kind):
        del atoms[0]
    start, end = atoms[0][0] if atoms else scene.start, atoms[-1][1] if atoms else scene.end
    return scene.part(start, end) if (start, end) != (scene.start, scene.end) else scene


def _left_out(clause: Scene, today: date, kind: str) -> bool:
    return _ahead(clause, today) or bool(kind and _denied(clause, kind))


def _denied(clause: Scene, kind: str) -> bool:
    """Whether all that a clause says of a kind is that it has not come to a place or organisation yet."""
    denied = {m.end for m, _ in clause.said("not_yet")}
    named = any(n.kind in ("place", "org") for n in clause.names)
    told = [m.start for m, s in clause.said("cue", kind) if s.weight > 0]
    told += [m.start for m, s in clause.said("option") if s.about.split(".")[0] == kind and s.code]
    return named and not clause.numbers and bool(denied) and bool(told) and denied.issuperset(told)


def begun(scene: Scene, kinds: Container[str | None], today: date) -> bool:
    """Whether what is told before the days ahead is done or under way."""
    told = so_far(scene, today)
    dated = any(d.period is None and d.first and d.first <= today for d in own_days(told))
    cues = any(s.weight >= ENOUGH and s.about in kinds for _, s in told.said("cue"))
    under_way = told.has("done") or told.has("ongoing") or (dated and cues)
    return told.end < scene.end and under_way and not planned(told, kinds)


def _ahead(scene: Scene, today: date) -> bool:
    """Whether a clause is of a day still to come only."""
    days = own_days(scene)
    return bool(days) and all(d.after(today) for d in days) and not _done(scene)


def _done(scene: Scene) -> bool:
    """Whether it is said to be done; straight behind a day "only then" is no "just now"."""
    ends = {d.end for d in own_days(scene)}
    return any(m.start not in ends for m, _ in scene.said("done"))


def planned(scene: Scene, kinds: Container[str | None]) -> bool:
    """Whether something is said to be planned, outside of a stage that is itself reported."""
    stages = [
        m
        for m in scene.matches
        if m.end - m.start > 1
        for s in m.of("option")
        if s.about.split(".")[0] in kinds
    ]
    return any(
        not any(o.start <= m.start and m.end <= o.end and o.end - o.start > m.end - m.start for o in stages)
        for m, _ in scene.said("planned")
    )


def own_days(scene: Scene) -> Sequence[Days]:
    """The days of a clause without those that a field holds ("tem có hạn đến 12/5/2027")."""
    held = [m.end for m, _ in scene.said("of_day")]
    return [d for d in scene.days if not any(-1 <= d.start - end <= 2 for end in held)]
