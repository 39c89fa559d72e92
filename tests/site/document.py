"""A parser for the HTML of a page, which also collects mistakes in it."""

from html.parser import HTMLParser

VOID = {"meta", "input", "br", "hr", "img", "link", "wbr", "area", "base", "col", "embed", "source", "track"}


class Document(HTMLParser):
    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict]] = []
        self.texts: list[tuple[str, list[dict]]] = []  # each with the attributes of the enclosing elements
        self.mistakes: list[str] = []
        self.open: list[tuple[str, dict]] = []
        self.feed(html)
        self.close()
        self.mistakes += [f"<{name}> is never closed" for name, _ in self.open]

    def handle_starttag(self, name, attributes):
        given = dict(attributes)
        if len(given) < len(attributes):
            self.mistakes.append(f"<{name}> has an attribute twice: {attributes}")
        self.elements.append((name, given))
        if name not in VOID:
            self.open.append((name, given))

    def handle_endtag(self, name):
        if not self.open or self.open[-1][0] != name:
            self.mistakes.append(f"</{name}> at {self.getpos()} closes {[name for name, _ in self.open]}")
        else:
            self.open.pop()

    def handle_data(self, data):
        self.texts.append((data, [attributes for _, attributes in self.open]))

    def all(self, attribute: str) -> list[str]:
        return [given[attribute] for _, given in self.elements if attribute in given]

    def with_class(self, name: str) -> list[dict]:
        return [given for _, given in self.elements if name in (given.get("class") or "").split()]

    def language(self) -> str:
        return next(given for name, given in self.elements if name == "html")["lang"]
