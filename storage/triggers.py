"""What the database does by itself: it gives the reports of each kind another state with every change, and
keeps the trail from being changed.

Tables made at once and tables made by migrations get the same, from here.
"""

from sqlalchemy import Connection, text

#: another number for each state of the reports; that of all tenants and years is no overflow
_ANOTHER = {
    "sqlite": f"(random() & {2**48 - 1})",
    "postgresql": f"CAST(floor(random() * {2**48}) AS bigint)",
}
_REVISED = """
    INSERT INTO fact_revision (tenant_id, type{column}, token, latest{counts})
    VALUES (
        NEW.tenant_id, NEW.type{year}, {another},
        {greatest}(
            NEW.recorded_at,
            coalesce(NEW.confirmed_at, NEW.recorded_at),
            coalesce(NEW.ended_at, NEW.recorded_at)
        ){counted}
    )
    ON CONFLICT (tenant_id, type{column}) DO UPDATE
    SET token = excluded.token, latest = {greatest}(fact_revision.latest, excluded.latest){recounted};
"""
#: how many reports there are, and whether what there was is as it was
_COUNTS = ", added, rewritten"
_ADDED = {
    "counted": ", 1, 0",
    "recounted": ", added = fact_revision.added + 1",
}
_CHANGED = {"counted": ", 0, {another}", "recounted": ", rewritten = excluded.rewritten"}
_UNCOUNTED = {"counted": "", "recounted": ""}
#: in which a report happened
_YEAR = {
    "sqlite": "CAST(strftime('%Y', NEW.occurred_from) AS INTEGER)",
    "postgresql": "CAST(extract(year FROM NEW.occurred_from) AS INTEGER)",
}
#: figures ask for the kind of the place a report was made at
_MOVED = "UPDATE fact_revision SET token = {another}{recounted} WHERE tenant_id = NEW.tenant_id;"
#: name, after what, of which table, what is done, and what of it counts
_TRIGGERS: tuple[tuple[str, str, str, str, dict[str, str]], ...] = (
    ("fact_added", "INSERT", "fact", _REVISED, _ADDED),
    ("fact_changed", "UPDATE", "fact", _REVISED, _CHANGED),
    ("place_changed", "UPDATE OF kind", "place", _MOVED, {"recounted": ", rewritten = {another}"}),
)


def create_triggers(connection: Connection, *, by_year: bool = True, counted: bool = True) -> None:
    """For tables that were just made.

    Before revision 0008 there was one state for all years of a kind; before 0015 reports were not counted.
    """
    dialect = connection.dialect.name
    terms = {
        "another": _ANOTHER[dialect],
        "greatest": "max" if dialect == "sqlite" else "greatest",
        "column": ", year" if by_year else "",
        "year": f", {_YEAR[dialect]}" if by_year else "",
        "counts": _COUNTS if counted else "",
    }
    for name, moment, table, work, counts in _TRIGGERS:
        more = {key: said.format(**terms) for key, said in (counts if counted else _UNCOUNTED).items()}
        done = work.format(**terms, **more)
        then = f"BEGIN {done} END"
        if dialect == "postgresql":
            body = f"BEGIN {done} RETURN NULL; END"
            connection.execute(
                text(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $${body}$$")
            )
            then = f"EXECUTE FUNCTION {name}()"
        connection.execute(text(f"CREATE TRIGGER {name} AFTER {moment} ON {table} FOR EACH ROW {then}"))


def drop_triggers(connection: Connection) -> None:
    """Before their tables are dropped or changed."""
    for name, *_ in _TRIGGERS:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"DROP FUNCTION {name}() CASCADE"))
        else:
            connection.execute(text(f"DROP TRIGGER {name}"))


#: of a line of the trail only the words may change, and only for good (storage.repositories.audit)
_SEALED = (
    *("id", "at", "actor_id", "action", "entity", "entity_id", "inbox_id"),
    *("chain", "seq", "digest", "seal"),
)
_REFUSED = "the trail of changes is only added to"


def guard_trail(connection: Connection) -> None:
    """From now on lines of the trail can neither be changed nor deleted."""
    if connection.dialect.name == "sqlite":
        old, new = (", ".join(f"{row}.{name}" for name in _SEALED) for row in ("OLD", "NEW"))
        allowed = f"NEW.salt IS NULL AND ({new}) IS ({old})"
        refuse = f"BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END"
        connection.execute(
            text(f"CREATE TRIGGER trail_changed BEFORE UPDATE ON audit WHEN NOT ({allowed}) {refuse}")
        )
        connection.execute(text(f"CREATE TRIGGER trail_deleted BEFORE DELETE ON audit {refuse}"))
        return
    old, new = (", ".join(f"{row}.{name}" for name in _SEALED) for row in ("OLD", "NEW"))
    body = f"""BEGIN
        IF TG_OP = 'UPDATE' THEN
            IF NEW.salt IS NULL AND ROW({new}) IS NOT DISTINCT FROM ROW({old}) THEN RETURN NEW; END IF;
        END IF;
        RAISE EXCEPTION '{_REFUSED}';
    END"""
    connection.execute(text(f"CREATE FUNCTION trail_stays() RETURNS trigger LANGUAGE plpgsql AS $${body}$$"))
    for name, moment, each in (
        ("trail_changed", "UPDATE", "ROW"),
        ("trail_deleted", "DELETE", "ROW"),
        ("trail_emptied", "TRUNCATE", "STATEMENT"),
    ):
        then = f"FOR EACH {each} EXECUTE FUNCTION trail_stays()"
        connection.execute(text(f"CREATE TRIGGER {name} BEFORE {moment} ON audit {then}"))


def unguard_trail(connection: Connection) -> None:
    """For a migration that changes the table."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("DROP FUNCTION trail_stays() CASCADE"))
        return
    for name in ("trail_changed", "trail_deleted"):
        connection.execute(text(f"DROP TRIGGER {name}"))
