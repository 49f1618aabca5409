"""Compiling the knowledge: `python -m onrecord.knowledge.compile SOURCES [--without FILE] [--out FOLDER]`.

Never imported by the package. `data/README.md` says what each source is, of which day and under which
terms. The output depends on the sources and on our own files alone.
"""
