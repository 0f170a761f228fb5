"""What an import of a plan will change, in lines for the operator's console."""

from collections import Counter
from collections.abc import Iterator, Sequence

from core.catalogue.plan_changes import Change, changes
from core.catalogue.plans import Plan

#: what becomes of the reports that hang on a part that is gone
_KEPT = {
    "target": "its reports stay stored and no longer count for it",
    "step": "reports that name it stay stored",
    "task": "reports that name it stay stored",
    "budget line": "reports that name it stay stored",
}
_PLURAL = {"plan": "fields of the plan itself", "duty": "duties"}
#: longer values stand below each other
_SIDE_BY_SIDE = 80


def preview(old: Plan | None, new: Plan) -> Iterator[str]:
    """Counts first, then each part that is added, removed or changed, with its fields as they were and will
    be."""
    title = f"{new.code}: {new.title.en}"
    if old is None:
        yield f"{title} (a new plan)"
    else:
        yield f"{title} ({'as it is now' if old == new else 'against the plan there is now'})"
    found = changes(old, new)
    yield from _counts(found)
    for change in found:
        yield from _details(change)


def _counts(found: Sequence[Change]) -> Iterator[str]:
    counts = Counter[tuple[str, str]]()
    for change in found:
        counts[change.noun, change.what] += len(change.fields) if change.noun == "plan" else 1
    for noun in dict.fromkeys(noun for noun, _ in counts):
        told = [
            f"{counts[noun, what]} {what}" for what in ("added", "removed", "changed") if counts[noun, what]
        ]
        told += ["in another order"] if counts[noun, "moved"] else []
        yield f"  {_PLURAL.get(noun, f'{noun}s')}: {', '.join(told)}"


def _details(change: Change) -> Iterator[str]:
    if change.what == "moved":
        return
    kept = f" ({_KEPT[change.noun]})" if change.what == "removed" and change.noun in _KEPT else ""
    yield f"{change.what}: {change.noun} {change.code}, {change.name}{kept}"
    for name, *values in change.fields:
        old, new = (f'"{" ".join(value.split())}"' if value else "nothing" for value in values)
        if len(old) + len(new) <= _SIDE_BY_SIDE:
            yield f"    {name}: {old} -> {new}"
        else:
            yield from (f"    {name}:", f"      - {old}", f"      + {new}")
