"""The figures that the tests draw: one module per kind, found by its name.

``FIGURES`` has the kind's figures by name, computed from ``digits``; ``ALSO`` (optional) has figures of other
networks, by name: (network, fields).
"""
