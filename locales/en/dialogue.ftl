### What the bot says in a conversation.

## Roles
role-officer = officer
role-household = household business
role-manager = manager
role-admin = administrator

## Coming in
welcome-stranger =
    Hello. This is the tiendo bot: officers report what they did, managers see the progress.
    You are talking to a machine, not a person.
    To come in, open your invite link or send the **invite code** (10 letters and digits) from your unit.
    You use the bot on another channel already? Send **/lienket** there, and the 8 digits you get here.
invite-unknown = This invite code is wrong or no longer valid. Please check each letter, or ask your unit for a new one. If you have scanned the label of a scale: its card opens for its owner and the officers in charge only.
link-opens-nothing = This link opens nothing for you: a scale elsewhere, of somebody else or deleted, or an invite while you are in already.
invite-expired = The invite to { $tenant } has expired. Please ask your unit for a new one.
invite-used = The invite to { $tenant } has been used up. Please ask the unit for a new one.
join-consent-staff =
    You are invited into **{ $unit }** as **{ $role }**.
    Before you start, please know:
    • You are talking to a machine, not a person. { $tenant } takes reports and sends reminders with this bot.
    • **As part of the work you were given, without your consent**: the bot keeps your name, unit, reports, and the messages and photos you send here, and reminds you of what is due. You can turn reminders off.
    • **Only if you agree to it by itself**: keeping a location sent with a report. You are asked when you first send one; you can report without. Your contacts are never taken.
    • Who can see it: you, the managers and administrators of { $tenant }; officers see the reports of their own unit.
    • See, copy, correct, delete or turn things off at any time: **/dulieu**.
    Will you come in?
join-consent-household =
    You are invited into **{ $unit }** as **{ $role }**.
    Before you start, please know:
    • You are talking to a machine, not a person. { $tenant } takes what you tell and answers questions with this bot.
    • **To come in you have to agree to this**: it keeps your name, the name of your business, and the messages and photos you send here.
    • **You are asked about each of these by itself, and may say no**: reminders of verification days; officers contacting you; keeping a location you send. Your contacts are never taken.
    • Who can see it: you, the officers in charge, the managers and administrators of { $tenant }. Other households cannot.
    • See, copy, correct, stop any of it or delete all at any time: **/dulieu**.
    Do you agree?
join-agree-staff = I understand, let me in
join-agree-household = I agree
join-decline-staff = No, thank you
join-decline-household = I do not agree
join-declined = Understood, nothing more is kept. Open the invite link again whenever you need it.
join-name = Thank you. Please type your **full name**, as it should stand in reports.
join-name-again = I need a name in letters, 2 to 80 characters. For example: Tran Thi An
join-organisation = What is the **name of your business**? For example: Binh's vegetables, Ngu market
join-organisation-again = The name needs 2 to 80 characters. For example: Binh's vegetables, Ngu market
join-already = You are in already; no invite is needed.
join-done = All done. Welcome **{ $name }** ({ $role }), go ahead.
join-waiting = Thank you **{ $name }**. Your request is with the people who approve; I will tell you at once.
join-waiting-nobody = Thank you **{ $name }**. Your request is kept, but nobody who approves uses the bot yet; please tell your unit.
join-register = Next, tell where you sell and which scales you use, and you are reminded before a verification runs out. It takes two minutes.
join-go-on = ▶ Go on
join-approved = Welcome **{ $name }**, you have been let in.
join-refused = The request of **{ $name }** was not approved. If this is a mistake, please contact your unit.
person-pending = The request of **{ $name }** is waiting for approval. I will write as soon as it is decided. Your data: /dulieu
person-blocked = This account cannot use the bot at present. If this is a mistake, please contact your administrator. Your data: /dulieu
person-suspended = Your account is suspended. Your reports and drafts are kept. If this is a mistake, please ask the administrators of { $tenant }{ $contact ->
    [none] { "" }
   *[other] { " " }({ $contact })
    }. To see, have or delete your data: /dulieu

## Menu
menu-button = ☰ Menu
menu-greeting = Hello **{ $name }** ({ $role }, { $unit }).
menu-question = What do you need?
menu-report = 📝 Report
menu-mine = 📄 My reports
menu-progress = 📊 Progress
menu-dues = ⏰ What is due
menu-calendar = 📅 Reporting calendar
menu-pending = ✅ To confirm
menu-summary = 🗓 Weekly summary
menu-members = 👥 People
menu-ask = 💬 Ask a question
menu-own-scales = ⚖️ My scales
menu-own-day = 📅 Verification day
menu-settings = ⚙️ Settings
menu-help = ❓ Help
not-understood = I could not read that. Please choose below.
command-unknown = I do not know this command. Please choose below.
unsupported = I cannot read this kind of message yet. Please type, send a photo or choose below.
nothing-open = No report is open.
message-given-up = I could not handle your last message; the fault is mine. Please send it again. The people who run this bot have been told.
not-allowed = You may not do this. If you need to, please ask your administrator.
place-this = You will find it here:
report-this = Which report should this become?
kind = { $icon } { $kind }
help-officer =
    { "**" }I am a bot, a program: report by chat.**
    • Say it as you would: "six of us went to a 5S course of the department yesterday". You see it before it is sent.
    • Or press **Report**, choose, answer one question at a time: a button, its number, or words.
    • Leave whenever you like: what you answered is kept, and you go on later.
    • Sent by mistake: **Undo** within 10 minutes; afterwards **Correct**, with a reason.
    • Ask about scales, barcodes, labels, standards: answers name their source.
    • Shortcuts: /baocao, /viec, /tiendo, /cuatoi, /huy, /kenh, /menu
    A person to ask: your administrator.
help-household =
    { "**" }I am a bot, a program: register your scales, ask, and tell the commune what you need.**
    • Ask as you would say it: "does chilli sauce need a barcode". Answers name their source; what is unclear goes to an officer.
    • Scales, guidance, classes: press **Report**, answer one question at a time.
    • Send a photo of a barcode, or type its digits: I tell whether it can be right.
    • An officer looks at it and confirms; I tell you at once.
    • You see your own information only; see, correct or delete it with /dulieucuatoi.
    A person to ask: the officer in charge.
help-manager =
    { "**" }I am a bot, a program: know where things stand in two minutes.**
    • **Progress**: every target, where it is against pace; press one to see the reports behind it.
    • **Weekly summary**: comes by itself on Friday afternoon; any other time say "tóm tắt tháng 10", "tóm tắt quý 3".
    • **To confirm**: confirm, or send back with a reason. The number of a report, such as KT-0514-03, opens it.
    • **Yearly, quarterly report**: a document is drawn up for you. /xuat gives the data as Excel, "ngân sách" shows the money.
    • **People**: approve newcomers, make invites. /thongbao proposes a message to many.
    • /nhatky shows who changed what.
help-admin =
    { "**" }I am a bot, a program. What administrators do:**
    • **People**: approve newcomers, make invites for each role and unit.
    • **Broadcasts**: write to many; see it on your own phone first, set an hour, stop it, put it right.
    • **Plan settings**: fill in owners, lists, values and conditions that the plans leave open.
    • **Vocabulary**: see the messages I could not read or that had to be changed, and teach me words.
    • **Calendar**: deadlines, days off, the hours at which I write. /donvi makes, splits, merges units.
    • **Progress**, **Weekly summary**: as managers see them. /nhatky shows who changed what; /suco for leaked or lost data.
    New targets or forms: ask who installed the bot.

## Filling a form
report-which = What do you report?
report-by-name = Choose an area, or type what it is.
report-area = { $area } ({ $count })
report-in-area = { "**" }{ $area }:** which one?
report-areas = ◀ Other areas
report-none = There is no form for you yet.
form-step = { $icon } **{ $kind }** · Step { $step }/{ $total }
form-left-to-ask = { $icon } **{ $kind }** · { $count } to answer
form-changed = ✔ { $field }: { $old } → { $new }
form-groups = Groups: { $groups }.
form-understood = ✔ { $field }: { $value }
form-refused = ⚠️ { $reason }
form-not-yet =
    { $count ->
        [0] This cannot be sent yet. Answer this question, or skip it where you may; then you see all of it before it is sent.
        [one] This cannot be sent yet: one question is left. Then you see all of it and confirm.
       *[other] This cannot be sent yet: { $count } questions are left. Then you see all of it and confirm.
    }
form-not-asked = (With that answer, this report has no { $fields }, so I left that out.)
form-chosen = ✔ { $label }
form-choices-done = Done choosing
form-today = Today { $date }
form-yesterday = Yesterday { $date }
form-last = As last time: { $value }
form-more = More · { $page }/{ $pages }
form-back = ◀ Back
form-skip = ⏭ Skip
form-cancel = ✖ Cancel (keep draft)
form-to-review = ◀ To the review
form-evidence-done = { $count ->
    [one] Done, 1 photo or file
   *[other] Done, { $count } photos or files
}
form-evidence-please = This step takes photos or files. Please send one, or type "skip".
form-kind-gone = This form is no longer in use. Press Report to choose another.
form-not-yours = This form is not for your role, or no longer in use.
form-still-open = You are in the middle of this report:
form-left = Left; there was nothing to keep.
form-parked = Draft kept: **{ $name }**. Go on whenever you like.
form-set-aside = (I put your draft aside: { $name }.)
draft-name = { $kind }, stopped at step { $step }/{ $total }
draft-resume = ▶ Continue: { $name }
draft-continue = ▶ Continue
draft-delete = Delete draft
draft-deleted = Draft deleted.
draft-none = You have no draft.
stale-draft = This button belongs to a draft you put aside. Continue or delete it?
stale-button = This button is old: its report is no longer open. Please use the menu.

## Review and send
review-title = { $icon } **{ $kind }** · review before sending
review-line = • { $field }: **{ $value }**
review-changed = • { $field }: { $old } → **{ $new }**
review-none = (empty)
numbers-found = 📵 { $fields }: there seems to be a telephone or identity card number. The report does not need it; press *Hide the number*, or leave it as it is.
numbers-hide = 📵 Hide the number
numbers-hidden = ✔ The number is hidden; all other words stay.
review-evidence = { $count ->
    [one] 📎 1 photo or file attached
   *[other] 📎 { $count } photos or files attached
}
review-question = Is this right? Press ✏️ where it is not.
review-send-correction = Press send when you are done.
review-send = ✅ Right, send
review-edit = ✏️ { $field }
review-typed = This is complete. Press **Right, send**, or ✏️ on the line to change.
review-no-words = There are no words in this that I can read, so nothing was changed. Tell me in words, or press ✏️ on the line to change.
review-missing = Still missing: { $field }
duplicate-found = This seems to be reported already: **{ $receipt }** ({ $name }).
duplicate-question = Is it the same event or another one?
duplicate-other = Another one, send
duplicate-same = The same, drop mine
receipt = ✅ Recorded **{ $receipt }** at { $time } · { $kind }
receipt-corrected = ✅ Corrected **{ $receipt }** at { $time } · { $kind }
receipt-pending = ⏳ Waiting for an officer to confirm; I will tell you.
receipt-untracked = No target here counts this kind of work yet; the report is kept all the same.
receipt-photo = 📷 Add photos
receipt-fix = ✏️ Correct
receipt-undo = ↩️ Undo (10 minutes)
receipt-next = 📝 Next report
undo-done = **{ $receipt }** is undone and no longer counts.
undo-why = **{ $receipt }** was sent more than 10 minutes ago, and its figures may have been read. Why is it withdrawn?
withdrawn-mistake = Sent by mistake
withdrawn-double = Reported twice
withdrawn-cancelled = It did not take place

## Correcting
correct-which = Correcting **{ $receipt }**. Press ✏️ on the line to change, then send.
correct-told = This changes **{ $receipt }** as below. Please look it over and send it.
correct-why = Why the change? (press or type)
correct-unchanged = Nothing changed, so the report stays as it was.
correct-reason-length = A reason needs 2 to { $most } characters. For example: the minutes say 12
reason-typo = Typing mistake
reason-late = New figures
reason-recount = Counted again

## My reports
progress-own = The figures of the plans are for officers.
mine-title = Your latest reports:
mine-none = You have no reports yet.
mine-line = { $receipt } · { $kind } · { $status }
report-title = { $icon } **{ $kind }** · { $receipt }
report-withdraw = ↩️ Withdraw it
report-withdrawn-why = Withdrawn because: { $reason }
report-corrected-why = Corrected because: { $reason }
report-rejected-why = Turned down because: { $reason }
report-by = { $name } · { $at } · { $status }
report-not-found = I cannot find this report, or you may not see it.
report-is-confirmed = **{ $receipt }** has been confirmed already.
report-is-pending = **{ $receipt }** is waiting to be confirmed.
report-is-withdrawn = **{ $receipt }** has been undone already and does not count.
report-is-superseded = **{ $receipt }** has a newer version. Open it in My reports.
report-is-rejected = **{ $receipt }** was not confirmed and does not count.
status-confirmed = recorded
status-pending = to be confirmed
status-withdrawn = undone
status-superseded = replaced by a correction
status-rejected = not confirmed

## Photos and files
file-kept = { $count ->
    [one] 📎 1 photo or file received
   *[other] 📎 { $count } photos or files received
}
file-too-big = This file is too large (20 MB at most). Please send it as an ordinary photo.
file-wrong-type = I take photos, PDF, Word and Excel files only. Please send it again.
file-empty = This file is empty. Please send it again.
file-gone = I could not fetch this file. Please send it again.
file-too-many = You have sent { $count } photos or files today, which is all I take in a day, so I did not keep this one. I still take your messages and reports; please keep the photo or file and send it after midnight.
loose-question = { $count ->
    [one] I kept 1 photo or file. Where does it belong?
   *[other] I kept { $count } photos or files. Where do they belong?
}
loose-to-report = To { $receipt }
loose-new-report = 📝 New report with it
loose-drop = Drop it
loose-dropped = Dropped.
loose-gone = These photos have been dealt with already.
photos-please = Please send the photos for **{ $receipt }** (several at once are fine).
photos-kept = { $count ->
    [one] 📎 **{ $receipt }** now has 1 photo or file.
   *[other] 📎 **{ $receipt }** now has { $count } photos or files.
}
photos-done = Done
photos-no-more = All right, no more photos.
report-evidence = { $count ->
    [one] 🖼 See 1 photo or file
   *[other] 🖼 See { $count } photos or files
}
evidence-shown = 🖼 **{ $receipt }**: { $number }/{ $count }
evidence-place = 📍 { $latitude }, { $longitude }
evidence-place-gone = 📍 The location was deleted, as its sender wished.
evidence-none = **{ $receipt }** has no photos or files.
evidence-more = See the rest ({ $count } left)
evidence-back = Open { $receipt }

## To confirm
waiting-title = Reports that wait for you:
waiting-none = Nothing waits to be confirmed.
waiting-line = { $name } · { $receipt }
waiting-confirm = ✅ Confirm
waiting-reject = ✖ Not right
waiting-why = What is not right? The sender will read this.
waiting-confirmed = **{ $receipt }** is confirmed.
waiting-rejected = **{ $receipt }** is sent back; the sender will be told.
your-report-confirmed = ✅ An officer confirmed your **{ $receipt }**.
your-report-rejected = Your **{ $receipt }** was not confirmed: { $reason }

## People and invites
members-title = Waiting to be let in ({ $count }):
members-none = Nobody waits.
member-line = • **{ $name }** · { $role } · { $unit }
member-asks = 👤 **{ $name }** asks to come in: { $role }, { $unit }.
member-approve = Approve { $name }
member-refuse = Refuse { $name }
member-invite = ➕ New invite
member-is-active = **{ $name }** is approved.
member-is-blocked = **{ $name }** is refused.
member-already-active = **{ $name }** has been approved already.
member-already-blocked = **{ $name }** has been refused already.
member-already-suspended = **{ $name }** is suspended.
member-unreached = I could not write to **{ $name }** yet; please tell them.
invite-which-role = Whom do you invite?
invite-which-unit = Into which unit?

## Settings and reminders
settings-title = Which language should the bot speak?
locale-vi = Tiếng Việt
locale-en = English
locale-set = From now on I speak English.
reminder-again = **{ $name }**, you asked to be reminded: there is no report from you this week.
reminder-snoozed = Fine, I will remind you in 3 hours.

## Progress
figures-title = 📊 **Progress · { $tenant }**
target-unknown = I cannot find this target.

# Something in a report that does not fit what is known: asked before it is sent.
doubt-title = One question before it is sent:
doubt-line = • { $text }
doubt-register = { $where }: { $there } are registered, the report says { $field } { $said }.
doubt-approval = Step { $code } ({ $step }) has to be approved before, and nobody has reported it done.
doubt-rule = { $code } ({ $name }) goes by { $fields }, which the report does not say, so it does not count there.
doubt-question = Please have another look. If it is right, I send it.
doubt-sure = It is right, send it

# A report that would break a rule of a plan, such as: one kind of support once for each organisation.
rule-broken = One moment: this report breaks a rule of the plan:
rule-line = • { $code } · { $name }
rule-question = Please have another look. If it is right, I send it and a manager decides; until then it does not count.
rule-send = Send, a manager decides
rule-drop = Drop it
rule-waiting = This report waits because it breaks a rule of the plan:
rule-manager = A manager decides about this.
receipt-pending-rule = Waits for a manager's decision and does not count yet.

## Free messages
said-happening = • { $icon } { $kind }: { $told }
said-repeated = (You told the same thing more than once; I note it once.)
said-one-each = Each scale has a card of its own: this is the first one, the next can follow.
said-several =
    I read { $count } happenings in this message; let us take them one after the other:
    { $told }
said-kept =
    I keep this one and open it as soon as the report at hand is done:
    { $told }
said-kept-first = ▶ Take this one first
said-kept-alike =
    Is this another happening, or a change of the report at hand?
    { $told }
    If it is another one, it is kept and opens as soon as this report is done.
said-kept-into = ✏️ Change the report at hand
said-sums-differ = ⚠️ You wrote { $stated } in all, but the groups add up to { $sum }. Please give each group again.
said-parts-differ = ⚠️ You wrote { $stated } in all, but the parts add up to { $sum }. Please look again.
said-rest = This is long, so I take its first part first. From “{ $begins } …” on nothing is noted yet. When this part is done, press **Read on** or send me that part again.
said-rest-read = 📄 Read on
said-missing = Still missing: { $fields }. You may answer all of it in one message.
said-rather = This is: { $kind }
said-total = { $kind }: { $total } is a running total, so I **add nothing**. Look at the figures there are, or report what is new.
said-total-figures = 📊 Figures so far
said-total-report = Report what is new
said-which = Which report do you mean?
said-withdraw = Withdraw report **{ $receipt }** ({ $kind })?
said-withdraw-yes = Withdraw it
said-keep = Keep it
said-nil = I note that there was nothing to report this week, right?
said-planned = { $kind }: this has not happened yet, so nothing is stored. Once it is done, one sentence to me is enough.
said-already-done = It is done, report it
not-here =
    I take this for a report: **{ $kind }**. { $communes ->
        [true] That form is for communes; the plan of { $tenant } does not count it, so I made no report of it.
       *[other] That form is for provinces and departments; the plan of { $tenant } does not count it, so I made no report of it.
    }
    Your words are kept as they are.
not-here-kinds = 📝 What can be reported here
said-ask = I have no approved answer to this yet, and I will not guess. Shall I note it, as you wrote it, for an officer to answer?
said-make-report = Managers and admins get reports as documents under **Yearly, quarterly reports**. The figures for them are here:
said-broadcast = Only officers, managers and administrators send messages to many, so **nobody has received this**. Please ask your unit.
console-welcome = Type as you would chat, such as "23 scales inspected at Ngụ market today", or "menu" for everything; a number presses a button, an empty line ends.
said-assign = I cannot hand out work for you, so **nobody has been told**. Write to them with **Announcements**. Work of the plan belongs to units: **What is due** shows whose it is. Yearly and quarterly reports I can draft.
said-unsent = I have sent this to nobody either.
said-reminder =
    I cannot set a reminder of your own yet, so **nothing is arranged**.
    { $role ->
        [officer] On Friday afternoon I remind you if you have not reported that week. For what is still to come, tell me what and when, such as "next Thursday verification at chợ Ngụ": I ask you after that day.
        [household] When your scales are due again, please ask the officer in charge.
       *[other] On Friday afternoon I remind officers who have not reported, and send the weekly summary.
    }
said-newcomer = To join one needs an **invite code**, made by a manager or an administrator of the unit. Please ask them to send it to the newcomer; you are in already.
said-signing-in =
    The bot has no password, so there is nothing to remember: I know you by the Zalo or Telegram account, or the browser, in which you opened your invite link.
    • A new phone: sign in to that same Zalo or Telegram account.
    • Another channel or browser as well: press below for a code, then send it to me there.
    • The old account is lost: ask a manager or an administrator for a new invite, and to hand over your unfinished work.
    Give your code to nobody who asks for it.
said-newcomer-invite = To let somebody in, open **People**, press **Make an invite** and send them the code.
said-welcome = You are welcome. Just write to me whenever there is something.
said-no = All right, nothing is changed.
said-sorry = Sorry for the trouble. Say it again in one short sentence, one thing at a time, and it will be done. For a real person, press **Ask an officer**.
said-yes = All right. Just write to me whenever there is something.
said-who = I am your office's assistant, a machine and no person: I take reports, show how targets stand, answer about scales, barcodes and labels, and pass questions to officers.
confirm-which = No report waits for you to confirm. This is still unfinished:
confirm-nothing = Nothing waits for you to confirm.
confirm-answers = 💬 Answers for you to look at
said-ask-officer = Note it for an officer
said-instead-report = 📝 Make it a report
said-either = Is this a report, or a question? Tell the day, the place and how many, and I write it down at once.
said-instead-tip = 📣 Send this as a tip
said-instead-support = 🤝 Ask for support
said-greet =
    { $role ->
        [officer] Hello { $name }. Just tell me what was done, I will fill in the report.
        [household] Hello { $name }. To register scales, ask for guidance or tell of scales that cheat, just write to me.
       *[other] Hello { $name }. Ask me about any target in your own words, such as "how far is the verification of scales".
    }
said-refuse = I cannot do this: I only do what you are allowed to do.
said-off-topic = I know nothing of that. I only help with reports and progress.
review-said = Is this right? Type what is not, for example "22, not 23".
review-change = ✏️ Change
said-remind = 🔔 Ask me after { $day }
planned-noted = All right, at 8:00 on { $morning } I will ask you about { $kind } ({ $day }).
planned-done = You had this planned for { $day }: **{ $kind }**. If it is done, shall we report it?
planned-report = 📝 Report it

## Commands Telegram offers when "/" is typed
command-menu = Open the menu
command-report = Send a report
command-mine = My reports
command-progress = See how the targets stand
command-summary = The week in short, for managers
command-cancel = Stop the open form, keep it as a draft
command-settings = Settings, change the language
command-help = Help

# A tenant that the content has no longer
tenant-gone = **{ $name }** is not in the bot's setup any more, so I cannot go on with its work. Everything that was sent is still kept. Please tell whoever runs the bot.
tenant-gone-data = 🔐 My data
tenant-gone-settings = ⚙️ Settings
