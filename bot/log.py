"""Logs for operators: one line an event, with ids, never with a token, a text or a phone number."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any, Literal

import structlog

_SECRET = re.compile(r"(?<!\d)\d{6,12}:[A-Za-z0-9_-]{30,}\b")
_PHONE = re.compile(r"(?<![\w-])(?:\+84|0)\d{8,10}(?![\w-])")

Event = MutableMapping[str, Any]


def set_up(style: Literal["text", "json"] = "text", level: int = logging.INFO) -> None:
    """Log to standard error. Libraries' own logs go the same way, from warnings up."""
    renderer = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if style == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            _hide,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(name)s %(message)s")
    for handler in logging.getLogger().handlers:
        handler.addFilter(_hide_record)


def scrub(text: str) -> str:
    """The text with bot tokens and phone numbers blotted out."""
    return _PHONE.sub("…phone…", _SECRET.sub("…token…", text))


def _hide(logger: Any, name: str, event: Event) -> Event:
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = scrub(value)
    return event


def _hide_record(record: logging.LogRecord) -> bool:
    record.msg, record.args = scrub(record.getMessage()), None
    return True
