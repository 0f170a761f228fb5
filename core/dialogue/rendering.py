"""A message of the dialogue in the words of one language, as it goes into the outbox."""

from core.dialogue.steps import Message
from core.messages import Button, Outbound
from core.texts import Speech, Texts


def rendered(texts: Texts, message: Message, locale: str, edits: str | None = None) -> Outbound:
    """The message with all its words put in; `edits` names the one it takes the place of."""

    def words(speech: Speech) -> str:
        return texts.render(speech, locale)

    rows = tuple(
        tuple(Button(words(option.label), option.token, option.main) for option in row)
        for row in message.rows
    )
    return Outbound(
        words(message.text),
        rows,
        message.file,
        edits,
        message.numbered,
        asks_name=message.asks_name,
        made=message.made,
    )
