"""What an author may write, and whether it makes sense."""

from generator.spec.course import Course, CourseFile, LoadedLesson
from generator.spec.lesson import Lesson, Section
from generator.spec.load import load_course, load_lesson

__all__ = ["Course", "CourseFile", "Lesson", "LoadedLesson", "Section", "load_course", "load_lesson"]
