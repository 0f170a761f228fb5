"""Files on the server: what people and the bot have sent."""

from dataclasses import dataclass

from tests.emulators.telegram.answers import bad_request

#: bytes; Telegram hands bots no larger file
DOWNLOAD_LIMIT = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class StoredFile:
    """`size` may be larger than the content, to stand for a file nobody wants to build in a test."""

    id: str
    content: bytes
    size: int
    path: str


class Files:
    """All files by id and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(self, folder: str, content: bytes, *, suffix: str = "", size: int | None = None) -> StoredFile:
        """Keep a file; its id is as long and odd as Telegram's are."""
        number = len(self._by_id)
        file = StoredFile(
            id=f"AgACAgUAAxkBAAI{folder[:3]}{number:06d}-_x",
            content=content,
            size=len(content) if size is None else size,
            path=f"{folder}/file_{number}{suffix}",
        )
        self._by_id[file.id] = self._by_path[file.path] = file
        return file

    def by_id(self, file_id: str) -> StoredFile:
        """Raises 400 as getFile does."""
        file = self._by_id.get(file_id)
        if file is None:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        if file.size > DOWNLOAD_LIMIT:
            raise bad_request("file is too big")
        return file

    def by_path(self, path: str) -> StoredFile | None:
        """None for a file that is gone."""
        return self._by_path.get(path)

    def lose(self, path: str) -> None:
        """The file can still be asked for, and its address answers 404."""
        self._by_path.pop(path)
