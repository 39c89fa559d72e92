"""Makes a Markdown list and a CSV table from a seed, like those that people keep, together with the JSON that the
library must write for every entry."""

import csv
import io
import random

from tests.support.lists import list_of_links

Values = dict[str, object]

WORDS = "atlas beacon cipher drift ember flint grove harbor iris juniper kestrel lumen meadow nectar onyx prism".split()
SYLLABLES = "\uac00\ub098\ub2e4\ub77c\ub9c8\ubc14\uc0ac\uc544\uc790\ucc28"


def markdown(count: int, seed: int) -> tuple[str, list[Values]]:
    """A list under headings of three levels, followed by a table with a tenth as many rows."""
    text, items = list_of_links(seed, count)
    entries: list[Values] = [
        {
            "title": item.title,
            "url": item.url,
            "description": item.description.replace("`", ""),
            "links": _links(item.links),
            "tags": list(item.tags),
        }
        for item in items
    ]
    chance = random.Random(seed)
    rows = ["", "### In a table", "", "| Name | Link | Since | What |", "|:--|---|--:|---|"]
    for number in range(count // 10):
        name, what = _words(chance), f"Has {chance.choice(WORDS)} \\| *all* of it"
        url = f"https://example.org/t{number}"
        since = chance.randrange(1990, 2024)
        rows.append(f"| **{name}** :rocket: | [site]({url}), [code]({url}/code) | {since} | {what} |")
        entries.append({
            "name": f"{name} \U0001f680",
            "url": url,
            "link_label": "site",
            "links": _links([("code", f"{url}/code")]),
            "since": since,
            "what": what.replace("\\", "").replace("*", ""),
        })
    given = [{field: value for field, value in values.items() if value} for values in entries]
    return "\n".join([text, *rows, ""]), given


def table(count: int, seed: int) -> tuple[str, list[Values]]:
    """A spreadsheet's CSV: semicolons, a byte order mark, two languages, empty cells, several links in a cell, and
    sometimes a year that is not a number."""
    chance = random.Random(seed)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow("key,title.en,title.ko,Link,Stars,Since,Checked,Free,Homepage,Tags,Notes".split(","))
    entries = []
    for number in range(count):
        values = _row(chance, number)
        entries.append(as_written(values))
        links = [(values.get("link_label", ""), values["url"])] * ("url" in values)
        links += [(link["label"], link["url"]) for link in values.get("links", [])]
        title = values["title"]
        writer.writerow([
            values["key"],
            title.get("en", ""),
            title.get("ko", ""),
            " | ".join(f"[{label}]({url})" for label, url in links),
            values.get("stars", ""),
            values.get("since", ""),
            values.get("checked", ""),
            "\u2713" if "free" in values else "",
            values.get("homepage", ""),
            ", ".join(values.get("tags", [])),
            values.get("notes", ""),
        ])
    return "\ufeff" + text.getvalue(), entries


def _row(chance: random.Random, number: int) -> Values:
    """The values of a row. Only the key, the title in one language and the link are always present."""
    name, url = _words(chance), f"https://example.org/{number}"
    title = {"en": name, "ko": "".join(chance.choices(SYLLABLES, k=4))}
    values: Values = {
        "key": f"Entry:{number}",
        "title": title if number % 5 else {"ko": title["ko"]},
        "url": f"{url}/a_(b)?q=1;2",
        "link_label": f'The "{name}" page; in full',
    }
    optional: Values = {
        "links": _links([("code", f"{url}/code"), ("slides", f"{url}/slides")][: 1 + number % 2]),
        "stars": chance.randrange(-5, 100_000),
        "since": "c. 2003" if number % 50 == 7 else chance.randrange(1980, 2024),
        "checked": chance.choice(("2024-05-03", "2024-05", "2023-11-30")),
        "free": True,
        "homepage": f"https://home.example.org/{number}",
        "tags": chance.sample(WORDS, 2),
        "notes": f"Says \"{name}\", or so.\nAnd more; 100 % of it.",
    }
    return values | {field: value for field, value in optional.items() if chance.random() < 0.7}


def as_written(record: Values) -> Values:
    """A record of the JSON in the form of the list, which has a separate value for each language of a text."""
    values: Values = {}
    for field, value in record.items():
        if isinstance(value, dict) and set(value) != {"en"}:
            values |= {f"{field}.{tag}": text for tag, text in value.items()}
        elif isinstance(value, list):
            values[field] = list(map(_without_language, value))
        else:
            values[field] = _without_language({"label": value})["label"]
    return values


def _without_language(value: object) -> object:
    if isinstance(value, dict) and isinstance(value.get("label"), dict):
        return value | {"label": value["label"]["en"]}
    return value


def _links(links: object) -> list[Values]:
    return [{"label": label, "url": url} for label, url in links]


def _words(chance: random.Random) -> str:
    return " ".join(chance.sample(WORDS, 2)).capitalize()
