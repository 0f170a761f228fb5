"""What in a clause speaks for kinds of report: phrases with weights, and signs that speak together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from core.understanding.clues import Clues
from core.understanding.sayings import Saying, outermost
from core.understanding.scene import Scene
from core.understanding.words import text_of

#: what cues of kinds of report may name with "#"
SEEN = ("number", "money", "share", "date", "place", "org", "unit", "people")
#: what cues call a name of each kind
_NAMES = {"place": "#place", "org": "#org", "unit": "#unit", "person": "#people"}
#: kinds of phrases that are signs
_SIGNS = ("part", "option", "likely")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Weights by kind of report and phrase, each phrase once; and signs of clues."""

    weights: Mapping[tuple[str, str], float] = field(default_factory=dict)
    signs: frozenset[str] = frozenset()

    def scores(self, clues: Clues) -> tuple[tuple[str, float], ...]:
        """Every kind of report that something speaks for, with how much, the most first."""
        scores: dict[str, float] = defaultdict(float)
        for (about, _), weight in self.weights.items():
            scores[about] += weight
        for clue in clues.held(self.signs):
            scores[clue.about] += clue.weight
        return tuple(sorted(((k, s) for k, s in scores.items() if s > 0), key=lambda pair: -pair[1]))

    def with_next(self, other: "Spoken", scene: Scene, cut: int) -> "Spoken":
        """This and what the following clause says. `scene` holds both, and the other begins at `cut`.

        No cue and no name goes on over a cut, but signs may.
        """
        over = [
            saying for kind in _SIGNS for saying in scene.touching(cut - 1, cut, kind) if saying[0].end > cut
        ]
        return Spoken({**self.weights, **other.weights}, self.signs | other.signs | _signs(over))


NOTHING = Spoken()


def spoken_in(scene: Scene) -> Spoken:
    """What speaks in a clause. A cue inside a longer cue, a name or a day says nothing of its own, nor one
    of what has not happened.
    """
    inside = {at: n.end for n in scene.names for at in range(n.start + (n.kind != "person"), n.end)}
    named = inside | {at: d.end for d in scene.days for at in range(d.start, d.end)}
    said = [(m, s) for m, s in scene.said("cue") if named.get(m.start, 0) < m.end]
    denied = {m.end for m, _ in scene.said("not_yet")}
    said = [(m, s) for m, s in said if m.start not in denied or s.weight < 0]
    # what speaks against one kind hides no shorter phrase that speaks for another
    against = {(s.about, at) for m, s in said if s.weight < 0 for at in range(m.start, m.end)}
    speaking = [
        (m, s)
        for m, s in outermost((m, s) for m, s in said if s.weight > 0)
        if (s.about, m.start) not in against
    ]
    # nor does a longer phrase for another kind hide what speaks against this one
    kinds = {s.about for _, s in said if s.weight < 0}
    denying = [(m, s) for kind in kinds for m, s in outermost(_of_kind(said, kind)) if s.weight < 0]
    weights = {
        (sense.about, text_of(scene.words, match.start, match.end)): sense.weight
        for match, sense in (*outermost(said), *speaking, *denying)
    }
    signs = _signs(
        saying
        for kind in _SIGNS
        for saying in scene.said(kind)
        if saying[0].start not in denied
        and not (kind == "part" and inside.get(saying[0].start, 0) >= saying[0].end)
    )
    signs |= {"#money" if number.money else "#number" for number in scene.numbers}
    signs |= {"#share" for number in scene.numbers if number.percent}
    signs |= {_NAMES[name.kind] for name in scene.names if name.kind in _NAMES}
    return Spoken(weights, signs | {"#date"} if scene.days else signs)


def _of_kind(said: Iterable[Saying], kind: str) -> list[Saying]:
    return [(m, s) for m, s in said if s.about == kind]


def _signs(sayings: Iterable[Saying]) -> frozenset[str]:
    said = list(sayings)
    nothing = [(m, s.about) for m, s in said if s.kind == "option" and not s.code]
    hidden = {(about, at) for m, about in nothing for at in range(m.start, m.end)}
    return frozenset(
        f"{sense.about}:{sense.code}" if sense.kind == "part" else f"@{sense.about}"
        for match, sense in said
        if sense.kind != "option" or (sense.about, match.start) not in hidden
    )
