"""What finds answers is warmed once somebody asked, step by step, and questions go on."""

import asyncio

from bot.warming import Warming
from core.knowledge.check import KnowledgeBase
from core.knowledge.finding import Finder
from handlers.library import Library
from tests.core.knowledge.samples import sample_base


def library(made: list[Finder]) -> Library:
    """The sample's, with each finder that is made."""

    def build(base: KnowledgeBase) -> Finder:
        made.append(Finder(base, {}))
        return made[-1]

    return Library(base=sample_base, build=build)


async def test_it_is_warm_soon_after_somebody_asked() -> None:
    made: list[Finder] = []
    own = library(made)
    own.shared()
    warming = Warming(own)
    warming.start()
    async with asyncio.timeout(60):
        while not (made and made[0].is_warm):
            await asyncio.sleep(0.005)
    await warming.stop()
    assert len(made) == 1


async def test_questions_are_answered_between_its_steps() -> None:
    made: list[Finder] = []
    own = library(made)
    own.shared()
    warming = Warming(own)
    warming.start()
    answered = []
    async with asyncio.timeout(60):
        while not (made and made[0].is_warm):
            finder = await asyncio.to_thread(own.shared)
            assert finder is not None
            answered.append(
                (finder.is_warm, finder.find("phí đăng ký mã vạch bao nhiêu").hits[0].article.code)
            )
            await asyncio.sleep(0)
    await warming.stop()
    assert answered[0] == (False, "phi_ma_vach")
    assert {code for _, code in answered} == {"phi_ma_vach"}


async def test_stopped_in_the_middle_it_leaves_a_finder_that_answers() -> None:
    made: list[Finder] = []
    own = library(made)
    own.shared()
    warming = Warming(own)
    warming.start()
    await asyncio.sleep(0)
    await warming.stop()
    assert own.cold() is made[0]
    assert made[0].find("phí đăng ký mã vạch bao nhiêu").ranking


async def test_where_nobody_asks_nothing_is_made() -> None:
    made: list[Finder] = []
    warming = Warming(library(made))
    warming.start()
    await asyncio.sleep(0)
    await warming.stop()
    assert made == []


async def test_what_was_made_is_kept_before_it_is_warmed() -> None:
    made: list[Finder] = []
    kept: list[bool] = []
    own = library(made)
    own.keep = lambda: kept.append(made[0].is_warm)
    own.shared()
    await Warming(own).warm()
    assert kept == [False]
    assert made[0].is_warm
