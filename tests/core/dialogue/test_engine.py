"""Laws of the engine over anything people can send, with the shipped content."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalogue.fact_types import Role
from core.dialogue.engine import take_turn
from core.dialogue.known import PersonKnown
from core.dialogue.leading import picked
from core.dialogue.own_data import SetOwnData
from core.dialogue.state import Asking, State, read_state, write_state
from core.dialogue.steps import Message, Option
from core.dialogue.tokens import MAX_BYTES
from core.folding import words_of
from core.messages import Address, Attachment, AttachmentKind, Inbound, InboundKind, Refusal
from core.people import PersonStatus
from handlers.conversations import CONVERSATIONS
from tests.core.dialogue.surroundings import AN, known
from tests.shipped import knowledge

HERE = Address("test", "1")
PHOTO = Attachment(AttachmentKind.PHOTO, stored="f" * 64, mime="image/jpeg")

PEOPLE: list[PersonKnown | None] = [
    None,
    *(replace(AN, role=role) for role in Role),
    replace(AN, status=PersonStatus.PENDING),
    replace(AN, status=PersonStatus.BLOCKED),
]

TEXTS = st.text(max_size=60) | st.sampled_from(
    [
        *("/baocao", "/huy", "/menu", "/tiendo", "1", "2", "3", "5s", "45", "đúng", "GOODCODE23"),
        *("hôm nay", "4 cán bộ 2 chủ", "bỏ qua", "khoảng 20", "không phát sinh", "chợ Ngụ", "Trần Minh"),
        "/start GOODCODE23",
    ]
)
FORGED = st.from_regex(r"[a-z+-]{1,4}(:[0-9a-z_#]{0,8}){0,4}", fullmatch=True)


@st.composite
def messages(draw: st.DrawFn) -> tuple[str, str, int]:
    """What kind of thing is sent, its text, and which of the offered choices a press takes."""
    kind = draw(
        st.sampled_from(["text", "text", "press", "press", "press", "forged", "photo", "refused", "sticker"])
    )
    return kind, draw(TEXTS if kind != "forged" else FORGED), draw(st.integers(0, 30))


def inbound_of(message: tuple[str, str, int], offered: list[Option]) -> Inbound:
    kind, text, number = message
    match kind:
        case "press" if offered:
            return Inbound(
                HERE, InboundKind.PRESS, press=offered[number % len(offered)].token, pressed_message="7"
            )
        case "forged":
            return Inbound(HERE, InboundKind.PRESS, press=text or "x")
        case "photo":
            return Inbound(HERE, attachments=(PHOTO,) * (1 + number % 3))
        case "refused":
            return Inbound(HERE, attachments=(replace(PHOTO, stored=None, refused=Refusal.TOO_BIG),))
        case "sticker":
            return Inbound(HERE, InboundKind.UNSUPPORTED)
        case _:
            return Inbound(HERE, text=text)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PEOPLE), st.lists(messages(), max_size=14))
def test_nothing_anybody_sends_raises_or_is_met_with_silence(
    person: PersonKnown | None, sent: list[tuple[str, str, int]]
) -> None:
    texts, state, offered = knowledge().texts, State(), list[Option]()
    for number, message in enumerate(sent):
        turn = take_turn(CONVERSATIONS, state, known(person, f"{number + 1:x}"), inbound_of(message, offered))
        assert turn.steps, f"silence after {message}"
        for step in turn.steps:
            if isinstance(step, Message):
                for locale in ("vi", "en"):
                    assert texts.render(step.text, locale)
                options = [option for row in step.rows for option in row]
                assert all(texts.render(option.label, "vi") for option in options)
                assert all(len(option.token.encode()) <= MAX_BYTES for option in options)
                offered = options or offered
        labels = tuple((option.token, words_of(texts.render(option.label, "vi"))) for option in offered)
        state = turn.state.model_copy(update={"offered": labels})
        assert read_state(write_state(state)) == state


def test_a_number_picks_the_choice_with_that_number() -> None:
    state = State(offered=(("go:menu", "menu"), ("go:help", "tro giup")))
    assert picked(state, known(), Inbound(HERE, text="2")) == "go:help"


def test_a_number_is_an_answer_where_the_question_asks_for_one() -> None:
    state = State(offered=(("go:menu", "menu"),), numbered=False)
    assert picked(state, known(), Inbound(HERE, text="1")) == ""


def test_a_choice_is_picked_by_its_words_without_diacritics_or_picture() -> None:
    state = State(offered=(("go:help", words_of("❓ Trợ giúp")),))
    assert picked(state, known(), Inbound(HERE, text="tro giup")) == "go:help"


def test_where_an_answer_has_several_messages_a_number_picks_of_the_last_and_words_of_any() -> None:
    state = State(offered=(("go:menu", "menu"),), offered_before=(("ed:5", "sua"),))
    typed = {text: picked(state, known(), Inbound(HERE, text=text)) for text in ("1", "2", "Sửa", "menu")}
    assert typed == {"1": "go:menu", "2": "", "Sửa": "ed:5", "menu": "go:menu"}


def test_without_buttons_the_choices_of_a_notice_are_picked_by_their_words() -> None:
    state = State(offered=(("go:menu", "menu"),))
    assert picked(state, known(), Inbound(HERE, text="Duyệt Chi", has_buttons=False)) == "m+:9"
    assert picked(state, known(), Inbound(HERE, text="Duyệt Chi")) == ""
    assert picked(state, known(), Inbound(HERE, text="1", has_buttons=False)) == "go:menu"


@pytest.mark.parametrize(
    ("typed", "token"),
    [
        ("DC1-1", "tg:DC1-1"),
        ("dc1-1", "tg:DC1-1"),
        ("dc1 1", "tg:DC1-1"),
        ("dc1-t6", "tk:DC1-T6"),
        ("dc2", "pl:DC2"),
        ("/tiendo DC1-5A", "tg:DC1-5a"),
        ("/tiendo@tiendo_bot dc2", "pl:DC2"),
        ("/tiendo dc1 9999", "go:progress"),
        ("/tiendo", "go:progress"),
        ("/menu DC1-1", "go:menu"),
        ("bn-1", ""),
        ("---", ""),
    ],
)
def test_a_code_of_the_tenant_s_plans_opens_its_page(typed: str, token: str) -> None:
    assert picked(State(), known(), Inbound(HERE, text=typed)) == token


def test_a_code_is_an_answer_in_an_open_form_unless_it_is_asked_for() -> None:
    opened = take_turn(CONVERSATIONS, State(), known(), Inbound(HERE, InboundKind.PRESS, press="new:club"))
    assert picked(opened.state, known(), Inbound(HERE, text="dc1-1")) == ""
    assert picked(opened.state, known(), Inbound(HERE, text="/tiendo dc1-1")) == "tg:DC1-1"


def test_words_of_the_menu_do_not_steal_a_text_answer_of_an_open_form() -> None:
    opened = take_turn(
        CONVERSATIONS, State(), known(), Inbound(HERE, InboundKind.PRESS, press="new:club")
    ).state
    assert picked(opened, known(), Inbound(HERE, text="báo cáo")) == ""


def test_a_second_press_of_an_answered_question_changes_nothing() -> None:
    start = Inbound(HERE, InboundKind.PRESS, press="new:training_attendance")
    opened = take_turn(CONVERSATIONS, State(), known(), start).state
    press = Inbound(HERE, InboundKind.PRESS, press="f:1:0:5s")
    once = take_turn(CONVERSATIONS, opened, known(turn_id="2"), press).state
    twice = take_turn(CONVERSATIONS, once, known(turn_id="3"), press).state
    assert once.form is not None
    assert twice == once


@pytest.mark.parametrize("asking", sorted(set(CONVERSATIONS.by_asking) - {"evidence"}))
@pytest.mark.parametrize("typed", ["hủy", "thôi", "để sau", "Để lát nữa."])
def test_words_of_leaving_are_never_the_answer_of_a_question(asking: Asking, typed: str) -> None:
    asked = State(asking=asking, about="new")
    turn = take_turn(CONVERSATIONS, asked, known(replace(AN, role=Role.ADMIN)), Inbound(HERE, text=typed))
    assert turn.state.asking is None
    assert all(isinstance(step, Message) or type(step).__name__.startswith("Show") for step in turn.steps)


def test_where_a_name_is_asked_for_words_without_marks_may_be_one() -> None:
    turn = take_turn(CONVERSATIONS, State(asking="own", about="name:one"), known(), Inbound(HERE, text="Huy"))
    assert SetOwnData("name", "Huy") in turn.steps


@pytest.mark.parametrize(
    ("asking", "token"), [("request", "go:menu"), ("org", "go:menu"), ("teaching", ""), ("answer", "")]
)
def test_the_menu_is_reached_from_a_question_that_its_name_does_not_answer(
    asking: Asking, token: str
) -> None:
    assert picked(State(asking=asking), known(), Inbound(HERE, text="menu")) == token


@pytest.mark.parametrize(
    ("asking", "token"), [("org", "go:requests"), ("person", "go:requests"), ("remark", "")]
)
def test_the_name_of_a_page_is_not_looked_for_as_somebodys(asking: Asking, token: str) -> None:
    assert picked(State(asking=asking), known(), Inbound(HERE, text="yêu cầu")) == token
