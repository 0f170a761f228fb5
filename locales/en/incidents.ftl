### Incidents with personal data.
incidents-title = 🛡 **Incidents with personal data**: { $open } open, { $count } in all
incidents-none = 🛡 No incident with personal data has been noted. When data got out, went to the wrong person, was lost or an account was taken over, report it here at once: the law gives **72 hours** from finding it, nights and days off included.
incident-line = { $receipt } · { $kind } · { $state }
incident-state = { $state ->
    [closed] closed
    [closing] to be confirmed as closed
   *[open] open
  }
incident-new = ➕ Report an incident
incident-list = 🛡 Incidents
incident-see = See the incident
incident-gone = There is no such incident. It may have been kept long enough and deleted.

incident-leave = ✖ Leave
incident-left = No incident was opened. Send **/suco** whenever you need to.
incident-press = Please choose one of the buttons.
incident-ask-kind = What happened to personal data?
incident-ask-found = When was it found? The law's 72 hours run from then. Press a button, or type an hour and a day, such as **14:30** or **8:00 yesterday**.
incident-ask-data = Which data? Tick one or more, then press *Next*.
incident-ask-people = About how many people does it concern? Press a button, or type a number.
incident-ask-where = Where did they get out or get lost?
incident-ask-text = Briefly: what happened, who saw it, what was done already. Do not repeat the data themselves.
incident-again-found = I did not understand when, or that is still to come or over a year ago. Please type the hour first, then the day, such as **14:30** or **8:00 yesterday**.
incident-again-people = Please type a number, such as **25**, or press a button.
incident-again-text = Please write between 5 and { $most } characters.
incident-kind = { $what ->
    [leaked] got out
    [misdirected] sent to the wrong person
    [lost] data or device lost
    [account] account taken over
   *[other] something else
  }
incident-found-now = Just now
incident-found-hour = 1 hour ago
incident-found-hours = 3 hours ago
incident-data = { $what ->
    [name] names
    [phone] phone numbers
    [address] addresses, stalls
    [number] numbers of papers, tax codes
    [photo] photos
    [message] messages, reports
    [access] passwords, access codes
    [sensitive] sensitive data
   *[other] other data
  }
incident-tick = { $on ->
    [true] ☑ { $what }
   *[false] ☐ { $what }
  }
incident-next = Next ▶
incident-people-most = { $count ->
    [1] 1 person
   *[other] up to { $count } people
  }
incident-people-unknown = how many people is not known yet
incident-people = about { $count ->
    [1] 1 person
   *[other] { $count } people
  }
incident-where = { $what ->
    [messenger] Zalo, Telegram, a group chat
    [web] a website, social media
    [file] a workbook, an e-mail
    [device] a phone, a computer
    [paper] papers
   *[other] elsewhere
  }
incident-review = 🛡 **Open this incident?**
incident-what = What: **{ $kind }** · found at { $found }
    Data: { $data }
    Concerned: { $people } · by { $where }
incident-text = In words: { $text }
incident-number = 📵 A telephone or identity card number stands in these words. Left as it is, it stays in the file and in the minutes; unless it is needed to look into the matter, press *Hide numbers*.
incident-opened-before = 🛡 An incident was opened of this already; no second one was.
incident-review-note = Managers and administrators are told at once, and reminded at 24, 48, 66 and 72 hours until the authority has been told.
incident-open = Yes, open it

incident-card = 🛡 **{ $receipt }** · { $state }
incident-clock = ⏰ **{ $hours } hours left**, until { $at }, to tell the authority (Law 91/2025/QH15, article 23)
incident-clock-over = 🔴 **The 72 hours ended** at { $at }, { $hours } hours ago, and the authority was not told: do it now, and say why it is late
incident-opened = { $name } opened it at { $at }
incident-opened-now = ✅ The incident is open and those in charge were told. What is most urgent is to contain it.
incident-steps = **Steps**
incident-step = { $step ->
    [contain] Contain it
    [block] Block accounts, codes
    [authority] Tell the authority
    [people] Tell the people concerned
   *[record] Write the minutes
  }
incident-step-open = ⬜ { $step }
incident-step-done = ✅ { $step }: { $name }, { $at }{ $more }
incident-step-needless = ➖ { $step }: needless ({ $name }, { $at }){ $more }
incident-step-words = . { $text }
incident-step-button = { $done ->
    [true] ✅ { $step }
   *[false] { $step }
  }
incident-step-title = 🛡 { $receipt } · **{ $step }**
incident-about-contain = Stop it now: take the message back, remove the file, ask who got it by mistake to delete it and not to pass it on, lock a lost device from afar. Keep screenshots as evidence.
incident-about-block = An account taken over: find the person and **suspend** them (it holds at once). An invite that got out: take it back among the invites. Another system that reads data: take back its **API token**. Passwords and codes outside the bot are changed where they were given.
incident-about-authority = What may harm the people whose data they are (life, health, honour, property...) or security and order is told to the authority for personal data within 72 hours of finding it. The bot sends nothing itself: send it the way the authority asks for, then note the number of the letter and to whom it went. If it need not be told, press *Needless* and say why.
incident-about-people = Tell the people concerned: which data, since when, what may come of it, what to do (change passwords, beware of strange calls), whom to ask. Many: write a message to them; few: ring them up.
incident-notice = 📣 Write to them
incident-about-record = The minutes are drafted from what was noted. Look through them, fill in cause and damage, sign and keep them.
incident-done = ✅ Done
incident-done-words = ✍️ Done, with a note
incident-needless = ➖ Needless
incident-undo = ↩ Not done yet
incident-words-say = What was done, with whom, which letter? One sentence will do; it goes into the minutes, so leave out telephone and card numbers of those concerned.
incident-words-skip = Why is it needless? One sentence, which goes into the minutes; leave out telephone and card numbers of those concerned.
incident-words-length = Please write between 2 and { $most } characters.
incident-minutes = 📄 Minutes
incident-minutes-here = 📄 The minutes of the incident, of what was noted until now. Look through them, fill in the blanks, print and sign. They hold personal data: keep them safe.
incident-close = Close the incident
incident-not-done = { $count ->
    [1] One step is left.
   *[other] { $count } steps are left.
  } Each is done, or said to be needless and why, before it can be closed.
incident-close-alone = There is no second manager or administrator to confirm it. Close incident { $receipt } now?
incident-changed = ✏️ Not closed: the steps were settled otherwise after you looked at them. Please read them again, then confirm.
incident-close-sure = Close
incident-closing-by = ⏳ { $name } proposed to close it at { $at }; another manager or administrator has to confirm.
incident-confirm-close = Confirm the close
incident-not-yet = Not yet, go on
incident-closed-by = 🔒 { $name } confirmed the close at { $at }

incident-news = 🛡 **Incident with personal data { $receipt }**, just opened by { $name }.
incident-reminder = 🛡 The authority has not been told of incident **{ $receipt }**.
incident-close-news = 🛡 { $name } proposes to close incident { $receipt }. Please look through the steps and confirm.
incident-closed-news = 🛡 { $name } confirmed the close of incident { $receipt }.

incident-tell = 🛡 Tell of lost or leaked data
incident-tell-ask = What happened? Briefly: which data, when, where. Only managers, administrators and the officers at the desk for requests read it. Please write no passwords or numbers of papers.
incident-tell-offer = Personal data seem to have got out, been lost or gone to the wrong person. Shall I send what you just wrote to the managers and administrators? If a password got out, change it now.
incident-tell-send = Send it, please
incident-from-request = 🛡 Open an incident from this

incident-paper-dated = { $place }, date ……
incident-paper-subject = Incident with personal data { $receipt }
incident-paper-basis = Basis: Law on Personal Data Protection No. 91/2025/QH15, article 23.
incident-paper-what = I. What happened
incident-paper-kind = 1. Kind of incident: { $kind }.
incident-paper-found = 2. Found at { $at }; the 72 hours to give notice end at { $until }.
incident-paper-opened = 3. Noted by { $name } at { $at }.
incident-paper-data = 4. Data concerned: { $data }; { $people }; by { $where }.
incident-paper-text = 5. In words: { $text }
incident-paper-steps = II. What was done
incident-paper-table-no = No.
incident-paper-table-step = Step
incident-paper-table-when = When, by whom
incident-paper-table-how = What
incident-paper-open = Not done yet
incident-paper-needless = Needless. { $text }
incident-paper-closed = III. Closed at { $at }, confirmed by { $names }.
incident-paper-still = III. It is still being worked on.
incident-paper-blank = Cause, damage, how to prevent it: ……………………………………………………
incident-paper-sign-made = WRITTEN BY
incident-paper-sign-head = HEAD OF THE OFFICE
incident-paper-file = minutes-of-incident-{ $receipt }.docx
