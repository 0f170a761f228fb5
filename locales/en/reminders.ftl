# The weekly reminder for officers who have not reported.

reminder-greeting = Hello { $name },
reminder-nothing-yet = **{ $week }**: no report from you yet.
reminder-effort = A report takes about 1 minute; one sentence will do. If there was nothing, tap “Nothing this week”.
reminder-expected = What needs attention:
reminder-more = … and { $count } more { $count ->
    [one] target
   *[other] targets
}

reminder-draft = You have an unfinished draft: **{ $form }**. Your answers are kept, just go on.
reminder-draft-unnamed = You have an unfinished draft. Your answers are kept, just go on.

reminder-button-report = 📝 Report
reminder-button-nil = Nothing this week
reminder-button-later = Later
reminder-button-continue = ▶ Continue
