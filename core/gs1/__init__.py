"""GS1 numbers and barcodes: what a number is, whether it can be right, and what a code's content says.

Pure and without libraries but for element strings, which biip explains (imported when first needed).
"""
