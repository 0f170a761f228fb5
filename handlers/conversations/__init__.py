"""All conversations: who answers a press is found by its verb, typed text by what was asked."""

from core.dialogue.engine import Conversations
from handlers.conversations import (
    changing,
    channels,
    correcting,
    gate,
    home,
    knowledge_desk,
    loose_files,
    meanwhile,
    members,
    mine,
    plan_settings,
    progress,
    report,
    requests,
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
        "request": requests,
    },
    others=(
        changing,
        channels,
        correcting,
        knowledge_desk,
        loose_files,
        meanwhile,
        members,
        mine,
        plan_settings,
        progress,
        requests,
        saying,
        settings,
        vocabulary,
        waiting,
    ),
)
