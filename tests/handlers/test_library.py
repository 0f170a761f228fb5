"""What finds answers is made once, and anew of what was approved in the chat."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from time import sleep

from bot.warming import Warming
from core.knowledge.check import KnowledgeBase
from core.knowledge.finding import Finder
from handlers.library import Library
from tests.core.knowledge.samples import sample_base
from tests.handlers.requests_office import answer, ask, decide
from tests.handlers.village import Village


def test_turns_that_need_it_at_once_have_it_made_once() -> None:
    made: list[Finder] = []

    def build(base: KnowledgeBase) -> Finder:
        sleep(0.02)
        made.append(Finder(base, {}))
        return made[-1]

    own = Library(base=sample_base, build=build)
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: own.shared(), range(4)))
    assert len(made) == 1
    assert found == made * 4


async def test_what_was_approved_in_the_chat_is_found_and_warmed(village: Village) -> None:
    asked = await ask(village)
    await answer(village, asked.id)
    await village.press("dung", f"rq:know:{asked.id}")
    await decide(village, "chi", "yes")
    own = Library(base=sample_base, build=partial(Finder, short={}))
    finder = await village.db.read(lambda session: own.finder(session, asked.tenant_id))
    assert finder is not None
    assert "dp_1" in finder.base.articles
    shared = own.shared()
    assert own.cold() is shared
    assert shared is not None
    assert "dp_1" not in shared.base.articles
    await Warming(own).warm()
    assert finder.is_warm
    assert own.cold() is None
    assert await village.db.read(lambda session: own.finder(session, asked.tenant_id)) is finder
