"""The pages: the chat, the door for those without a session, the invite link, the demo's picker."""

import json
from collections.abc import Mapping

from aiohttp import web

from bot.channels.web.desk import Desk
from bot.channels.web.frames import CODE
from bot.channels.web.origin import same_origin
from bot.channels.web.ports import DemoPerson, Who
from bot.channels.web.sessions import Session, new_chat
from bot.channels.web.templates import STATIC, Html, fill
from bot.channels.web.words import LEAVING_WORDS, PAGE_WORDS, Words
from core.texts import say

_ASSETS = frozenset(path.name for path in STATIC.iterdir() if path.suffix in (".css", ".js", ".svg"))


class Pages:
    """The handlers that answer with HTML."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def home(self, request: web.Request) -> web.StreamResponse:
        """`/`: in the demo the picker; else the chat, or the door."""
        if self._desk.settings.demo is not None:
            return self._picker(request)
        if self._desk.session(request) is None:
            return self._door(request, say_wrong=False)
        raise web.HTTPSeeOther("/chat")

    async def chat(self, request: web.Request) -> web.StreamResponse:
        """`/chat`: the chat of this browser's session."""
        session = self._desk.session(request)
        who = await self._desk.who(session)
        if who is not None and who.shut_out:
            return self._ended(request, who)
        if session is not None:
            renewed = self._desk.sessions.renewed(session, self._desk.settings.clock())
            return await self._chat(request, renewed or session, set_cookie=renewed is not None)
        if self._desk.settings.demo is not None:
            raise web.HTTPSeeOther("/")
        return self._door(request, say_wrong=False)

    async def code(self, request: web.Request) -> web.StreamResponse:
        """`/vao?code=...`: a code typed at the door."""
        code = request.query.get("code", "").strip()
        if not CODE.fullmatch(code):
            return self._door(request, say_wrong=True)
        raise web.HTTPSeeOther(f"/vao/{code}")

    async def invited(self, request: web.Request) -> web.StreamResponse:
        """`/vao/CODE`: the chat; its page says "/start CODE" by itself.

        Answering stores nothing: messengers open links to show a preview, and that must not use up an invite.
        """
        code = request.match_info["code"]
        if not CODE.fullmatch(code):
            return self._door(request, say_wrong=True)
        session = self._desk.session(request)
        if session is not None and not await self._desk.is_shut_out(session):
            return await self._chat(request, session, start=code)
        session = self._desk.sessions.open(new_chat(), self._desk.settings.clock())
        return await self._chat(request, session, start=code, set_cookie=True)

    async def be(self, request: web.Request) -> web.StreamResponse:
        """`POST /demo/KEY`: become one of the demo's people."""
        if not same_origin(request, self._desk.settings.public_url):
            raise web.HTTPForbidden
        key = request.match_info["key"]
        person = next((p for p in self._desk.settings.demo or () if p.key == key), None)
        if person is None:
            raise web.HTTPNotFound
        response = web.Response(
            status=303, headers={"Location": f"/vao/{person.invite}" if person.invite else "/chat"}
        )
        session = self._desk.sessions.open(person.chat or new_chat(), self._desk.settings.clock())
        self._desk.sessions.write(request, response, session)
        return response

    async def leave(self, request: web.Request) -> web.StreamResponse:
        """`POST /out`: this browser forgets its session; the chat's other browsers connect again."""
        if not same_origin(request, self._desk.settings.public_url):
            raise web.HTTPForbidden
        session = self._desk.session(request)
        response = web.Response(status=303, headers={"Location": "/"})
        self._desk.sessions.forget(response)
        if session is not None:
            await self._desk.rooms.close(session.chat)
        return response

    def lost(self, request: web.Request) -> web.Response:
        """Any address that leads nowhere: that, and the way to the chat."""
        words = Words(self._desk.settings.texts, self._desk.locale(request, None))
        values = words.of("web-lost-title", "web-lost-text", "web-lost-chat")
        heading = self._desk.heading(None, words.locale)
        return self._html("lost.html", words, values | {"commune": heading}, status=404)

    async def asset(self, request: web.Request) -> web.StreamResponse:
        """`/web/NAME`: style, script, icon."""
        name = request.match_info["name"]
        if name not in _ASSETS:
            raise web.HTTPNotFound
        return web.FileResponse(STATIC / name, headers={"Cache-Control": "no-cache"})

    async def _chat(
        self, request: web.Request, session: Session, *, start: str | None = None, set_cookie: bool = False
    ) -> web.Response:
        desk = self._desk
        who = await desk.who(session)
        words = Words(desk.settings.texts, desk.locale(request, who))
        page = {
            "session": session.public_name,
            "locale": words.locale,
            "timezone": desk.settings.timezone,
            "start": start,
            "who": desk.who_on_page(who),
            "photoBytes": desk.settings.photo_bytes,
            "words": words.for_page(desk.settings.photo_bytes),
        }
        # In the demo somebody else takes over; elsewhere who goes cannot come back without an invite.
        demo = desk.settings.demo is not None
        away = fill("change.html", words.of("web-change-person")) if demo else Html()
        values = words.of(*PAGE_WORDS) | {
            "commune": desk.heading(who, words.locale),
            "page": json.dumps(page),
            "change": away,
            "leaving": Html() if demo else fill("leaving.html", words.of(*LEAVING_WORDS)),
            "leave": Html() if demo else fill("leave.html", words.of("web-leave")),
        }
        response = self._html("chat.html", words, values)
        if set_cookie:
            desk.sessions.write(request, response, session)
        return response

    def _ended(self, request: web.Request, who: Who) -> web.StreamResponse:
        """The session of who was suspended ends: whom they ask, and the door for who is invited anew."""
        words = Words(self._desk.settings.texts, self._desk.locale(request, who))
        told = say("web-suspended-text", tenant=who.tenant, contact=who.contact or "none")
        instead = {"door-text": words.render(told), "door-title": words.render(say("web-suspended-title"))}
        response = self._html("door.html", words, self._at_the_door(who, words, "") | instead, status=401)
        self._desk.sessions.forget(response)
        return response

    def _door(self, request: web.Request, *, say_wrong: bool) -> web.Response:
        words = Words(self._desk.settings.texts, self._desk.locale(request, None))
        wrong = words.render(say("web-door-wrong")) if say_wrong else ""
        values = self._at_the_door(None, words, wrong)
        return self._html("door.html", words, values, status=404 if say_wrong else 401)

    def _at_the_door(self, who: Who | None, words: Words, wrong: str) -> dict[str, str]:
        values = words.of("web-door-title", "web-door-text", "web-door-code", "web-door-enter")
        return values | {"commune": self._desk.heading(who, words.locale), "wrong": wrong}

    def _picker(self, request: web.Request) -> web.Response:
        words = Words(self._desk.settings.texts, self._desk.locale(request, None))
        cards = Html("".join(self._card(person, words) for person in self._desk.settings.demo or ()))
        values = words.of("web-picker-title", "web-picker-text", "web-picker-foot")
        heading = self._desk.heading(None, words.locale)
        return self._html("picker.html", words, values | {"commune": heading, "cards": cards})

    def _card(self, person: DemoPerson, words: Words) -> Html:
        role = words.render(person.role)
        return fill(
            "card.html",
            {
                "key": person.key,
                "letter": _given_name(person.name)[:1].upper(),
                "name": person.name,
                "role": f"{role} · {person.unit}" if person.unit else role,
                "hint": words.render(person.hint) if person.hint else "",
            },
        )

    def _html(self, name: str, words: Words, values: Mapping[str, str], status: int = 200) -> web.Response:
        style = "chat.css" if name == "chat.html" else "door.css"
        head = {"locale": words.locale, "commune": values["commune"], "style": style}
        page = fill("layout.html", {**head, "body": fill(name, values)})
        headers = {"Cache-Control": "no-store"}
        return web.Response(
            text=page, content_type="text/html", charset="utf-8", headers=headers, status=status
        )


def _given_name(name: str) -> str:
    """The last word: Vietnamese names begin with the family's."""
    return name.rsplit(maxsplit=1)[-1] if name.strip() else ""
