# Rights to one's own data
rights-title = 🗂 **What the bot keeps of you**
rights-who = { $name } · { $role } · { $where }
rights-agreed = You agreed to it on { $day }{ $version ->
    [none] { "" }
   *[other] { " " }(version { $version })
    }
rights-count = • { $kind }: { $count }
rights-seen = Who can see it: you, the managers and administrators of your place; officers see the reports of their own unit.
rights-copy = 📥 Get a copy
rights-correct = ✏️ Have it corrected
rights-restrict = ⏸ Have it restricted
rights-object = ✋ Object
rights-delete = 🗑 Withdraw, delete
rights-claim = Send the request
rights-about-correct = You can correct your own reports yourself (**/cuatoi**). If your name, unit or role is wrong, send a request; a manager or administrator has to see to it within { $days } days.
rights-about-restrict = Shall the bot keep your data without using them? Then it does not remind you, sends you no messages to many and no summaries; your name is not in exported files or the API; others are reminded of what is due. Reports you sent still count and those who lead see them; you may use the bot and are answered. Those in charge have { $days } days; you may lift it whenever you like.
rights-about-object = Do you not want your data used for something? A manager or administrator has to answer within { $days } days.
rights-in-words = Just write here what it is (such as { $right ->
    [correct] “my name is Trần Văn An”
    [object] “do not name me in summaries”
   *[restrict] “do not use my data for now”
    }) and I pass it on word for word; or press the button, and who is in charge will ask.
rights-in-words-again = Please write 2 to { $most } characters, or press the button.
rights-about-delete = To withdraw is to stop using the bot: it takes no reports from you, reminds you of nothing and writes to you no more. Your name, messages and drafts are deleted within { $days } days. Confirmed official reports have to be kept for the plans; they stay without the name of who reported.
rights-delete-candidate = You can delete it at once, without waiting for anybody: your name, the unit and your request are gone. To come back, ask for a new invite. Delete it?
rights-told = You were told how the bot uses data on { $day }{ $version ->
    [none] { "" }
   *[other] { " " }(version { $version })
    }
rights-duty-on = ✔ { $purpose }: part of the work, can be turned off
rights-duty-off = ✖ { $purpose }: turned off. Things stay due, and managers are told when they are late; see **/viec**
rights-stranger = I do not know who you are: you have not come in, so nothing is kept under your name. What you wrote here is deleted by itself after a short time. Once you are in, send **/dulieu** to see, copy or delete what is kept.
rights-place-not-kept = 📍 This location was not kept. It tells where you are, so it needs your consent by itself; you can report without it and type the name of the place.
rights-place-agreed = ✅ Thank you. Please send the location again. To stop: **/dulieu**; locations kept so far are deleted, too.
rights-wants-correct = About personal data: to be corrected (the law gives { $days } days)
rights-wants-restrict = About personal data: to be restricted (the law gives { $days } days)
rights-wants-object = About personal data: an objection (the law gives { $days } days)
rights-wants-delete = About personal data: consent withdrawn, to be deleted (the law gives { $days } days)
rights-copy-about = A copy of what is kept of you. Phone and identity numbers written into reports are blotted out here; the JSON file beside it has everything, codes included.
rights-field = { $field ->
    [name] Name
    [role] Role
    [status] Status
    [tenant] Place
    [unit] Unit
    [business] Business
    [language] Language
    [joined] Came in
    [restricted] Restricted since
    [agreed] Agreed, or was told
    [agreed_to] To version
    [channel] Channel
    [last_seen_at] Last wrote
    [linked_at] Linked
    [purpose] Purpose
    [version] Version
    [given_at] Agreed at
    [withdrawn_at] Ended at
    [receipt] Number
    [type] Kind of report
    [occurred_from] From
    [occurred_to] Until
    [recorded_at] Recorded at
    [fields] Content
    [reason] Reason
    [kind] Kind
    [latitude] Latitude
    [longitude] Longitude
    [added_at] Sent at
    [key] Code
    [owner] Owner
    [stall] Stall
    [text] Content
    [state] Status
    [opened_at] Sent at
    [at] At
    [since] From
    [until] Until
    [ended_at] Ended at
    [matter] What is due
    [reply] Answer
    [action] What was done
   *[other] { $field }
    }
rights-code = { $code ->
    [officer] officer
    [household] household business
    [vi] Vietnamese
    [en] English
    [new] new
    [taken] being seen to
    [data] personal data
    [reminders] reminders of verification
    [contact] being contacted for guidance
    [work-reminders] reminders of what is due
   *[other] { $code }
    }
rights-copy-read = 📄 To be read.
rights-copy-json = 🗃 For programs (JSON). These two files go to you only; please keep them safe.
rights-file = my-data
rights-kind-person = Who you are
rights-kind-channels = Channels
rights-kind-consents = Consents given and turned off
rights-kind-reports = Reports
rights-kind-files = Photos and files
rights-kind-scales = Scales
rights-kind-requests = Requests
rights-kind-questions = Questions (90 days)
rights-kind-messages = Messages (90 days)
rights-kind-leaves = Leaves
rights-kind-answers = Answers to what is due
rights-kind-acts = Acts in the bot
rights-erase = 🗑 Delete this person's data
rights-paper = 📝 Note a claim about data
rights-paper-ask = What did **{ $name }** ask for about their data, in person or on paper? It becomes a request with a number and a day, as if they had sent it. Somebody else in charge has to do a deletion.
rights-paper-by = Claimed in person, noted by { $name }.
rights-paper-noted = 📝 **{ $receipt }** is noted for { $name }. To be answered by { $day }.
rights-paper-told = 📝 { $by } noted **{ $receipt }** as you asked. { $wants }. If you did not ask for it, tell another manager or administrator at once.
rights-paper-other = You noted this claim yourself. Somebody else in charge has to do the deletion.
rights-whose = 👤 **{ $name }**, as asked by { $receipt }.
rights-erase-really = Hand over first what they are in charge of. It cannot be undone: name, messages, drafts and questions are gone; reports that count are still counted, without a name. Delete now?
rights-erase-yes = Delete
rights-erased = ✅ The data of { $name } are deleted, as asked by { $receipt }.
rights-last-admin = This is the only administrator. Make somebody else one first.

### Data that are only kept, not used.
rights-restrict-for = ⏸ Restrict this person's data
rights-restrict-really = From now on the bot only keeps their data: no reminders, no messages to many, no summaries; their name is not in exported files or the API; others of their unit, or a manager, are reminded of what is due. Reports still count. Restrict them now?
rights-restrict-yes = Restrict
rights-restricted = ⏸ The data of { $name } are restricted, as asked in { $receipt }. They were told.
rights-restricted-answer = Your data are restricted.
rights-restricted-told = ⏸ Your data **are restricted**, as you asked: the bot does not remind you and sends you no messages to many and no summaries; your name is not in exported files or the API. It still answers you, tells you of your own reports and requests, and of what the law wants told. You may change your mind at any time.
rights-restricted-since = ⏸ **Restricted** since { $day }: no reminders, no messages to many; your name is not in exported files or the API.
rights-lift = ▶ Lift the restriction
rights-lifted = ▶ The restriction is lifted: the bot reminds you and writes to you as before.
rights-lifted-for = ▶ The restriction of the data of { $name } is lifted. They were told.
rights-lifted-told = ▶ { $by } lifted the restriction of your data: the bot reminds you and writes to you as before. If you do not agree, ask again at **/dulieu**.
