"""Words of command as people type them: with short forms, and with what is said around them to be polite."""

from collections.abc import Collection, Mapping

from core.answers.vocabulary import CommonWords
from core.dialogue.known import ASK, Known
from core.folding import words_of

#: these have to be said as they are: some set something off, the others are wished for in the same
#: words ("xin hướng dẫn", "muốn có mã vạch")
_AS_THEY_ARE = frozenset({"go:no", "go:sorry", "go:nil", "go:cancel", "go:help", "go:barcode"})
#: longer texts say something of their own
_MOST_WORDS = 14


def command_of(text: str, commands: Mapping[str, str], common: CommonWords) -> str:
    """The place that a short text leads to: "cho em xem việc hôm nay với ạ" as "việc hôm nay"; "" for none.

    What stands around is left out only to find a place; a mere yes has to be said as it is.
    """
    words = words_of(text).split()
    if not 0 < len(words) <= _MOST_WORDS:
        return ""
    spelled_out = " ".join(common.short.get(word, word) for word in words).split()
    for rest in _without_manners(spelled_out, common):
        leads_to = commands.get(" ".join(rest), "")
        if leads_to:
            return leads_to if leads_to.startswith("go:") and leads_to not in _AS_THEY_ARE else ""
    return ""


def asked_by(known: Known, text: str) -> str:
    """The question behind the command for one, as in "/hoi ..."; empty for any other text."""
    command, _, question = text.partition(" ")
    if not command.startswith("/") or known.commands.get(command.split("@")[0].casefold()) != ASK:
        return ""
    return question.strip()


def _without_manners(words: list[str], common: CommonWords) -> list[list[str]]:
    """The same with ever more of the polite words left out: in front, and at the end."""
    starts = [words]
    while cut := cut_front(starts[-1], common.polite_before):
        starts.append(cut)
    found: list[list[str]] = []
    for start in starts:
        found.append(start)
        while cut := _cut_end(found[-1], common.polite_after):
            found.append(cut)
    return found


def cut_front(words: list[str], phrases: Collection[str]) -> list[str]:
    """The words behind the longest of these phrases at their start; nothing where none stands there."""
    for count in range(min(4, len(words) - 1), 0, -1):
        if " ".join(words[:count]) in phrases:
            return words[count:]
    return []


def _cut_end(words: list[str], phrases: Collection[str]) -> list[str]:
    for count in range(min(4, len(words) - 1), 0, -1):
        if " ".join(words[-count:]) in phrases:
            return words[:-count]
    return []
