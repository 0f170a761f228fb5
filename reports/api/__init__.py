"""What other systems read: models that are validated, described and answered with, and their queries."""
