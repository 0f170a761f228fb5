"""Organisations: under which names they are known, and when two of them are the same."""

from core.organisations.names import folded_name

__all__ = ["folded_name"]
