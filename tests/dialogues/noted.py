"""Whatever a message changes is told of in the trail: which tables, and which lines of it speak of them."""

from sqlalchemy.orm import Session

from core.texts import say
from handlers.effects.show_trail import TECHNICAL
from storage.repositories import audit
from tests.shipped import texts

#: tables, and the things of which a line of the trail has to tell when one of their rows was written
TOLD_OF: dict[str, frozenset[str]] = {
    "absence": frozenset({"absence"}),
    "api_token": frozenset({"api_token"}),
    "consent": frozenset({"person"}),
    "data_export": frozenset({"data_export"}),
    "due_reply": frozenset({"due_reply"}),
    "fact": frozenset({"fact", "person"}),
    "fact_doubt": frozenset({"fact", "person"}),
    "incident": frozenset({"incident"}),
    "incident_step": frozenset({"incident"}),
    "inspection": frozenset({"inspection"}),
    "instrument": frozenset({"fact", "register_import", "inspection", "person"}),
    "instrument_event": frozenset({"fact", "register_import", "inspection"}),
    "invite": frozenset({"invite", "person"}),
    "local_article": frozenset({"local_article"}),
    "market_day": frozenset({"market_day"}),
    "organisation": frozenset({"organisation", "register_import", "fact", "person", "product"}),
    "organisation_member": frozenset({"organisation", "person"}),
    "organisation_merge": frozenset({"organisation"}),
    "organisation_name": frozenset({"organisation", "register_import", "person"}),
    "period_lock": frozenset({"period_lock"}),
    "person": frozenset({"person", "organisation"}),
    "plan_setting": frozenset({"plan_setting"}),
    "product": frozenset({"product"}),
    "remark": frozenset({"fact", "person"}),
    "request": frozenset({"request", "fact", "person"}),
    "request_note": frozenset({"request", "fact", "person"}),
    "roster_member": frozenset({"roster_member", "register_import"}),
    "set_day": frozenset({"set_day"}),
    "taught_word": frozenset({"taught_word"}),
    "tip_note": frozenset({"fact"}),
    "unlock_request": frozenset({"unlock_request"}),
}
#: tables that no line has to tell of, and why
UNTOLD: dict[str, str] = {
    **dict.fromkeys(("inbox", "outbox", "channel_pace", "channel_usage", "channel_trouble"), "queues"),
    "channel_token": "renewed by the bot itself",
    **dict.fromkeys(("due_run", "due_told"), "what the bot did by itself"),
    **dict.fromkeys(
        ("fact_revision", "prepared_answer", "prepared_figures", "organisation_fact"), "worked out"
    ),
    "register_import": "a workbook until somebody says yes to it; then it is told of by itself",
    "broadcast": "a draft until it is proposed; from then on each step is told of by itself",
    "broadcast_receiver": "who a broadcast went to, which is told of",
    "chat_group": "groups the bot was seen in; linking one is told of by itself",
    "counter": "numbers of what is told of",
    "conversation": "what is not sent yet",
    "contact": "when somebody wrote last; linking is told of by itself",
    "link_code": "ten minutes",
    **dict.fromkeys(("heard_message", "asked_question"), "messages as they came, for 90 days"),
    "inspection_entry": "a list until it is signed",
    "evidence": "belongs to a form until it is sent; what is put to a report later is told of by itself",
    **dict.fromkeys(("tenant", "unit", "place"), "brought in from the content"),
    "audit": "the trail",
}


def begin(session: Session) -> None:
    """From here on, what is written is looked at: triggers of this connection only keep the tables' names."""
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        return
    connection.exec_driver_sql("CREATE TEMP TABLE IF NOT EXISTS written (name TEXT)")
    connection.exec_driver_sql("DELETE FROM temp.written")
    if connection.info.get("watched"):
        return
    straight = connection.connection.driver_connection
    assert straight is not None
    for name in TOLD_OF:
        for moment in ("INSERT", "UPDATE", "DELETE"):
            keep = f"INSERT INTO written VALUES ('{name}')"
            trigger = f"CREATE TEMP TRIGGER {name}_{moment} AFTER {moment} ON main.{name} BEGIN {keep}; END"
            straight.execute(trigger)
    connection.info["watched"] = True


def untold(session: Session) -> list[str]:
    """The tables of which rows were written since, and no line tells."""
    session.flush()
    connection = session.connection()
    if connection.dialect.name != "sqlite":
        return []
    written = set(connection.exec_driver_sql("SELECT DISTINCT name FROM temp.written").scalars())
    told = {change.entity for change in audit.waiting(session)}
    return sorted(name for name in written if not TOLD_OF[name] & told)


def nameless(session: Session) -> list[str]:
    """The keys of lines noted since that people would read as they stand in the program."""
    keys = {key for change in audit.waiting(session) for key in (*(change.old or ()), *(change.new or ()))}
    return sorted(key for key in keys - TECHNICAL if texts().render(say("trail-key", what=key), "vi") == key)
