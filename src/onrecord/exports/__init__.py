"""Records to what people look at or load elsewhere: one module a format."""
