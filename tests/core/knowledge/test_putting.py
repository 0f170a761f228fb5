"""What is put as a question, and what only has words of asking."""

import pytest

from tests import shipped


def is_put(text: str) -> bool:
    finder = shipped.knowledge().turns.library.shared()
    assert finder is not None
    return finder.is_put(text)


@pytest.mark.parametrize(
    "text",
    [
        "sạp em bán táo cân thiếu có bị phạt không",
        "sap em ban tao can thieu co bi phat khong a",
        "đồng hồ nước chạy sai thì báo ai",
        "tem này của tỉnh hay của chợ?",
        "muốn sửa cân thì mang ra chỗ nào vậy anh",
        "quả cân này kiểm mấy năm một lần",
    ],
)
def test_what_asks_is_put_as_a_question(text: str) -> None:
    assert is_put(text)


@pytest.mark.parametrize(
    "text",
    [
        "không",
        "có",
        "chưa",
        "12",
        "sáng nay kiểm 8 cân ở chợ Ngụ, đạt cả 8",
        "tuần này không có việc gì",
        "bán bánh không có nhãn mác gì hết",
        "chưa có hộ nào đăng ký",
        "đã bắt đầu làm 5S ở trường",
        "thôn khác có làm, còn thôn em thì không",
        "xưởng em muốn làm 5S, ai xuống giúp được không",
    ],
)
def test_what_tells_denies_or_wants_somebody_to_come_is_none(text: str) -> None:
    assert not is_put(text)
