"""The README as steps to follow: the files that it shows, the commands that it runs, and their output."""

import re
import shlex
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

README = (Path(__file__).resolve().parent.parent.parent / "README.md").read_text(encoding="utf-8")

FENCED = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^(##+) (.*)$", re.MULTILINE)
# A file's block follows a paragraph that begins with its name and ends with a colon.
FILE = re.compile(r"\n\n`([\w./-]+)`(?:[^\n]|\n(?!\n))*:\n\n\Z")
INSTALL = "apt-get install "


@dataclass
class File:
    line: int
    name: str
    text: str


@dataclass
class Commands:
    """The commands of a block, in their order, and their output, if the README shows it."""

    line: int
    commands: list[str]
    output: str | None = None


@dataclass
class Section:
    """The contents under a heading: the steps before its first subsection, and its subsections."""

    heading: str
    steps: list[File | Commands] = field(default_factory=list)
    within: list["Section"] = field(default_factory=list)

    def packages(self) -> list[str]:
        """The Debian packages that it installs."""
        found = []
        for step in self.steps:
            for command in step.commands if isinstance(step, Commands) else ():
                if command.startswith(INSTALL):
                    found += [word for word in shlex.split(command)[2:] if not word.startswith("-")]
        return found


def sections(readme: str = README) -> list[Section]:
    """The sections of the README, each with its subsections."""
    found: list[Section] = [Section("")]
    blocks = list(FENCED.finditer(readme))
    inside = [range(*block.span()) for block in blocks]
    places = [(heading.start(), heading) for heading in HEADING.finditer(readme)
              if not any(heading.start() in span for span in inside)]
    end = 0  # of the last block, if that has commands
    for at, match in sorted(places + [(block.start(), block) for block in blocks]):
        if match.re is HEADING:
            level, heading = match.groups()
            (found if level == "##" else found[-1].within).append(Section(heading))
            end = 0
            continue
        section = found[-1].within[-1] if found[-1].within else found[-1]
        language, text = match.groups()
        before = readme[:at]
        line = before.count("\n") + 1
        if name := FILE.search(before):
            section.steps.append(File(line, name[1], text))
        elif language in ("sh", "console"):
            lines = re.findall(r"^(?:\$ )?((?:.*\\\n)*.*)\n", text, re.MULTILINE)
            section.steps.append(Commands(line, lines))
            end = match.end()
            continue
        elif language == "text" and end and not readme[end:at].strip():
            section.steps[-1].output = text
        end = 0
    return found


def steps_to(heading: str) -> Section:
    """The steps for a reader of this section alone, after the beginning of the section around it."""
    for section in sections():
        if section.heading == heading:
            return section
        for part in section.within:
            if part.heading == heading:
                return Section(heading, section.steps + part.steps)
    raise KeyError(heading)


def script(steps: Iterable[File | Commands], install: bool) -> str:
    """The steps as a script for bash, which stops when a command fails or its output differs from the README. With
    `install`, the script also installs packages, and ignores the output of a block if the README does not show it.
    Without it, such a block must not write to standard error."""
    lines = ["set -u", "export DEBIAN_FRONTEND=noninteractive", 'said=$(mktemp -d)',
             'stop() { cat "$said"/* >&2; echo "README.md:$1: stopped here" >&2; exit 1; }']
    for step in steps:
        if isinstance(step, File):
            lines += [f"mkdir -p {shlex.quote(str(Path(step.name).parent))}",
                      f"cat > {shlex.quote(step.name)} <<'END_OF_THE_FILE'", f"{step.text}END_OF_THE_FILE"]
            continue
        installs = [command for command in step.commands if command.startswith(INSTALL)]
        runs = [command for command in step.commands if not command.startswith(INSTALL)]
        if install:
            lines += [f"{command} > \"$said/out\" 2>&1 || stop {step.line}" for command in installs]
        lines += [
            f'echo "README.md:{step.line}"',
            f"{{ {' && '.join(runs)}; }} > \"$said/out\" 2> \"$said/err\" || stop {step.line}",
        ]
        if step.output is not None:
            shown = shlex.quote(step.output)
            lines += [f"cat \"$said/out\" \"$said/err\" | diff <(printf %s {shown}) - || stop {step.line}"]
        elif not install:
            lines += [f'[ ! -s "$said/err" ] || stop {step.line}']
    return "\n".join([*lines, ""])
