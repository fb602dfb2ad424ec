"""A task: the digits and neurons of its goal exist. Whether it can be reached, the build finds out."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Diagnostic
from generator.spec.checks.figures import check_digit, check_neuron
from generator.spec.draft import Draft
from generator.spec.places import Loc
from generator.spec.questions.task import BiasGoal, ChangeGoal, ChooseGoal, NeuronGoal, Task

OF_A_DIGIT = ("weighted_sum", "activation")


def check(draft: Draft, loc: Loc, question: Task) -> Iterator[Diagnostic]:
    """Every name and number in the goal is one of the network's, or of a sample digit."""
    goal, place = question.goal, (*loc, "goal")
    if question.vary:
        message, hint = "a task has no variants: its goal would be the same in all of them", "delete 'vary'"
        yield draft.source.at_key((*loc, "vary"), "task-with-vary", message, hint)
    picture = question.picture()
    yield from _check_inputs(draft, place, draft.model_of(picture))
    if isinstance(goal, NeuronGoal):
        for index, name in enumerate(goal.digits):
            yield from check_digit(draft, (*place, "digits", index), name)
    if isinstance(goal, BiasGoal) and goal.neuron is not None:
        yield from check_neuron(draft, place, draft.model_of(picture), (1, goal.neuron))
    if isinstance(goal, ChangeGoal | ChooseGoal) and goal.digit is not None:
        yield from check_digit(draft, (*place, "digit"), goal.digit)
    if isinstance(goal, ChooseGoal):
        yield from _check_choice(draft, place, goal, draft.model_of(picture))


def _check_choice(draft: Draft, place: Loc, goal: ChooseGoal, network: str) -> Iterator[Diagnostic]:
    if goal.quantity in OF_A_DIGIT and goal.digit is None:
        message = f"a goal of '{goal.quantity}' needs the field 'digit'"
        yield draft.at_value(place, "missing-field", message)
    problems = [*check_neuron(draft, place, network, (goal.layer, None))]
    at = (goal.layer, goal.solution.neuron)
    yield from problems or check_neuron(draft, (*place, "solution"), network, at)


def _check_inputs(draft: Draft, place: Loc, network: str) -> Iterator[Diagnostic]:
    header = draft.setting.headers.get(network)
    if header is not None and header.sizes[0] != 784:
        message = f"network '{network}' reads {header.sizes[0]} numbers, not the 784 pixels of a digit"
        yield draft.at_value((*place, "kind"), "wrong-network", message)
