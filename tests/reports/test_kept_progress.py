"""How a target stands is the same when it comes back from bytes."""

from core.indicators.linked import with_linked
from core.indicators.progress import State, assess
from reports.kept_progress import KeptProgress
from tests import shipped
from tests.content.target_cases import read_cases

CATALOGUE = shipped.catalogue()


def test_every_target_stands_as_it_did_in_every_case() -> None:
    states: set[State] = set()
    for case in read_cases(CATALOGUE):
        catalogue = case.catalogue(CATALOGUE)
        plan, target = catalogue.targets[case.target]
        facts = case.facts(catalogue)
        found = with_linked(
            assess(plan, target, facts, catalogue, case.moment), facts, catalogue, case.moment
        )
        kept = KeptProgress(plan)
        assert kept.load(kept.dump({target.code: found})) == {target.code: found}
        states.add(found.state)
    assert states == {*State} - {State.NOT_APPLICABLE}
