"""How questions are worded: what gives the answer away, or makes the question harder to read than to answer.

All of it is warnings: a teacher may have a reason. Knows the habits of English and Korean.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from generator.errors import Diagnostic
from generator.spec.draft import Draft
from generator.spec.places import Loc
from generator.spec.questions.choice import Choice
from generator.spec.questions.text import TextQuestion
from generator.spec.questions.true_false import TrueFalse

# A right option gives itself away when it is this many times as wide as any wrong one, and this much wider.
GIVEAWAY_RATIO = 1.5
GIVEAWAY_WIDTH = 12

# Bounded, as all that is looked for here: an author's text of any length takes time in proportion to it.
_EMPHASISED = re.compile(
    r"(\*\*|__)(?!\s).{1,60}?\1|(?<![*\w])([*_])(?!\s).{1,60}?\2(?![*\w])|<u>.{1,60}?</u>", re.DOTALL
)
_NEGATIVES = {
    "en": re.compile(r"\b(?:not|except|cannot|never)\b|\b\w{1,12}n['’]t\b", re.IGNORECASE),
    "ko": re.compile(
        r"(?:아닌|아니한|않은|않는|없는|못하는|틀린|잘못된)(?=\s?(?:것|거|설명|말|문장|보기|값|예|항목|진술))"
    ),
}
_ABOVE = {
    "en": re.compile(
        r"\b(?:all|none|both|neither|any|either) (?:of )?(?:the )?"
        r"(?:above|these|them|those|options|answers)\b",
        re.IGNORECASE,
    ),
    "ko": re.compile(
        r"(?:^| )(?:위|위의|위에|위에는|보기|보기에|보기에는)(?: \S+){0,2} (?:모두|전부|없)"
        r"|^(?:모두|전부) ?(?:정답|맞|옳|해당)|^(?:정답|해당)\S*(?: \S+)? ?없(?:음|다|습니다)?\.?$"
    ),
}


def check_wording(draft: Draft) -> Iterator[Diagnostic]:
    """Look at every question's wording."""
    for loc, question in draft.questions():
        if isinstance(question, Choice):
            yield from _check_length(draft, (*loc, "choices"), question)
            yield from _check_above(draft, (*loc, "choices"), question)
        if isinstance(question, Choice | TrueFalse):
            yield from _check_stem(draft, (*loc, "ask"))
        elif isinstance(question, TextQuestion):
            yield from _check_spellings(draft, (*loc, "accept"), question)


def _in_scripts_of(text: str, patterns: Mapping[str, re.Pattern[str]]) -> Iterable[re.Pattern[str]]:
    """The patterns of the languages that a text can be in."""
    return (patterns["en"],) if text.isascii() else patterns.values()


def _check_length(draft: Draft, loc: Loc, question: Choice) -> Iterator[Diagnostic]:
    """One right option that is much longer than every wrong one; told once, for the first language."""
    right = [index for index, option in enumerate(question.choices) if option.correct]
    if len(right) != 1:
        return
    for language, text in question.choices[right[0]].text.items():
        others = [each.text.get(language, "") for each in question.choices if not each.correct]
        widest = max(map(_width, others), default=0)
        if _width(text) >= max(GIVEAWAY_RATIO * widest, widest + GIVEAWAY_WIDTH):
            yield draft.at_value(
                (*loc, right[0], "text"),
                "longest-answer",
                f"the right option is much longer than all others in {language}, which gives it away",
                "shorten it, move what explains it into 'because', or say more in the wrong ones",
                "warning",
            )
            return


def _width(text: str) -> int:
    """About how wide a text is on the page: Hangul counts twice, the commands of maths do not."""
    shown = re.sub(r"\{\{.{0,200}?\}\}", "00", re.sub(r"\\[a-z]+|[${}*_`]", "", text))
    if shown.isascii():
        return len(shown)
    return sum(1 + (unicodedata.east_asian_width(character) in "WF") for character in shown)


def _check_above(draft: Draft, loc: Loc, question: Choice) -> Iterator[Diagnostic]:
    for where, text in draft.source.texts_at(loc):
        if "text" in where[len(loc) :] and any(each.search(text) for each in _in_scripts_of(text, _ABOVE)):
            yield draft.at_value(
                where,
                "above-option",
                "options that speak of the others are guessed by logic, and these change places",
                "ask with 'multiple: true', or write what you mean",
                "warning",
            )


def _check_stem(draft: Draft, loc: Loc) -> Iterator[Diagnostic]:
    """A negative that is easily overlooked; emphasised (**not**, NOT) it is seen."""
    for where, text in draft.source.texts_at(loc):
        plain = _EMPHASISED.sub("", text)
        for pattern in _in_scripts_of(plain, _NEGATIVES):
            found = pattern.search(plain)
            if found and not found[0].isupper():
                yield draft.at_value(
                    where,
                    "negative-stem",
                    f"'{found[0]}' is easily overlooked in a question",
                    f"ask what is so, or emphasise it: **{found[0]}**",
                    "warning",
                )
                break


def _check_spellings(draft: Draft, loc: Loc, question: TextQuestion) -> Iterator[Diagnostic]:
    """One answer in words; a number or a sign has no other."""
    single = [
        language
        for language, accepted in question.accept.items()
        if len(accepted) == 1 and any(character.isalpha() for character in accepted[0])
    ]
    if single and not question.literal:
        yield draft.at_value(
            loc,
            "single-spelling",
            f"only one answer is accepted in {' and '.join(single)}, and people have other words for it",
            "list other words for it in 'accept', and expected mistakes in 'reject'",
            "warning",
        )
