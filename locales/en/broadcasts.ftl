# Messages to many people.
menu-broadcasts = 📣 Messages to many
broadcast-list =
    📣 **Messages to many**
    One message to many people at once. You see it on your own phone before it goes out.
broadcast-list-officer =
    📣 **Messages to many**
    You write, an administrator looks and lets it go out.
broadcast-list-button = 📣 All messages
broadcast-new = ✍️ Write a message
broadcast-line = { $number } · { $state } · { $text }
broadcast-back = ◀ Message { $number }
broadcast-gone = This message cannot be changed any more, or is not yours.

broadcast-incident-question =
    Write to the people concerned, { $most } characters at most: which data got out or were lost, since when, what may follow, what to do at once, whom to ask. Do not repeat the data themselves.
broadcast-text-question =
    What should it say? Type the text ({ $most } characters at most), or send a picture or a file with its words.
    People will see exactly what you write.
broadcast-words-question = Type the new text ({ $most } characters at most), or send another picture or file with its words.
broadcast-too-long = This text has { $length } characters; { $most } at most reach every channel whole. Please shorten it.
broadcast-no-file = I take no picture or file for a message now. Open the message, press “Text” and send it again.
broadcast-drop-file = Without the picture or file

broadcast-title =
    { $kind ->
        [correction] 📣 **Correction { $number }** · { $state }
        [reminder] 🔔 **Reminder { $number }** · { $state }
        [recall] ↩️ **Recall { $number }** · { $state }
       *[message] 📣 **Message { $number }** · { $state }
    }
broadcast-state-draft = draft
broadcast-state-proposed = waits for release
broadcast-state-scheduled = released, waits for its hour
broadcast-state-sending = being sent
broadcast-state-stopped = stopped
broadcast-state-done = sent
broadcast-state-missed = missed its hour, not sent
broadcast-state-cancelled = thrown away
broadcast-by = Written by { $name }
broadcast-quoted = “{ $text }”
broadcast-file = 📎 { $name ->
        [none] a picture
       *[other] { $name }
    }
broadcast-refused = ✋ Not released: { $why }
broadcast-began = Sent from { $at } on, released by { $name }.

broadcast-incident = 🛡 Told because of an incident with personal data: who had their data restricted is told as well, as the law lets them know.
broadcast-to = To: { $audience }
broadcast-who = 👥 To whom
broadcast-who-question = To whom does this message go?
broadcast-who-done = ✅ Done
broadcast-all-everybody = Everybody
broadcast-all-officers = All officers
broadcast-all-households = All households
broadcast-all-silent = Who has not reported this week
broadcast-all-all-levels = Everybody of the province and its communes
broadcast-all-heads-below = Managers and admins of the communes
broadcast-all-officers-below = Officers of the communes
broadcast-all-quiet-below = Communes without a report this week
broadcast-narrow = Choose in detail
broadcast-narrow-question = Choose more to narrow it down; who is in several groups gets it once.
broadcast-less-question = Choose who does **not** get it:
broadcast-add-group = ➕ One more group
broadcast-less = ➖ Leave out
broadcast-back-to-groups = ◀ Who gets it
broadcast-clear = Choose anew
broadcast-by-role = Role
broadcast-by-unit = Unit
broadcast-by-place = Place
broadcast-by-kind = Kind of business
broadcast-by-trade = Trade
broadcast-by-commune = Communes
broadcast-flag-silent = Not reported this week
broadcast-flag-quiet = Commune without a report this week
broadcast-flag-expires =
    { $days ->
        [0] Scale overdue
       *[other] Scale due in { $days } days
    }
broadcast-pick-role = Which role?
broadcast-pick-unit = Which unit?
broadcast-pick-place = Where? (the business or the scale is there)
broadcast-pick-kind = Which kind of business?
broadcast-pick-trade = Which trade? (by the register)
broadcast-pick-commune = Which communes?
broadcast-pick-none = There is nothing to choose here yet.
broadcast-values-done = ◀ Chosen
broadcast-role-officer = officers
broadcast-role-household = households
broadcast-role-manager = managers
broadcast-role-admin = administrators
broadcast-nobody = nobody chosen yet
broadcast-everybody = everybody
broadcast-without = { $groups }; but not { $without }
broadcast-trades = trade { $trades }
broadcast-silent = not reported this week
broadcast-quiet-commune = of communes without any report this week
broadcast-communes-all = All communes
broadcast-communes-every = in all communes
broadcast-expires =
    { $days ->
        [0] with a scale whose verification has ended
       *[other] with a scale whose verification ends within { $days } days
    }
broadcast-got = who got message { $number }
broadcast-unread = who got message { $number } and has not answered
broadcast-more = { $names } and { $count } more
broadcast-count = People: **{ $count }**
broadcast-count-where = People: **{ $count }** ({ $where })
broadcast-count-none = Nobody can get this message yet.
broadcast-count-nobody = There is nobody in this group. Press “To whom” to change or drop a condition.
broadcast-count-below = { $count } of them in { $communes } communes, whose admins are told.
broadcast-on = { $count } { $channel }
broadcast-unreached-never = { $count } have never written to the bot and cannot be reached
broadcast-unreached-blocked = { $count } have blocked the bot and cannot be reached

broadcast-words = ✏️ Text
broadcast-ask = 💬 Answer button
broadcast-asking = What do people press when they read it?
broadcast-ask-received = “Received”
broadcast-ask-question = A question
broadcast-ask-poll = A poll
broadcast-ask-nothing = No button
broadcast-asks-received = Button: Received
broadcast-asks-question = Button: Answer (people type their answer)
broadcast-asks-poll = Poll: { $options }
broadcast-asks-nothing = No button
broadcast-options-question = Type 2 to { $most } choices, one a line or with “/” between them, { $length } characters each at most.

broadcast-when = 🕗 Set a time
broadcast-when-question = When does it go out?
broadcast-when-now = At once
broadcast-when-at = At a day and hour
broadcast-when-weekly = Repeat weekly
broadcast-when-monthly = Repeat monthly
broadcast-when-any = In quiet hours too
broadcast-when-quiet = Not in quiet hours
broadcast-when-typed = Type the hour and the day, such as “8:00 25/5” or “14:30 tomorrow”.
broadcast-when-again = I did not understand the time, or it has passed. Please type it again, such as “8:00 25/5”.
broadcast-until-typed = Repeat until the end of which day? Such as “31/12”.
broadcast-until-again = The last day has to be after the first time and within a year. Please type it again, such as “31/12”.
broadcast-at = Goes out: { $at }
broadcast-at-once = Goes out: as soon as it is released
broadcast-repeats =
    { $repeat ->
        [weekly] Every week until the end of { $until }
       *[other] Every month until the end of { $until }
    }
broadcast-quiet = 🌙 Those are quiet hours: I send it at { $at }, unless you let it go out in quiet hours too.
broadcast-quiet-now = 🌙 People are left alone at this hour. Wait until { $at }, or send it now?

broadcast-look = 👁 Preview and send
broadcast-last-look = ⬆️ Above is the message as people will see it.
broadcast-examples = Among them: { $names }
broadcast-example = { $name } ({ $where })
broadcast-type-count = Type **{ $count }** to send it.
broadcast-count-wrong = Not sent. It goes to { $count } people; it is sent when exactly this number is typed.
broadcast-changed-since = ✏️ Not sent: this message was changed after you looked at it. Please look at the new one first.
broadcast-changed-still = ✏️ Not sent: { $name } changed this message after you looked at it and has not proposed it again.
broadcast-count-changed = Not sent: { $shown } people have become { $count }. Please look again, then send.
broadcast-send = 📨 Send to { $count }
broadcast-send-then = 🕖 Send to { $count } at { $at }
broadcast-send-anyway = 🌙 Send to { $count } now
broadcast-change = ✏️ Change
broadcast-drop = 🗑 Throw away
broadcast-propose = 📨 Ask for release
broadcast-proposed =
    { $count ->
        [0] Noted, but no administrator uses the bot yet; please tell them yourself.
       *[other] I asked { $count } administrators to release it, and tell you what they decide.
    }
broadcast-proposed-news =
    📣 { $name } asks you to release message { $number }:
    “{ $text }”
broadcast-refuse = ✋ Do not send
broadcast-refuse-question = Why not? I tell { $name }.
broadcast-refused-done = { $name } has been told.
broadcast-refused-news = ✋ Message { $number } was not released: { $why }

broadcast-released = 📨 It goes out to { $count } people now. I show here how far it is.
broadcast-released-later = 🕗 Released; I send it to { $count } people when its time comes.
broadcast-released-quiet = 🌙 Released; when quiet hours end, { $at }, it goes to { $count } people.
broadcast-unschedule = Do not send it
broadcast-cancel-sure = Throw message { $number } away? Nobody got it; its words are not kept.
broadcast-cancel-yes = Throw away
broadcast-cancelled = Message { $number } was thrown away, nobody got it.
broadcast-stop = ⏸ Stop
broadcast-stopped = ⏸ Stopped. What is on its way may still reach a few.
broadcast-go-on = ▶️ Go on
broadcast-goes-on = ▶️ I go on with the next person.
broadcast-end = ⏹ End it
broadcast-end-sure = Send message { $number } to none of the others?
broadcast-end-yes = End it
broadcast-refresh = 🔄 Refresh
broadcast-sheet = 📄 Excel
broadcast-sheet-caption = What became of message { $number }, person by person.
broadcast-sheet-file = message-{ $number }.xlsx
broadcast-remind = 🔔 Remind { $count } who have not answered
broadcast-correct = ✏️ Correct
broadcast-fix-question = Type the correction. It goes to those who got message { $number }, marked as a correction.
broadcast-recall = ↩️ Recall
broadcast-recall-sure =
    Recall message { $number }? On Telegram and the web I replace what was sent by a note that it was recalled.
    Zalo lets nothing that was sent be changed: people there still see it; send them a correction.
broadcast-recall-yes = Recall
broadcast-recalling = ↩️ Message { $number } is being recalled.

broadcast-progress =
    { $what }: { $done }/{ $size }
    { $bar }
broadcast-progress-what = 📣 Message { $number }
broadcast-progress-recall = ↩️ Taking back message { $of }
broadcast-progress-begins = { $size ->
    [0] { $what }: beginning now.
   *[other] { $what }: beginning now, { $size } people.
    }
broadcast-progress-done = { $what }: done at { $at }.
broadcast-progress-stopped = ⏸ { $what }: stopped at { $done }/{ $size }.
broadcast-missed = ⏰ Message { $number } missed its hour, { $at }: the bot was not running. Nobody got it; if it still holds, open it and send it.
broadcast-fate-sent = ✅ Sent: { $count }
broadcast-fate-waiting = ⏳ Waiting to be sent: { $count }
broadcast-fate-never = 🚫 Never wrote to the bot: { $count }
broadcast-fate-blocked = ⛔ Blocked the bot: { $count }
broadcast-fate-held = 🕸 Outside the hours in which the channel may write; they get it if they write within 3 days: { $count }
broadcast-fate-quota = 📉 The channel's messages of the month are kept for replies: { $count }
broadcast-fate-window = 🕸 Outside the hours the channel allows: { $count }
broadcast-fate-perhaps = ❔ May have arrived (the program or the line broke while sending): { $count }
broadcast-fate-stopped = ⏹ Not sent, it was stopped: { $count }
broadcast-fate-cannot = 🔒 The channel lets nothing sent be changed: { $count }
broadcast-fate-failed = ⚠️ Failed: { $count }
broadcast-acknowledged = 👌 Acknowledged: { $count }/{ $sent }
broadcast-answered = 💬 Answered: { $count }/{ $sent }
broadcast-voted = 🗳 Voted: { $count }/{ $sent }
broadcast-votes = • { $option }: { $count }
broadcast-unit-missed =
    📣 Message { $number } of { $sender } did not reach { $count } people of { $unit }:
    { $names }
    Please tell them yourself.
broadcast-missed-name = • { $name } ({ $why })
broadcast-below-news =
    📣 { $sender } is sending a message to { $count } people of { $tenant }:
    “{ $text }”
    This is for you to know; there is nothing to do.
broadcast-below-news-file = 📎 only a picture or a file

# What who gets it sees.
broadcast-head-message = 📣 **{ $sender }**
broadcast-head-correction =
    { $day ->
        [none] 📣 **Correction** · { $sender }
       *[other] 📣 **Correction** of the message of { $day } · { $sender }
    }
broadcast-head-reminder = 🔔 **Reminder** · { $sender }
broadcast-recalled = ↩️ { $sender } has recalled its message of { $day }. Please disregard it.
broadcast-received = 👌 Received
broadcast-answer = ✍️ Answer
broadcast-thanks = 👌 Thank you, it is noted that you have read it.
broadcast-thanks-for = 👌 Your answer is noted: { $answer }
broadcast-say-question = Type your answer; I pass it on.
broadcast-say-again = Type your answer, { $most } characters at most.
broadcast-not-yours = This is a preview, was recalled, or was not sent to you; nothing was noted.

# The workbook.
broadcast-sheet-title = People
broadcast-column-name = Name
broadcast-column-unit = Unit
broadcast-column-business = Business
broadcast-column-role = Role
broadcast-column-channel = Channel
broadcast-column-state = Result
broadcast-column-sent = Sent at
broadcast-column-answered = Answered at
broadcast-column-answer = Answer
broadcast-column-why = Reason
broadcast-word-sent = sent
broadcast-word-waiting = waiting to be sent
broadcast-word-never = never wrote to the bot
broadcast-word-blocked = blocked the bot
broadcast-word-held = outside the channel's hours, until they write
broadcast-word-quota = the channel's messages of the month run short
broadcast-word-window = outside the hours the channel allows
broadcast-word-perhaps = may have arrived
broadcast-word-stopped = not sent, stopped
broadcast-word-cannot = the channel lets nothing sent be changed
broadcast-word-failed = failed
