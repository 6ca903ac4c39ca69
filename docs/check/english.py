"""What is wrong with the English of a page: spelling, long sentences, words that are refused."""

import csv
import pathlib
import re
import subprocess

import markdown

HERE = pathlib.Path(__file__).parent
LONGEST = 35  # words of a sentence
WIDEST = 110  # characters of a line
WORD = re.compile(r"(?<!\w)[A-Za-z]+(?:['’][A-Za-z]+)*(?!\w)")
END = re.compile(r"(?<=[.!?])[\"”)*_]*\s+(?=[\"“(*_`\[]*[A-Z0])")


def plain(line):
    """What a reader reads as words: no code, no addresses."""
    line = markdown.CODE.sub("0", line)
    line = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", line)
    return re.sub(r"https?://\S+|<[^>]+>|\b[\w./-]+\.(?:md|rs|py|sh|h|tsv|svg)\b", "0", line)


def sentences(text, tables=True):
    """The sentences of a page, with their lines: of paragraphs, list items and cells of tables."""
    for number, line in markdown.paragraphs(text):
        line = plain(line).strip()
        if line.startswith("#" if tables else ("#", "|")):
            continue
        cells = re.split(r"(?<!\\)\|", line) if line.startswith("|") else [re.sub(r"^([-*]|\d+\.)\s+", "", line)]
        for cell in cells:
            for sentence in END.split(cell):
                if sentence.strip(" -:"):
                    yield number, sentence.strip()


def long_sentences(text):
    for number, sentence in sentences(text):
        count = len(re.findall(r"\w[\w'’.-]*", sentence))
        if count > LONGEST:
            yield number, f"a sentence of {count} words, more than {LONGEST}: {sentence[:60]}…"


def nouns(text):
    """Sentences that begin with a clause in place of a noun."""
    for number, sentence in sentences(text, tables=False):
        if re.match(r"(Who|What) ", sentence) and sentence.endswith("."):
            yield number, f"begins with a clause in place of a noun: {sentence[:60]}"


def refused():
    with open(HERE / "refused.tsv", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(re.compile(row["pattern"], re.I), row["instead"]) for row in rows]


def refused_words(text):
    for number, line in markdown.paragraphs(text):
        for pattern, instead in refused():
            if found := pattern.search(plain(line)):
                yield number, f"“{found.group()}”: {instead}"


def wide_lines(text, widest=WIDEST):
    for number, line in markdown.prose(text):
        line = re.sub(r"\]\([^)]*\)", "]", line)  # addresses cannot be broken
        if len(line) > widest and not line.lstrip().startswith(("|", "![", "<")) and " " in line.strip():
            yield number, f"{len(line)} characters, more than {widest}"


def spelling(texts):
    """The words of several pages that no dictionary has, each with where it is first."""
    known = set((HERE / "words.txt").read_text().split())
    places = {}
    for name, text in texts.items():
        for number, line in markdown.prose(text):
            for word in WORD.findall(plain(line)):
                places.setdefault(word.replace("’", "'"), (name, number))
    # Names such as PlatformIO and MD5 are no words of a language.
    ask = [word for word in places if word.removesuffix("'s") not in known and word[1:].islower()]
    command = ["hunspell", "-d", "en_GB", "-i", "UTF-8", "-l"]
    ended = subprocess.run(command, input="\n".join(ask), capture_output=True, text=True)
    if ended.returncode:
        raise SystemExit(f"hunspell: {ended.stderr}")
    return {word: places[word] for word in ended.stdout.split()}


def wrong(text):
    """What is wrong with a page, apart from its spelling: line, and what."""
    for check in (refused_words, long_sentences, nouns):
        yield from check(text)
