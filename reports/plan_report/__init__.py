"""The report of a plan: what it tells is read once, then written as a document, annexes or a chart.

`reading` reads it within a transaction; `document`, `annexes` and `chart` need no database and take longer.
"""
