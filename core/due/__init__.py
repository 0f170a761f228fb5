"""What is due, who hears of it on which day, and what they answered. Pure: days and rows go in."""
