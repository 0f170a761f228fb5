"""python-telegram-bot: a ConversationHandler without persistence, long polling, all defaults."""

from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    filters,
)

from benchmarks.peers.rows import Rows, Texts, arguments

Context = ContextTypes.DEFAULT_TYPE
Callback = Callable[[Update, Context], Coroutine[Any, Any, int]]

TEXT = filters.TEXT & ~filters.COMMAND


async def say(update: Update, text: str) -> None:
    assert update.effective_message is not None
    await update.effective_message.reply_text(text)


def form(texts: Texts, rows: Rows) -> ConversationHandler[Context]:
    """A state for each question; the last answer stores the row."""

    async def begin(update: Update, context: Context) -> int:
        assert context.user_data is not None
        context.user_data["answers"] = []
        await say(update, texts.questions[0])
        return 0

    def answer(number: int) -> Callback:
        async def callback(update: Update, context: Context) -> int:
            assert context.user_data is not None
            assert update.effective_message is not None
            context.user_data["answers"].append(update.effective_message.text)
            await say(update, texts.questions[number + 1])
            return number + 1

        return callback

    async def send(update: Update, context: Context) -> int:
        assert context.user_data is not None
        assert update.effective_chat is not None
        await rows.add(update.effective_chat.id, context.user_data["answers"])
        context.user_data.clear()
        await say(update, texts.done)
        return ConversationHandler.END

    last = len(texts.questions) - 1
    callbacks: dict[object, Callback] = {**{number: answer(number) for number in range(last)}, last: send}
    return ConversationHandler(
        entry_points=[CommandHandler("baocao", begin)],
        states={state: [MessageHandler(TEXT, callback)] for state, callback in callbacks.items()},
        fallbacks=[],
        allow_reentry=True,
    )


def main() -> None:
    given = arguments()

    async def lost(update: Update, context: Context) -> None:
        await say(update, given.texts.lost)

    async def create(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
        await given.rows.create()

    application = (
        ApplicationBuilder().token(given.token).base_url(f"{given.api}/bot").post_init(create).build()
    )
    application.add_handler(form(given.texts, given.rows))
    application.add_handler(MessageHandler(filters.ALL, lost))
    application.run_polling()


if __name__ == "__main__":
    main()
