"""Every table is either told of in the trail, or it is said why not."""

from storage.models import Base
from tests.dialogues.noted import TOLD_OF, UNTOLD


def test_every_table_is_named_once() -> None:
    assert sorted([*TOLD_OF, *UNTOLD]) == sorted(Base.metadata.tables)
