"""Logs for operators: one line an event, with ids, never with a token, a text or a phone number.

What an event is about goes into `extra`: `log.warning("an update failed", extra={"inbox_id": 3})`.
"""

import logging
import re
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Literal

import orjson

#: tokens of bots and of the API, whatever is named like a secret, passwords in addresses, codes of invites
_SECRETS = tuple(
    re.compile(each)
    for each in (
        r"()(?<!\d)\d{6,20}:[A-Za-z0-9_-]{30,}\b",
        r"()\btdo_[0-9a-f]{12}_[A-Za-z0-9_-]+",
        r"(?i)(\bbearer )[A-Za-z0-9._~+/=-]{8,}",
        r"(?i)((?:_token|_secret)['\"]?[=:] ?['\"]?)[^\s&,;'\"]{8,}",
        r"(://)[^\s/@:]*:[^\s/@]+(?=@)",
        r"(/(?:vao|join|api/token)/)[A-Za-z0-9_-]{6,}",
    )
)
_PHONES = (
    re.compile(r"(?<![\w-])(?:\+84|0)\d{8,10}(?![\w-])"),
    # as Zalo writes them
    re.compile(r"(?<![\w-])84[35789]\d{8}(?![\w-])"),
    # as people write them
    re.compile(r"(?<![\w-])(?:\+84[ .-]?|0)[1-9]\d{1,2}([ .-])\d{3}\1\d{3,4}(?![\w-])"),
)
#: what an error quotes of a row or of what somebody sent: PostgreSQL in its own words, pydantic
_QUOTED = (
    re.compile(r"(DETAIL: ).*"),
    re.compile(r"(input_value=).*?(?=, input_type=|$)", re.MULTILINE),
)
#: the program's own folders that log; libraries are heard from warnings up
_OWN = ("bot", "scheduler")
#: what every record carries; the rest of it came with `extra`
_USUAL = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


def set_up(style: Literal["text", "json"] = "text", level: int = logging.INFO) -> None:
    """Log to standard error. Libraries' own logs go the same way, from warnings up."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines() if style == "json" else TextLines())
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
    for name in _OWN:
        logging.getLogger(name).setLevel(level)


def scrub(text: str) -> str:
    """The text with tokens, phone numbers and what errors quote of data blotted out."""
    for quoted in _QUOTED:
        text = quoted.sub(r"\1…", text)
    for secret in _SECRETS:
        text = secret.sub(r"\1…token…", text)
    for phone in _PHONES:
        text = phone.sub("…phone…", text)
    return text


class TextLines(logging.Formatter):
    """`2026-05-14T02:30:00.000000Z [warning] an update failed inbox_id=3`, a traceback below it."""

    def format(self, record: logging.LogRecord) -> str:
        given = "".join(f" {name}={_shown(value)}" for name, value in _given(record).items())
        line = f"{_moment(record)} [{record.levelname.lower()}] {record.getMessage()}{given}"
        trace = _trace(self, record)
        return scrub(f"{line}\n{trace}" if trace else line)


class JsonLines(logging.Formatter):
    """An object a line: what was given, "exception" if there is one, "event", "level", "timestamp"."""

    def format(self, record: logging.LogRecord) -> str:
        fields = dict(_given(record))
        trace = _trace(self, record)
        if trace:
            fields["exception"] = trace
        fields |= {
            "event": record.getMessage(),
            "level": record.levelname.lower(),
            "timestamp": _moment(record),
        }
        scrubbed = {name: scrub(value) if isinstance(value, str) else value for name, value in fields.items()}
        return orjson.dumps(scrubbed, default=lambda value: scrub(repr(value))).decode()


def _given(record: logging.LogRecord) -> Mapping[str, object]:
    return {name: value for name, value in vars(record).items() if name not in _USUAL}


def _moment(record: logging.LogRecord) -> str:
    return f"{datetime.fromtimestamp(record.created, UTC):%Y-%m-%dT%H:%M:%S.%fZ}"


def _trace(formatter: logging.Formatter, record: logging.LogRecord) -> str:
    return formatter.formatException(record.exc_info) if record.exc_info else ""


def _shown(value: object) -> str:
    """Words with spaces between quotes, so that a line can be taken apart again."""
    text = str(value)
    return repr(text) if not text or any(each.isspace() for each in text) else text
