"""Indexes of some rows only.

SQLAlchemy's own Index with a condition imports the dialects of both databases (see storage.upserts), so each
is made by a statement of its own when its table is.
"""

from typing import Any

from sqlalchemy import Connection, Table, event, text

from storage.models.base import Base, table
from storage.models.products import Product
from storage.models.queues import Inbox, Outbox

#: name (of a unique one "uq_..."), of which table, which rows, which columns. Those of rows in an unfinished
#: state stay small however many rows are kept; those of the web chat's rows find what was said in one chat,
#: that of notices what the bot wrote to somebody by itself.
PARTIAL_INDEXES: tuple[tuple[str, type[Base], str, str], ...] = (
    ("ix_inbox_waiting", Inbox, "status = 'waiting'", "id"),
    ("ix_inbox_waiting_lane", Inbox, "status = 'waiting'", "lane, id"),
    ("ix_outbox_waiting", Outbox, "status = 'waiting'", "channel, priority, id"),
    ("ix_outbox_waiting_chat", Outbox, "status = 'waiting'", "channel, chat, priority, id"),
    ("ix_outbox_sending_chat", Outbox, "status = 'sending'", "channel, chat, id"),
    ("ix_inbox_web", Inbox, "channel = 'web'", "lane, id"),
    ("ix_outbox_notices", Outbox, "answers_inbox_id IS NULL", "channel, chat, id"),
    ("ix_outbox_web_sent", Outbox, "channel = 'web' AND status = 'sent'", "chat, sent_at, id"),
    ("uq_product_standing", Product, "removed_at IS NULL", "tenant_id, gtin"),
)


def _create_with(model: type[Base], statement: str) -> None:
    @event.listens_for(table(model), "after_create")
    def create(_: Table, connection: Connection, **__: Any) -> None:
        connection.execute(text(statement))


for _name, _model, _rows, _columns in PARTIAL_INDEXES:
    _what = "UNIQUE INDEX" if _name.startswith("uq_") else "INDEX"
    _create_with(_model, f"CREATE {_what} {_name} ON {_model.__tablename__} ({_columns}) WHERE {_rows}")
