# Reading and showing answers: say what to type, with an example.

answer-empty = Type the answer, or tap a button below.
answer-text-long = Too long: { $length } characters, at most { $allowed }. Please shorten it and send it again.
answer-text-yes = Please type what to write here, for example: told them on the spot. If there is nothing to add, tap Skip.
answer-text-words = This question needs a few words of your own, for example: told them on the spot.
answer-text-empty = Please type a few words, for example: told them on the spot.

answer-number = Type one number, for example { $example }.
answer-number-unit = Type one number, counted in { $unit }, for example { $example }.
answer-number-whole = This must be a whole number, for example { $example }.
answer-number-exact = Please give the exact number, for example { $example }.
answer-number-several = One number is enough here, for example { $example }.
answer-number-small = This must be { $least } or more.
answer-number-large = That is too large: at most { $most }. Please check it.
answer-number-which = Which number do you mean?
answer-money = Type the sum, for example 25 triệu (million), 1,2 tỷ (billion) or 500.000đ.

answer-date = Type the day, for example { $example }, “hôm qua” (yesterday) or “thứ 5 tuần trước” (Thursday last week).
answer-date-day = Please give the day itself, for example { $example }.
answer-date-days = Type the first to the last day, for example 6/5 đến 7/5, or one day such as { $example }.
answer-date-order = The first day { $first } and the last day { $last } do not fit. Type them again, for example 6/5 đến 7/5.
answer-date-early = The year of { $date } is too long ago. Type it again, for example { $example }.
answer-date-far = { $date } is too far away. Please check the year.
answer-date-future = { $date } is still to come: today is { $today }. Type the day it was done.
answer-date-past = This must be a day that has been: today is { $today }. Type the day it was done.
answer-date-impossible = There is no such day. Type the day first, then the month, for example { $example }.
answer-date-no-such = Month { $month } has only { $days } days. Please type the day again, such as { $example }.
answer-date-month = There is no month { $month }. Type the day first, then the month, for example { $example }.
answer-date-lunar = Type the day of the solar calendar, for example { $example }.
answer-date-old = The year { $year }, is that right?
answer-date-which = Which day do you mean? Today is { $today }.

answer-choice = It is not clear which one you mean. Tap a button or type a name, for example: { $options }.
answer-choice-which = Which one do you mean?
answer-choices = Type them with commas between, for example: { $options }.
answer-choices-unclear = “{ $pieces }” is not clear. Type them with commas between, for example: { $options }.

answer-tally = Type the number of each kind, for example: { $example }.
answer-tally-zero = The total is 0. Type the number of each kind, for example: { $example }.
answer-tally-which = Which do you mean?

answer-place = This place is not on the list. Choose one, or type a name, for example: { $places }.
answer-place-unknown = “{ $typed }” is not on the list. Did you mean one of these? If not, please ask the administrator to add it.
answer-place-which = Which place do you mean?
answer-place-none = There is no place to choose from yet. Please ask the administrator to add it.

answer-people = Type the names, one a line or with commas between, for example: An, Bình.
answer-people-name = “{ $name }” does not look like a name. Type names with commas between, for example: An, Bình.
answer-people-many = Too many names: { $count }, at most { $allowed }.

answer-evidence = Send photos or files here.

answer-show-number = { $number }
answer-show-unit = { $number } { $unit }
answer-show-money = { $number } million đồng
answer-show-date = { $date }
answer-show-days = { $first } to { $last }
answer-show-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
} { $date }
answer-show-count = { $count } { $what }
answer-show-evidence = { $count ->
    [one] { $count } photo or file
   *[other] { $count } photos and files
}
