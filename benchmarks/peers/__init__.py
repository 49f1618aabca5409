"""Other systems that the same articles are given to. Nothing of theirs is needed to run onrecord."""
