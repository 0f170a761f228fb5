# What is due: the name of each thing, its last day, who is told.

due-duty = { $name } ({ $plan }, { $year })
due-step = Step { $code }: { $name }
due-request = Request { $receipt }: { $text }
due-pending = { $kind } { $receipt } waits for a decision
due-instruments = { $count ->
    [one] Verification of { $count } instrument at { $place } runs out
   *[other] Verification of { $count } instruments at { $place } runs out
}

due-mark-late = 🔴
due-mark-soon = 🟠
due-mark-coming = 🔹
due-line = { $mark } **{ $name }**: { $when }
due-before = before { $before } (by the end of { $last })
due-by = by { $last }
due-left = { $days ->
    [one] { $days } day left
   *[other] { $days } days left
}
due-today = today is the last day
due-late = { $days ->
    [one] { $days } day late
   *[other] { $days } days late
}

due-told-manager = the manager ({ $day })
due-told-above = the level above ({ $day })
due-ahead = If it is not done by then, the bot tells { $who }.

# tiendo due
due-title = { $tenant }, { $day }: { $count ->
    [one] { $count } thing
   *[other] { $count } things
}
due-none = Nothing is due.
due-owners = { "   " }{ $units }: { $people }
due-no-unit = no unit in charge
due-nobody = nobody has it, managers are told
due-away = { "   " }on leave: { $people }
due-stages = { "   " }told on: { $days }
due-stage-officer = { $day }
due-stage-manager = { $day } managers
due-stage-above = { $day } the level above
