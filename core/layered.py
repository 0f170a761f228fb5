"""What belongs to one tenant laid over what all have: read as one, without a copy of what is common."""

from collections.abc import Iterator, Mapping, Set
from itertools import chain
from typing import Generic, TypeVar, overload

K = TypeVar("K")
V = TypeVar("V")
D = TypeVar("D")


class Over(Mapping[K, V], Generic[K, V]):
    """A mapping over another: what the first lacks is looked for in the second. No value may be None."""

    __slots__ = ("_below", "_own")

    def __init__(self, own: Mapping[K, V], below: Mapping[K, V]) -> None:
        self._own = own
        self._below = below

    def __getitem__(self, key: K) -> V:
        found = self._own.get(key)
        return self._below[key] if found is None else found

    @overload
    def get(self, key: K, /) -> V | None: ...
    @overload
    def get(self, key: K, /, default: V | D) -> V | D: ...
    def get(self, key: K, /, default: V | D | None = None) -> V | D | None:
        found = self._own.get(key)
        return self._below.get(key, default) if found is None else found

    def __contains__(self, key: object) -> bool:
        return key in self._own or key in self._below

    def __iter__(self) -> Iterator[K]:
        return chain(self._own, (key for key in self._below if key not in self._own))

    def __len__(self) -> int:
        return len(self._own) + sum(key not in self._own for key in self._below)


class Either(Set[V], Generic[V]):
    """What is in one of two sets."""

    __slots__ = ("_below", "_own")

    def __init__(self, own: Set[V], below: Set[V]) -> None:
        self._own = own
        self._below = below

    def __contains__(self, value: object) -> bool:
        return value in self._own or value in self._below

    def __iter__(self) -> Iterator[V]:
        return chain(self._own, (value for value in self._below if value not in self._own))

    def __len__(self) -> int:
        return len(self._own) + sum(value not in self._own for value in self._below)


class Rows(Mapping[str, Mapping[int, float]]):
    """Rows of numbers by their names, a row in both being one."""

    __slots__ = ("_below", "_own")

    def __init__(
        self, own: Mapping[str, Mapping[int, float]], below: Mapping[str, Mapping[int, float]]
    ) -> None:
        self._own = own
        self._below = below

    def __getitem__(self, name: str) -> Mapping[int, float]:
        if name not in self._own:
            return self._below[name]
        own = self._own[name]
        return {**self._below[name], **own} if name in self._below else own

    def __contains__(self, name: object) -> bool:
        return name in self._own or name in self._below

    def __iter__(self) -> Iterator[str]:
        return chain(self._below, (name for name in self._own if name not in self._below))

    def __len__(self) -> int:
        return len(self._below) + sum(name not in self._below for name in self._own)
