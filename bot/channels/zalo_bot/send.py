"""Sending: one `Outbound` becomes one message, or a few when it is long."""

import logging
from dataclasses import replace

from bot.channels.choices import pieces, with_choices
from bot.channels.links import PICTURES, FileLinks
from bot.channels.parts import Progress, in_parts, joined
from bot.channels.zalo_bot.client import Client
from bot.channels.zalo_bot.errors import OverQuota, Refused, ZaloError, send_error
from core.markup import harmless, plain, spans
from core.messages import FileRef, Outbound
from core.splitting import length

TEXT_LENGTH = 2000
#: seconds for a picture, which Zalo fetches from us before it answers
PICTURE_SECONDS = 110.0

_log = logging.getLogger(__name__)


class Sender:
    """Sends to one bot's chats. Every failure is a SendError, without the token in it."""

    def __init__(self, client: Client, links: FileLinks) -> None:
        self._client = client
        self._links = links
        self._refusals = 0

    async def send(self, chat: str, message: Outbound) -> str | None:
        """Send; the id of the last message, which holds the choices. Nothing can be edited on Zalo."""
        progress = Progress()
        try:
            reference = await self._send(chat, message, progress)
        except ZaloError as error:
            self._refusals = self._refusals + 1 if isinstance(error, OverQuota) else 0
            raise progress.failed(send_error(error, self._refusals)) from None
        self._refusals = 0
        return reference

    async def typing(self, chat: str) -> None:
        """Show that an answer is on its way; that it is not shown disturbs nothing."""
        try:
            await self._client.call("sendChatAction", {"chat_id": chat, "action": "typing"})
        except ZaloError as error:
            _log.debug("Zalo: the typing sign was not shown: %s", error)

    async def _send(self, chat: str, message: Outbound, progress: Progress) -> str | None:
        file = message.file
        if file is None:
            return await self._texts(chat, message, progress)
        link = self._links.to(file)
        if link is None:
            _log.error("Zalo: without TIENDO_PUBLIC_URL no file can be sent, only its name")
            return await self._texts(chat, with_file(message, file.name), progress)
        if file.mime in PICTURES and not file.whole:
            return await self._picture(chat, message, (file, link), progress)
        return await self._texts(chat, with_file(message, f"{file.name}: {link}"), progress)

    async def _picture(
        self, chat: str, message: Outbound, linked: tuple[FileRef, str], progress: Progress
    ) -> str | None:
        file, link = linked
        caption = plain(with_choices(message))
        short = length(caption) <= TEXT_LENGTH
        body: dict[str, object] = {"chat_id": chat, "photo": link}
        if short and caption.strip():
            body["caption"] = caption
        try:
            sent = await self._client.call("sendPhoto", body, seconds=PICTURE_SECONDS)
        except Refused as error:
            if not is_about_the_picture(error):
                raise
            # Better a link to open than no picture at all.
            return await self._texts(chat, with_file(message, f"{file.name}: {link}"), progress)
        if short:
            return _reference(sent)
        text = replace(message, file=None)
        progress.went(text)
        return await self._texts(chat, text, progress)

    async def _texts(self, chat: str, message: Outbound, progress: Progress) -> str | None:
        parts = in_parts(message, TEXT_LENGTH, listed=True)
        reference = None
        for number, part in enumerate(parts):
            if number:
                progress.went(joined(parts[number:]))
            for piece in pieces(part, TEXT_LENGTH):
                reference = await self._text(chat, piece)
        return reference

    async def _text(self, chat: str, text: str) -> str | None:
        body: dict[str, object] = {"chat_id": chat, "text": plain(text)}
        if styles := text_styles(text):
            body["text_styles"] = styles
        return _reference(await self._client.call("sendMessage", body))


def with_file(message: Outbound, line: str) -> Outbound:
    """The message with a line about the file below its text."""
    head = [message.text] if message.text.strip() else []
    return replace(message, text="\n".join([*head, f"📎 {harmless(line)}"]), file=None)


def text_styles(text: str) -> list[dict[str, object]]:
    """Where the text without its marks is bold, counted in UTF-16 units.

    `parse_mode` is not used: in Zalo's markdown what people typed, a "{" say, can get a message refused.
    """
    styles: list[dict[str, object]] = []
    start = 0
    for piece, bold in spans(text):
        if bold:
            styles.append({"start": start, "len": length(piece), "st": ["b"]})
        start += length(piece)
    return styles


def is_about_the_picture(error: Refused) -> bool:
    """Whether Zalo refused the picture and not the person.

    Open question: what Zalo answers for a picture it cannot fetch or show. Until it is known, the word
    decides.
    """
    return any(word in error.words for word in ("photo", "image", "url"))


def _reference(sent: object) -> str | None:
    match sent:
        case {"message_id": str(number)}:
            return number
    return None
