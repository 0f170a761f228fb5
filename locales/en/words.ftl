### An administrator sees messages that were read wrongly and teaches words.

menu-words = 📖 Vocabulary

## Messages not understood or changed
words-title = 📖 **Messages I read wrongly**
words-messages = There are { $count } messages that I could not read, or that their senders had to change. Open one to see it and teach me.
words-no-messages = There is no message that I read wrongly. You can still teach me words that people use here.
words-line-unread = ❓ { $text }
words-line-amended = ✏️ { $text }
words-line-otherwise = 🔀 { $text }
words-line-corrected = 🔧 { $text }
words-teach = ➕ Teach a word
words-taught-count = 📚 Taught words ({ $count })
words-taught-list = 📚 Taught words
words-back-to-messages = ◀ Messages
words-message-gone = This message is not kept any more (I keep them for 90 days).
words-said-by = 💬 **{ $name }** · { $at }
words-quote = “{ $text }”
words-was-read = I understood then: { $reading }
words-status-read = The sender left it as it was.
words-status-unread = I could not read this message.
words-status-amended = The sender changed the card before sending it.
words-status-otherwise = The sender made it another kind of report.
words-status-corrected = The report was corrected later.
words-became = Sent: **{ $receipt }** · { $kind }
words-reads-now = I read it now: { $reading }
words-open-report = 📄 { $receipt }

## How a message is understood
heard-record = { $kind } ({ $answers })
heard-answer = { $field }: { $value }
heard-and-more = and { $count } more
heard-as-report = a report, of what is not clear
heard-as-report-nil = nothing to report this week
heard-as-plan-ahead = something still to come
heard-as-correct = a report to be corrected
heard-as-withdraw = a report to be withdrawn
heard-as-ask = a question
heard-as-request-support = a request for support
heard-as-complain = a complaint
heard-as-query = a question for figures
heard-as-make-report = a summary to be made
heard-as-broadcast = a message to many
heard-as-set-reminder = a reminder to be set
heard-as-register = a registration
heard-as-confirm = a yes
heard-as-deny = a no
heard-as-answer = an answer
heard-as-greet = a greeting
heard-as-off-topic = something else
heard-as-refuse = something the bot may not do
heard-as-unclear = not understood

## Teaching a word
words-which = Please type the word or phrase to teach me, just as people write it.
words-which-offered = I do not know these words yet. Press one, or type another one to teach me.
words-phrase-length = I need a word or phrase with letters, of { $most } syllables at most.
words-phrase = 📖 **“{ $phrase }”**
words-means-already = I understand it so far as: { $meanings }.
words-which-kind = Which kind of report is it about? (press or type its name)
words-which-meaning = In the report **{ $kind }**, what does it tell?
words-means-kind = The work itself
words-means-field = { $field }: …
words-which-option = What does it mean? (press or type its name)
words-meaning = { $kind } · { $field }: { $option }
words-card = 📖 **“{ $phrase }”** → { $meaning }
words-known-already = I know this word with just that meaning already; no need to teach it.
words-preview-empty = There are no past messages to try it on yet.
words-preview-none = I tried it on the last { $total } messages: none is understood in another way.
words-preview-changes = I tried it on the last { $total } messages: **{ $count }** would be understood in another way.
words-change =
    • “{ $text }”
    before: { $before }
    after: **{ $after }**
words-change-confirmed =
    • ⚠️ “{ $text }”
    right now: { $before }
    would become: **{ $after }**
words-warn-spoilt = ⚠️ { $count } of them I read rightly now; their senders sent them so.
words-warn-common = ⚠️ This word is short, or stands in much other talk, and may mislead me. A whole phrase is safer.
words-warn-figure = ⚠️ There is a number in it; where I meet the phrase, that number counts nothing any more.
words-confirm = Is this what you mean? You can take it back later.
words-sure = Are you sure you want to save it? You can take it back later.
words-save = ✅ Right, save
words-save-anyway = Save anyway
words-taught = ✅ I have learnt **“{ $phrase }”**. From the next message on I read it so.
words-left = You left; I have learnt no new word.
words-stale = This button is old: its word is not being taught any more. Please open the list again.

## Taught words
words-taught-title = 📚 **Words you have taught me**
words-none-taught = No words have been taught yet.
words-word-line = • “{ $phrase }” → { $meaning } ({ $name })
words-remove = ✖ Remove “{ $phrase }”
words-remove-sure = Remove **“{ $phrase }”** ({ $meaning })? I will read as before it was taught.
words-remove-yes = Remove this word
words-removed = I have removed **“{ $phrase }”**.
words-gone = This word was removed before.
