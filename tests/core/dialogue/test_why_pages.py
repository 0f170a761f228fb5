"""Words that ask why a figure is what it is."""

from dataclasses import replace

import pytest

from core.catalogue.fact_types import Role
from core.dialogue.forms import new_form
from core.dialogue.leading import picked
from core.dialogue.state import State
from core.dialogue.why_pages import why_page
from core.messages import Address, Inbound
from tests import shipped
from tests.core.dialogue.surroundings import AN, known


def page(text: str, role: Role = Role.MANAGER) -> str:
    who = known(replace(AN, role=role))
    return why_page(replace(who, lexicon=lambda: shipped.lexicon("dong_cuu")), text)


@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [
        ("vì sao dc2-4 47%", "tw:DC2-4"),
        ("tai sao dc2 4 moi co 47 %", "tw:DC2-4"),
        ("sao dc1-1 chậm thế em", "tw:DC1-1"),
        ("dc1-1 chậm là do đâu", "tw:DC1-1"),
        ("vì sao 71 %", "tv:71"),
        ("Vì sao 47,3%?", "tv:47.3"),
        ("vì sao kiểm định cân mới được 47 phần trăm", "tv:47"),
        ("vì sao kiểm định cân chợ chậm vậy", "tw:DC2-4"),
        ("vì sao dc2 chậm", "pl:DC2"),
    ],
)
def test_the_reason_of_a_figure_is_asked_by_its_code_its_value_or_its_name(typed: str, leads_to: str) -> None:
    assert page(typed) == leads_to


@pytest.mark.parametrize(
    "typed",
    [
        "dc1-1 sao rồi",
        "vì sao",
        "vì sao cân phải kiểm định",
        "vì sao dc1-1 hôm qua anh Bình không đi họp",
        "tại sao phải có mã vạch",
        "kiểm tra 71 cân, vì sao không đạt thì ghi sau",
    ],
)
def test_words_that_ask_something_else_lead_nowhere(typed: str) -> None:
    assert page(typed) == ""


def test_in_an_open_form_only_a_code_or_percent_is_taken_for_a_question() -> None:
    lexicon = shipped.lexicon("dong_cuu")
    who = replace(known(replace(AN, role=Role.MANAGER)), lexicon=lambda: lexicon)
    form = new_form(who.catalogue.fact_types["difficulty"], "f", {}, who.now)
    led = [
        picked(State(form=form), who, Inbound(Address("test", "1"), text=text))
        for text in ("vì sao dc2-4 47", "vì sao 47 %", "vì sao 47", "vì sao kiểm định cân chợ chậm")
    ]
    assert led == ["tw:DC2-4", "tv:47", "", ""]


def test_who_reads_no_figures_is_led_to_none() -> None:
    assert page("vì sao dc2-4 47%", Role.HOUSEHOLD) == ""
