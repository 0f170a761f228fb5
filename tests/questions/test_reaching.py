"""How many questions that people ask in public reach the articles when typed unprompted; no report does."""

import pytest

from core.catalogue.fact_types import Role
from core.knowledge.meant import is_question, may_be_question
from core.understanding.read import read
from core.understanding.situation import Sender, Situation
from tests import shipped
from tests.questions.test_questions import finder, questions
from tests.understanding.corpora import messages

TENANT = "dong_cuu"
#: every so many are tried: all of them take long
OF_QUESTIONS, OF_MESSAGES = 6, 20
#: what tells, takes back or puts right is never a question
_TOLD = ("report", "complain", "correct", "withdraw", "report_nil", "plan_ahead", "broadcast", "register")


def reaches(text: str, situation: Situation, tenant: str, role: Role | None) -> bool:
    reading = read(text, situation, shipped.lexicon(tenant))
    if not may_be_question(reading, finder().is_put(text)):
        return False
    return is_question(reading, finder().find(text, role))


@pytest.mark.parametrize(("role", "least"), [(Role.HOUSEHOLD, 0.96), (Role.OFFICER, 0.90)])
def test_nearly_every_question_of_ours_reaches_the_articles(role: Role, least: float) -> None:
    plans = shipped.catalogue().tenants[TENANT].plans
    situation = Situation(shipped.DAY, Sender(role, plans=plans))
    ours = [
        each.text
        for name in ("public3", "public4")
        for each in questions(name)[::OF_QUESTIONS]
        if each.scope == "in"
    ]
    reached = sum(reaches(text, situation, TENANT, role) for text in ours)
    assert reached >= least * len(ours)


def test_what_is_told_reaches_none() -> None:
    told = [each for each in messages("dev") if each.expected["intent"] in _TOLD][::OF_MESSAGES]
    roles = {str(role): role for role in Role}
    taken = [
        each.text
        for each in told
        if reaches(each.text, each.situation, each.tenant, roles.get(each.situation.sender.role))
    ]
    assert taken == []
