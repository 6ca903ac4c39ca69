"""The Quick Pay procedure."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields
from typing import Optional

from . import _native
from ._calls import asked
from ._reply import Judgment
from ._table import Error
from .numbers import Event, Status, Step

# The most that the library takes.
_SECONDS_MAX, _TIMES_MAX = 0xFFFF, 0xFF


@dataclass(frozen=True)
class Timing:
    """How long to wait and how often to try, in a Quick Pay payment; times are in seconds."""

    #: Before the first query, and before a failure is believed.
    first_query: int = 5
    #: Between queries; 10 in China, 3 to 5 elsewhere.
    spacing: int = 10
    #: After which an order that is not paid is given up; 45 in China, 30 elsewhere.
    total: int = 45
    #: After the order, before which it cannot be reversed.
    reverse_from: int = 15
    #: Between reverses.
    reverse_spacing: int = 5
    #: Reverses before somebody has to look, at most 255.
    reverses: int = 10
    #: Queries that confirm a failed order, and that settle a reversed one, at most 255.
    queries: int = 5

    def __post_init__(self) -> None:
        for number in fields(self):
            most = _TIMES_MAX if number.name in ("reverses", "queries") else _SECONDS_MAX
            if not 0 <= getattr(self, number.name) <= most:
                raise Error(Status.ARGUMENT)


@dataclass(frozen=True)
class Next:
    """What to do now."""

    step: Step
    #: How many seconds, for Step.WAIT.
    wait: int


class QuickPay:
    """One payment by Quick Pay, which ends in knowing what became of it; it never charges twice.

    Save it after each next(), before the step is carried out.
    """

    __slots__ = ("_memory", "_timing")

    def __init__(self, saved: Optional[bytes] = None, timing: Optional[Timing] = None) -> None:
        self._memory = asked(_native.quickpay_new) if saved is None else bytes(saved)
        self._timing = astuple(timing or Timing())
        if saved is not None:
            # Damage shows now, and whatever is told first, the order is not asked for again.
            self.next(Event.RESUMED)

    def next(
        self, event: Event = Event.NONE, seconds: int = 0, judgment: Optional[Judgment] = None
    ) -> Next:
        """Takes in what happened, so many seconds after the last call, and says what to do.

        Raises an Error if the judgment is of another operation than the event's.
        """
        if seconds < 0:
            raise Error(Status.ARGUMENT)
        # A terminal can be off for longer than the library counts; more makes no difference.
        seconds = min(seconds, _SECONDS_MAX)
        verdict = None if judgment is None else judgment._verdict.memory
        self._memory, step, wait = asked(
            _native.quickpay_next, self._memory, self._timing, event, verdict, seconds
        )
        return Next(Step(step), wait)

    def save(self) -> bytes:
        """12 bytes, which QuickPay() takes."""
        return self._memory
