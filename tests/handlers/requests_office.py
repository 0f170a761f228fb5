"""Asking the people in charge in the village, and what is stored of it."""

from pathlib import Path

import yaml
from sqlalchemy import select

from core.messages import Outbound
from storage.models import LocalArticle, Outbox, Request, RequestNote
from tests.handlers.village import Village

SAID: dict[str, str] = yaml.load(
    (Path(__file__).parent / "requests.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader
)


def tokens_shown(village: Village, who: str) -> list[str]:
    """The tokens of all buttons of the last message to somebody who spoke."""
    return [each.token for each in village.last[f"demo-{who}"].buttons()]


async def decide(village: Village, who: str, does: str, article: int = 1) -> str:
    """Open a proposal, and press one of the buttons below it: yes or no."""
    await village.press(who, f"kn:open:{article}")
    return await village.press(who, button(village, who, f"kn:{does}"))


def button(village: Village, who: str, part: str) -> str:
    """The token of the button shown last to somebody that has this in it."""
    tokens = tokens_shown(village, who)
    found = [token for token in tokens if part in token]
    assert found, f"no button with {part!r} among {tokens}"
    return found[0]


async def ask(village: Village, who: str = "binh") -> Request:
    """A question handed to the people in charge."""
    await village.say(who, SAID["question" if who == "binh" else "officer"])
    await village.press(who, button(village, who, "rp:"))
    return await request(village)


async def answer(village: Village, number: int, who: str = "dung") -> None:
    await village.press(who, f"rq:say:{number}")
    await village.say(who, SAID["answer"])


async def request(village: Village) -> Request:
    return (await village.db.read(lambda session: session.scalars(select(Request)).all()))[-1]


async def moves(village: Village) -> list[str]:
    query = select(RequestNote.move).order_by(RequestNote.id)
    return await village.db.read(lambda session: list(session.scalars(query)))


async def told(village: Village, who: str) -> str:
    """What was written to somebody last."""
    query = select(Outbox).where(Outbox.chat == f"demo-{who}").order_by(Outbox.id.desc()).limit(1)
    row = await village.db.read(lambda session: session.scalars(query).one())
    return Outbound.from_json(row.payload).text


async def states(village: Village) -> list[str]:
    return await village.db.read(lambda session: list(session.scalars(select(LocalArticle.state))))
