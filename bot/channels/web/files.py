"""Links to files and receipts of uploads: good for one chat only, because they are signed for it."""

from urllib.parse import quote

from bot.channels.signing import Signer
from bot.channels.web.ports import Kept
from core.messages import FileRef

#: shown by the browser itself; everything else is downloaded
SHOWN = frozenset({"image/jpeg", "image/png", "image/webp", "image/gif"})


class FileLinks:
    """A browser sees a file only by a link its own chat was given."""

    def __init__(self, signer: Signer) -> None:
        self._signer = signer

    def link(self, chat: str, file: FileRef) -> str:
        """The address of the file for that chat."""
        ticket = self._signer.sign("file", [chat, file.stored, file.name, file.mime])
        return f"/file/{quote(ticket)}"

    def read_link(self, chat: str, ticket: str) -> FileRef | None:
        """The file behind a link, or None when the link was not made for that chat."""
        match self._signer.read("file", ticket):
            case [str(owner), str(key), str(name), str(mime)] if owner == chat:
                return FileRef(key, name, mime)
        return None

    def receipt(self, chat: str, kept: Kept) -> str:
        """What the page shows to say "this photo is the one I uploaded"."""
        return self._signer.sign("upload", [chat, kept.key, kept.mime, kept.size])

    def read_receipt(self, chat: str, receipt: str) -> Kept | None:
        """The uploaded file, or None when that chat uploaded none such."""
        match self._signer.read("upload", receipt):
            case [str(owner), str(key), str(mime), int(size)] if owner == chat:
                return Kept(key, mime, size)
        return None
