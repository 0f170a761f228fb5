"""What a Telegram message holds: its text and its attachments."""

from dataclasses import dataclass

from bot.channels.telegram.library import (
    Animation,
    Audio,
    ContentType,
    Document,
    Message,
    Video,
    VideoNote,
    Voice,
)
from core.messages import Attachment, AttachmentKind, InboundKind


@dataclass(frozen=True, slots=True)
class Content:
    """The part of an `Inbound` that stands in the message itself."""

    kind: InboundKind = InboundKind.MESSAGE
    text: str = ""
    attachments: tuple[Attachment, ...] = ()


#: what people send and the bot cannot read; whatever else aiogram can name is a notice of Telegram's own
UNREADABLE = frozenset(
    {
        ContentType.UNKNOWN,
        ContentType.LIVE_PHOTO,
        ContentType.PAID_MEDIA,
        ContentType.STICKER,
        ContentType.STORY,
        ContentType.CHECKLIST,
        ContentType.DICE,
        ContentType.GAME,
        ContentType.POLL,
        ContentType.GIFT,
        ContentType.UNIQUE_GIFT,
        ContentType.INVOICE,
        ContentType.GIVEAWAY,
        ContentType.RICH_MESSAGE,
    }
)


def read(message: Message) -> Content | None:
    """The content; None for Telegram's notices (a message was pinned, a timer was set)."""
    if message.text:
        return Content(text=message.text)
    attachment = _place(message) or _picture(message) or _file(message)
    if attachment is not None:
        return Content(text=message.caption or "", attachments=(attachment,))
    if message.contact:
        return Content(text=message.contact.phone_number)
    if message.content_type in UNREADABLE:
        return Content(kind=InboundKind.UNSUPPORTED, text=message.caption or "")
    return None


def _place(message: Message) -> Attachment | None:
    # A venue carries its location beside it.
    place = message.location or (message.venue.location if message.venue else None)
    if place is None:
        return None
    return Attachment(
        kind=AttachmentKind.LOCATION,
        name=message.venue.title if message.venue else "",
        latitude=place.latitude,
        longitude=place.longitude,
    )


def _picture(message: Message) -> Attachment | None:
    if not message.photo:
        return None
    largest = max(message.photo, key=lambda size: size.width * size.height)
    return Attachment(
        kind=AttachmentKind.PHOTO, remote=largest.file_id, size=largest.file_size, mime="image/jpeg"
    )


def _file(message: Message) -> Attachment | None:
    # An animation also comes as a document: the more telling one first.
    file: Animation | Audio | Document | Video | VideoNote | Voice | None
    if message.voice:
        file, kind = message.voice, AttachmentKind.VOICE
    else:
        file = message.animation or message.audio or message.video or message.video_note
        kind = AttachmentKind.OTHER
    if file is None:
        file, kind = message.document, AttachmentKind.DOCUMENT
    if file is None:
        return None
    return Attachment(
        kind=kind,
        remote=file.file_id,
        name=getattr(file, "file_name", None) or "",
        size=file.file_size,
        mime=getattr(file, "mime_type", None),
    )
