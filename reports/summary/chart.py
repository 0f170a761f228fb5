"""The picture of a summary: how the targets stand against their pace, those that need somebody first."""

from collections.abc import Callable
from datetime import date, datetime

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.errors import SettingsError
from core.indicators.facts import Moment
from core.indicators.progress import TargetProgress
from core.messages import Made
from core.texts import Texts
from reports.bars import draw_bars, drawable
from reports.made_file import PNG, MadeFile
from reports.plan_report.words import Words
from reports.reading import read_figures
from reports.summary.reading import all_targets, urgent_first

#: bars of one picture: with its heading as high as a phone
PAGE = 8
NAME = "summary-chart"


def drawn(targets: tuple[TargetProgress, ...]) -> tuple[TargetProgress, ...]:
    """Those that a picture can show, in the same order."""
    return tuple(item for item in targets if drawable(item))


def pictures(targets: tuple[TargetProgress, ...]) -> int:
    """How many pictures they take."""
    return -(-len(drawn(targets)) // PAGE)


def made(tenant: str, moment: Moment, page: int, locale: str) -> Made:
    """What a message carries, so that its picture shows what the text told."""
    return Made(NAME, (tenant, moment.date.isoformat(), moment.cutoff.isoformat(), str(page), locale))


def maker(
    session: Session, of: tuple[str, ...], catalogue: Catalogue, texts: Texts
) -> Callable[[], MadeFile]:
    """Read the targets that `made` named. Raises SettingsError when the tenant is not there any more."""
    tenant, day, cutoff, page, locale = of
    if tenant not in catalogue.tenants:
        raise SettingsError(f"there is no tenant {tenant}")
    moment = Moment(date.fromisoformat(day), datetime.fromisoformat(cutoff))
    targets = urgent_first(all_targets(read_figures(session, catalogue, tenant, moment)))

    def draw() -> MadeFile:
        name, words = catalogue.tenants[tenant].name, Words(texts, locale)
        # a picture goes without a name, as photos do
        return MadeFile(chart(targets, name, moment, int(page), words), "", PNG)

    return draw


def chart(targets: tuple[TargetProgress, ...], tenant: str, moment: Moment, page: int, words: Words) -> bytes:
    """One picture of targets in the order of a summary, as PNG (reports.bars)."""
    found, pages = drawn(targets), max(pictures(targets), 1)
    title = words.say("summary-chart", day=moment.date, tenant=tenant, page=page + 1, pages=pages)
    return draw_bars(found[page * PAGE : (page + 1) * PAGE], words, title)
