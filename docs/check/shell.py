"""A shell that runs the commands of a page one by one, as a user would type them into a terminal."""

import os
import select
import signal
import subprocess
import time

# Takes lines "STRICT FILE OUTPUT", and answers each with the exit status. With STRICT the shell ends where a
# part of the command fails; without, `$?` is what the last command ended with.
LOOP = """
exec 8<&0 9>&1 </dev/null >"$1" 2>&1
source "$2" || exit
docs_ended=0
docs_again() { return "$docs_ended"; }
while read -r docs_strict docs_file docs_output <&8; do
    if [ "$docs_strict" = 1 ]; then
        set -e
        { source "$docs_file"; } >"$docs_output" 2>&1 8<&- 9>&-
        docs_ended=0
    else
        { docs_again; source "$docs_file"; } >"$docs_output" 2>&1 8<&- 9>&-
        docs_ended=$?
    fi
    set +e
    echo "$docs_ended" >&9
done
"""


class Ended(Exception):
    """A command that did not end well, in words."""


class Shell:
    def __init__(self, folder, logs, registries, environment):
        self.folder, self.logs = folder, logs
        self.registries, self.environment = registries, environment
        self.count, self.others = 0, []
        self.process = self.start([LOOP, "bash", logs / "start", registries], logs / "shell")

    def start(self, words, output):
        words = ["bash", "-c", *map(str, words)]
        with open(output, "wb") as errors:
            return subprocess.Popen(
                words,
                cwd=self.folder,
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                start_new_session=True,
            )

    def written(self, command):
        """The command as a file whose line numbers are those of the page."""
        self.count += 1
        path = self.logs / f"{self.count}.sh"
        path.write_text("\n" * (command.line - 1) + command.text)
        return path

    def run(self, command, seconds):
        """What it prints, and its exit status."""
        path = self.written(command)
        output = path.with_suffix(".out")
        strict = int(command.expected is None)
        try:
            self.process.stdin.write(f"{strict} {path} {output}\n".encode())
            self.process.stdin.flush()
            status = self.answer(seconds)
        except BrokenPipeError:
            status = ""
        said = read(output if output.exists() else self.logs / "start")
        if status is None:
            raise Ended(f"not done after {seconds} s\n{said}")
        if status == "":
            status = self.process.wait()
        return said, int(status)

    def answer(self, seconds):
        """The line that the shell answers, nothing if it has ended, and None if it does not answer in time."""
        ready, _, _ = select.select([self.process.stdout], [], [], seconds)
        return self.process.stdout.readline().decode() if ready else None

    def background(self, command, seconds):
        """Begins what a second terminal runs, and waits for what it says when it is ready."""
        path = self.written(command)
        output = path.with_suffix(".out")
        words = ['source "$1" && source "$2" >"$3" 2>&1 </dev/null', "bash", self.registries, path, output]
        other = self.start(words, self.logs / "other")
        self.others.append(other)
        end = time.monotonic() + seconds
        while command.ready not in (said := read(output) if output.exists() else ""):
            if other.poll() is not None:
                raise Ended(f"exit status {other.returncode}, without “{command.ready}”\n{said}")
            if time.monotonic() > end:
                raise Ended(f"did not say “{command.ready}” in {seconds} s\n{said}")
            time.sleep(0.05)

    def close(self):
        """Ends what the page has begun, and what that has begun."""
        for process in [self.process, *self.others]:
            for number, wait in ((signal.SIGTERM, 5), (signal.SIGKILL, 5)):
                try:
                    os.killpg(process.pid, number)
                    process.wait(wait)
                except (ProcessLookupError, subprocess.TimeoutExpired):
                    pass


def read(path):
    return path.read_text(errors="replace")
