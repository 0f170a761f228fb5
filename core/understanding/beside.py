"""What stands beside a number, or a word for one or all of a number, and tells which is meant."""

from core.understanding.heard import Heard
from core.understanding.hearing import HeardField, Hearing
from core.understanding.number_marks import Number
from core.understanding.scene import Scene
from core.understanding.words import LINE


def behind_label(scene: Scene, number: Number, about: str) -> bool:
    """Whether what a field counts stands in front of a number as its label: "số người: 45"."""
    colon = number.start - 1
    if colon <= scene.start or scene.words[colon].text != ":":
        return False
    return any(match.end == colon for match, _ in scene.touching(colon - 1, colon, "unit_of", about))


def said_of_all(scene: Scene, kind: str, about: str) -> bool:
    """Whether words for all or none are said, and not only of the rest: "rớt 3, còn lại đạt hết"."""
    rest = [m.end for m, _ in scene.said("rest")]
    return any(not any(0 <= m.start - end <= 1 for end in rest) for m, _ in scene.said(kind, about))


def besides(scene: Scene, number: Number) -> bool:
    """Whether the number is of others than those named before it: "chị Hồng cùng 2 chị nữa"."""
    named = any(n.kind != "place" and n.end <= number.start for n in scene.names)
    return named and any(number.end <= m.start <= number.end + 2 for m, _ in scene.said("more"))


def said_as_one(scene: Scene, about: str) -> bool:
    """Whether words for a single one are said, and no "some" in front of them: "mấy cái cân"."""
    several = {m.end for m, _ in scene.said("plurals")}
    return any(m.start not in several for m, _ in scene.said("one", about))


def tallied(each: HeardField, hearing: Hearing, heard: Heard) -> bool:
    """Whether a count follows from the parts of a tally that were heard."""
    return any(f.kind == "tally" and f.total == each.code and f.code in heard.fields for f in hearing.fields)


def sides(scene: Scene) -> dict[int, tuple[int, int]]:
    """For each number the few pieces that may speak of it: up to the next number or comma."""
    numbers = scene.numbers
    ends = [scene.start, *(n.end for n in numbers)]
    starts = [*(n.start for n in numbers[1:]), scene.end]
    found = {}
    for number, last, following in zip(numbers, ends, starts, strict=False):
        before, after = max(last, number.start - 4), min(following, number.end + 5, scene.end)
        commas = [at for at in range(before, after) if scene.words[at].text in (",", ";", ".", LINE)]
        before = max([before, *(at + 1 for at in commas if at < number.start)])
        after = min([after, *(at for at in commas if at >= number.end)])
        found[number.start] = before, after
    return found
