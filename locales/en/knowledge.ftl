### Answers to questions, from approved articles.

known-ask = Please ask: about scales, barcodes, labels, standards, food, support... in your own words.
known-title = **{ $title }**
known-source = 📎 { $sources } · checked { $month }
known-overdue = ⚠️ This should have been checked again by { $day }, so the rule may have changed. Please ask an officer where it matters.
known-beside = ➕ **{ $title }** · { $answer }
known-part-plain = In plain words (Vietnamese)
known-part-more = In full (Vietnamese)
known-part-short = The short answer
known-right = That is it 👍
known-wrong = Not quite
known-people = 🙋 Ask an officer
known-choice =
    { $count ->
        [1] Is this what you mean?
       *[other] Which of these do you mean?
    }
known-near = I cannot answer on { $subject }. Please ask { $ask }. What I know of is scales, barcodes, labels, standards and food safety.
known-waiting = Your request **{ $receipt }** about this is with an officer, so I keep out of it. Shall I pass this question on to them as well?
known-tell-more = Pass it on
known-not-meant = Sorry, I have noted it so that the article gets better. Did you mean something else, or shall I pass it on to an officer?
known-gone = I have no such answer now. Please ask again in your own words.
