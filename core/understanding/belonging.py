"""How many people, and of how many organisations they are: "38 người của 20 doanh nghiệp" are 38 people."""

from collections.abc import Mapping

from core.understanding.scene import Scene


def of_organisations(scene: Scene, about: str, counts: Mapping[str, int], stated: int) -> dict[str, int]:
    """The tally as people where its only number counts what the stated ones belong to; else as it is.

    The number stands straight behind a word of belonging ("của", "thuộc"), straight in front of the option.
    """
    if len(counts) != 1 or stated <= sum(counts.values()):
        return dict(counts)
    code, told = next(iter(counts.items()))
    behind = {match.end for match, _ in scene.said("unit_of", about)}
    named = {match.start for match, sense in scene.said("option", about) if sense.code == code}
    belong = any(n.whole == told and n.start in behind and n.end in named for n in scene.numbers)
    return {code: stated} if belong else {code: told}
