"""`tiendo run --worker`; what a worker does is in tests/survival."""

from pathlib import Path

import pytest

from bot.commands.running import run
from core.errors import SettingsError


def test_a_worker_without_postgresql_is_refused_by_the_settings_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TIENDO_DATABASE_URL", raising=False)
    with pytest.raises(SettingsError, match="TIENDO_DATABASE_URL"):
        run(worker=True)
    assert list(tmp_path.iterdir()) == []
