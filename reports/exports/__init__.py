"""Reports as rows for other programs: an Excel workbook or CSV files, a table for each kind of report.

`reading` streams them, `workbook` and `tables` write them: neither holds more than a few hundred rows. Tips
and other confidential kinds are in no export.
"""
