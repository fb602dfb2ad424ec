"""Learners' results files and a course → what the answers say about the questions."""

from generator.results.asked import AskedQuestion, load_asked
from generator.results.layout import LAYOUTS
from generator.results.report import Report, make_report
from generator.results.results_file import ResultsFile, read_results

__all__ = ["LAYOUTS", "AskedQuestion", "Report", "ResultsFile", "load_asked", "make_report", "read_results"]
