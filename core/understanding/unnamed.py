"""A message without the proper names in it: "cửa hàng Bình An cân thiếu" asks of no gas bottle ("bình")."""

from core.understanding.scene import Scene

_NAMED = frozenset({"org", "person"})
_ENDS = ".!?\n"


def without_names(scene: Scene) -> str:
    """The text with the capitalised words of names left out, what they are ("cửa hàng") kept; empty where
    there are none. A first word is capitalised whatever it is, and short forms ("HTX") are no names.
    """
    words = scene.words
    cut = [
        (words[at].start, words[at].end)
        for name in scene.names
        if name.kind in _NAMED
        for at in range(name.start, name.end)
        if at and words[at].text.istitle() and words[at - 1].text not in _ENDS
    ]
    if not cut:
        return ""
    kept, last = [], 0
    for start, end in sorted(cut):
        kept.append(scene.message[last:start])
        last = end
    return " ".join("".join((*kept, scene.message[last:])).split())
