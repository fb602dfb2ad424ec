"""lessonloom: lessons in YAML, a neural network in NumPy, a site in MkDocs Material."""

__version__ = "0.1.0"
