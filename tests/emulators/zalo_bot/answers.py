"""What the Bot Platform answers: always HTTP 200, the code is in the body."""

import orjson


class ApiError(Exception):
    """An answer that is not ok."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(description)
        self.code = code
        self.description = description

    def body(self) -> bytes:
        """The JSON of the answer."""
        return orjson.dumps({"ok": False, "error_code": self.code, "description": self.description})


def bad_request(words: str) -> ApiError:
    """400"""
    return ApiError(400, f"Bad Request: {words}")


UNAUTHORIZED = ApiError(401, "Unauthorized")
INTERNAL = ApiError(403, "Internal server error")
NOT_FOUND = ApiError(404, "Not Found")
NO_CHAT = ApiError(404, "Not Found: chat not found")
EMPTY_POLL = ApiError(408, "Request timeout")
OVER_QUOTA = ApiError(429, "Quota exceeded")
WEBHOOK_ACTIVE = bad_request("can't use getUpdates while a webhook is set")


def ok(result: object) -> bytes:
    """The JSON of a good answer; sendChatAction has no result."""
    return orjson.dumps({"ok": True} if result is None else {"ok": True, "result": result})
