"""Fields of a few kinds, a day, places: what answers are read against in these tests."""

from datetime import date
from pathlib import Path

from bot.content_words import load_vocabulary
from core.answers import JsonValue, Outcome, Read, Refused, Setting
from core.catalogue.fact_types import FieldSpec, FieldType, Option
from core.catalogue.plans import PlaceSpec
from core.texts import Label, Speech, Texts

ROOT = Path(__file__).parents[3]
WORDS = load_vocabulary(ROOT / "content")
TEXTS = Texts(
    {locale: [(ROOT / f"locales/{locale}/answers.ftl").read_text("utf-8")] for locale in ("vi", "en")}
)

#: a Thursday
TODAY = date(2026, 5, 14)

PLACES = (
    PlaceSpec(code="cho_ngu", name="chợ Ngụ", kind="cho"),
    PlaceSpec(code="cho_dong_cuu", name="chợ Đông Cứu", kind="cho", also=("chợ trung tâm",)),
    PlaceSpec(code="cho_giang", name="chợ Giang", kind="cho"),
    PlaceSpec(code="diem_ben_xe", name="điểm kinh doanh Bến Xe", kind="diem_kd"),
    PlaceSpec(code="diem_ngu", name="điểm kinh doanh Ngũ Hành", kind="diem_kd"),
    PlaceSpec(code="thon_bac", name="thôn Bắc", kind="thon"),
    PlaceSpec(code="thon_ngu", name="thôn Ngụ", kind="thon"),
)


def label(vi: str, en: str = "") -> Label:
    return Label(vi=vi, en=en or f"({vi})")


def setting(today: date = TODAY, places: tuple[PlaceSpec, ...] = PLACES) -> Setting:
    return Setting(today=today, places=places, answers={}, words=WORDS)


def option(code: str, name: str, *also: str) -> Option:
    return Option(code=code, label=label(name), also=also)


def _field(code: str, kind: FieldType, name: str = "Số lượng", **more: object) -> FieldSpec:
    data = {"code": code, "type": kind, "label": label(name), "prompt": label("?"), **more}
    return FieldSpec.model_validate(data)


_ORGANISERS = (
    option("trung_uong", "Trung ương", "bộ"),
    option("tinh", "Sở / tỉnh", "cấp tỉnh"),
    option("xa", "Xã tự mở", "xã mở"),
    option("chua_ro", "Chưa rõ"),
)
_GROUPS = (
    option("can_bo", "Cán bộ", "cán bộ xã"),
    option("chu_co_so", "Chủ cơ sở", "chủ xưởng", "chủ hộ"),
)

FIELDS = {
    field.code: field
    for field in (
        _field("passed", FieldType.INTEGER, "Số đạt", unit=label("cân", "scales")),
        _field("failed", FieldType.INTEGER, "Số không đạt", unit=label("cân", "scales")),
        _field(
            "people", FieldType.INTEGER, "Số lượt", unit=label("lượt", "attendances"), minimum=1, maximum=500
        ),
        _field("plain", FieldType.INTEGER),
        _field("years", FieldType.INTEGER, "Số năm", unit=label("năm", "years"), maximum=50),
        _field("year", FieldType.INTEGER, "Năm", minimum=2021, maximum=2100, year=True),
        _field("number", FieldType.NUMBER),
        _field("small_number", FieldType.NUMBER, maximum=100),
        _field("share", FieldType.NUMBER, "Tỷ lệ", unit=label("%", "%"), maximum=100),
        _field("degrees", FieldType.NUMBER, "Nhiệt độ", unit=label("độ", "degrees"), minimum=-30, maximum=60),
        _field("money", FieldType.MONEY, "Kinh phí"),
        _field("grant", FieldType.MONEY, "Hỗ trợ", maximum=1000),
        _field("date", FieldType.DATE, "Ngày"),
        _field("valid_until", FieldType.DATE, "Hạn", future=True),
        _field("organiser", FieldType.CHOICE, "Ai tổ chức", options=_ORGANISERS),
        _field(
            "result",
            FieldType.CHOICE,
            "Kết quả",
            options=(option("dat", "Đạt"), option("khong_dat", "Không đạt"), option("cho", "Chờ sửa")),
        ),
        _field("kind", FieldType.CHOICE, "Loại", options=(option("can", "Cân"), option("can_nha", "Căn"))),
        _field(
            "yes_no", FieldType.CHOICE, "Có không", options=(option("co", "Có"), option("khong", "Không"))
        ),
        _field(
            "organisers",
            FieldType.CHOICES,
            "Các bên",
            options=(*_ORGANISERS, option("cbcc", "Cán bộ, công chức")),
        ),
        _field(
            "subject",
            FieldType.CHOICE,
            "Nội dung",
            options=(option("clean", "Sản xuất sạch hơn"), option("label", "Ghi nhãn hàng hóa")),
        ),
        _field(
            "content_of",
            FieldType.CHOICE,
            "Nội dung",
            options=(option("label", "Ghi nhãn"), option("other", "Nội dung khác")),
        ),
        _field("attended", FieldType.TALLY, "Ai dự", options=_GROUPS),
        _field(
            "three",
            FieldType.TALLY,
            "Ai dự",
            options=(*_GROUPS, option("nguoi_dan", "Người dân")),
            maximum=100,
        ),
        _field("market", FieldType.PLACE, "Chợ", place_kinds=("cho",)),
        _field(
            "site",
            FieldType.PLACE,
            "Nơi",
            place_kinds=("cho", "thon", "benh_vien"),
            place_kinds_by={"field": "sort", "kinds": {"market": ("cho",), "hospital": ("benh_vien",)}},
        ),
        _field("where", FieldType.PLACE, "Nơi"),
        _field("nowhere", FieldType.PLACE, "Nơi", place_kinds=("benh_vien",)),
        _field("note", FieldType.TEXT, "Ghi chú", max_length=40),
        _field("remark", FieldType.TEXT, "Ghi chú", required=False),
        _field("members", FieldType.PEOPLE, "Thành viên"),
        _field("photos", FieldType.EVIDENCE, "Ảnh"),
        _field("maybe_photos", FieldType.EVIDENCE, "Ảnh", required=False),
    )
}


def words(speech: Speech, locale: str = "vi") -> str:
    return TEXTS.render(speech, locale)


def outcome(result: Outcome) -> tuple[str, JsonValue | list[JsonValue]]:
    """The outcome as the table writes it: `read` a value, `refused` with a key, `unsure` between values."""
    if isinstance(result, Read):
        return "read", result.value
    if isinstance(result, Refused):
        return "refused", getattr(result.reason, "key", "")
    return "unsure", [value for _, value in result.readings]
