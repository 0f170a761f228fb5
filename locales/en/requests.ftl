# Questions and requests to the people in charge.
menu-requests = 📨 Requests
menu-vain = 📚 Unanswered questions

request-opened-desk = 📨 **{ $receipt }** has gone to { $unit }.
request-opened-heads = 📨 **{ $receipt }** is noted. Nobody of { $unit } uses the bot yet, so its manager or administrator was told.
request-opened-nobody = 📨 **{ $receipt }** is noted, but nobody of { $unit } or above it can get it through the bot yet. If it is urgent, please call or go there.
request-after-hours = 🕗 The office is closed; somebody will look at it on the next working morning.
request-expected = Answer expected by { $day }.
request-mine = 📬 What I asked
request-gone = I cannot find this request any more.
request-is = Request **{ $receipt }** is { $state }.
request-owner = In charge: { $name }
request-no-owner = Nobody has taken it yet
request-unit = Unit: { $unit }
request-passed-on = I have passed **{ $receipt }** on again; you will hear as soon as there is an answer.
request-added = Added to **{ $receipt }**; whoever answers it can read it now.
request-asked-again = 🔁 **{ $receipt }**: still unclear, they write:
    { $text }
request-more = ➕ **{ $receipt }** · { $name } adds:
    { $text }
request-news = 📨 **{ $receipt }** · { $subject }
    { $name }{ $business } writes:
    { $text }

request-business = { " " }({ $business })

request-take = 🙋 I take it
request-answer = ✍️ Answer
request-answer-below = ✍️ Answer the one below
request-open = 📄 Open
request-hand = ➡️ Another unit
request-close = ✔️ Close
request-back = ◀ Back
request-say-more = ➕ Add something
request-no-need = Not needed any more
request-is-clear = 👍 Clear now
request-not-clear = 🤔 Still unclear
request-again = 🔁 Ask again

request-taken = You have taken **{ $receipt }**. Whoever asked has been told your name.
request-is-yours = **{ $receipt }** is yours.
request-taken-news = { $name } ({ $unit }) has taken your question **{ $receipt }**.
request-answered = ✅ The answer to **{ $receipt }** is sent. If it helps others too, add it to the knowledge base.
request-answered-unreached = The answer to **{ $receipt }** is noted, but I cannot reach who asked. Please call them.
request-answer-news = 💬 { $name } ({ $unit }) answers **{ $receipt }**:
request-clear = Is it clear now?
request-handed-over-desk = **{ $receipt }** has gone to { $unit }.
request-handed-over-heads = **{ $receipt }** is noted for { $unit }. Nobody there uses the bot yet, so the manager or administrator was told.
request-handed-over-nobody = **{ $receipt }** is noted for { $unit }, but nobody there can get it through the bot yet. Please tell them yourself.
request-handed-news = Your question **{ $receipt }** has gone to { $unit }, which is in charge of it.
request-close-why = To close somebody else's request you have to give a reason.
request-closed = **{ $receipt }** is closed.
request-closed-news = Your question **{ $receipt }** was closed: { $reason }
request-thanks = Thank you. **{ $receipt }** is closed.
request-satisfied-news = ✔️ **{ $receipt }** was closed by who asked.
request-corrected-news = ✏️ **{ $receipt }** · { $name } corrected the report, which now says:
    { $text }
request-taken-back-news = ✔️ **{ $receipt }**: the report behind it no longer stands, so no answer is needed.

request-write-answer = Write the answer for { $name }:
    “{ $text }”
request-write-why = Why is **{ $receipt }** closed? Whoever asked will read it.
request-write-again = What is still unclear? Write it and I pass it on.
request-write-more = What would you like to add to **{ $receipt }**?
request-write-new = What would you like to ask an officer? Write it in a sentence: I pass it to the unit in charge, with a number and a day for the answer.
request-length = Please write it in words, between 2 and { $most } characters.
request-hand-to = Which unit should **{ $receipt }** go to?

request-state-new = new
request-state-taken = being looked at
request-state-answered = answered
request-state-closed = closed
request-kind-question = Question
request-kind-guidance = Guidance wanted
request-kind-training = Place in a class
request-kind-support = Support wanted
request-kind-difficulty = Difficulty
request-kind-data = Personal data
request-move-open = asked
request-move-take = took it
request-move-hand-over = handed it over
request-move-pass-up = passed it up to
request-move-answer = answered
request-move-add = added
request-move-again = asked again
request-move-close = closed it
request-line = { $mark ->
    [late] ⏰{" "}
    [first] ⭐{" "}
   *[none] { "" }
}{ $text } · { $state }
request-card = 📨 **{ $receipt }** · { $kind } · { $state }
    { $name }{ $business } · { $opened }
request-told = • { $at } · { $name } { $move }: { $text }
request-told-bare = • { $at } · { $name } { $move }

requests-title = 📨 { $count } requests are waiting, the most urgent first:
requests-none = 📭 No requests are waiting.
requests-more = … and { $count } more: open this again when some are done.
asked-title = 📬 What you have asked:
asked-none = You have not sent a question to an officer yet.

org-type-ask = So that the commune can help you well, let me ask once: what is your business?
org-type-is =
    { $type ->
        [co_so_sx] We make what we sell
        [htx] A cooperative
        [dn] An enterprise
       *[ho_kd] We only trade
    }
org-type-noted = Noted. I will not ask again.
question-rated = Thank you, noted.

article-source = Answer of { $name }, { $receipt }
article-propose = 📚 Add to the knowledge base
article-nothing = This request has no answer yet to add.
article-personal = This request is about one person's own data, so it does not go among the answers for all.
article-already = This answer has been proposed already.
article-waits = Proposed. Once somebody else approves it, I will answer with it.
article-waits-nobody = Proposed, but there is nobody else here who may approve. Please have a manager added.
article-proposed = 📚 { $name } proposes for the knowledge base:
article-own = You proposed this yourself; somebody else has to approve it.
article-approve = ✅ Approve
article-reject = ✖ Do not use
article-gone = This proposal is gone.
article-approved = ✅ Approved; I can answer this from now on.
article-rejected = The proposal is dropped.
article-changed = ✏️ Not approved: this was changed after you looked at it. Please read it as it is now.
article-draft = The proposal waits for approval.

vain-title = 📚 { $count } questions I could not answer, or not well:
vain-none = 📚 No question waits to be looked at.
vain-line = { $nth }. { $text } · { $day }{ $often ->
    [1] { "" }
   *[other] {" "}· { $often } times
}
vain-proposals = { $count } answers wait to be approved:
vain-proposal = 📝 { $text }
vain-seen = ✔ Done { $nth }
vain-more = More ▶
vain-settled = Marked as seen to.

need-reminder-asker = 💬 **{ $receipt }** was answered 5 days ago. Is it clear now?

request-up = ⬆️ To the level above
request-up-news = **{ $receipt }** has gone up to { $tenant }; you will hear as soon as there is an answer.
request-flag-priority = ⭐ In a priority group
request-flag-restrict = ⏸ Wants their data restricted: the button on the card of the request (/yeucau) does it at once
request-flag-incident = 🛡 Personal data got out, were lost or sent to the wrong person: the 72 hours of the law run from finding it
request-flag-erase = ⚠️ Consent withdrawn, data to be deleted: hand over, then delete on the card of the request (/yeucau)
request-flag-granted-before = ⚠️ Support for this very content was approved for them once before.
request-flag-no-target = ℹ️ Support for this type of organisation counts for no target of the plan.

waiting-lists = 🎓 Waiting for a class
waiting-lists-title = 🎓 Classes that people wait for:
waiting-lists-none = 🎓 Nobody is waiting for a class.
class-wanted = { $course } · { $count } waiting, { $seats } seats
class-title = 🎓 **{ $course }** · { $count } waiting:
class-line = • { $name }: { $text }
class-any = No class named
class-tell = 📣 Tell them of a class
class-write = When and where is the class **{ $course }**? Write one message and everybody who waits gets it.
class-news = 🎓 A class you were waiting for (**{ $receipt }**):
class-coming = ✅ I come
class-later = The next one
class-later-news = 🎓 **{ $receipt }**: { $name } waits for the next class.
class-still-waiting = You are still on the waiting list (**{ $receipt }**); I will tell you of the next class.
class-told = 📣 Told { $count } who were waiting.
