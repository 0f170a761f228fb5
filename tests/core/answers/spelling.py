"""Whole numbers spelled the standard Vietnamese way, written apart from the reader that is tested with it."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_SCALES = ((1_000_000_000, "tỷ"), (1_000_000, "triệu"), (1_000, "nghìn"))


def spelled(number: int) -> str:
    """`spelled(1005)` is "một nghìn không trăm linh năm"; for 0 to 999 billion."""
    if number == 0:
        return _DIGITS[0]
    words: list[str] = []
    for scale, name in _SCALES:
        group, number = divmod(number, scale)
        if group:
            words += [_group(group, whole=not words), name]
    if number:
        words.append(_group(number, whole=not words))
    return " ".join(words)


def _group(group: int, *, whole: bool) -> str:
    hundreds, rest = divmod(group, 100)
    front = [] if whole and not hundreds else [_DIGITS[hundreds], "trăm"]
    return " ".join([*front, *_below_hundred(rest, bool(front))])


def _below_hundred(rest: int, behind: bool) -> list[str]:
    tens, ones = divmod(rest, 10)
    if tens == 0:
        if ones == 0:
            return []
        return ["linh", _DIGITS[ones]] if behind else [_DIGITS[ones]]
    front = ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if ones == 0:
        return front
    last = {1: "một" if tens == 1 else "mốt", 5: "lăm"}.get(ones, _DIGITS[ones])
    return [*front, last]
