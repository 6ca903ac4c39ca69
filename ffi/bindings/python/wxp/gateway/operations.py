"""The operations that the gateway imitates: the one table of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

from .. import Endpoint, Language
from .ledger import Ledger
from .message import Fields


@dataclass(frozen=True)
class Operation:
    path: str
    word: str  # what it is called where a fault is asked for
    certificate: bool  # whether it needs the merchant's
    does: Callable[[Ledger, Fields, str], Fields]
    imitated: str  # what of it


OPERATIONS = {
    row.path: row
    for row in (
        Operation(
            "/pay/unifiedorder", "order", False, Ledger.unifiedorder,
            "NATIVE, JSAPI, APP, MWEB. The same request again gets the same prepay_id",
        ),
        Operation(
            "/pay/micropay", "pay", False, Ledger.micropay,
            "the end of auth_code says what the customer does: 0001 has not enough money, 0002"
            " enters the password, 0003 never does, all others pay",
        ),
        Operation("/pay/orderquery", "query", False, Ledger.orderquery, "by either number"),
        Operation("/pay/closeorder", "close", False, Ledger.closeorder, "whole"),
        Operation("/secapi/pay/reverse", "reverse", True, Ledger.reverse, "by either number"),
        Operation(
            "/secapi/pay/refund", "refund", True, Ledger.refund,
            "in parts too; more than was paid is NOTENOUGH",
        ),
        Operation(
            "/pay/refundquery", "refundquery", False, Ledger.refundquery,
            "by any of the four numbers; without offset",
        ),
    )
}  # fmt: skip


def table() -> str:
    """The table in Markdown."""
    lines = [
        "| operation | 用途 | purpose | in faults | certificate | what is imitated |",
        "|---|---|---|---|---|---|",
    ]
    for row in OPERATIONS.values():
        known = Endpoint.find(row.path)
        purposes = [known.purpose_in(one) if known else "" for one in reversed(Language)]
        cells = [f"`{row.path}`", *purposes, f"`{row.word}`"]
        cells += ["yes" if row.certificate else "no", row.imitated]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)
