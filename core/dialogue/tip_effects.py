"""What a conversation may ask to be done about tips."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnswerTip:
    """Tell who sent a tip what came of it; they are not named to whoever answers."""

    fact_id: int
    text: str
