### One person, several channels: linking by a code, choosing where reminders go, taking one away.

channel-name =
    { $channel ->
        [telegram] Telegram
        [web] Web chat
        [zalo_bot] Zalo
        [zalo_oa] Zalo OA
       *[other] { $channel }
    }
channel-nth = { $channel } ({ $nth })
channels-title = { "**" }Your channels**
channel-line = • { $channel }
channel-here = you are writing here
channel-seen = last used { $day }
channel-written-to = 🔔 gets reminders
channel-unreachable = ⚠️ cannot be reached now
channels-one = Link another channel, and what you began on this one can be continued on that one.
channels-order = Reminders, summaries and notices go to the channel with 🔔; if it does not take them, to the next one. Answers always come where you wrote.
channel-prefer = 🔔 Remind me on { $channel }
channel-part = ✖ Unlink { $channel }
channel-add = 🔗 Link another channel
channel-preferred = Reminders and notices go to **{ $channel }** from now on.
channel-part-sure = Unlink **{ $channel }**? Nothing can be seen or reported from there any more.
channel-part-here = Unlink **{ $channel }**, where you are writing now? Nothing can be seen or reported from here any more; your other channels go on as they are.
channel-part-yes = Unlink
channel-part-no = Keep
channel-parted = **{ $channel }** is unlinked.
channel-parted-here = Unlinked: nothing can be seen or reported from here any more. To use it again, ask for a new code on your other channel.
channel-parted-there = This account was unlinked just now: nothing can be seen or reported from here any more.
channel-last = This is your only channel, so it stays; link another one first.
channel-gone = This channel is not linked to you any more.
channel-too-new = This channel was linked less than 24 hours ago and cannot unlink an older one yet. Please do it from the older channel.

link-code =
    Your link code: **{ $code }**, good for one use within { $minutes } minutes.
    Open the bot on your other channel (Zalo, Telegram or web) and send it this code.
    ⚠️ Give it to nobody: whoever has the code can see and report in your place.
link-how =
    To use the same account here: send **/lienket** on the channel you use already, and send the 8 digits you get here.
    If you use the bot nowhere yet, you need an **invite code** of your unit.
link-whom = Link this account to **{ $name }** ({ $role }, { $tenant })?
link-instead = The request of **{ $name }** that waits for approval here will be dropped.
link-means = Everything can then be seen and reported here as on the other channel. If this is not you, press **That is not me**.
link-yes = Yes, link
link-no = That is not me
link-declined = All right, nothing was linked.
link-done = Done: I know **{ $name }** here, too. Reports, drafts and settings are shared between your channels.
link-done-draft = Done: I know **{ $name }** here, too. You have a report in hand, which you can continue right here.
link-done-before = This account is linked already.
link-told = 🔗 At { $at } a **{ $channel }** account was linked to you by a code from this bot. If that was not you, press the button and I remove it at once.
link-undo = Not me, remove it
link-disowned = That **{ $channel }** account is removed, and old codes are no good any more. Tell your unit's administrator if you see anything that you did not do.
link-unknown = I do not know this link code. It has 8 digits and works once; look again, or send /lienket on your other channel for a new one.
link-expired = This code has expired. Send /lienket on your other channel for a new one.
link-locked = There were too many wrong codes here. Wait an hour, then try again with a new code.
link-own-code = This code is to be sent on **another channel** of yours; here I know you already.
link-typed-elsewhere = This code was typed at another account. If that one is not yours, ask for a new code on your other channel: this one will then be void.
link-other-person = This account belongs to **{ $name }** in the bot and cannot be linked to somebody else. If both are you, ask your unit's administrator.
link-full = A person can link { $count } accounts at most. Unlink one with /kenh.
link-too-new = This channel was linked less than 24 hours ago. Please ask for the code on the older channel.

settings-channels = 🔗 My channels
person-replaced = This request was dropped: you use the account you have.
member-already-replaced = **{ $name }** linked to an account that is there already; nothing is to be approved.
form-begun-elsewhere = You began this report on another channel; please look at it here, then answer:
command-channels = My channels, link another
