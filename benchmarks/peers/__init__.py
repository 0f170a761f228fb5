"""The same form on other frameworks, written the way their documentation shows, with nothing tuned.

Each is started as `python -m benchmarks.peers.<name> API TOKEN DATABASE SCRIPT`, SCRIPT being a JSON file
with the texts: `asks` (what to say when the thread is lost, then the questions) and `done`.
"""
