"""Imported by the process every bot is a copy of: what takes long to load is loaded there, once.

What is in doubt when a bot is killed is what it has stored, never what it reads from files.
"""

from tests import shipped
from tests.survival import bot_process

assert bot_process

shipped.knowledge()
