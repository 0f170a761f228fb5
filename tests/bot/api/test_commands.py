"""An administrator at the console makes, looks at and ends tokens."""

from pathlib import Path

from core.api import read_token
from tests.bot.test_cli import tiendo


def test_a_token_is_shown_once_and_ended(tmp_path: Path) -> None:
    make = ("token", "make", "Sở KH&CN", "--tenant", "dong_cuu", "--scope", "plans", "--scope", "facts")
    made = tiendo(*make, data=tmp_path).stdout.strip()
    token = read_token(made)
    assert token is not None
    listed = tiendo("token", "list", "--tenant", "dong_cuu", data=tmp_path).stdout
    assert token.public_id in listed
    assert token.secret not in listed
    assert "facts,plans" in listed
    assert tiendo("token", "list", "--tenant", "lang_son", data=tmp_path).stdout == "0 tokens\n"
    assert tiendo("token", "revoke", token.public_id, "--tenant", "lang_son", data=tmp_path).returncode == 2
    assert tiendo("token", "revoke", token.public_id, "--tenant", "dong_cuu", data=tmp_path).returncode == 0
    assert "revoked" in tiendo("token", "list", "--tenant", "dong_cuu", data=tmp_path).stdout
    assert tiendo(*make[:-1], "everything", data=tmp_path).returncode == 2
