import gc

from core.garbage import lasting


def test_what_a_process_keeps_out_of_the_search_stays_out_when_more_is_loaded() -> None:
    gc.freeze()
    frozen = gc.get_freeze_count()
    with lasting():
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() > frozen // 2 > 0
