"""The few errors the program raises on purpose. A class's docstring is its message."""


class TiendoError(Exception):
    """Something went wrong."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or type(self).__doc__ or "")


class ContentError(TiendoError):
    """The content has errors; run `tiendo check` to list them."""


class SettingsError(TiendoError):
    """A setting is missing or wrong."""


class NotAllowed(TiendoError):
    """This person may not do that."""
