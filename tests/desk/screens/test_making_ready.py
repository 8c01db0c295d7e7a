"""Making a session ready: agreed times, the list of plans, what should be known before it begins."""

import pytest
from desk.driver import Opens, prepared
from desk.samples import a_record

from facilitator.desk.screens.plan_list import PlanFinder, Section, offered
from facilitator.desk.screens.ready_facts import ready_rows, warnings
from facilitator.desk.widgets.signs import minutes_bar
from facilitator.texts import languages
from sessions.history.proposing import Proposal, Why
from sessions.store.folder import Store
from sessions.store.groups import Group
from sessions.values import MINUTE, GroupCode, Id, Instant


async def test_an_agreed_end_does_not_begin_the_session_now(home: Opens):
    async with home() as desk:
        await desk.press("n", "H")
        await desk.type("16.00")
        await desk.press("enter")
        desk.expects("90 min", "begins 14:30", "ends 16:00", "14:40 Topics and agenda together")
        await desk.press("greater_than_sign")
        desk.expects("95 min", "begins 14:25", "ends 16:00")


async def test_a_beginning_and_an_end_give_the_length(home: Opens):
    async with home() as desk:
        await desk.press("n", "s")
        await desk.type("15.00")
        await desk.press("enter", "H", *["backspace"] * 5)
        await desk.type("16.15")
        await desk.press("enter")
        desk.expects("75 min", "begins 15:00", "ends 16:15", "In all 75")
        await desk.point("Image session")
        desk.expects("75 min", "begins 15:00")
        await desk.press("enter")
        assert (desk.session.agreed_minutes, desk.session.agreed_end is not None) == (75, True)


async def test_shaping_keeps_the_beginning_that_was_agreed(home: Opens):
    async with home() as desk:
        await desk.press("n", "H")
        await desk.type("16.00")
        await desk.press("enter", "O")
        desk.expects("14:30 Opening round", "14:40 Topics")


async def test_a_search_that_finds_nothing_opens_nothing(home: Opens):
    async with home() as desk:
        await desk.press("n", "slash")
        await desk.type("qqqq")
        desk.expects("No match")
        desk.lacks("In all")
        await desk.press("enter")
        assert desk.where == "MakingReadyScreen"
        await desk.press("escape")
        desk.expects("ALL A–Z", "In all")
        await desk.press("enter")
        assert desk.where == "LiveScreen"


async def test_plans_are_found_by_typing_and_esc_gives_all_back(home: Opens):
    async with home() as desk:
        await desk.press("n", "slash")
        await desk.type("mid-term review")
        assert "Mid-term review" in desk.pointed()
        desk.expects("FOUND")
        desk.lacks("ALL A–Z")
        await desk.press("escape")
        assert {"SUITS NOW", "ALL A–Z"} <= set(desk.lines())
        assert "Mid-term review" in desk.pointed()
        await desk.press("escape")
        assert desk.where == "HomeScreen"


async def test_what_is_most_like_the_search_is_pointed_at_not_what_was_pointed_at_before(home: Opens):
    async with home() as desk:
        await desk.press("n")
        assert "Ordinary session" in desk.pointed()
        await desk.press("slash")
        await desk.type("60")
        assert desk.pointed() == desk.lines()[1]
        await desk.press("backspace", "backspace")
        await desk.type("ordinary")
        assert desk.pointed() == desk.lines()[1]


async def test_a_letter_that_is_no_command_begins_a_search(home: Opens):
    async with home() as desk:
        await desk.press("n", "g")
        await desk.type("oal")
        assert "Goal-setting session" in desk.pointed()
        await desk.press("enter")
        assert desk.where == "LiveScreen"


@pytest.mark.parametrize(
    ("last", "proposed"), [("closing-90", "Ordinary session 90"), ("first-90", "Goal-setting session")]
)
async def test_a_first_or_last_meeting_is_not_repeated(home: Opens, store: Store, last: str, proposed: str):
    from sessions.values import FIRST_SEAT

    store.keep(GroupCode("R07"), a_record(1, plan=Id(last)), FIRST_SEAT)
    async with home() as desk:
        await desk.point("R07")
        await desk.press("s")
        assert proposed in desk.pointed()


def test_plans_come_in_sections_and_in_alphabetical_order(shipped):
    languages.use("fi")
    group = Group(GroupCode("R07"), (a_record(1, plan=Id("images-90")), a_record(2, plan=Id("ordinary-60"))))
    offers = offered(shipped, group, (Proposal(Id("ordinary-60"), Why.AS_LAST_TIME),))
    now = [(offer.plan, offer.why) for offer in offers if offer.section is Section.NOW]
    assert now == [("ordinary-60", "as-last-time"), ("images-90", None)]
    names = [shipped.plan(offer.plan).name.fi for offer in offers if offer.section is Section.ALL]
    assert names.index("Vuosiarviointi") < names.index("Väliarviointi")


def test_a_plan_is_found_by_its_name(shipped):
    languages.use("en")
    assert PlanFinder(shipped).find("mid-term review")[0].plan == "mid-review-90"


def test_items_begin_by_the_clock_or_from_the_beginning(shipped):
    made = prepared(shipped, "ordinary-90", 5)
    assert [row.begins for row in ready_rows(made, shipped, None)][:3] == ["+0", "+10", "+19"]
    by_clock = ready_rows(made, shipped, Instant(10 * MINUTE))
    assert by_clock[1].begins.endswith("20")


@pytest.mark.parametrize(("columns", "bars"), [(1, ["", ""]), (2, ["", ""]), (3, ["▆", "▆▆▆"]), (20, ["▆", "▆" * 20])])
def test_minutes_are_drawn_where_there_is_room_to_tell_them_apart(columns: int, bars: list[str]):
    assert [minutes_bar(minutes, 40, columns) for minutes in (2, 40)] == bars


def test_many_more_people_than_the_plan_is_for_are_warned_of(shipped):
    languages.use("en")
    assert warnings(prepared(shipped, "ordinary-90", 5), shipped) == []
    made = prepared(shipped, "ordinary-90", 12)
    said = " ".join(warnings(made, shipped))
    assert "made for 5 people" in said
    assert ready_rows(made, shipped, None)[0].minutes == 17
    assert "Opening round: a round of 17\u00a0min tires a group. Shorter: " in said


async def test_a_plan_that_was_found_stays_pointed_at_and_can_be_shaped(home: Opens):
    async with home() as desk:
        await desk.press("n", "slash")
        await desk.type("balint")
        desk.expects("FOUND", "Balint session, one case")
        await desk.press("escape")
        desk.lacks("FOUND")
        assert "Balint" in desk.pointed()
        await desk.press("O")
        assert desk.where == "PlanEditor"
        desk.expects("Balint")
