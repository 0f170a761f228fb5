"""How far a message to many is, what became of it, and whom it did not reach: in words and as a workbook."""
