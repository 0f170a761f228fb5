"""What stands beside a number or a word for all of a number, and tells which is meant."""

from core.understanding.number_marks import Number
from core.understanding.scene import Scene


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
