"""A report on a channel in words: a heading, and a line for each thing that is known."""

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot.channel_report import ChannelReport
from bot.channels.standing import Hook, Standing
from core.quota import level
from core.texts import Speech, Texts, lines, say

_INDENT = "   "


def in_words(report: ChannelReport, texts: Texts, locale: str) -> str:
    """The report as it is shown to an operator."""
    heading = say("channels-heading", channel=_name(report.setup.name), state=_state(report))
    shown = [texts.render(heading, locale)]
    for line in _lines(report):
        shown += [_INDENT + each for each in texts.render(line, locale).splitlines()]
    return "\n".join(shown)


def _name(channel: str) -> Speech:
    return say("channel-name", channel=channel)


def _state(report: ChannelReport) -> str:
    if report.setup.wrong:
        return "partly"
    return "used" if report.standing else "off"


def _lines(report: ChannelReport) -> Iterator[Speech]:
    setup, standing = report.setup, report.standing
    for complaint in setup.wrong:
        yield say("channels-wrong", complaint=complaint)
    if setup.lacking and not setup.wrong:
        yield say("channels-lacking", settings=", ".join(setup.lacking))
    for name, value in setup.credentials.items():
        yield say("channels-credential", setting=name, value=value.shown, length=value.length)
    if standing is not None:
        yield from _of_messenger(standing, report)
    yield from _of_database(report)


def _of_messenger(standing: Standing, report: ChannelReport) -> Iterator[Speech]:
    if standing.trouble is not None:
        words = standing.trouble.words
        yield say("channels-trouble", ailment=standing.trouble.ailment.value, words=words)
    if standing.account:
        yield say("channels-account", account=standing.account)
    how = "here" if standing.receives == "pages" and not standing.address else standing.receives
    yield say("channels-receives", how=how, address=standing.address)
    if standing.hook is not None:
        yield from _of_hook(standing.hook, standing.address, report)
    if standing.life is not None:
        life = standing.life
        access, refresh = _local(life.access_until, report), _local(life.refresh_until, report)
        yield say("channels-tokens", access=access, refresh=refresh)
        if life.danger:
            yield say("channels-tokens-in-danger")
    elif report.setup.name == "zalo_oa":
        yield say("channels-no-tokens")


def _of_hook(hook: Hook, address: str, report: ChannelReport) -> Iterator[Speech]:
    if hook.url == address:
        yield say("channels-hook-right", set="yes" if address else "no")
    elif not hook.url:
        yield say("channels-hook-missing")
    else:
        # Another program's address may hold its secrets.
        there = urlsplit(hook.url)
        yield say("channels-hook-other", host=there.hostname or "?", polls="no" if address else "yes")
    if hook.waiting:
        yield say("channels-hook-waiting", count=hook.waiting)
    if hook.error:
        at = _local(hook.error_at, report) if hook.error_at else ""
        yield say("channels-hook-error", words=hook.error, at=at)


def _of_database(report: ChannelReport) -> Iterator[Speech]:
    found, used, plan = report.traffic, report.usage, report.plan
    if report.standing is None and not (found.received_at or found.waiting or found.given_up):
        return
    people = say("channels-people", used=used.people, allowed=plan.people)
    if plan.people or plan.messages:
        month = plan.month(report.now)
        messages = say("channels-messages", used=used.messages, allowed=plan.messages, month=month)
        yield lines(people, messages, separator="; ")
        reached = max(level(used.people, plan.people), level(used.messages, plan.messages))
        if reached:
            yield say("channels-near-limit", percent=reached)
    else:
        yield people
    if found.received_at is not None:
        at = _local(found.received_at, report)
        yield say("channels-received", at=at, chat=found.chat, event=found.event)
    else:
        yield say("channels-nothing-received")
    yield say(
        "channels-queues",
        waiting=found.waiting,
        unread=found.unread,
        dead=found.given_up,
        undeliverable=found.undeliverable,
        listed=found.given_up + found.undeliverable,
    )
    if found.paused_until is not None and found.paused_until > report.now:
        yield say("channels-paused", until=_local(found.paused_until, report))
    if found.error and found.error_at is not None:
        yield say("channels-last-error", at=_local(found.error_at, report), words=found.error)


def _local(moment: datetime, report: ChannelReport) -> datetime:
    return moment.astimezone(ZoneInfo(report.plan.zone))
