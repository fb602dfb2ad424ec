"""A lesson in one language → a page: title, lead, video, sections in reading order, the quiz at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from markupsafe import Markup

from generator.pages.figure_html import FigureHtml
from generator.pages.goals import describe_time, render_goals
from generator.pages.languages import language_name
from generator.pages.progress import render_page_score
from generator.pages.prose import LESSONS, render_block, render_inline
from generator.pages.questions import render_question
from generator.pages.readings import render_readings
from generator.pages.site_file import END_QUIZ, GOALS, READINGS, RECAP, Heading, SiteFile, slot
from generator.pages.templating import render_template
from generator.pages.terms import TermFinder
from generator.pages.ui_text import ui_text
from generator.pages.video import render_moment, render_transcript, render_video
from generator.spec.figures import Figure, FigureBase
from generator.spec.lesson import Lesson, Section
from generator.spec.markup import find_placements
from generator.spec.questions import Question
from generator.spec.text import pick

# Ids that no author can give: an id of theirs has no underscore.
SCORE = "score_"
VIDEO = "video_"

GLOSSARY = f"{LESSONS}glossary/"

ELEMENTS = ("scroll", "palette", "live", "replay")
"""Elements ``<nn-…>`` with a module of their name."""
OF_PARTS = frozenset(("cloze", "match", "order"))
"""Types of questions that have a style sheet of their own."""


@dataclass(frozen=True)
class _SectionView:
    """What the template shows of a section. ``language`` is set where its title is not in the page's;
    ``is_numbered`` where it is one of the author's in a lesson."""

    id: str
    title: str
    language: str | None
    eyebrow: Markup
    blocks: tuple[Markup, ...]
    is_numbered: bool = True


@dataclass(frozen=True)
class _Page:
    """One lesson in one language on its way to becoming a page.

    ``fragments`` and ``mentions`` fill up as it is rendered.
    """

    lesson: Lesson
    language: str
    figures: Mapping[str, FigureHtml]
    is_numbered: bool = True
    fragments: dict[str, str] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    finder: TermFinder | None = None
    mentions: dict[str, str] = field(default_factory=dict)

    def say(self, key: str) -> str:
        return ui_text(key, self.language)

    def put_aside(self, token: str, html: str) -> Markup:
        """Keep finished HTML for later and return its place."""
        self.fragments[token] = html
        return Markup(slot(token))


def render_lesson(
    lesson: Lesson,
    language: str,
    figures: Mapping[str, FigureHtml],
    finder: TermFinder | None = None,
    is_numbered: bool = True,
) -> SiteFile:
    """The page of ``lesson`` in ``language``; ``figures`` holds every figure of the lesson by its id, and
    ``finder`` links what the glossary explains. A page beside the lessons does not number its sections."""
    page = _Page(lesson, language, figures, is_numbered, finder=finder)
    title, spoken = pick(lesson.title, language)
    sections = [*(_view_section(page, section) for section in lesson.sections), *_view_end(page)]
    readings = _view_readings(page)
    if lesson.video:
        page.put_aside(VIDEO, render_video(lesson, language))
    if lesson.all_questions():
        page.put_aside(SCORE, render_page_score(lesson, language))
    content = render_template(
        "lesson.html.jinja",
        title=title,
        title_language=None if spoken == language else spoken,
        lead=_render_part(page, *pick(lesson.summary, language)) if lesson.summary else "",
        time=describe_time(lesson.minutes, language) if lesson.minutes else "",
        goals=_render_goals(page),
        video=Markup(slot(VIDEO)) if lesson.video else "",
        score=Markup(slot(SCORE)) if lesson.all_questions() else "",
        sections=sections,
        readings=readings,
        say=page.say,
    )
    modules, styles = _assets(page, content)
    return SiteFile(
        f"{language}/{lesson.id}.md",
        content,
        title,
        language,
        page.fragments,
        modules=modules,
        styles=styles,
        headings=tuple(_headings(page, [*sections, *([readings] if readings else [])])),
        mentions=page.mentions,
    )


def _view_section(page: _Page, section: Section) -> _SectionView:
    title, spoken = pick(section.title, page.language)
    moment = "" if section.start is None else render_moment(page.lesson, section.start, page.language)
    blocks = [*_section_blocks(page, section)]
    if transcript := render_transcript(page.lesson, section, page.language):
        blocks.append(page.put_aside(f"transcript_{section.id}", transcript))
    foreign = None if spoken == page.language else spoken
    return _SectionView(section.id, title, foreign, Markup(moment), tuple(blocks), page.is_numbered)


def _headings(page: _Page, sections: Iterable[_SectionView]) -> Iterator[Heading]:
    if page.lesson.goals:
        yield Heading(GOALS, page.say("page_goals"))
    for section in sections:
        yield Heading(section.id, section.title)


def _render_goals(page: _Page) -> Markup | str:
    goals, heading = page.lesson.goals, (GOALS, page.say("page_goals"))
    return Markup(render_goals(goals, heading, page.language, LESSONS)) if goals else ""


def _view_end(page: _Page) -> Iterator[_SectionView]:
    """What follows the author's sections: the lesson in short, and the quiz."""
    if page.lesson.recap:
        recap = _render_part(page, *pick(page.lesson.recap, page.language), RECAP)
        yield _view_own(page, RECAP, "page_recap", recap)
    if page.lesson.questions:
        blocks = (_place_question(page, question) for question in page.lesson.questions)
        yield _view_own(page, END_QUIZ, "page_end_quiz", *blocks)


def _view_readings(page: _Page) -> _SectionView | None:
    if not page.lesson.sources:
        return None
    return _view_own(page, READINGS, "page_readings", render_readings(page.lesson.sources, page.language))


def _view_own(page: _Page, anchor: str, key: str, *blocks: Markup) -> _SectionView:
    """A section that every lesson may have under the same heading."""
    return _SectionView(anchor, page.say(key), None, Markup(), blocks, is_numbered=False)


def _section_blocks(page: _Page, section: Section) -> Iterator[Markup]:
    """Text with figures and questions where ``[[id]]`` puts them; the others follow in order."""
    waiting: dict[str, Figure | Question] = {item.id: item for item in (*section.figures, *section.questions)}
    if section.text:
        text, spoken = pick(section.text, page.language)
        position = 0
        for mark in find_placements(text):
            if mark.value in waiting:
                yield _render_part(page, text[position : mark.start], spoken, section.id)
                yield _place(page, waiting.pop(mark.value))
                position = mark.end
        yield _render_part(page, text[position:], spoken, section.id)
    for item in tuple(waiting.values()):
        yield _place(page, item)


def _render_part(page: _Page, text: str, spoken: str, anchor: str = "") -> Markup:
    """A run of prose; one in another language than the page's says so, to the eye and to a screen reader.

    ``anchor`` is the heading it stands below, if words that are mentioned there first are linked.
    """
    html = render_block(text, spoken, LESSONS)
    if spoken == page.language or not html:
        if page.finder and anchor:
            html = page.finder.link(html, anchor, GLOSSARY, page.mentions)
        return Markup(html)
    badge = page.say("page_only_in").format(language=language_name(spoken))
    return Markup(render_template("foreign.html.jinja", html=Markup(html), spoken=spoken, badge=badge))


def _place(page: _Page, item: Figure | Question) -> Markup:
    return _place_figure(page, item) if isinstance(item, FigureBase) else _place_question(page, item)


def _place_figure(page: _Page, figure: Figure) -> Markup:
    return page.put_aside(figure.id, _render_figure(page, figure))


def _render_figure(page: _Page, figure: Figure) -> str:
    caption, spoken = pick(figure.caption, page.language) if figure.caption else ("", page.language)
    picture = page.figures[figure.id]
    return render_template(
        "figure.html.jinja",
        id=figure.id,
        kind=figure.kind,
        picture=picture,
        caption=Markup(render_inline(caption, spoken, LESSONS)),
        caption_language=None if spoken == page.language else spoken,
        say=page.say,
    )


def _place_question(page: _Page, question: Question) -> Markup:
    figure = _render_figure(page, question.figure) if question.figure else ""
    if question.picture():
        picture = page.figures[question.id]
        figure += render_template("task_picture.html.jinja", picture=picture)
    html = render_question(
        question, page.language, lesson=page.lesson, number=next(page.numbers), figure=figure
    )
    return page.put_aside(question.id, html)


def _assets(page: _Page, content: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The modules and the styles that this page needs, and no others."""
    modules, styles = [], ["css/lesson.css", "css/captions.css"]
    if page.lesson.goals:
        styles.append("css/goals.css")
    if page.lesson.all_figures():
        styles.append("css/figures.css")
    if page.lesson.all_questions():
        modules.append("js/define.mjs")
        styles += ["css/quiz.css", "css/quiz-help.css"]
    if any(question.type in OF_PARTS for question in page.lesson.all_questions()):
        styles.append("css/quiz-parts.css")
    if page.lesson.video:
        modules.append("js/video.mjs")
    parts = (content, *page.fragments.values())
    modules += [f"js/{name}.mjs" for name in ELEMENTS if any(f"<nn-{name}" in html for html in parts)]
    if any('nn-live"' in html for html in parts):
        styles += ["css/live.css", "css/live-neuron.css"]
    if any("<math" in html for html in parts):
        styles.append("css/maths.css")
    return tuple(modules), tuple(styles)
