"""Benchmarks, side by side with others in one run: ``make bench``. Not part of the tests."""
