"""Sending: one `Outbound` becomes one consultation message, or a few when it is long or brings a file."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from bot.channels.base import SendError
from bot.channels.choices import pieces
from bot.channels.links import FileLinks
from bot.channels.parts import Progress, in_parts, joined
from bot.channels.uploads import Uploads
from bot.channels.zalo_oa import bodies
from bot.channels.zalo_oa.buttons import MOST, TITLE, link, query
from bot.channels.zalo_oa.client import CONSULTATION, TEMPLATE, UPLOAD_FILE, UPLOAD_IMAGE, Client
from bot.channels.zalo_oa.errors import Kind, ZaloError, send_error
from bot.channels.zalo_oa.settings import ZaloOASettings
from bot.channels.zalo_oa.tokens import Tokens
from core.markup import plain
from core.messages import FileRef, Outbound
from core.splitting import length

TEXT_LENGTH = 2000
#: characters of a message's first line in a template's parameter
_PARAMETER = 100
#: characters below the title of a card
_SUBTITLE = 500
#: below a picture without a name whose text comes with its choices
_PICTURE = "🖼"
#: what Zalo takes as a picture and as a file, and how large
PICTURES, PICTURE_BYTES = {"image/jpeg": "jpg", "image/png": "png"}, 1_000_000
DOCUMENTS = {
    "application/pdf": "pdf",
    "application/msword": "doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "text/csv": "csv",
}
DOCUMENT_BYTES = 5_000_000
#: Zalo keeps what was uploaded for seven days, and takes 5,000 uploads a month: a file goes up once for all
UPLOAD_LIFE = timedelta(days=6)
#: what Zalo says of an upload that it keeps no more
_EXPIRED = -100

_log = logging.getLogger(__name__)

#: one question to Zalo with this access token; the data of its answer
Ask = Callable[[str], Awaitable[Mapping[str, Any]]]


class Sender:
    """Sends to the account's followers. Every failure is a SendError."""

    def __init__(
        self, settings: ZaloOASettings, client: Client, tokens: Tokens, links: FileLinks, uploads: Uploads
    ) -> None:
        self._settings = settings
        self._uploads = uploads
        self._client = client
        self._tokens = tokens
        self._links = links

    async def send(self, person: str, message: Outbound, path: Path | None) -> str | None:
        """Send it; the id of the last message."""
        progress = Progress()
        try:
            if message.stand_in:
                return await self._stand_in(person, message)
            if message.file is not None and path is not None:
                return await self._with_file(person, message, (message.file, path), progress)
            sent = await self._text(person, message, progress)
            if message.asks_name and self._settings.card_picture:
                await self._offer_card(person, message)
            return sent
        except ZaloError as error:
            raise progress.failed(send_error(error)) from None

    async def _offer_card(self, person: str, message: Outbound) -> None:
        """Let the name be shared with one touch; it arrives as if typed. Who sees no card types it."""
        words = plain(message.text)
        title = words.partition("\n")[0][:TITLE]
        body = bodies.request_user_info(person, title, words[:_SUBTITLE], self._settings.card_picture)
        try:
            await self._post(body)
        except ZaloError as error:
            _log.warning("Zalo OA: the card that asks for a name was not sent: %s", error)

    async def _stand_in(self, person: str, message: Outbound) -> str | None:
        first, *_ = plain(message.text).splitlines() or [""]
        said = first if len(first) <= _PARAMETER else f"{first[: _PARAMETER - 1]}…"
        data = {name: value.replace("{text}", said) for name, value in self._settings.template_data.items()}
        body = bodies.stand_in(person, self._settings.template_id, data)
        try:
            return await self._post(body, TEMPLATE)
        except ZaloError as error:
            if error.kind is not Kind.WINDOW:
                raise
            # It knows no window; to be told of one means that it will never be sent.
            raise ZaloError(Kind.PERMANENT, str(error), code=error.code) from None

    async def _text(
        self, person: str, message: Outbound, progress: Progress, opens: tuple[dict[str, Any], ...] = ()
    ) -> str | None:
        """The text in as many messages as it takes, the buttons below the last; too many are listed."""
        listed = len(message.buttons()) + len(opens) > MOST
        buttons = [*opens, *(() if listed else map(query, message.buttons()))]
        *first, last = parts = in_parts(message, TEXT_LENGTH, listed=listed)
        for number, part in enumerate(first, 1):
            await self._post(bodies.text(person, plain(part.text)))
            # The file stays with what is left: its link is below the last part.
            progress.went(replace(joined(parts[number:]), file=message.file))
        *above, text = pieces(last, TEXT_LENGTH) if listed else [last.text]
        for piece in above:
            await self._post(bodies.text(person, plain(piece)))
        if buttons:
            return await self._post(bodies.text_with_buttons(person, plain(text), buttons))
        return await self._post(bodies.text(person, plain(text)))

    async def _with_file(
        self, person: str, message: Outbound, stored: tuple[FileRef, Path], progress: Progress
    ) -> str | None:
        file, path = stored
        try:
            content = await asyncio.to_thread(path.read_bytes)
        except FileNotFoundError:
            raise SendError("the file to be sent is gone", permanent=True) from None
        shown, file = file.name or _PICTURE, replace(file, name=_named(file))
        if file.mime in PICTURES and len(content) <= PICTURE_BYTES:
            fits = not message.buttons() and length(plain(message.text)) <= TEXT_LENGTH
            caption = plain(message.text) if fits else shown
            upload = partial(self._upload, UPLOAD_IMAGE, file, content, "attachment_id")
            sent = await self._uploaded(file, upload, partial(bodies.picture, person, caption))
            return sent if fits else await self._below(person, message, progress)
        if file.mime in DOCUMENTS and len(content) <= DOCUMENT_BYTES:
            upload = partial(self._upload, UPLOAD_FILE, file, content, "token")
            sent = await self._uploaded(file, upload, partial(bodies.file, person))
            return await self._below(person, message, progress) if message.text else sent
        address = self._links.to(file)
        opens = (link(file.name, address),) if address else ()
        return await self._text(person, replace(message, text=message.text or file.name), progress, opens)

    async def _below(self, person: str, message: Outbound, progress: Progress) -> str | None:
        """The text below a file that went out."""
        text = replace(message, file=None)
        progress.went(text)
        return await self._text(person, text, progress)

    async def _uploaded(
        self,
        file: FileRef,
        upload: Callable[[], Coroutine[Any, Any, str]],
        body: Callable[[str], Mapping[str, Any]],
    ) -> str | None:
        """Send what Zalo has of it, uploaded anew if it keeps it no more; `body` takes Zalo's name for it."""
        try:
            return await self._post(body(await self._uploads.once(file, upload)))
        except ZaloError as error:
            if error.code != _EXPIRED:
                raise
        self._uploads.forget(file)
        return await self._post(body(await self._uploads.once(file, upload)))

    async def _upload(self, path: str, file: FileRef, content: bytes, wanted: str) -> str:
        try:
            data = await self._with_token(
                lambda token: self._client.upload(path, file.name, file.mime, content, token)
            )
        except ZaloError as error:
            if error.code == -211:
                # The month's uploads are used up; messages are not.
                raise ZaloError(Kind.TRANSIENT, str(error), code=error.code) from None
            if error.kind is Kind.PERHAPS:
                raise ZaloError(Kind.TRANSIENT, str(error)) from None
            raise
        found = data.get(wanted)
        if not isinstance(found, str) or not found:
            raise ZaloError(Kind.TRANSIENT, f"Zalo OA: the upload's answer holds no {wanted}")
        return found

    async def _post(self, body: Mapping[str, Any], path: str = CONSULTATION) -> str | None:
        data = await self._with_token(lambda token: self._client.call(path, body, token))
        sent = data.get("message_id")
        return str(sent) if sent else None

    async def _with_token(self, ask: Ask) -> Mapping[str, Any]:
        """Ask; once more with a new token when the one there was is refused."""
        token = await self._tokens.access()
        try:
            return await ask(token)
        except ZaloError as error:
            if error.kind is not Kind.AUTH:
                raise
        return await ask(await self._tokens.access(refused=token))


def _named(file: FileRef) -> str:
    """A name that says of what kind the file is, for Zalo goes by that; people's photos come without one."""
    ending = (PICTURES | DOCUMENTS).get(file.mime)
    if ending is None or file.name.lower().endswith((f".{ending}", ".jpeg")):
        return file.name or "tiendo"
    return f"{file.name or 'tiendo'}.{ending}"
