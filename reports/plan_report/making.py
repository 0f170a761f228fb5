"""The report on a plan as a file of a message: the document, or its annexes."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from core.catalogue import Catalogue
from core.errors import SettingsError
from core.messages import Made
from core.spans import Span, span_of
from core.texts import Texts, say
from reports.made_file import DOCX, XLSX, MadeFile
from reports.plan_report.moments import moment_for
from reports.plan_report.reading import read_report

DOCUMENT, ANNEXES = "docx", "xlsx"


def made(kind: str, tenant: str, plan: str, span: Span, cutoff: datetime, locale: str) -> Made:
    """What a message carries, so that its file tells what was known at `cutoff`."""
    return Made("plan-report", (kind, tenant, plan, span.code, cutoff.isoformat(), locale))


def maker(
    session: Session, of: tuple[str, ...], catalogue: Catalogue, texts: Texts
) -> Callable[[], MadeFile]:
    """Read the report that `made` named. Raises SettingsError when there is none any more."""
    kind, tenant, plan, code, cutoff, locale = of
    span, spec = span_of(code), catalogue.tenants.get(tenant)
    if span is None or spec is None:
        raise SettingsError(f"there is no report of {tenant} on {code}")
    moment = moment_for(span, None, datetime.fromisoformat(cutoff), spec.timezone)
    report = read_report(session, catalogue, tenant, plan, span, moment)
    name = texts.render(say("papers-file", plan=plan, span=code, ending=kind), locale)

    def write() -> MadeFile:
        # the writers are loaded only where something is written
        if kind == DOCUMENT:
            from reports.plan_report.document import write_document

            return MadeFile(write_document(report, texts, locale), name, DOCX)
        from reports.plan_report.annexes import write_annexes

        return MadeFile(write_annexes(report, texts, locale), name, XLSX)

    return write
