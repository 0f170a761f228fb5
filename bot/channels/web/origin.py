"""Did our own page send this request? Cookies travel with what other sites send, too; the origin tells."""

from urllib.parse import urlsplit

from aiohttp import web


def same_origin(request: web.Request, public_url: str | None) -> bool:
    """Whether the Origin header names the host that was asked, or the public address."""
    origin = request.headers.get("Origin", "")
    if public_url is not None and origin == _origin(public_url):
        return True
    try:
        parts = urlsplit(origin)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.netloc.lower() == request.host.lower()


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
