"""Questions as HTML: a frame that all share, and one module per type, found by its name.

A type's module has three functions of (question, language): ``view`` gives what its template needs besides
the frame, ``key`` what the browser needs to grade it, ``content`` what makes the question this question.
"""

from __future__ import annotations

from generator.pages.questions.question import progress_key, render_question

__all__ = ["progress_key", "render_question"]
