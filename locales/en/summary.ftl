# The weekly summary for managers.

summary-week = Week { $number } ({ $first }-{ $last })
summary-title = **Week { $number } · { $tenant }** ({ $first }-{ $last })

# One line that counts targets by how they stand
summary-good = 🟢 { $count } on pace
summary-behind = 🟡 { $count } behind
summary-at-risk = 🔴 { $count } { $count ->
    [one] needs you
   *[other] need you
}
summary-no-data = ⚪ { $count } with no data yet
summary-followed = 🔹 { $count } followed
summary-none-behind = No target is behind.
summary-urgent = 🔴 Also need you: { $names }
summary-more-targets = … and { $count } more { $count ->
    [one] target
   *[other] targets
}

# This week's reports
summary-reports = This week: { $count } { $count ->
    [one] report
   *[other] reports
} ({ $kinds })
summary-kind = { $kind }: { $count }
summary-no-reports = This week: no reports yet
summary-reported = Reported: { $units }
summary-unit = { $unit } ({ $count })
summary-no-unit = no unit
summary-silent = Not reported: { $units }
summary-none-silent = All units have reported
summary-others = { $names } and { $count } more

# What waits for the reader
summary-waiting = Waiting for your approval: { $what }
summary-pending = { $count } { $count ->
    [one] report
   *[other] reports
}
summary-newcomers = { $count } { $count ->
    [one] newcomer
   *[other] newcomers
}

summary-button-targets = 📊 Target by target
summary-button-pending = Approve reports ({ $count })
summary-button-members = Approve newcomers ({ $count })
