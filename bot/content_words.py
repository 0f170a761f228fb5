"""Reads the words that answers are read with from content/vocabulary."""

from pathlib import Path

from core.answers.vocabulary import FILES, Vocabulary, parse_vocabulary
from core.errors import ContentError


def load_vocabulary(content: Path) -> Vocabulary:
    """The vocabulary below the folder `content`. Raises `ContentError` naming each file, line and cure."""
    texts: dict[str, str] = {}
    for path in FILES:
        file = content / path
        if not file.is_file():
            continue
        try:
            texts[path] = file.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise ContentError(
                f"content/{path}: not UTF-8 at byte {error.start}; save it as UTF-8"
            ) from error
        except OSError as error:
            raise ContentError(f"content/{path}: cannot be read: {error.strerror}") from error
    return parse_vocabulary(texts)
