"""Article to Record: times, names, quotation marks, statements."""
