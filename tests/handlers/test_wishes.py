"""A report that asks for something is a request too; a producer's question is a need until it is clear."""

from storage.models import Request
from tests.handlers.requests_office import SAID, answer, ask, button, decide, request, tokens_shown, told
from tests.handlers.village import Village


async def difficulty(village: Village) -> int:
    """A difficulty that was reported and taken; the number of its report."""
    await village.say("an", SAID["difficulty"])
    await village.say("an", SAID["right"])
    await village.press("dung", f"rq:take:{(await request(village)).id}")
    return (await village.facts(type="difficulty"))[-1].id


async def test_a_corrected_report_corrects_its_request(village: Village) -> None:
    fact = await difficulty(village)
    await village.press("an", f"fix:{fact}")
    await village.press("an", next(t for t in tokens_shown(village, "an") if t.endswith(":1")))
    await village.say("an", SAID["corrected"])
    await village.say("an", SAID["right"])
    await village.press("an", button(village, "an", "why:"))
    assert SAID["corrected"] in (await request(village)).text
    assert SAID["corrected"] in await told(village, "dung")
    assert SAID["corrected"] in await village.press("dung", f"rq:card:{(await request(village)).id}")


async def test_who_took_a_request_hears_that_its_report_was_taken_back(village: Village) -> None:
    fact = await difficulty(village)
    await village.press("an", f"u:{fact}")
    closed = await request(village)
    assert closed.state == "closed"
    assert closed.receipt in await told(village, "dung")


async def wait_for_a_class(village: Village) -> Request:
    """Someone on the waiting list of a class."""
    await village.say("binh", SAID["class"])
    await village.say("binh", SAID["course"])
    await village.say("binh", SAID["right"])
    return await request(village)


async def test_a_rejected_report_leaves_nobody_on_the_waiting_list(village: Village) -> None:
    listed = await wait_for_a_class(village)
    await village.press("hoa", f"w-:{listed.need_id}")
    await village.say("hoa", SAID["reason"])
    assert (await request(village)).state == "closed"
    assert listed.receipt not in await told(village, "hoa")


async def test_who_waits_for_the_next_class_stays_on_the_list(village: Village) -> None:
    listed = await wait_for_a_class(village)
    await village.press("hoa", "wl:5s:say")
    await village.say("hoa", SAID["answer"])
    assert listed.receipt in await village.press("binh", f"rq:later:{listed.id}")
    assert (await request(village)).state == "taken"
    assert SAID["household"] in await told(village, "hoa")
    assert await village.press("hoa", "wl:5s")
    assert button(village, "hoa", f"rq:card:{listed.id}")


async def test_only_of_a_class_there_is_a_next_one(village: Village) -> None:
    number = (await ask(village)).id
    await answer(village, number)
    await village.press("binh", f"rq:later:{number}")
    assert (await request(village)).state == "answered"


async def needs(village: Village) -> list[tuple[str, str]]:
    """Needs and guidance of the household, in order."""
    own = [*await village.facts(type="support_need"), *await village.facts(type="guidance_given")]
    return [(fact.type, fact.status) for fact in own if SAID["household"] in str(fact.fields)]


async def test_a_producers_question_is_a_need_until_they_say_that_it_was_answered(
    village: Village,
) -> None:
    await village.press("binh", "ot:co_so_sx")
    await village.say("binh", SAID["need"])
    await village.say("binh", SAID["need"])
    assert await needs(village) == [("support_need", "confirmed")]
    await village.press("binh", button(village, "binh", "kg:"))
    assert await needs(village) == [("support_need", "confirmed"), ("guidance_given", "confirmed")]


async def test_a_request_closed_by_an_officer_closes_its_need(village: Village) -> None:
    await village.press("binh", "ot:co_so_sx")
    await village.say("binh", SAID["need"])
    await village.press("binh", button(village, "binh", "rp:"))
    number = (await request(village)).id
    await village.press("an", f"rq:close:{number}")
    await village.say("an", SAID["reason"])
    assert [kind for kind, _ in await needs(village)] == ["support_need", "guidance_given"]


async def test_who_only_trades_opens_no_need(village: Village) -> None:
    await village.press("binh", "ot:ho_kd")
    await village.say("binh", SAID["need"])
    assert await needs(village) == []


async def test_what_was_asked_before_the_business_was_known_is_a_need_then(village: Village) -> None:
    await village.say("binh", SAID["need"])
    assert await needs(village) == []
    await village.press("binh", "ot:co_so_sx")
    assert await needs(village) == [("support_need", "confirmed")]


async def test_an_approved_answer_is_given_to_the_next_who_asks(village: Village) -> None:
    number = (await ask(village)).id
    await answer(village, number)
    await village.press("dung", f"rq:know:{number}")
    assert SAID["answer"] not in await village.say("chi", SAID["question"])
    await decide(village, "chi", "yes")
    assert SAID["answer"] in await village.say("chi", SAID["question"])
