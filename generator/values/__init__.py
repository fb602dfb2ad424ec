"""Expressions in lessons, computed from the network."""
