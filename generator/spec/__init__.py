"""What an author may write, and whether it makes sense."""

from generator.spec.course import BrokenLesson, Course, CourseFile, LoadedLesson
from generator.spec.lesson import Lesson, Section
from generator.spec.load import load_course, load_course_leniently, load_lesson

__all__ = [
    "BrokenLesson",
    "Course",
    "CourseFile",
    "Lesson",
    "LoadedLesson",
    "Section",
    "load_course",
    "load_course_leniently",
    "load_lesson",
]
