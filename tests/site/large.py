"""Writes the data of a catalogue of N made-up entries, which use most features: large.py N DIR

The languages are English, Japanese and Chinese. The catalogue declares two kinds and lacks a reading order. The same N
gives the same data on every machine."""

import json
import random
import sys
from pathlib import Path

KINDS = """
[[kind]]
name = "design_note"
plural = "design_notes"
doc = "A note on a design."
title = "name"
by = ["writers"]
description = ["scope"]
date = "published"
field = [
    { name = "place", type = "ordinal", doc = "The place." },
    { name = "name", type = "localized", doc = "The name." },
    { name = "writers", type = "texts", doc = "The authors." },
    { name = "scope", type = "localized", doc = "The subject." },
    { name = "abstract", type = "prose", doc = "The abstract." },
    { name = "slides", type = "url", doc = "The URL of the slides." },
    { name = "pages", type = "integer", doc = "The number of pages." },
    { name = "published", type = "date", doc = "The date of publication." },
    { name = "withdrawn", type = "flag", doc = "Whether the note has been withdrawn." },
    { name = "replaces", type = "entries", doc = "The notes that it replaces." },
]

[[kind]]
name = "talk"
plural = "talks"
doc = "A talk."
title = "subject"
field = [{ name = "subject", type = "text", doc = "The subject." }]
"""
WORDS = ("résumé Łukasz Straße naïve Δέλτα Москва cache kernel lattice tensor lambda graph search folding index "
         "query").split()
PEOPLE = ["Ada Lovelace", "Łukasz Kaiser", "Søren Kierkegård", "Γιώργος Σεφέρης", "Иван Иванов", "山田 太郎", "홍길동"]
JAPANESE = ["探索", "索引", "格子", "核", "写像", "最適化", "翻訳", "言語"]
CHINESE = ["搜索", "索引", "格", "内核", "映射", "优化", "翻译", "语言"]
KOREAN = ["트랜스포머", "문서 이해", "양자화", "추론", "검색"]
STATUSES = ["renamed", "moved", "archived", "closed", "unknown"]


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def titled(chosen: random.Random, number: int) -> str:
    return f"{' '.join(chosen.sample(WORDS, 3))} {number}".capitalize()


def note(chosen: random.Random, number: int, keys: list[str]) -> str:
    name = {"en": titled(chosen, number), "ja": f"{''.join(chosen.sample(JAPANESE, 2))} {number}"}
    scope = {"en": f"On {' and '.join(chosen.sample(WORDS, 4))}", "zh-Hans": "".join(chosen.sample(CHINESE, 3))}
    lines = [f"name.{tag} = {quoted(text)}" for tag, text in name.items()]
    lines += [f"scope.{tag} = {quoted(text)}" for tag, text in scope.items()]
    lines.append(f"writers = [{', '.join(map(quoted, chosen.sample(PEOPLE, 1 + number % 3)))}]")
    lines.append(f"published = \"{1990 + number % 36}-{1 + number % 12:02}\"")
    lines.append(f"pages = {1 + number % 90}")
    if number % 3 == 0:
        first_line = " ".join(chosen.sample(WORDS, 12) * (1 + number % 2 * 20))
        lines.append(f"abstract = {quoted(f'{first_line}{chr(10)}Second line.')}")
        lines.append(f"slides = \"https://slides.example/{number}\"")
    if number % 5 == 0:
        lines += ["withdrawn = true", f"status = \"{STATUSES[number % 25 // 5]}\""]
        lines.append("status_note = \"As far as known.\"")
        if number % 25 == 5:
            lines.append(f"current_url = \"https://now.example/{number}\"")
        lines.append("correction = [{ cell = \"pages\", fact = \"There are more.\" }]")
    if keys and number % 4 == 0:
        lines.append(f"replaces = [{quoted(chosen.choice(keys))}]")
    return "\n".join(lines)


def common(chosen: random.Random, number: int, key: str, category: str) -> str:
    lines = [f"key = {quoted(key)}", f"category = \"{category}\"", f"url = \"https://notes.example/{number}/\""]
    if number % 2 == 0:
        lines.append(f"tags = [{', '.join(map(quoted, chosen.sample([*WORDS, *KOREAN], 2)))}]")
    if number % 7 == 0:
        lines.append(f"aliases = [{quoted(f'Alias-{key}')}]")
        label = "label.en = \"Slides\", label.ja = \"資料\""
        script = "{ label = \"<i>&\", url = \"javascript:alert(1)\" }"  # a page must not run this
        lines.append(f"links = [{{ {label}, url = \"https://more.example/{number}\" }}, {script}]")
    return "\n".join(lines)


TOP = """languages = ["en", "ja", "zh-Hans"]
title.en = "Notes of a group"
title.ja = "グループの記録"
facts_as_of = "2026-11"

[[part]]
id = "notes"
title.en = "Notes"
title.zh-Hans = "笔记"

[[part]]
id = "rest"
title = "The rest"
"""
CATEGORY = """
[[category]]
id = "{id}"
part = "{part}"
kind = "{kind}"
title.en = "{en}"
title.ja = "{ja}"
"""


def catalog(groups: list[str]) -> str:
    """The text of catalog.toml, with a category for each group, and one for the talks."""
    categories = [
        {"id": group, "part": "notes", "kind": "design_note", "ja": f"{JAPANESE[at % len(JAPANESE)]} {at}",
         "en": f"{WORDS[at % len(WORDS)].capitalize()} and others, {at}"}
        for at, group in enumerate(groups)
    ]
    categories.append({"id": "talks", "part": "rest", "kind": "talk", "en": "Talks", "ja": "講演"})
    return TOP + "".join(CATEGORY.format(**category) for category in categories)


def write(count: int, directory: Path, categories: int = 20) -> None:
    """Writes the data. One entry in ten is a talk."""
    chosen = random.Random(1)
    talks = count // 10
    groups = [f"group_{number}" for number in range(max(1, categories - 1))]
    notes: list[str] = []
    keys: list[str] = []
    for number in range(count - talks):
        key = f"노트-{number}" if number % 11 == 0 else f"Note&{number}"
        group = groups[number * len(groups) // (count - talks)]
        notes.append(f"[[design_note]]\n{common(chosen, number, key, group)}\n{note(chosen, number, keys)}\n")
        keys.append(key)
    rest = [
        f"[[talk]]\n{common(chosen, number, f'talk_{number}', 'talks')}\nsubject = {quoted(titled(chosen, number))}\n"
        for number in range(talks)
    ]
    files = {"catalog": catalog(groups), "kinds": KINDS, "design_notes": "\n".join(notes), "talks": "\n".join(rest),
             "reading_order": ""}
    directory.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (directory / f"{name}.toml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
