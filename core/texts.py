"""Text for people, named by key and rendered late: conversations never hold a sentence of their own.

A `Text` is a key of `locales/*.ftl` with its values; a `Label` is a name that comes with content, in both
languages. `Texts` renders either in a person's language. Numbers and dates come out the Vietnamese way.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Resource
from pydantic import ConfigDict

from core.errors import ContentError
from core.markup import harmless

SOURCE_LOCALE = "vi"
LOCALES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Label:
    """A name or question that is content, in Vietnamese (the source) and English.

    No pydantic model, though part of many: content has thousands, and a model weighs ten times as much.
    """

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    vi: str
    en: str

    def in_(self, locale: str) -> str:
        return self.en if locale == "en" else self.vi


@dataclass(frozen=True, slots=True)
class Text:
    """A key of the locale files with the values to fill in."""

    key: str
    args: Mapping[str, "Value"] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lines:
    """Several texts, each on a line of its own; empty ones vanish."""

    parts: tuple["Speech", ...]
    separator: str = "\n"


Speech = Text | Label | Lines | str
Value = Speech | int | float | Decimal | date | datetime


def say(key: str, **args: Value) -> Text:
    """`say("form-step", step=2, total=5)`: the one way to name a text."""
    return Text(key, args)


def lines(*parts: Speech | None, separator: str = "\n") -> Lines:
    """Texts below each other; None is left out."""
    return Lines(tuple(part for part in parts if part is not None), separator)


def show_number(value: int | float | Decimal, locale: str) -> str:
    """`1234.5` is "1.234,5" in Vietnamese and "1,234.5" in English; no trailing zeros."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    exact = exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact.normalize()
    english = f"{exact:,f}"
    return english if locale == "en" else english.translate(str.maketrans(",.", ".,"))


def show_date(value: date, locale: str) -> str:
    """`14/5/2026`, in both languages: the plan documents' own way."""
    return f"{value.day}/{value.month}/{value.year}"


def show_moment(value: datetime, locale: str) -> str:
    """`10:32 14/5/2026`; the caller has put the moment into the tenant's time zone."""
    return f"{value:%H:%M} {show_date(value, locale)}"


class Texts:
    """All locale files, as text or parsed, ready to render.

    Raises `ContentError` for an unknown key: a test walks them all.
    """

    def __init__(self, sources: Mapping[str, Iterable[str | Resource]]) -> None:
        self._bundles: dict[str, FluentBundle] = {}
        for locale, files in sources.items():
            bundle = FluentBundle([locale], use_isolating=False)
            for source in files:
                bundle.add_resource(FluentResource(source) if isinstance(source, str) else source)
            self._bundles[locale] = bundle

    def render(self, speech: Value, locale: str) -> str:
        """The text in that language; values people typed are made harmless on the way."""
        match speech:
            case Text():
                return self._message(speech, locale)
            case Lines():
                rendered = (self.render(part, locale) for part in speech.parts)
                return speech.separator.join(part for part in rendered if part)
            case Label():
                return speech.in_(locale)
            case bool():
                raise TypeError("a yes or no has no text of its own; name one")
            case int() | float() | Decimal():
                return show_number(speech, locale)
            case datetime():
                return show_moment(speech, locale)
            case date():
                return show_date(speech, locale)
            case _:
                return harmless(speech)

    def _message(self, text: Text, locale: str) -> str:
        bundle = self._bundles.get(locale) or self._bundles[SOURCE_LOCALE]
        if not bundle.has_message(text.key):
            raise ContentError(f"locales/{locale}: no text for the key {text.key!r}")
        pattern = bundle.get_message(text.key).value
        if pattern is None:
            raise ContentError(f"locales/{locale}: the key {text.key!r} has no text of its own")
        rendered, errors = bundle.format_pattern(pattern, self._arguments(text.args, locale))
        if errors:
            raise ContentError(f"locales/{locale}: {text.key}: {errors[0]}")
        return str(rendered)

    def _arguments(self, args: Mapping[str, Value], locale: str) -> dict[str, Any]:
        # Whole numbers stay numbers, so that a text may select by them ("one", "other").
        return {
            name: value if isinstance(value, int) else self.render(value, locale)
            for name, value in args.items()
        }


Renderer = Callable[[Value], str]
