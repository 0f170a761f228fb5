"""More words about a report that is being filled: several missing answers at once, or one changed."""

from core.understanding.drafts import put_days
from core.understanding.earlier import corrected, said_fields
from core.understanding.heard import Heard
from core.understanding.lexicon import Lexicon
from core.understanding.scene import see
from core.understanding.situation import Fields, Prior, Situation
from core.understanding.wordless import wordless


def told(message: str, fact_type: str, situation: Situation, lexicon: Lexicon) -> Fields:
    """The fields of that kind of report that the words themselves say; nothing is assumed."""
    hearing = lexicon.hearings.get(fact_type)
    if hearing is None:
        return {}
    scene = see(message, lexicon, situation.today)
    if wordless(scene):
        return {}
    heard = Heard(dict(said_fields(scene, hearing, lexicon, situation)))
    days = [day for day in scene.days if day.first is not None and day.period is None]
    if days:
        put_days(heard, days[0])
    return heard.fields


def changed(message: str, fact_type: str, fields: Fields, situation: Situation, lexicon: Lexicon) -> Fields:
    """The fields of a draft that the words correct: "12 chứ không phải 21", "chợ Ngăm mới đúng"."""
    hearing = lexicon.hearings.get(fact_type)
    if hearing is None:
        return {}
    scene = see(message, lexicon, situation.today)
    if wordless(scene):
        return {}
    return corrected(scene, Prior("", hearing.name, fields, draft=True), lexicon, situation)
