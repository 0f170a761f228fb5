"""What was acknowledged survives a process that is killed."""

import asyncio
import random
import signal
import sys

import pytest
from sqlalchemy import select

from storage.db import open_database
from storage.models import Counter

pytestmark = pytest.mark.kill

WRITER = """
import asyncio, sys
from storage.db import open_database
from storage.models import Counter

def keep(name, session):
    session.add(Counter(name=name, value=1))

async def write(db, lane):
    number = 0
    while True:
        name = f"{lane}:{number}"
        await db.write(lambda session: keep(name, session))
        sys.stdout.write(name + "\\n")
        sys.stdout.flush()
        number += 1

async def main(url, lanes):
    db = await open_database(url, exclusive=True)
    await asyncio.gather(*(write(db, lane) for lane in range(int(lanes))))

asyncio.run(main(*sys.argv[1:]))
"""


@pytest.mark.parametrize("lanes", [1, 80], ids=["one after the other", "many in one commit"])
@pytest.mark.parametrize("after", [5, 200, 700])
async def test_every_acknowledged_row_is_there_after_a_kill(
    database_url: str, lanes: int, after: int
) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WRITER, database_url, str(lanes), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    acknowledged = [await process.stdout.readline() for _ in range(after)]
    await asyncio.sleep(random.random() / 50)
    process.send_signal(signal.SIGKILL)
    acknowledged += (await process.stdout.read()).splitlines(keepends=True)
    await process.wait()
    # The last line may have been cut in two by the kill.
    names = {line.decode().strip() for line in acknowledged if line.endswith(b"\n")}

    db = await open_database(database_url, exclusive=True)
    kept = set(await db.read(lambda session: session.scalars(select(Counter.name)).all()))
    await db.close()
    assert len(names) >= after
    assert names <= kept
    assert len(kept - names) <= lanes
