"""aiogram's types are built when they are used, and are then what they would have been."""

import subprocess
import sys

PROGRAM = """
from bot.channels.telegram.library import Update
from aiogram import types
from pydantic import BaseModel

models = [each for each in vars(types).values() if isinstance(each, type) and issubclass(each, BaseModel)]
print(len(models) > 300, sum(model.__pydantic_complete__ for model in models))
print(types.MenuButtonCommands().model_dump(mode="json", exclude_none=True))
print(Update.model_rebuild(), Update.__pydantic_complete__)
print(BaseModel.model_rebuild.__qualname__)
"""


def test_nothing_is_built_until_it_is_used_and_everything_an_update_may_hold_can_be() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "True 0",
        "{'type': 'commands'}",
        "True True",
        "BaseModel.model_rebuild",
    ]
