"""Why an answer closes no question: nobody asked, asked later or about something else, or has more to ask."""

from core.indicators.answered import both, pairs, still_open
from core.indicators.combinations import Combination
from core.indicators.expression import Answered
from core.indicators.reasons_words import combined, not_given
from core.indicators.told import Told
from core.texts import Speech, say


def unanswered(node: Answered, told: Told) -> Speech | None:
    """Of a report that answers; None of one that asks, which stands below the line."""
    fields, by = node.answers.fields, node.answers.by
    if told.row.type != node.answers.source.type:
        return None
    if not pairs(node.answers, told.alone):
        return not_given(told, *fields)
    asked, answers = both(node, told.after)
    said = [name for name, rows in answers.items() if any(row.id == told.row.id for row in rows)]
    left = still_open(node, asked, answers)
    names = list(dict.fromkeys(each[: len(fields)] for each in said))
    askers = [name for name in names if name in left]
    if not askers:
        return say("progress-why-not-in-whole", value=_shown(names, fields, told))
    still = [matter for name in askers for matter in left[name]]
    if not still:
        return say("progress-why-counted", value=_shown(askers, fields, told))
    late = [matter for matter in still if matter in said]
    if late:
        return say("progress-why-asked-later", value=_shown(late, fields + by, told))
    return say("progress-why-still-asked", value=_shown(still, fields + by, told))


def _shown(names: list[Combination], fields: tuple[str, ...], told: Told) -> Speech:
    return combined(told.scope.catalogue, told.row.type, fields, names)
