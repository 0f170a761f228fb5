# Organisations and rosters from Excel. The template's columns are in Vietnamese.
import-sheet = List
import-column-name = Name
import-column-kind = Type
import-column-trade = Trade
import-column-place = Market, village, point of sale
import-column-spot = Stall, house
import-column-tax = Tax code
import-column-also = Other names (with ; between)
import-column-since = Since
import-column-until = Until
import-merged = { $cells }: merged cells. Please unmerge them and fill in each.
import-no-column = Row 1 has no column “{ $column }”. Please leave the template's row of names as it is.
import-no-rows = No row is filled in.
import-empty = { $cell }: “{ $column }” is empty.
import-twice = { $cell }: row { $line } has this name already. Of two with one name, add the market or village.
import-formula = { $cell }: a formula. Please paste its value.
import-not-text = { $cell }: text or a number is needed.
import-long = { $cell }: longer than { $most } characters.
import-tax = { $cell }: the tax code “{ $value }” is wrong (10 or 13 digits, a check digit that fits).
import-unknown-kind = { $cell }: there is no type “{ $value }”. Please choose from the cell's list.
import-unknown-place = { $cell }: there is no place “{ $value }”. Please choose from the cell's list.
import-day = { $cell }: “{ $value }” is no day. Write it like 31/12/2026.
import-days = { $cell }: it ends before it begins.
import-nothing-stored = { $count } cells to mend. Nothing was stored.
import-new = New: { $count }. { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
 }
import-changed = Changed: { $count }. { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
 }
import-same = The same: { $count }. { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
 }
import-really = Store these rows?
import-done = Stored.
