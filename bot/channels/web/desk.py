"""What all handlers of the web chat share: its settings, who is connected, who somebody is."""

from collections.abc import Callable, Mapping
from time import monotonic

from aiohttp import web

from bot.channels.signing import Signer
from bot.channels.web.decode import NAME
from bot.channels.web.files import FileLinks
from bot.channels.web.pace import Pace
from bot.channels.web.ports import Directory, History, Uploads, Who
from bot.channels.web.rooms import Rooms
from bot.channels.web.sessions import Session, Sessions
from bot.channels.web.settings import WebSettings
from core.messages import Address
from core.texts import say


class Desk:
    """The web chat's state and its ways to the rest of the program."""

    def __init__(
        self,
        settings: WebSettings,
        history: History,
        uploads: Uploads,
        directory: Directory,
        moment: Callable[[], float] = monotonic,
    ) -> None:
        """Raises ValueError when the secret is too short."""
        signer = Signer(settings.secret)
        secure = (settings.public_url or "").startswith("https:")
        self.settings = settings
        self.history = history
        self.uploads = uploads
        self.directory = directory
        self.links = FileLinks(signer)
        self.sessions = Sessions(signer, settings.session_life, secure)
        self.rooms = Rooms()
        self.pace = Pace(settings.burst, settings.per_second, moment)
        self.upload_pace = Pace(settings.upload_burst, settings.uploads_per_second, moment)

    def session(self, request: web.Request) -> Session | None:
        """The session of this browser, if it holds a valid one."""
        return self.sessions.read(request, self.settings.clock())

    async def who(self, session: Session | None) -> Who | None:
        """The person of a session; None for a stranger."""
        return await self.directory.who(Address(NAME, session.chat)) if session else None

    async def is_shut_out(self, session: Session) -> bool:
        """Whether the person of a session was suspended."""
        who = await self.who(session)
        return who is not None and who.shut_out

    def locale(self, request: web.Request, who: Who | None) -> str:
        """The person's language; a stranger's is English when the browser asks for it, else Vietnamese."""
        if who is not None:
            return who.locale
        wanted = request.headers.get("Accept-Language", "").strip().lower()
        return "en" if wanted.startswith("en") else "vi"

    def heading(self, who: Who | None, locale: str) -> str:
        """Whose page it is: the person's tenant; unknown yet, the only one, or what the chat is for."""
        known = (who.tenant if who else "") or self.settings.commune
        return known or self.settings.texts.render(say("web-heading"), locale)

    def who_on_page(self, who: Who | None) -> Mapping[str, str] | None:
        """The header's words."""
        if who is None:
            return None
        role = self.settings.texts.render(who.role, who.locale)
        return {
            "name": who.name,
            "role": role,
            "unit": who.unit,
            "locale": who.locale,
            "heading": self.heading(who, who.locale),
        }
