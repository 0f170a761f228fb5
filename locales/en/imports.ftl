# Organisations, instruments and rosters from Excel. The template's columns are in Vietnamese.
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
import-column-owner = Owner
import-column-where = Market, point of sale
import-column-instrument = Kind
import-column-stall = Stall
import-column-serial = Serial number
import-column-capacity = Capacity (kg)
import-column-counted = Counted by the survey
import-column-used = In use since
import-column-verified = Verified on
import-column-valid = Valid until
import-column-body = Verification body
import-column-certificate = Stamp or certificate no.
import-merged = { $cells }: merged cells. Please unmerge them and fill in each.
import-no-column = Row 1 has no column “{ $column }”. Please leave the template's row of names as it is.
import-no-rows = No row is filled in.
import-empty = { $cell }: “{ $column }” is empty.
import-twice = { $cell }: row { $line } has this name already. Of two with one name, add the market or village.
import-also = { $cell }: “{ $value }” is the name of row { $line }. If they are one, remove that row; if they are two, remove this name here.
import-twice-serial = { $cell }: row { $line } has this serial number already.
import-capacity = { $cell }: the capacity “{ $value }” must be a number of kg, from 0.1 to 200,000.
import-future = { $cell }: the day { $day } is still to come.
import-not-verified = { $cell }: what is valid until a day needs a day of verification.
import-many-rows = More than { $most } rows. Please make several workbooks of it.
import-serial-other = Row { $line }: by the register { $serial } belongs to { $owner }, { $place }. Please change this row, or that card first.
import-out-of-use = Row { $line }: the instrument of { $owner } { $serial } is out of use by the register. Please open its card and put it to use again first.
import-row = Row { $line }: { $what }
import-formula = { $cell }: a formula. Please paste its value.
import-not-text = { $cell }: text or a number is needed.
import-long = { $cell }: longer than { $most } characters.
import-tax = { $cell }: the tax code “{ $value }” is wrong (10 or 13 digits, a check digit that fits).
import-unknown-kind = { $cell }: there is no type “{ $value }”. Please choose from the cell's list.
import-unknown-place = { $cell }: there is no place “{ $value }”. Please choose from the cell's list.
import-unknown-where = { $cell }: there is no market or point of sale “{ $value }”. Please choose from the cell's list.
import-unknown-instrument = { $cell }: there is no kind “{ $value }”. Please choose from the cell's list.
import-unknown-counted = { $cell }: “{ $value }” is not clear. Please choose from the cell's list.
import-day = { $cell }: “{ $value }” is no day. Write it like 31/12/2026.
import-days = { $cell }: it ends before it begins.
import-days-valid = { $cell }: it has to be valid until after the day of verification.
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
import-doubts = Worth another look ({ $count }):
import-more = … and { $count } more
import-nothing-new = The register has all of it; there is nothing to store.
import-file = template-{ $kind }.xlsx
import-kind = { $kind ->
    [organisations] Register of organisations
   *[instruments] Register of instruments
 }
import-title = **{ $register }**, from the workbook:
import-button = From Excel
import-ask = Send an Excel workbook (.xlsx): I look at each row before anything is stored. If you need a template, take one:
import-ask-beside = Please finish the open report first and then send the workbook: what is sent now belongs to that report. Templates:
import-template = Template *{ $register }*: leave row 1 as it is, fill in from row 2 on, and send the file back here.
import-no-file = I was waiting for a workbook. Send it here whenever you have it.
import-no-workbook = This is no Excel workbook (.xlsx). Please save it as .xlsx and send it again.
import-unknown = I do not recognise this workbook: row 1 has to hold the names of the columns as in the template.
import-which = Which list is this?
import-yes = Store
import-no = Do not store
import-stored = New: { $new } · Changed: { $changed }
import-look = Open the register
import-dropped = The workbook is forgotten; the register is as it was.
import-gone = This workbook is gone. Please send it again.
