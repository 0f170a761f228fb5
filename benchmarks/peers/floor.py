"""No framework and no database: asks the next question, whatever was typed. Shows what the server takes."""

import asyncio
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from aiohttp import ClientSession


async def main(api: str, token: str, says: list[str]) -> None:
    places: Counter[int] = Counter()
    tasks: set[asyncio.Task[Any]] = set()
    async with ClientSession(f"{api}/bot{token}/") as session:

        async def call(method: str, **params: object) -> Any:
            async with session.post(method, json=params) as answer:
                return (await answer.json())["result"]

        offset = 0
        while True:
            for update in await call("getUpdates", offset=offset, timeout=10):
                offset = update["update_id"] + 1
                chat = update["message"]["chat"]["id"]
                text = says[places[chat] % len(says)]
                places[chat] += 1
                task = asyncio.create_task(call("sendMessage", chat_id=chat, text=text))
                tasks.add(task)
                task.add_done_callback(tasks.discard)


if __name__ == "__main__":
    _, api, token, script = sys.argv
    texts = json.loads(Path(script).read_text(encoding="utf-8"))
    asyncio.run(main(api, token, [*texts["asks"][1:], texts["done"]]))
