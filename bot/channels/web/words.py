"""The page's own words, in one language."""

from collections.abc import Mapping

from core.texts import Texts, Value, say

#: in chat.html
PAGE_WORDS = (
    "web-skip",
    "web-log",
    "web-message",
    "web-photo",
    "web-place",
    "web-menu",
    "web-send",
    "web-reconnecting",
    "web-typing",
    "web-older",
    "web-needs-script",
)
#: in leaving.html
LEAVING_WORDS = ("web-leaving", "web-leaving-text", "web-leaving-waiting", "web-leave", "web-stay")
#: in the scripts
SCRIPT_WORDS = (
    "web-bot",
    "web-you",
    "web-today",
    "web-yesterday",
    "web-sending",
    "web-sent",
    "web-not-sent",
    "web-joined",
    "web-place-sent",
    "web-place-failed",
    "web-photo-sent",
    "web-photo-open",
    "web-download",
    "web-uploading",
    "web-upload-failed",
    "web-upload-wrong-type",
    "web-upload-empty",
    "web-try-again",
    "web-too-long",
    "web-waiting",
    "web-older",
    "web-older-wait",
    "web-older-shown",
    "web-older-failed",
    "web-empty",
    "web-begin",
    "web-stranger",
)


class Words:
    """Texts of one language."""

    def __init__(self, texts: Texts, locale: str) -> None:
        self._texts = texts
        self.locale = locale

    def render(self, value: Value) -> str:
        """One text."""
        return self._texts.render(value, self.locale)

    def of(self, *keys: str) -> dict[str, str]:
        """Texts by key, the key without its "web-"."""
        return {key.removeprefix("web-"): self.render(say(key)) for key in keys}

    def for_page(self, photo_bytes: int) -> Mapping[str, str]:
        """What the scripts say."""
        too_big = self.render(say("web-upload-too-big", size=photo_bytes // 1_000_000))
        return self.of(*SCRIPT_WORDS) | {"upload-too-big": too_big}
