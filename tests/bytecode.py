"""Loaded before every other plugin: each of the many processes would compile every module, and rewrite every
assertion, those of the other plugins among them, anew.
"""

import os
import sys

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
