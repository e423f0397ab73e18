"""`kompetencebro questions` and `answer`: the few things worth asking, and what the citizen says."""

from datetime import datetime

import click
from rich.prompt import Prompt

from api.access.policy import Act
from api.asking import Answer, in_words
from api.cli.noting import asking
from api.cli.options import CONSOLE, as_of_option, day, json_option, print_json, service, store_option
from graph.asking import Voice, because_text
from graph.questions import MOST, Question, Subject

_WORDS = {"j": Answer.YES, "n": Answer.NO}


def _what(question: Question) -> str:
    return question.what or Subject.CAR.value


@click.command(epilog="Eksempel: kompetencebro questions PROFILE --ask --as-of 2026-11-25")
@click.argument("profile")
@click.option("--top", type=click.IntRange(1, 20), default=MOST, show_default=True)
@click.option("--ask", is_flag=True, help="ask each one here and keep the answers")
@as_of_option
@store_option
@json_option
def questions(profile: str, top: int, ask: bool, as_of: datetime | None, store: str | None, as_json: bool) -> None:
    """At most five questions, first those whose answer would change the list of jobs most."""
    ready = service(store)
    witness, taxonomy = asking(ready, Act.MATCH, profile), ready.live.taxonomy
    found = witness.questions(profile, None, day(as_of), top)
    if as_json:
        told = [{"what": _what(one), "text": in_words(one, taxonomy), "gain": one.gain} for one in found]
        print_json(told)
        return
    if not found:
        CONSOLE.print("Der er ikke noget at spørge om, der ville ændre listen.")
    for one in found:
        why = because_text(one, taxonomy)
        text = in_words(one, taxonomy, Voice.CITIZEN) + (f" ({why})" if why else "")
        if not ask:
            CONSOLE.print(f"{text}\n  {_what(one)}", markup=False, highlight=False, soft_wrap=True)
            continue
        CONSOLE.print(text, markup=False)
        said = Prompt.ask("  j = ja, n = nej, tom = ved ikke", choices=["j", "n", ""], default="", show_choices=False)
        if said:
            asking(ready, Act.CORRECT, profile).answer(profile, _what(one), _WORDS[said])


@click.command(epilog="Eksempel: kompetencebro answer PROFILE truck-b yes")
@click.argument("profile")
@click.argument("what")
@click.argument("said", type=click.Choice([one.value for one in Answer]))
@store_option
@json_option
def answer(profile: str, what: str, said: str, store: str | None, as_json: bool) -> None:
    """Keep what the citizen says of a skill (URI), a credential (code) or 'car', also when the CV is read again."""
    asking(service(store), Act.CORRECT, profile).answer(profile, what, Answer(said))
    if as_json:
        print_json({"profile": profile, "what": what, "answer": said})
        return
    CONSOLE.print("Svaret er gemt og gælder også, når CV'et læses igen.")


COMMANDS = (questions, answer)
