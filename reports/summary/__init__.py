"""What managers read every week, or day, month and quarter: a picture, five lines, the pages behind."""
