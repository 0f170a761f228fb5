"""The read-only API for other systems, such as a province's: what it answers is in reports/api."""
