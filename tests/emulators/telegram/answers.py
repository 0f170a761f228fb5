"""What the Bot API answers, word for word."""

from typing import Any

import orjson


class ApiError(Exception):
    """An answer that is not ok: HTTP status, description, and Telegram's parameters."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> bytes:
        """The JSON of the answer."""
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return orjson.dumps(answer)


def bad_request(words: str) -> ApiError:
    """400, the way Telegram begins all of them."""
    return ApiError(400, f"Bad Request: {words}")


def flood(seconds: int) -> ApiError:
    """429: leave me alone for so many seconds."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


UNAUTHORIZED = ApiError(401, "Unauthorized")
NO_METHOD = ApiError(404, "Not Found: method not found")
NO_SUCH_PAGE = ApiError(404, "Not Found")
BLOCKED = ApiError(403, "Forbidden: bot was blocked by the user")
INTERNAL = ApiError(500, "Internal Server Error")
OTHER_POLLER = ApiError(
    409,
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
)
WEBHOOK_ACTIVE = ApiError(
    409,
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first",
)
NOT_MODIFIED = bad_request(
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
OLD_QUERY = bad_request("query is too old and response timeout expired or query ID is invalid")


def ok(result: object) -> bytes:
    """The JSON of a good answer."""
    return orjson.dumps({"ok": True, "result": result})
