"""Bytes to Article: every input format, metadata, credits, boilerplate."""
