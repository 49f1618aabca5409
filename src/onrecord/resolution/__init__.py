"""Resolution: whom or what a text stands for on a day, by the knowledge and by the words themselves."""
