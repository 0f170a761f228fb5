# Tips about wrongs: only those in charge see them.
tips-title = 🚨 Tips (only the unit in charge and its manager see them):
tips-none = There is no tip.
tips-back = ◀ All tips
tip-line = { $answers ->
    [0] 🆕 { $receipt } · { $day }
   *[other] ✔️ { $receipt } · { $day }
 }
tip-news = 🚨 There is a new tip **{ $receipt }**. It opens in the bot only; please pass it on to nobody.
tip-open = 📄 Show
tip-confidential = 🔒 Only the unit in charge and its manager see this. Name the accused to nobody else.
tip-thanks = 🔒 Only { $unit } and its manager can see this.{ $hidden ->
    [true] { " " }Your name is kept back, from the officers too.
   *[false] { "" }
 } You will hear what comes of it.
tip-nobody = ⚠️ Nobody there can get it through the bot yet; if it is urgent, please tell them yourself.
tip-send = 🚨 Tell here of short weight, wrong labels or bad goods. Only the unit in charge and its manager see it; your name can be kept back.
tip-anonymous = The sender (name kept back)
tip-answer = ✍️ Tell the sender the outcome
tip-write = Write what came of **{ $receipt }** for its sender. Please do not name the accused.
tip-answered = ✅ The outcome of **{ $receipt }** has gone to its sender.
tip-answered-unreached = The outcome of **{ $receipt }** is stored, but I could not reach its sender.
tip-answer-news = 💬 { $unit } tells the outcome of tip **{ $receipt }**:
    { $text }
tip-told = 💬 { $at }: { $text }
