"""The key that signs web sessions and links to files."""

import secrets
from pathlib import Path

from pydantic import SecretStr


def kept_key(given: SecretStr | None, folder: Path) -> bytes:
    """The one that was set; else one that is made once and kept in the folder, beside the database."""
    if given is not None:
        return given.get_secret_value().encode()
    path = folder / "secret.key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32), encoding="ascii")
    return path.read_text(encoding="ascii").encode()
