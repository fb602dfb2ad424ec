"""lessonloom: lessons in YAML, a neural network in NumPy, a site in MkDocs Material."""

import gc

__version__ = "0.1.0"

# Hardly anything a build or a command makes is garbage before its end; looking for it costs much time.
gc.set_threshold(100_000, 50, 50)
