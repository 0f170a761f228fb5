"""What conversations about tokens of the API may ask to be done."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShowTokens:
    """The tokens of the tenant."""


@dataclass(frozen=True, slots=True)
class MakeToken:
    """A token for somebody: `opens` is a code of handlers.conversations.api_tokens.OPENS."""

    name: str
    opens: str


@dataclass(frozen=True, slots=True)
class RevokeToken:
    """End a token, by its public part; first it is asked whether one is `sure`."""

    public_id: str
    sure: bool = False


ApiEffect = ShowTokens | MakeToken | RevokeToken
