"""What each act is called when it is undone or done again."""

from facilitator.texts.languages import N_, _
from sessions import events as e
from sessions.kinds import ItemState

_ACTS: dict[type[e.Event], str] = {
    e.Begun: N_("beginning the session"),
    e.BegunEarlier: N_("the earlier beginning"),
    e.Next: N_("going on"),
    e.Back: N_("going back"),
    e.ItemEnded: N_("going to the next item"),
    e.ItemChosen: N_("taking the item now"),
    e.Paused: N_("the pause"),
    e.Resumed: N_("going on after the pause"),
    e.Adjusted: N_("the change of minutes"),
    e.Moved: N_("moving the item"),
    e.PutOff: N_("moving the item to next time"),
    e.TakenIn: N_("bringing the item back"),
    e.Inserted: N_("the inserted item"),
    e.Given: N_("fitting the time"),
    e.WentToClosing: N_("going straight to the closing"),
    e.PayerMarked: N_("who pays"),
    e.AcuteBegun: N_("the acute agenda"),
    e.ClockChosen: N_("the group's clock"),
    e.StepSkipped: N_("skipping the step"),
    e.StepRepeated: N_("repeating the step"),
    e.StepLengthened: N_("the longer step"),
    e.MethodSwitched: N_("the other method"),
    e.RoundStarted: N_("the round that began"),
    e.RoundEnded: N_("ending the round"),
    e.PresenterChosen: N_("who presents"),
    e.TurnPassed: N_("the pass"),
    e.TurnHeld: N_("keeping the turn for later"),
    e.TurnGiven: N_("giving the turn"),
    e.WentAway: N_("a seat going away"),
    e.CameBack: N_("a seat coming back"),
    e.Arrived: N_("somebody's arriving"),
    e.GoalAdded: N_("the new goal"),
    e.GoalMarked: N_("the status of the goal"),
    e.GapTakenOut: N_("taking the gap out"),
    e.Ended: N_("the end"),
}


def act_name(event: e.Event) -> str:
    """What an act is called; nothing for what is no act."""
    if isinstance(event, e.PutOff) and event.to is ItemState.LEFT_OUT:
        return _("leaving the item out")
    return _(_ACTS[type(event)]) if type(event) in _ACTS else ""
