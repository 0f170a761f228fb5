"""aiogram 3: a router, FSM in memory, long polling, all defaults."""

import asyncio
from functools import partial

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import Message

from benchmarks.peers.rows import Rows, Texts, arguments


def form(texts: Texts, rows: Rows) -> Router:
    """A state for each question; the last answer stores the row."""
    router = Router()
    states = [State(f"question_{number}", group_name="Form") for number in range(len(texts.questions))]

    @router.message(Command("baocao"))
    async def begin(message: Message, state: FSMContext) -> None:
        await state.set_data({"answers": []})
        await state.set_state(states[0])
        await message.answer(texts.questions[0])

    async def answer(message: Message, state: FSMContext, number: int) -> None:
        data = await state.get_data()
        answers = [*data["answers"], message.text]
        await state.update_data(answers=answers)
        await state.set_state(states[number + 1])
        await message.answer(texts.questions[number + 1])

    async def send(message: Message, state: FSMContext) -> None:
        data = await state.get_data()
        await rows.add(message.chat.id, data["answers"])
        await state.clear()
        await message.answer(texts.done)

    for number, state in enumerate(states[:-1]):
        router.message.register(partial(answer, number=number), state, F.text)
    router.message.register(send, states[-1], F.text)

    @router.message()
    async def lost(message: Message) -> None:
        await message.answer(texts.lost)

    return router


async def main() -> None:
    given = arguments()
    await given.rows.create()
    bot = Bot(given.token, session=AiohttpSession(api=TelegramAPIServer.from_base(given.api)))
    dispatcher = Dispatcher()
    dispatcher.include_router(form(given.texts, given.rows))
    await dispatcher.start_polling(bot)


if __name__ == "__main__":
    asyncio.run(main())
