# People: the list, finding, moving, roles, suspending, handing over
people-list = 👥 List
people-find = 🔎 Find somebody
people-title = 👥 **{ $count } people** (page { $page }/{ $pages }). Choose one:
people-line = { $name } · { $role }
people-line-suspended = ⏸ { $name } · { $role }
people-before = ‹ Page before
people-next = Next page ›
people-ask-name = Type a name, or a part of it.
people-none = I found nobody called "{ $name }". Type it again, or look at the list.
people-found = I found:
people-more = There are more; these are the first { $count }. Type more of the name.
person-gone = This person is not in your list.
person-title = **{ $name }** · { $role } · { $where }
person-is-restricted = ⏸ Data restricted since { $day }, as this person asked.
person-lift = ▶ Lift the restriction
person-is-suspended = ⏸ Suspended.
person-joined = Member since { $day } · { $count } reports sent
person-seen = { $count } channels · last message { $day }
person-unseen = No channel yet.
person-requests = • { $count } requests wait for this person's answer
person-answered = • { $count } answered questions that may come back
person-raised = • { $count } requests passed up that wait for an answer
person-inspections = • { $count } inspections of scales not closed
person-broadcasts = • { $count } messages to many being written, proposed, scheduled or sent
person-groups = • { $count } linked group chats
person-sent-back = • { $count } reports sent back, not corrected yet
person-draft = • 1 draft not sent
person-alone = ⚠️ The unit has no other officer: what is due there will be told to the managers.
person-move = Move to a unit
person-role = Change role
person-hand-over = Hand duties over
person-to-suspended = ⏸ Suspend
person-to-active = ▶️ Let back in
person-no-unit = no unit
person-status-active = active
person-status-suspended = suspended
person-ask-unit = To which unit does **{ $name }** move?
person-ask-role = What is the new role of **{ $name }**?
person-ask-status = **{ $name }**:
person-really = **{ $name }**
person-really-unit = Unit: { $old } → **{ $new }**
person-really-role = Role: { $old } → **{ $new }**
person-really-status = { $old } → **{ $new }**
person-suspended-means = From now on the bot answers and writes to this person no more, and the web page does not open. Reports and drafts are kept.
person-tokens-end = ⚠️ { $count } tokens of the API made by this person end at once; systems that use them need new ones (/api).
person-tokens-ended = 🔑 { $count } tokens of the API were revoked: { $names }. Make new ones by /api for systems that still need them.
person-active-means = This person can use the bot again at once; what was withheld is sent if it is still of use.
person-yes = Yes, change it
person-hand-over-first = Hand duties over first
person-is-so = That is how **{ $name }** stands already; nothing was changed.
person-changed-meanwhile = Somebody has just changed **{ $name }**. Please look again first.
person-last-admin = **{ $name }** is the last administrator. Make somebody else one first.
person-changed-unit = **{ $name }** moved: { $old } → **{ $new }**. They were told.
person-changed-unit-untold = **{ $name }** moved: { $old } → **{ $new }**. I could not reach them; please tell them.
person-changed-role = **{ $name }**: { $old } → **{ $new }**. They were told.
person-changed-role-untold = **{ $name }**: { $old } → **{ $new }**. I could not reach them; please tell them.
person-changed-status = **{ $name }**: { $old } → **{ $new }**. They were told.
person-changed-status-untold = **{ $name }**: { $old } → **{ $new }**. I could not reach them; please tell them.
person-told-unit = You belong to **{ $new }** from now on (changed by { $by }). Reports you sent stay as they are.
person-told-role = Your role is **{ $new }** from now on (changed by { $by }).
person-back = Welcome back, **{ $name }**: you can use the bot again. Your drafts are still there.
person-open = { $name }
person-to-whom = Who takes over from **{ $name }**? Press, or type a name.
person-to-nobody = There is nobody else to take over from **{ $name }**.
person-hand-really = Hand over: **{ $name }** → **{ $taker }**
person-hand-moves = Goes along:
person-hand-none = Nothing waits for this person alone.
person-sent-back-stays = Stays: { $count } reports sent back (a manager can correct them)
person-draft-stays = Stays: the draft not sent
person-unit-stays = Targets, tasks, registers and articles belong to the unit { $unit }, not to the person.
person-hand-yes = Yes, hand over
person-handed = What waited for **{ $name }** is now **{ $taker }**'s:
person-handed-told = Both were told.
person-moved-requests = • { $count } requests that wait: { $names }
person-moved-answered = • { $count } answered questions: { $names }
person-moved-raised = • { $count } requests passed up: { $names }
person-moved-inspections = • { $count } inspections of scales: { $names }
person-moved-broadcasts = • { $count } messages to many, number { $names }
person-moved-groups = • { $count } group chats: { $names }
person-handed-nothing = Nothing waits for **{ $name }** alone any more.
person-handed-to-you = { $by } handed you what waited for **{ $name }**:
person-left-sent-back = ✏️ **{ $name }** has just handed over; { $count } reports sent back are not put right yet: { $receipts }. Please correct or withdraw them.
person-left-draft = A draft of yours was not sent: type “continue” to send it, or throw it away.
person-handed-from-you = **{ $taker }** does from now on what waited for you:
person-fill = Move { $taker } to { $unit }

## Invites
invite-made =
    Invite for a **{ $role }** of **{ $unit }**:
    { "**" }{ $code }**
    Link: { $link }
    { $uses ->
        [1] Good for one person
       *[other] Good for { $uses } people
    }, until the end of { $until }. I show this code once; send it only to those invited. Whoever comes by it waits to be approved.
invite-for-one = One person
invite-for-many = Up to { $count } people
invite-how-many = How many people may use this code?
invite-how-long = For how long?
invite-days = { $count } days
invites-list = 🎟 Living invites
invites-title = 🎟 **{ $count } invites can be used**
invites-none = No invite can be used at present.
invite-line = { $nth }. { $role } · { $unit } · { $left } uses left, until { $until } · made by { $by }
invite-line-came = { $nth }. { $role } · { $unit } · { $left } uses left, until { $until } · made by { $by } · came: { $came }
invite-drop = Revoke { $nth }
invite-drop-really = Revoke this invite? Nobody else can come in by it; who came stays.
invite-drop-yes = Yes, revoke
invite-dropped = The invite was revoked.
invite-gone = This invite cannot be used any more.
invite-revoked = The invite to { $tenant } was revoked. Please ask the unit for a new one.
invite-print = 🖨 Print a sheet (QR)
invite-printed = A sheet that invites to **{ $unit }**, good until { $until }. Print it on A4.
sheet-title = Join the reporting bot of { $tenant }
sheet-web = { $nth }. Open the camera of your phone, scan the QR code, open the link.
sheet-messenger = { $nth }. Or open the unit's bot on Zalo or Telegram and send the code { $code }.
sheet-then = { $nth }. Read what the bot keeps, press { $role ->
    [household] I agree
   *[other] I understand, let me in
}, give your name, and wait to be approved.
sheet-until = The code is good until { $until }.
sheet-file = invite-{ $role }.pdf
member-approve-all = ✅ Approve all { $count } above
invite-by-operator = the operator
