"""Asks every binding the same questions, and compares the answers with each other and with rules
that do not use libwxp.

Usage: cross.py NAME=COMMAND…

A command starts the runner of a binding. It reads requests, one a line, and prints one answer each.
A line is parts with tabs between them, each percent-encoded: every byte but A-Z a-z 0-9 - . _ ~ is
%XX. The requests, where FIELDS is a name, a type and a value for each field, and types are s text,
i integer, n null, f float, b bool:

  key ALGORITHM SECRET                       ok; whether it is an API key
  sign ALGORITHM SECRET FIELDS               ok SIGNATURE; the secret is any, here and below
  verify ALGORITHM SECRET FIELDS             ok
  canonical FIELDS                           ok TEXT
  check FIELDS                               ok
  write ALGORITHM SECRET FIELDS              ok DOCUMENT
  explain ALGORITHM SECRET OFFERED FIELDS    ok CAUSE FIELD TEXT
  second ALGORITHM SECRET OFFERED FIELDS     ok NUMBER TEXT CAUSE FIELD TEXT, of a second signature
  request ALGORITHM SECRET OPERATION FIELDS  ok CAUSE, and what is found, as in findings
  findings ALGORITHM SECRET OPERATION FIELDS ok, and KIND CERTAIN FIELD INDEX OFFSET LIMIT MEANT
                                             ALTERNATIVES BECAUSE VALUE TEXT for each finding
  keyless ALGORITHM OPERATION FIELDS         the same, found without a key
  undo BYTES                                 ok, and LAYER TEXT BYTES if there was a layer
  list BYTES                                 ok HELD_KEY GUESS NAME VALUE…
  payload ALGORITHM SECRET KIND FIELDS       ok TEXT
  read DOCUMENT                              ok NAME VALUE…
  nested DOCUMENT                            ok COUNT NAME VALUE…, then for each group NAME COUNT
                                             NAME VALUE…
  judge ALGORITHM SECRET ENDPOINT NESTED DOCUMENT
                                             ok VERDICT OUTCOME ACTION FAULT AMBIGUOUS ADVICE
                                             READABLE FAULT_FIELD REASON SOURCE ORDER; READABLE
                                             is whether its fields are in reach
  expect ALGORITHM SECRET ENDPOINT NESTED DOCUMENT FIELDS
                                             ok
  refund SECRET REQ_INFO                     ok NAME VALUE…
  endpoint ADDRESS                           ok, and all its properties if it is known
  advice ENDPOINT CODE                       ok ACTION TEXT
  acknowledge NOTICE TAKEN                   ok DOCUMENT
  body BYTES                                 ok NUMBER
  quickpay (EVENT" "SECONDS DOCUMENT)…       ok STEP WAIT…; saved and restored after each event
  language NUMBER                            ok; texts are in this language from now on
  constants                                  ok ENUM.MEMBER NUMBER…

A failure is "error STATUS FIELD OFFSET MESSAGE", "type" for a value of a wrong type, or "crash
CLASS MESSAGE" for what should not happen. "none" is for a value that the language does not have,
such as a float that is whole; then the others are compared.
"""

import shlex
import subprocess
import sys
from urllib.parse import unquote_to_bytes

import oracle
from case import ERROR, OK, ROOT
from cases import cases

sys.path.insert(0, str(ROOT / ".ci/harness"))

import checks  # noqa: E402

SHOWN = 300

# What a language answers that does not have such a value.
NONE = [b"none"]

# What goes before the name of a field and before an offset, in English and in Chinese.
LINKS = ((b", field ", b", byte "), ("，字段".encode(), "，字节偏移".encode()))


def answers(command, lines):
    """What a runner says to each line."""
    run = subprocess.run(
        shlex.split(command), input="\n".join(lines) + "\n", capture_output=True, encoding="ascii"
    )
    said = run.stdout.splitlines()
    if run.returncode or len(said) != len(lines):
        sys.exit(
            f"{command}: status {run.returncode}, {len(said)} answers to {len(lines)} requests\n"
            f"{run.stderr[-2000:]}"
        )
    return [[unquote_to_bytes(part) for part in line.split("\t")] for line in said]


def fits(answer, expected):
    whole = len(answer) == len(expected) if expected[0] == OK else len(answer) >= len(expected)
    return whole and all(want in (..., part) for part, want in zip(answer, expected))


def problem(case, answer):
    """What is wrong with an answer whatever others say, or nothing."""
    if answer[0] not in (OK, ERROR, b"type"):
        return "an answer that should not happen"
    if case.request[0] == b"judge" and answer[0] == OK:
        field, reason = answer[8:10]
        if field and not reason.endswith(LINKS[case.chinese][0] + field):
            return "a reason that does not name the field"
    if answer[0] == ERROR and int(answer[1]) != oracle.DIFFERS:
        _, status, field, offset, message = answer
        of_field, at_byte = LINKS[case.chinese]
        ending = at_byte + offset if offset else b""
        if field and int(status) != oracle.FIELD_NAME:
            ending = of_field + field + ending
        if not message.endswith(ending) or message == ending:
            return f"a message that does not end with {ending!r}"
        if message[: len(message) - len(ending)].isascii() == case.chinese:
            return "a message in the other language"
    if case.title == "constants":
        # In any order.
        numbers = oracle.constants((ROOT / "ffi/bindings/tests/numbers.json").read_text())
        here = list(zip(answer[1::2], answer[2::2]))
        if (b"Status.Ok", b"0") in here:  # which an enum for all statuses needs, and none else
            here.remove((b"Status.Ok", b"0"))
        wrong = sorted(set(here) ^ numbers)
        return f"not the library's: {wrong}" if wrong or len(here) != len(numbers) else None
    if case.expected and not fits(answer, case.expected):
        return "not what it has to be"
    return None


def shown(parts):
    text = " ".join(
        "..." if part is ... else part.decode(errors="backslashreplace") or "-" for part in parts
    )
    text = text.encode("unicode_escape").decode() if not text.isprintable() else text
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}… ({len(text)} characters)"


def main():
    bindings = dict(argument.split("=", 1) for argument in sys.argv[1:])
    if not bindings:
        sys.exit(__doc__)
    questions = list(cases())
    requests = [case.line() for case in questions]
    said = {name: answers(command, requests) for name, command in bindings.items()}
    checked = 0
    for number, case in enumerate(questions):
        here = {name: answer[number] for name, answer in said.items()}
        here = {name: answer for name, answer in here.items() if answer != NONE}
        problems = {name: problem(case, answer) for name, answer in here.items()}
        agree = case.title == "constants" or len({tuple(answer) for answer in here.values()}) <= 1
        checked += case.expected is not None
        failure = None
        if not agree or any(problems.values()):
            lines = [f"{'request':10} {shown(case.request)}"]
            for name, answer in here.items():
                wrong = f"  <- {problems[name]}" if problems[name] else ""
                lines.append(f"{name:10} {shown(answer)}{wrong}")
            if case.expected:
                lines.append(f"{'expected':10} {shown(case.expected)}")
            failure = "\n".join(lines)
        checks.done(case.title, failure, said=None)
    known = f"rules that do not use libwxp know the answers to {checked}"
    print(f"{len(questions)} cases for {', '.join(bindings)}; {known}")
    checks.finish()


if __name__ == "__main__":
    main()
