"""What somebody is offered when they report: short screens, every kind within reach, nothing of others."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from core.catalogue.fact_types import Option, Role
from core.dialogue.engine import take_turn
from core.dialogue.kinds import NIL_REPORT
from core.dialogue.known import Known, PersonKnown
from core.dialogue.state import FormState, State
from core.dialogue.steps import Message, Turn
from core.messages import Address, Attachment, AttachmentKind, Inbound, InboundKind
from core.texts import Label
from handlers.conversations import CONVERSATIONS
from handlers.conversations.choosing import LIKELY, PAGE, SHORTCUTS
from tests.core.dialogue.nothing_known import NOW
from tests.core.dialogue.surroundings import AN, ListedLookups, known
from tests.shipped import knowledge

HERE = Address("test", "1")
PHOTO = Attachment(AttachmentKind.PHOTO, stored="f" * 64, mime="image/jpeg")
#: what fits on a phone of 360 pixels: buttons of a message, letters of a button alone or beside another
MOST_BUTTONS, ALONE, BESIDE = 11, 42, 20


@dataclass
class Used(ListedLookups):
    """Somebody who has reported these kinds, the last one first; all of them if none is named."""

    kinds: Sequence[str] | None = None

    def recent_kinds(self, among: Collection[str], limit: int) -> Sequence[str]:
        return [kind for kind in self.kinds or among if kind in among][:limit]


def everybody() -> Iterator[PersonKnown]:
    """An officer, a manager and a household of each tenant of the content."""
    for tenant in knowledge().catalogue.tenants:
        for role in (Role.OFFICER, Role.MANAGER, Role.HOUSEHOLD):
            yield replace(AN, tenant=tenant, role=role)


def of_kinds(count: int, *areas: str | None) -> Known:
    """An officer of a tenant whose plan reads so many kinds of report, of these areas in turn.

    The areas are named after fruits; the kinds, k0 and so on, after their number.
    """
    club = knowledge().catalogue.fact_types["club"]
    kinds = {
        code: club.model_copy(
            update={
                "code": code,
                "area": areas[number % len(areas)],
                "label": Label(vi=f"ten {code}", en=code),
                "also": (f"viec {code}",),
            }
        )
        for number, code in enumerate(f"k{number}" for number in range(count))
    }
    fruits = tuple(Option(code=code, label=Label(vi=code, en=f"{code} area")) for code in ("apple", "pear"))
    shipped = knowledge().catalogue
    plan = shipped.plans["DC1"]
    read = plan.targets[0].model_copy(update={"indicator": None, "also": (), "linked": tuple(kinds)})
    ours = shipped.tenants["dong_cuu"].model_copy(update={"plans": ("DC1",)})
    content = replace(
        shipped,
        fact_types=kinds,
        areas=fruits,
        plans={"DC1": plan.model_copy(update={"targets": (read,)})},
        tenants={"dong_cuu": ours},
    )
    return replace(known(AN), catalogue=content, look=Used(kinds=["nothing"]))


def press(who: Known, token: str, state: State | None = None) -> Turn:
    inbound = Inbound(HERE, InboundKind.PRESS, press=token, pressed_message="7")
    return take_turn(CONVERSATIONS, state or State(), who, inbound)


def says(who: Known, text: str, state: State | None = None) -> Turn:
    return take_turn(CONVERSATIONS, state or State(), who, Inbound(HERE, text=text))


def shown(turn: Turn) -> Message:
    """The only message of a turn."""
    (step,) = turn.steps
    assert isinstance(step, Message)
    return step


def tokens(turn: Turn) -> list[str]:
    return [option.token for row in shown(turn).rows for option in row]


def opened(turn: Turn) -> str | None:
    """The kind of the form that is open after a turn."""
    return turn.state.form.fact_type if turn.state.form else None


def screens(who: Known) -> Iterator[Turn]:
    """The report menu, and every screen it leads to that is still about which kind."""
    waiting, seen = ["go:report"], set[str]()
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            yield press(who, here)
            waiting.extend(
                one for one in tokens(press(who, here)) if one.startswith(("go:report", "go:area"))
            )


def test_every_kind_somebody_may_report_is_within_reach_and_no_other() -> None:
    for person in everybody():
        who = known(person)
        reached = {one for turn in screens(who) for one in tokens(turn) if one.startswith("new:")}
        assert reached == {
            f"new:{k.code}" for k in who.may_report() if k.code != NIL_REPORT and k.one_by_one is None
        }, person


def test_no_screen_is_too_full_for_a_phone_and_no_button_too_long() -> None:
    texts = knowledge().texts
    for person in everybody():
        for turn in screens(replace(known(person), look=Used())):
            assert len(tokens(turn)) <= MOST_BUTTONS, (person, tokens(turn))
            for row in shown(turn).rows:
                words = [texts.render(option.label, locale) for option in row for locale in ("vi", "en")]
                assert max(map(len, words)) <= (ALONE if len(row) == 1 else BESIDE), (person, words)


def test_a_household_sees_its_few_kinds_at_once() -> None:
    for person in everybody():
        if person.role is Role.HOUSEHOLD:
            assert len(list(screens(known(person)))) == 1


def test_a_kind_of_another_level_is_neither_offered_nor_opened() -> None:
    commune, province = known(), known(replace(AN, tenant="bac_ninh"))
    assert opened(press(province, "new:expert")) == "expert"
    assert opened(press(commune, "new:expert")) is None


def test_a_kind_that_no_plan_of_the_tenant_reads_is_neither_offered_nor_opened() -> None:
    other = known(replace(AN, tenant="lang_son"))
    assert "club" in {kind.code for kind in known().may_report()}
    assert "club" in other.catalogue.for_tenant("lang_son").fact_types
    assert opened(press(other, "new:club")) is None


def test_with_as_many_kinds_as_fit_on_a_screen_there_are_no_areas() -> None:
    assert tokens(press(of_kinds(PAGE, "apple", "pear"), "go:report"))[:-1] == [
        f"new:k{n}" for n in range(PAGE)
    ]


def test_with_more_kinds_the_areas_come_first_in_the_order_of_the_content() -> None:
    turn = press(of_kinds(PAGE + 1, "pear", "apple"), "go:report")
    assert tokens(turn) == ["go:area:apple:0", "go:area:pear:0", "go:menu"]


def test_a_kind_alone_in_its_area_or_without_one_is_shown_by_its_own_name() -> None:
    alone = of_kinds(10, *["apple"] * 8, "pear", None)
    assert tokens(press(alone, "go:report")) == ["go:area:apple:0", "new:k8", "new:k9", "go:menu"]


def test_many_kinds_without_areas_come_a_page_at_a_time() -> None:
    without = of_kinds(PAGE + 3, None)
    first, second = press(without, "go:report"), press(without, "go:report:1")
    assert tokens(first)[-2:] == ["go:report:1", "go:menu"]
    assert tokens(second) == [*(f"new:k{PAGE + n}" for n in range(3)), "go:report:0", "go:menu"]


def test_an_area_with_many_kinds_comes_a_page_at_a_time() -> None:
    large = of_kinds(PAGE + 1, "apple")
    assert tokens(press(large, "go:area:apple:0"))[-3:] == ["go:area:apple:1", "go:report:0", "go:menu"]
    assert tokens(press(large, "go:area:apple:1")) == ["new:k8", "go:area:apple:0", "go:report:0", "go:menu"]


def test_an_area_that_is_not_there_any_more_leads_to_those_that_are() -> None:
    many = of_kinds(PAGE + 1, "apple")
    assert tokens(press(many, "go:area:plum:0")) == tokens(press(many, "go:report"))
    assert tokens(press(many, "go:area")) == tokens(press(many, "go:report"))


def test_the_kinds_used_last_stand_on_top_and_not_once_more_below() -> None:
    used = replace(of_kinds(10, *["apple"] * 9, "pear"), look=Used(kinds=["k9", "k3"]))
    assert tokens(press(used, "go:report")) == ["new:k9", "new:k3", "go:area:apple:0", "go:menu"]


def test_drafts_take_the_room_of_kinds_used_last() -> None:
    used = replace(of_kinds(10, "apple"), look=Used())
    drafts = tuple(FormState(key=key, fact_type="k0", version=1, touched_at=NOW) for key in "abc")
    before = tokens(press(used, "go:report", State(parked=drafts)))
    assert before[:SHORTCUTS] == ["res:c", "res:b", "new:k0", "new:k1"]
    assert before[SHORTCUTS] == "go:area:apple:0"


def test_the_name_of_an_area_opens_it() -> None:
    many = of_kinds(PAGE + 1, "apple")
    assert tokens(says(many, "Apple")) == tokens(press(many, "go:area:apple:0"))
    assert tokens(says(many, "apple area")) == tokens(press(many, "go:area:apple:0"))


def test_the_whole_name_of_a_kind_opens_its_form() -> None:
    assert opened(says(of_kinds(PAGE + 1, "apple"), "TEN  k4")) == "k4"


def test_a_text_with_names_of_kinds_asks_which_was_meant_the_longest_name_first() -> None:
    many = of_kinds(PAGE + 4, "apple")
    turn = says(many, "hom nay co viec k3, viec k10 va viec k4, viec k5")
    assert opened(turn) is None
    assert tokens(turn) == ["new:k10", "new:k3", "new:k4", "go:menu"]
    assert len(tokens(turn)) == LIKELY + 1


def test_photos_that_wait_go_to_the_kind_that_is_chosen_by_area_or_by_name() -> None:
    many = of_kinds(PAGE + 1, "apple")
    kept = take_turn(CONVERSATIONS, State(), many, Inbound(HERE, attachments=(PHOTO,))).state
    assert kept.loose is not None
    menu = press(many, f"go:report:0:{kept.loose}", kept)
    area = press(many, tokens(menu)[0], kept)
    by_area = press(many, tokens(area)[0], kept).state
    asked = kept.model_copy(update={"offered": tuple((token, "") for token in tokens(menu))})
    by_name = says(many, "ten k0", asked).state
    for state in (by_area, by_name):
        assert state.form is not None
        assert (state.form.fact_type, state.form.key, state.form.evidence) == ("k0", kept.loose, 1)
        assert state.loose is None


def test_photos_of_long_ago_are_not_drawn_into_a_report_by_its_name() -> None:
    many = of_kinds(PAGE + 1, "apple")
    kept = take_turn(CONVERSATIONS, State(), many, Inbound(HERE, attachments=(PHOTO,))).state
    later = says(many, "ten k0", kept.model_copy(update={"offered": (("go:menu", "menu"),)})).state
    assert later.form is not None
    assert later.form.evidence == 0
    assert later.loose == kept.loose


def test_a_form_asks_what_its_tenants_level_is_asked() -> None:
    form = FormState(key="1", fact_type="training_attendance", version=1, touched_at=NOW)
    commune, province = known().form_type(form), known(replace(AN, tenant="bac_ninh")).form_type(form)
    assert commune is not None
    assert province is not None
    assert {field.code for field in commune.fields} < {field.code for field in province.fields}


def test_a_form_whose_kind_is_offered_no_more_ends_with_a_word() -> None:
    form = FormState(key="1", fact_type="expert", version=1, at="stage", touched_at=NOW)
    turns = [press(known(), pressed, State(form=form)) for pressed in ("s:1:2", "go:continue", "res:1")]
    for turn in (*turns, says(known(), "xong", State(form=form))):
        assert turn.state.form is None
        assert tokens(turn) == ["go:menu"]


def test_a_draft_whose_kind_is_offered_no_more_can_only_be_thrown_away() -> None:
    draft = FormState(key="1", fact_type="expert", version=1, at="stage", touched_at=NOW)
    turn = press(known(), "res:1", State(parked=(draft,)))
    assert tokens(turn) == ["del:1", "go:menu"]
    assert turn.state.parked == (draft,)


def test_a_photo_sent_to_such_a_form_waits_for_another() -> None:
    form = FormState(key="1", fact_type="expert", version=1, at="stage", touched_at=NOW)
    turn = take_turn(CONVERSATIONS, State(form=form), known(), Inbound(HERE, attachments=(PHOTO,)))
    assert turn.state.form is None
    assert turn.state.loose_count == 1
