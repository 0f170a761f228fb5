"""What is wrong with how the quantities of an expression are put together."""

from collections.abc import Iterator

from core.catalogue import Catalogue
from core.indicators.checking_fields import FieldChecks
from core.indicators.expression import (
    Aggregate,
    Answered,
    Combinations,
    Common,
    Expression,
    Growth,
    Names,
    Ratio,
    Register,
    RosterSize,
    Stage,
    Steps,
    Test,
    Union,
    Valid,
)
from core.indicators.parameters import is_open
from core.indicators.quantities import STAGE_FIELD
from core.indicators.references import as_names, nodes
from core.indicators.values import as_number


def part_problems(expression: Expression, catalogue: Catalogue) -> Iterator[str]:
    """Bounds that are no numbers, names that cannot be compared with each other."""
    for node in nodes(expression):
        match node:
            case Test():
                yield from _bound(node, catalogue)
            case Combinations(having=having) if having is not None:
                yield from _number(having.bound)
            case Growth(base=base) if base is not None:
                yield from _number(base.value)
            case Common() | Union():
                yield from _same_width(type(node).__name__.lower(), node.parts)
            case Ratio():
                yield from _ratio(node)
            case Answered(questions=asked, answers=given):
                if (len(asked.fields), len(asked.by)) != (len(given.fields), len(given.by)):
                    yield "answered(... with ...): name as many fields on each side, and as many behind by"
            case Valid():
                yield from _valid(node, catalogue)


def _bound(test: Test, catalogue: Catalogue) -> Iterator[str]:
    """What a quantity is compared with: a number, or one of the stages."""
    if not isinstance(test.quantity, Stage):
        yield from _number(test.bound)
        return
    source = test.quantity.source
    if source.type in catalogue.fact_types and not is_open(test.bound):
        checks = FieldChecks(source.type, catalogue)
        spec = checks.kind.field(source.field or STAGE_FIELD)
        if spec is not None:
            yield from checks.option(spec, test.bound)


def _number(text: str) -> Iterator[str]:
    if as_number(text) is None and not is_open(text):
        yield f"{text} is no number to compare with"


def _ratio(ratio: Ratio) -> Iterator[str]:
    """Where both sides name things, or hold keys, these must be of one kind, or nothing can be matched."""
    above, below = ratio.numerator, ratio.denominator
    if isinstance(above, Valid) and isinstance(below, Register) and above.by != below.by:
        yield f"ratio(valid by {', '.join(above.by)}, register by {', '.join(below.by)}): the keys differ"
    names, whole = as_names(above), as_names(below)
    if names is None:
        return
    if isinstance(below, RosterSize) and _width(names) > 1:
        yield "ratio(..., roster): members have one name each; count one field, not a combination"
    elif whole is not None:
        yield from _same_width("ratio", (names, whole))


def _valid(node: Valid, catalogue: Catalogue) -> Iterator[str]:
    """What is verified has to run out some day."""
    kind = catalogue.fact_types.get(node.source.type)
    if kind is not None and kind.holds is None:
        yield f"valid({kind.code}...): {kind.code} does not say how long it holds; give it holds:"


def _same_width(word: str, parts: tuple[Names, ...]) -> Iterator[str]:
    if len({_width(part) for part in parts}) > 1:
        yield f"{word}(...): some parts name combinations of more fields than others; name as many in each"


def _width(names: Names) -> int:
    """Of how many fields its names are made."""
    match names:
        case Combinations():
            return len(names.fields)
        case Answered():
            return len(names.questions.fields)
        case Common() | Union():
            return max(_width(part) for part in names.parts)
        case Aggregate() | Steps():
            return 1
