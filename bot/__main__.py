"""`python -m bot` is `tiendo`."""

from bot.cli import main

main()
