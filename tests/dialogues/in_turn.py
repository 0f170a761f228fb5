"""Over which channels a dialogue is played: over two in turn, what channels do most differently over all.

One of the two shows buttons and changes messages in place, the other is one of Zalo's.
`TIENDO_ALL_CHANNELS=1` plays everything over all.
"""

import os
import zlib

#: of which two a dialogue may be played over one each
IN_TURN = (("web", "telegram"), ("zalo_bot", "zalo_oa"))
#: old buttons, pictures and albums, long lists, several people, what comes twice or is wrong
EVERYWHERE = (
    "01_joining",
    "05_photos",
    "06_bad_input",
    "07_twice",
    "09_manager",
    "18_ticking",
    "27_photos_with_words",
    "47_a_question_is_answered",
    "62_a_message_to_many",
)
#: where choices are typed: there are no buttons
TYPED = "zalo_bot"


def channels_of(name: str) -> tuple[str, ...]:
    """What the dialogue of this name is played over: the same ones whatever other dialogues there are."""
    if name in EVERYWHERE or os.environ.get("TIENDO_ALL_CHANNELS"):
        return tuple(channel for pair in IN_TURN for channel in pair)
    number = zlib.crc32(name.encode())
    return tuple(pair[number >> at & 1] for at, pair in enumerate(IN_TURN))
