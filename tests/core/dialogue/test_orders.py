"""Words by which a manager has others do something."""

from dataclasses import replace

import pytest

from core.catalogue.fact_types import Role
from core.dialogue.orders import order_page
from tests.core.dialogue.surroundings import AN, known


def page(text: str, role: Role = Role.MANAGER) -> str:
    return order_page(known(replace(AN, role=role)), text)


@pytest.mark.parametrize(
    ("typed", "leads_to"),
    [
        ("nhắc phòng kinh tế nộp báo cáo", "wk:a:phong_kinh_te"),
        ("em ơi giục phòng kinh tế gửi bc tuần này nhé", "wk:a:phong_kinh_te"),
        ("nhac kinh te bao cao di", "wk:a:phong_kinh_te"),
        ("nhắc giúp phòng kinh tế", "wk:a:phong_kinh_te"),
        ("nhắc hoa nộp báo cáo", "wk:u:week-20260511"),
        ("nhắc nộp báo cáo đi", "go:summary"),
        ("giao hoa làm báo cáo năm", "go:assign"),
        ("phân công cho phòng kinh tế chuẩn bị số liệu", "go:assign"),
    ],
)
def test_a_unit_is_reminded_and_work_is_handed_out_only_after_a_word(typed: str, leads_to: str) -> None:
    assert page(typed) == leads_to


@pytest.mark.parametrize(
    "typed",
    [
        "nhắc tôi nộp báo cáo",
        "nhắc em 8h sáng thứ 2 nộp báo cáo",
        "nhắc 5 hộ kiểm định cân",
        "đã phân công anh Bình phụ trách cân chợ Ngụ",
        "phân công anh Bình phụ trách cân chợ Ngụ rồi",
        "báo cáo giao ban tuần này",
    ],
)
def test_other_words_order_nothing(typed: str) -> None:
    assert page(typed) == ""


@pytest.mark.parametrize("role", [Role.OFFICER, Role.HOUSEHOLD])
def test_who_has_nobody_to_order_is_read_as_before(role: Role) -> None:
    assert page("nhắc phòng kinh tế nộp báo cáo", role) == ""
