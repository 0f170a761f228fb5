"""The commands of `tiendo`, one file each; `bot/cli.py` lists them."""
