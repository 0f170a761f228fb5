"""One free message -> what was meant: intent, facts with their fields, and what has to be asked back.

Pure, and without a word of Vietnamese: every phrase comes from content/hearing, the kinds of report, and the
places and organisations of the tenant. `read(text, situation, lexicon)` is the whole of it.
"""
