"""Messages to many people: to whom, when, and what became of each."""
