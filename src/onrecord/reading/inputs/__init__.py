"""What the user named to items: files, folders, tables, streams and addresses. `sources.py` is the door."""
