"""The file store: what people sent, kept once under the hash of its content."""

import asyncio
import hashlib
import os
import re
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from bot.file_types import type_of
from bot.pictures import PICTURES, NoPicture
from core.errors import TiendoError

_KEY = re.compile(r"[0-9a-f]{64}")
#: bytes gathered before they are handed to a thread to be written
_BLOCK = 1 << 20


class TooBig(TiendoError):
    """The file is larger than allowed."""


class Empty(TiendoError):
    """The file has no content."""


class WrongType(TiendoError):
    """The file is not a picture, a document, a video or a recording of a known kind."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A file in the store: its key, its type found from the content, and its size in bytes."""

    key: str
    mime: str
    size: int


class FileStore:
    """A folder of files named by their sha256. A file that is there is whole.

    `pictures` draws a picture that was sent anew: its bytes and kind, or it raises NoPicture.
    """

    def __init__(self, root: Path, pictures: Callable[[Path], tuple[bytes, str]] | None = None) -> None:
        self._root = root
        self._pictures = pictures
        self._incoming = root / "incoming"
        self._incoming.mkdir(parents=True, exist_ok=True)

    def path(self, key: str) -> Path:
        """Where the file is, or would be. Raises ValueError for what is no key."""
        if not _KEY.fullmatch(key):
            raise ValueError("that is not the key of a stored file")
        return self._root / key[:2] / key

    def every_key(self) -> Iterator[str]:
        """The keys of all files, in order."""
        for folder in sorted(self._root.glob("[0-9a-f][0-9a-f]")):
            yield from sorted(path.name for path in folder.iterdir() if _KEY.fullmatch(path.name))

    async def store(self, pieces: AsyncIterator[bytes], limit: int) -> Stored:
        """Keep a file of at most `limit` bytes.

        Raises TooBig, Empty, WrongType, or OSError when the disk is full; then nothing is left behind.
        """
        descriptor, name = tempfile.mkstemp(dir=self._incoming)
        path = Path(name)
        try:
            with os.fdopen(descriptor, "wb", buffering=0) as file:
                size, digest = await _write(file, pieces, limit)
            return await asyncio.to_thread(self._keep, path, size, digest)
        finally:
            await asyncio.to_thread(path.unlink, missing_ok=True)

    def keep(self, content: bytes) -> str:
        """Keep a file that was made here; the key it is kept under. Raises OSError when the disk is full."""
        descriptor, name = tempfile.mkstemp(dir=self._incoming)
        path = Path(name)
        try:
            with os.fdopen(descriptor, "wb", buffering=0) as file:
                _write_all(file, content)
                os.fsync(file.fileno())
            key = hashlib.sha256(content).hexdigest()
            self._take_in(path, key)
            return key
        finally:
            path.unlink(missing_ok=True)

    def remove(self, key: str) -> None:
        """Take a file out; one that is not there is no mistake."""
        self.path(key).unlink(missing_ok=True)

    def sweep(self, before: datetime) -> int:
        """Remove what was left half written before that moment by a process that was killed; how many."""
        left = [path for path in self._incoming.iterdir() if path.stat().st_mtime < before.timestamp()]
        for path in left:
            path.unlink(missing_ok=True)
        return len(left)

    def _keep(self, incoming: Path, size: int, digest: str) -> Stored:
        mime = type_of(incoming)
        if mime is None:
            raise WrongType
        if mime in PICTURES and self._pictures is not None:
            try:
                content, mime = self._pictures(incoming)
            except NoPicture as error:
                raise WrongType from error
            return Stored(self.keep(content), mime, len(content))
        self._take_in(incoming, digest)
        return Stored(digest, mime, size)

    def _take_in(self, incoming: Path, digest: str) -> None:
        kept = self.path(digest)
        if not kept.exists():
            kept.parent.mkdir(exist_ok=True)
            incoming.replace(kept)
            _flush_folder(kept.parent)


async def _write(file: BinaryIO, pieces: AsyncIterator[bytes], limit: int) -> tuple[int, str]:
    """Size and hash of what was written and flushed to the disk."""
    digest, size, block = hashlib.sha256(), 0, bytearray()
    async for piece in pieces:
        size += len(piece)
        if size > limit:
            raise TooBig(f"the file is larger than {limit} bytes")
        digest.update(piece)
        block += piece
        if len(block) >= _BLOCK:
            await asyncio.to_thread(_write_all, file, bytes(block))
            block.clear()
    if size == 0:
        raise Empty
    await asyncio.to_thread(_write_all, file, bytes(block))
    await asyncio.to_thread(os.fsync, file.fileno())
    return size, digest.hexdigest()


def _write_all(file: BinaryIO, block: bytes) -> None:
    rest = memoryview(block)
    while rest:
        rest = rest[file.write(rest) :]


def _flush_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system can do that."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
