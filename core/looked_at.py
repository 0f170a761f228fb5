"""What somebody looked at, for the button below it: what was changed since is another one."""

import hashlib
import json

#: characters of a mark; a button's token holds 64
_LONG = 10


def mark_of(*shown: object) -> str:
    """A short mark of what was shown, the same wherever and whenever it is worked out."""
    written = json.dumps(shown, default=str, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(written.encode()).hexdigest()[:_LONG]
