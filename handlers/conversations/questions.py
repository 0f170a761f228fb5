"""A row of questions that an admin answers beside forms: where it is, and what its buttons and words do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from core.dialogue.known import Known
from core.dialogue.state import Settling, State, Teaching
from core.dialogue.tokens import whole_number
from core.folding import clean

#: where somebody is in a row, and what an answer leads to
P = TypeVar("P", Settling, Teaching)
N = TypeVar("N")


@dataclass(frozen=True, slots=True)
class Row(Generic[P, N]):
    """How the questions of one row take an answer pressed or typed, go back, and are asked again."""

    pressed: Callable[[P, str], N]
    typed: Callable[[P, str], N]
    back: Callable[[P], P]
    again: Callable[[P], N]

    def after_button(self, button: str, place: P, values: tuple[str, ...]) -> N | None:
        """What a button leads to: "a" answers the question being asked, "b" goes back, "p" to a page.

        None for "x", which leaves the row; another one only shows the question again.
        """
        match button:
            case "a" if len(values) == 2 and values[0] == place.step:
                return self.pressed(place, values[1])
            case "b":
                return self.again(self.back(place))
            case "p" if values:
                return self.again(place.model_copy(update={"page": whole_number(values[0]) or 0}))
            case "x":
                return None
            case _:
                return self.again(place)

    def after_words(self, place: P, text: str, known: Known) -> N:
        """What typed words lead to; where the last question is to be confirmed a yes does so."""
        if place.step == "confirm" and known.agrees(text):
            return self.pressed(place, "yes")
        return self.typed(place, clean(text))


def in_row(state: State, row: Literal["settling", "teaching"], place: Settling | Teaching) -> State:
    """The state at a question of the row, which is typed to."""
    return state.model_copy(update={row: place, "asking": row, "about": None})


def out_of_row(state: State, row: Literal["settling", "teaching"]) -> State:
    """The state with the row left."""
    return state.model_copy(update={row: None, "asking": None, "about": None})
