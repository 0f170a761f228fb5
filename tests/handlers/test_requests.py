"""A question goes to the people in charge and comes back as an answer; each move is made once."""

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from handlers.effects.ask_people import Reads, who_reads
from storage.models import AskedQuestion, LocalArticle, Person, Request, Unit
from tests.handlers.requests_office import (
    SAID,
    answer,
    ask,
    button,
    decide,
    moves,
    request,
    states,
    tokens_shown,
    told,
)
from tests.handlers.village import Village


async def test_the_same_press_twice_opens_one_request(village: Village) -> None:
    await village.say("binh", SAID["question"])
    token = button(village, "binh", "rp:")
    first, second = await village.press("binh", token), await village.press("binh", token)
    assert second.splitlines()[0] == first.splitlines()[0]
    assert await moves(village) == ["open"]


async def test_a_made_up_press_does_not_show_what_another_asked(village: Village) -> None:
    binhs = await ask(village)
    said = await village.press("chi", f"rp:{binhs.key.removeprefix('rq-')}:")
    assert said
    assert binhs.receipt not in said


async def test_a_press_made_up_beforehand_takes_the_place_of_nobodys_question(village: Village) -> None:
    await ask(village, "an")
    await village.say("binh", SAID["question"])
    token = button(village, "binh", "rp:")
    key = f"rq-{token.split(':')[1]}"
    await village.db.write(lambda session: session.execute(update(Request).values(key=key)))
    for _ in range(2):
        said = await village.press("binh", token)
        opened = await request(village)
        assert opened.receipt in said
        assert opened.text == SAID["question"]
    assert await moves(village) == ["open", "open"]


async def test_a_made_up_subject_is_none(village: Village) -> None:
    await village.say("binh", SAID["question"])
    key = button(village, "binh", "rp:").split(":")[1]
    await village.press("binh", f"rp:{key}:{'y' * 50}")
    assert (await request(village)).subject == ""


async def test_an_answer_about_somebodys_own_data_becomes_no_answer_for_all(village: Village) -> None:
    await village.press("an", "dt:yes:object")
    number = (await request(village)).id
    await answer(village, number, "chi")
    assert (await request(village)).state == "answered"
    assert f"rq:know:{number}" not in tokens_shown(village, "chi")
    await village.press("chi", f"rq:card:{number}")
    assert f"rq:close:{number}" in tokens_shown(village, "chi")
    assert f"rq:know:{number}" not in tokens_shown(village, "chi")
    assert "dữ liệu riêng" in await village.press("chi", f"rq:know:{number}")
    assert await village.db.read(lambda session: session.scalars(select(LocalArticle)).all()) == []


async def test_an_answer_waits_until_who_asked_says_that_it_is_clear(village: Village) -> None:
    number = (await ask(village)).id
    await answer(village, number)
    assert (await request(village)).state == "answered"
    await village.press("binh", f"rq:ok:{number}")
    closed = await request(village)
    assert (closed.state, closed.satisfied) == ("closed", True)


async def test_who_asked_can_open_a_closed_request_again(village: Village) -> None:
    number = (await ask(village)).id
    await answer(village, number)
    await village.press("binh", f"rq:ok:{number}")
    await village.press("binh", f"rq:again:{number}")
    await village.say("binh", SAID["more"])
    again = await request(village)
    assert (again.state, again.satisfied, again.closed_at) == ("taken", False, None)


async def test_only_the_first_of_two_who_take_it_tells_who_asked(village: Village) -> None:
    number = (await ask(village)).id
    await village.press("dung", f"rq:take:{number}")
    await village.press("dung", f"rq:take:{number}")
    assert await moves(village) == ["open", "take"]


async def test_an_officer_closes_with_a_reason_only(village: Village) -> None:
    number = (await ask(village)).id
    await village.press("dung", f"rq:ok:{number}")
    assert (await request(village)).state == "new"
    await village.press("dung", f"rq:close:{number}")
    await village.say("dung", SAID["reason"])
    assert (await request(village)).state == "closed"


@pytest.mark.parametrize("who", ["em", "giang"])
async def test_another_tenant_sees_and_moves_nothing(village: Village, who: str) -> None:
    number = (await ask(village)).id
    for press in ("card", "take", "say", "close", "hand", "ok"):
        assert "YC-" not in await village.press(who, f"rq:{press}:{number}")
    assert await moves(village) == ["open"]


async def test_another_household_sees_nothing_of_a_request(village: Village) -> None:
    number = (await ask(village, "hoa")).id
    assert "YC-" not in await village.press("binh", f"rq:card:{number}")
    await village.press("binh", f"rq:again:{number}")
    assert await moves(village) == ["open"]


async def test_words_for_a_request_that_nobody_has_reach_the_desk(village: Village) -> None:
    number = (await ask(village)).id
    await village.press("binh", f"rq:more:{number}")
    await village.say("binh", SAID["more"])
    assert SAID["more"] in await told(village, "dung")


async def test_another_unit_reads_who_asked_not_who_handed_it_over(village: Village) -> None:
    number = (await ask(village)).id
    await village.press("dung", f"rq:hand:{number}:phong_kinh_te")
    text = await told(village, "an")
    assert SAID["household"] in text
    assert "Dung" not in text


async def test_the_desk_has_what_an_officer_who_left_had_taken(village: Village) -> None:
    number = (await ask(village)).id
    await village.press("dung", f"rq:hand:{number}:phong_kinh_te")
    await village.press("dung", f"rq:take:{number}")
    gone = update(Person).where(Person.name == SAID["manager"]).values(status="blocked")
    await village.db.write(lambda session: session.execute(gone))
    assert await village.press("an", "go:requests")
    assert button(village, "an", f"rq:card:{number}")
    await village.press("binh", f"rq:more:{number}")
    await village.say("binh", SAID["more"])
    assert SAID["more"] in await told(village, "an")


async def test_nobody_approves_an_article_of_their_own(village: Village) -> None:
    number = (await ask(village)).id
    await answer(village, number)
    await village.press("dung", f"rq:know:{number}")
    await village.press("dung", "kn:yes:1")
    assert await states(village) == ["draft"]
    await decide(village, "chi", "yes")
    await village.press("chi", "kn:no:1")
    assert await states(village) == ["approved"]


async def test_an_answer_turned_down_may_be_proposed_again_once_it_is_another(
    village: Village,
) -> None:
    number = (await ask(village)).id
    await answer(village, number)
    await village.press("dung", f"rq:know:{number}")
    await village.press("chi", "kn:open:1")
    looked_at = button(village, "chi", "kn:yes")
    await decide(village, "chi", "no")
    await village.press("dung", f"rq:know:{number}")
    assert await states(village) == ["rejected"]
    await village.press("dung", f"rq:say:{number}")
    await village.say("dung", SAID["more"])
    await village.press("dung", f"rq:know:{number}")
    again = await village.press("chi", looked_at)
    assert "đã được sửa sau lần anh/chị xem" in again
    assert SAID["more"] in again
    assert await states(village) == ["draft"]
    await village.press("chi", button(village, "chi", "kn:yes"))
    assert await states(village) == ["approved"]


async def test_a_question_asked_in_vain_is_work_until_somebody_has_seen_to_it(village: Village) -> None:
    await village.say("binh", SAID["question"])
    await village.say("hoa", SAID["question"])
    assert SAID["question"] in await village.press("chi", "go:vain")
    await village.press("chi", button(village, "chi", "kn:seen"))
    assert SAID["question"] not in await village.press("chi", "go:vain")
    query = select(AskedQuestion.settled_at)
    assert None not in await village.db.read(lambda session: list(session.scalars(query)))


async def test_an_answer_opened_by_its_button_can_be_rated(village: Village) -> None:
    await village.say("hoa", SAID["known"])
    await village.press("hoa", button(village, "hoa", "ka:phi_ma_vach"))
    assert await village.press("hoa", button(village, "hoa", "kg:"))
    kept = await village.db.read(lambda session: session.scalars(select(AskedQuestion)).all())
    assert [(one.article, one.good) for one in kept] == [("ma_vach_co_bat_buoc", None), ("phi_ma_vach", True)]
    assert await village.press("dung", "kg:phi_ma_vach")


async def test_an_earlier_question_can_still_go_to_a_person(village: Village) -> None:
    await village.say("hoa", SAID["known"])
    earlier = button(village, "hoa", "rp:")
    await village.say("hoa", SAID["question"])
    await village.press("hoa", earlier)
    assert (await request(village)).text == SAID["known"]


async def test_the_bot_is_silent_about_a_subject_only_until_people_have_answered(village: Village) -> None:
    await village.say("hoa", SAID["known"])
    await village.press("hoa", button(village, "hoa", "rp:"))
    number = (await request(village)).id
    assert "YC-" in await village.say("hoa", SAID["known"])
    await answer(village, number, "an")
    assert "YC-" not in await village.say("hoa", SAID["known"])


async def test_only_households_say_what_their_business_is(village: Village) -> None:
    await village.press("hoa", "ot:dn")
    kinds = select(Person.org_type).where(Person.org_type.is_not(None))
    assert await village.db.read(lambda session: list(session.scalars(kinds))) == []


async def test_no_answer_is_asked_for_that_could_not_be_given(village: Village) -> None:
    number = (await ask(village)).id
    await village.press("dung", f"rq:close:{number}")
    await village.say("dung", SAID["reason"])
    assert tokens_shown(village, "dung") == [f"rq:card:{number}"]
    for late in ("say", "close"):
        await village.press("dung", f"rq:{late}:{number}")
        assert tokens_shown(village, "dung") == ["go:menu"]
    await village.press("binh", f"rq:more:{number}")
    assert tokens_shown(village, "binh") == [f"rq:again:{number}", "go:menu"]


async def test_a_list_shows_the_beginning_of_a_long_story(village: Village) -> None:
    await village.press("binh", "go:ask")
    await village.say("binh", f"{SAID['question']}\n{SAID['story'] * 30}")
    await village.press("binh", button(village, "binh", "rp:"))
    await village.press("dung", "go:requests")
    shown = [one.label for one in village.last["demo-dung"].buttons()]
    assert not any("\n" in label or len(label) > 80 for label in shown)
    assert len(await village.press("chi", "go:vain")) < 400


async def test_nobody_is_told_that_a_request_has_gone_to_a_desk_where_nobody_is(village: Village) -> None:
    async def away(*roles: str) -> None:
        gone = update(Person).where(Person.role.in_(roles)).values(status="blocked")
        await village.db.write(lambda session: session.execute(gone).close())

    first = [await _asked_first_line(village)]
    for roles in (("officer",), ("manager", "admin")):
        await away(*roles)
        first.append(await _asked_first_line(village))
    assert first[0] == first[1] != first[2]


async def test_of_a_desk_without_people_the_heads_are_told_and_it_is_said_so(village: Village) -> None:
    def reads(session: Session) -> list[Reads]:
        people = session.scalars(select(Person).where(Person.role == "officer", Person.unit_id.is_not(None)))
        unit, tenant = next((one.unit_id, one.tenant_id) for one in people)
        peopled = select(Person.unit_id).where(Person.unit_id.is_not(None))
        without = select(Unit.id).where(Unit.tenant_id == tenant, Unit.id.not_in(peopled))
        empty = session.scalars(without).first()
        return [
            who_reads(session, Request(tenant_id=tenant, unit_id=each, asker_id=0)) for each in (unit, empty)
        ]

    assert await village.db.read(reads) == [Reads.DESK, Reads.HEADS]


async def _asked_first_line(village: Village) -> str:
    """What is said to who asks, without the number of the request."""
    await village.say("binh", SAID["question"])
    text = await village.press("binh", button(village, "binh", "rp:"))
    return "**".join(text.splitlines()[0].split("**")[::2])
