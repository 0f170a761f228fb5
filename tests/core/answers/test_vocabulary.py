"""The words that answers are read with: shipped ones are whole, broken ones are reported with their line."""

from pathlib import Path

import pytest

from bot.content_words import load_vocabulary
from core.answers.vocabulary import FILES, parse_vocabulary
from core.errors import ContentError
from tests.core.answers.fields import ROOT, WORDS


def _texts() -> dict[str, str]:
    return {path: (ROOT / "content" / path).read_text("utf-8") for path in FILES}


def test_words_are_found_without_their_marks() -> None:
    assert WORDS.dates.weekdays["chu nhat"] == 7
    assert WORDS.numbers.digits["nam"] == 5


def test_an_unknown_key_is_named_with_its_file_and_line() -> None:
    texts = _texts() | {FILES[2]: "titels: [anh]\n" + _texts()[FILES[2]]}
    with pytest.raises(ContentError, match=r'content/vocabulary/titles\.yaml:1: .*"titels"'):
        parse_vocabulary(texts)


def test_a_word_that_would_mean_two_things_without_its_marks_is_refused() -> None:
    texts = _texts()
    texts[FILES[1]] = texts[FILES[1]].replace("hôm kia: -2", "hôm kia: -2, hôm kìa: -3")
    with pytest.raises(ContentError, match="means two things"):
        parse_vocabulary(texts)


def test_every_broken_file_is_reported_at_once() -> None:
    with pytest.raises(ContentError) as caught:
        parse_vocabulary({FILES[0]: "digits: {", FILES[1]: ""})
    assert [line.split(":")[0] for line in str(caught.value).splitlines()] == [f"content/{p}" for p in FILES]


def test_files_that_are_missing_or_not_utf8_are_named(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"numbers\.yaml:1: error: there is none"):
        load_vocabulary(tmp_path)
    (tmp_path / "vocabulary").mkdir()
    (tmp_path / FILES[0]).write_bytes(b"digits: \xff")
    with pytest.raises(ContentError, match="not UTF-8"):
        load_vocabulary(tmp_path)
