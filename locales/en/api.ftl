### Tokens of the API for other systems, given by administrators.
tokens-button = 🔑 API tokens
tokens-title = 🔑 **API tokens** that hold:
tokens-none = 🔑 There is no API token yet. With one another system (a province's, say) reads your data by itself; it can change nothing.
token-line = • **{ $name }**: { $what }; until { $until }; last used: { $used }
token-never = never
token-new = ➕ New token
token-end = ⛔ Take back: { $name }
token-name-ask = Who is it for, and what for? A few words, such as **Reporting system of the department**.
token-name-again = It needs a name of at most { $most } characters.
token-opens-ask = What may **{ $name }** read?
token-opens-note = Names of people and households, and notes, only with the last one; choose it only with good reason.
token-opens = { $what ->
    [plans] Plans and targets
    [facts] Plans, reports and instruments, without names
   *[personal] Everything, with names and notes
}
token-sure-ask = Give **{ $name }** a token for the data of **{ $tenant }**?
token-allows = { $what ->
    [plans] • It reads plans, targets and their figures.
    [facts] • It reads plans, targets, every report and the instruments. No names of people or households, no notes.
   *[personal] • It reads plans, targets, every report and the instruments, ⚠️ **with names of people, households, and notes**.
}
token-allows-below = • Confirmed reports of the { $count } communes below, too.
token-until = • It only reads and changes nothing. It holds until { $until } and can be taken back at any time.
token-sure = 🔑 Give the token
token-made = 🔑 A token for **{ $name }** until { $until }. This page shows it **once**, within an hour: { $link }
    Open it and hand it on by a safe way; if it gets out, take it back here.
token-no-page = The bot has no web address to show it at. Whoever runs the server can use `tiendo token make`.
token-too-many = There are { $most } tokens already. Please take one back first.
token-gone = This token does not hold any more.
token-end-ask = Take the token of **{ $name }** back? That system reads nothing from then on.
token-end-sure = ⛔ Take it back
token-ended = ⛔ The token of **{ $name }** was taken back.
