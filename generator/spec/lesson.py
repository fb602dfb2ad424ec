"""A lesson as an author writes it: frozen models, nothing beyond the declared fields."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, StringConstraints

from generator.spec.define import Definitions
from generator.spec.figures import Figure
from generator.spec.questions import Question
from generator.spec.text import Expected, Language, Model, Name, Slug, Text, Time

VideoUrl = Annotated[
    str,
    StringConstraints(
        pattern=r"^https://(www\.youtube\.com/watch\?v=|youtu\.be/)[A-Za-z0-9_-]{11}([?&].*)?$"
    ),
    Expected(
        "the address of a YouTube video",
        "bad-video",
        "https://www.youtube.com/watch?v=… with its 11 characters",
    ),
]


WebAddress = Annotated[
    str,
    StringConstraints(pattern=r"^https?://[^\s/<>\"\\^`{|}]+\.[^\s/<>\"\\^`{|}]+(/[^\s<>\"\\^`{|}]*)?$"),
    Expected("a web address", "bad-address", "it begins with https:// and has no spaces"),
]
Minutes = Annotated[int, Field(ge=1, le=600)]


class Cue(Model):
    """One line that is spoken."""

    noun: ClassVar[str] = "cue"

    at: Time = Field(description="When it is said")
    text: str = Field(description="Plain text")


class Transcript(Model):
    """What is said in the video during a section."""

    noun: ClassVar[str] = "transcript"

    language: Language = Field(description="The language that is spoken")
    cues: Annotated[tuple[Cue, ...], Field(strict=False)] = Field(description="The lines, in order of time")


class Section(Model):
    """A few minutes of a lesson."""

    noun: ClassVar[str] = "section"

    id: Slug = Field(
        "", description="Stable and ASCII; the same in every language. Links and progress hang on it"
    )
    title: Text = Field(description="Plain text")
    start: Time | None = Field(None, description="Where in the video the section begins")
    text: Text | None = Field(None, description="Markdown; a line [[id]] puts a figure or a question there")
    figures: Annotated[tuple[Figure, ...], Field(strict=False)] = Field(
        (), description="Pictures computed from a network; those without a line [[id]] follow the text"
    )
    questions: Annotated[tuple[Question, ...], Field(strict=False)] = Field(
        (), description="Self-checks; those without a line [[id]] follow the figures"
    )
    transcript: Transcript | None = Field(None, description="What is said in this part of the video")


class Reading(Model):
    """Where something comes from, or where to read on."""

    noun: ClassVar[str] = "source"

    title: Name = Field(description="Plain text; written once, it is the same in every language")
    url: WebAddress = Field(description="A web address that begins with https://")
    note: Text | None = Field(None, description="Markdown; who wrote it, or what one finds there")


class Lesson(Model):
    """One lesson: sections, then the quiz at the end.

    ``id`` and the ids of sections and questions may be left out; the loader fills them in before validation,
    so that a loaded lesson always has them.
    """

    noun: ClassVar[str] = "lesson"

    id: Slug = Field("", description="Default: the file's name without its number and .yaml")
    language: Language | None = Field(None, description="The language plain strings are in")
    title: Text = Field(description="Plain text")
    summary: Text | None = Field(None, description="Markdown; one or two sentences for lists and search")
    goals: Annotated[tuple[Text, ...], Field(strict=False)] = Field(
        (), description="Markdown; each ends the sentence 'After this lesson you can …'"
    )
    minutes: Minutes | None = Field(None, description="How long the lesson takes, about")
    video: VideoUrl | None = Field(None, description="A YouTube address; learners load it with a click")
    model: str | None = Field(None, description="The network that figures and answers are computed from")
    # Not a MappingProxyType, by which texts in languages are known.
    define: Definitions = Field(
        default_factory=dict,
        description="Names for what the lesson computes: numbers, or expressions over them",
    )
    sections: Annotated[tuple[Section, ...], Field(min_length=1, strict=False)] = Field(
        description="The parts of the lesson, in reading order"
    )
    recap: Text | None = Field(None, description="Markdown; the lesson in short, before the quiz at the end")
    questions: Annotated[tuple[Question, ...], Field(strict=False)] = Field(
        (), description="The quiz at the end"
    )
    sources: Annotated[tuple[Reading, ...], Field(strict=False)] = Field(
        (), description="Where things come from and where to read on, at the end of the page"
    )

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages the lesson is written in, in the order its title names them."""
        return tuple(self.title)

    def network(self, course_network: str) -> str:
        """The name of the network that it is computed from, unless a figure names another."""
        return self.model or course_network

    def all_questions(self) -> tuple[Question, ...]:
        """Every question in reading order."""
        return (*(q for section in self.sections for q in section.questions), *self.questions)

    def all_figures(self) -> tuple[Figure, ...]:
        """Every figure: those of sections, then those of questions, each in reading order."""
        asked = self.all_questions()
        own = (figure for question in asked for figure in (question.figure, question.picture()) if figure)
        return (*(figure for section in self.sections for figure in section.figures), *own)
