"""The home page of a language: what the course is, its lessons, and how far the learner has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.describe import describe
from generator.pages.figure_html import FigureHtml
from generator.pages.goals import describe_time, render_goals
from generator.pages.languages import language_name
from generator.pages.progress import render_course_progress, render_lesson_progress, render_results
from generator.pages.prose import render_block, render_inline
from generator.pages.site_file import GOALS, SiteFile, slot
from generator.pages.templating import render_template
from generator.pages.ui_text import ui_text
from generator.spec import CourseFile, Lesson
from generator.spec.text import pick


@dataclass(frozen=True)
class LessonEntry:
    """One line of the lesson list: the page it leads to, and the lesson unless it is broken."""

    page: SiteFile
    lesson: Lesson | None


def render_home(
    course: CourseFile,
    language: str,
    entries: Sequence[LessonEntry],
    cover: FigureHtml | None,
    problems: str = "",
) -> SiteFile:
    """The page at /<language>/. ``cover`` decorates it; ``problems`` (HTML) is what a preview warns of."""
    title = pick(course.title, language)[0]
    lessons = [entry.lesson for entry in entries if entry.lesson and entry.page.language == language]
    cards = _cards(entries, language)
    content = render_template(
        "home.html.jinja",
        title=title,
        summary=Markup(render_block(*pick(course.summary, language), "")) if course.summary else "",
        facts=_course_facts(entries, language),
        first=next((card for card in cards if card["own"]), None),
        cards=cards,
        cover=Markup(slot("home-cover")) if cover else "",
        goals=Markup(_render_goals(course, language)),
        progress=Markup(slot("home-course-progress")),
        results=Markup(slot("home-results")),
        problems=Markup(problems),
        text=lambda key: ui_text(key, language),
    )
    return SiteFile(
        f"{language}/index.md",
        content,
        title,
        language,
        _fragments(title, language, entries, cover),
        modules=_modules(lessons, content),
        styles=(
            "css/home.css",
            *(("css/goals.css",) if course.goals else ()),
            "css/quiz.css",
            "css/figures.css",
        ),
        description=describe(course.summary, language),
        problems=bool(problems),
    )


def _render_goals(course: CourseFile, language: str) -> str:
    heading = (GOALS, ui_text("site_goals", language))
    return render_goals(course.goals, heading, language, "") if course.goals else ""


def _fragments(
    title: str, language: str, entries: Sequence[LessonEntry], cover: FigureHtml | None
) -> dict[str, str]:
    """What search must not read: the cover, progress, results."""
    own = {
        _progress_token(number): entry.lesson if entry.page.language == language else None
        for number, entry in enumerate(entries, 1)
    }
    lessons = [lesson for lesson in own.values() if lesson]
    return {
        "home-cover": cover.svg if cover else "",
        "home-course-progress": render_course_progress(lessons, language),
        "home-results": render_results(lessons, title, language),
        **{
            token: render_lesson_progress(lesson, language) if lesson else "" for token, lesson in own.items()
        },
    }


def _progress_token(number: int) -> str:
    return f"home-progress-{number}"


def _modules(lessons: Sequence[Lesson], content: str) -> tuple[str, ...]:
    questions = ("js/define.mjs",) if any(lesson.all_questions() for lesson in lessons) else ()
    return (*questions, "js/scroll.mjs") if "<nn-scroll" in content else questions


def _cards(entries: Sequence[LessonEntry], language: str) -> list[dict[str, object]]:
    return [
        _card(number, entry, language, slot(_progress_token(number)))
        for number, entry in enumerate(entries, 1)
    ]


def _card(number: int, entry: LessonEntry, language: str, progress: str) -> dict[str, object]:
    """What the template shows of one lesson."""
    page, lesson = entry.page, entry.lesson
    own = page.language == language
    shown = str(page.language)
    return {
        "number": number,
        "own": own,
        "href": _href(page, language),
        "language": shown,
        "badge": "" if own else language_name(shown),
        "title": page.title,
        "summary": Markup(render_inline(*pick(lesson.summary, shown), _way(page, language)))
        if lesson and lesson.summary
        else "",
        "facts": _lesson_facts(lesson, language) if lesson else [],
        "progress": Markup(progress),
        "broken": page.problems,
    }


def _href(page: SiteFile, language: str) -> str:
    """From the language's home page to the lesson. The host checks that it leads there."""
    name = page.uri.rpartition("/")[2].removesuffix(".md")
    return f"{_way(page, language)}{name}/"


def _way(page: SiteFile, language: str) -> str:
    """From the language's home page to the folder that the lesson lies in, perhaps another language's."""
    folder = page.uri.rpartition("/")[0]
    return "" if folder == language else f"../{folder}/"


def _lesson_facts(lesson: Lesson, language: str) -> list[str]:
    """How much there is. How long a video goes on no lesson says, and a guess would mislead."""
    facts = [describe_time(lesson.minutes, language)] if lesson.minutes else []
    facts.append(count_text("site_sections", len(lesson.sections), language))
    if questions := len(lesson.all_questions()):
        facts.append(count_text("site_questions", questions, language))
    if lesson.video:
        facts.append(ui_text("site_video", language))
    return facts


def _course_facts(entries: Sequence[LessonEntry], language: str) -> list[str]:
    """What there is in this language, then the lessons that the list shows in another one."""
    counts = Counter(str(entry.page.language) for entry in entries)
    facts = [count_text("site_lessons", counts.pop(language, 0), language)]
    own = [entry.lesson for entry in entries if entry.lesson and entry.page.language == language]
    if questions := sum(len(lesson.all_questions()) for lesson in own):
        facts.append(count_text("site_questions", questions, language))
    minutes = [lesson.minutes for lesson in own if lesson.minutes]
    if minutes and len(minutes) == len(own):  # a sum of some would promise too little
        facts.append(describe_time(sum(minutes), language))
    more = ui_text("site_lessons_elsewhere", language)
    return facts + [more.format(count=n, language=language_name(other)) for other, n in counts.items()]


def count_text(key: str, count: int, language: str) -> str:
    """``3 questions``, ``1 question``, ``질문 3개``."""
    return ui_text(f"{key}_one" if count == 1 else key, language).format(count=count)
