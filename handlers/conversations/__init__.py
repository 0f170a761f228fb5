"""All conversations: who answers a press is found by its verb, typed text by what was asked."""

from core.dialogue.engine import Conversations
from handlers.conversations import (
    changing,
    channels,
    correcting,
    gate,
    home,
    loose_files,
    meanwhile,
    members,
    mine,
    plan_settings,
    progress,
    report,
    saying,
    settings,
    vocabulary,
    waiting,
)

CONVERSATIONS = Conversations(
    gate=gate,
    form=report,
    home=home,
    by_asking={
        "reason": correcting,
        "evidence": loose_files,
        "rejection": waiting,
        "settling": plan_settings,
        "teaching": vocabulary,
    },
    others=(
        changing,
        channels,
        correcting,
        loose_files,
        meanwhile,
        members,
        mine,
        plan_settings,
        progress,
        saying,
        settings,
        vocabulary,
        waiting,
    ),
)
