"""`tiendo permissions`: who may do what in a tenant."""

from typing import Annotated

import typer

from bot.commands.operating import chosen_tenant
from bot.config import read_settings
from bot.knowledge import read_knowledge
from reports.permissions import permission_table


def permissions(
    tenant: Annotated[str, typer.Option(help="Code of the tenant; needed where there are several.")] = "",
    locale: Annotated[str, typer.Option(help="vi or en")] = "vi",
) -> None:
    """Print who may do what, with what the tenant's content changes of it."""
    knowledge = read_knowledge(read_settings().content_dir)
    spec = knowledge.catalogue.tenants[chosen_tenant(knowledge.catalogue, tenant)]
    typer.echo(permission_table(knowledge.texts, locale, spec.permissions), nl=False)
