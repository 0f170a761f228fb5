"""Measuring instruments one by one: what is known of each, and until when its verification holds.

How many there are and how many are verified is said by reports alone (core.indicators.registers). What is
known of single instruments stands beside: whatever changes a figure is written with its report.
"""
