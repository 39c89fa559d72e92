"""Turns LaTeX in a field into Unicode, and leaves mathematics as written."""

import re
from dataclasses import dataclass, field

from pylatexenc import latex2text, latexwalker

from .tidy import lowered, raised

# A text without any of these is plain.
MARKS = re.compile(r"[\\{}$~%&]|--|''|``|[!?]`")
ESCAPED = re.compile(r"\\.|[%$]", re.DOTALL)
# In a bibliography, a percent sign and a lone dollar sign are plain characters, but LaTeX treats them as the beginning
# of a comment and of mathematics. Noncharacters of Unicode replace them, and enclose the number that replaces a URL.
PERCENT, DOLLAR, URL_BEGIN, URL_END = "\ufdd0\ufdd1\ufdd2\ufdd3"
URL = re.compile(r"\\(?:url|path|nolinkurl)\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
CHARACTER = re.compile(r"\{?\\(textless|textgreater|textunderscore)(?:\{\}|\s)?\}?")
HREF = re.compile(r"\\href\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
# An accent without a letter is the character itself.
ACCENT_ALONE = re.compile(r"(?<!\\)\\([~^'`\"])\s*\{\}")
ACCENTS_ALONE = {"~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
CHARACTERS = {ord(PERCENT): "%", ord(DOLLAR): "$"}
STAND_IN = re.compile(f"{URL_BEGIN}([0-9]+){URL_END}")

# Commands that pylatexenc drops or does not know; those on the last line become spaces.
SYMBOLS = {
    **dict(
        word.split("=")
        for word in """
        TeX=TeX LaTeX=LaTeX LaTeXe=LaTeX2e BibTeX=BibTeX XeTeX=XeTeX LuaTeX=LuaTeX pdfTeX=pdfTeX XeLaTeX=XeLaTeX
        eTeX=eTeX AmS=AMS KOMAScript=KOMA-Script textless=< textgreater=> textbraceleft={ textbraceright=}
        textquotesingle=' textquotedbl=" textasciicircum=^ textasciigrave=` slash=/ @= -= /= textvertbar=|
        textbar=| textnumero=№ hyp=- textcompwordmark= textperiodcentered=· &=&
        bibrangedash=– bibinitperiod=. adddot=. addcomma=, addcolon=: isdot= autodot=. copyright=© pounds=£
        textsterling=£ S=§ P=¶ dag=† ddag=‡ euro=€ quotesinglbase=‚ quotedblbase=„ glqq=„ grqq=“ glq=‚ grq=‘
        flqq=« frqq=» flq=‹ frq=› guilsinglleft=‹ guilsinglright=› textmu=µ degree=°
        """.split()
    ),
    **{"par": "\n\n", "addnbspace": "\xa0", "nobreakspace": "\xa0"},
    **dict.fromkeys("\\ newline bibinitdelim addspace space thinspace quad qquad enspace hfill hskip".split(), " "),
}
# Commands that change only the look of the text.
STYLES = frozenset(
    "em it bf sl sc rm sf tt tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge protect relax "
    "noindent newblock bfseries itshape slshape scshape upshape rmfamily sffamily ttfamily mdseries normalfont "
    "boldmath unboldmath emph textrm textit textbf textmd textsc textsf textsl texttt textup textnormal text mbox hbox "
    "fbox uline ul underline uppercase lowercase MakeUppercase MakeLowercase MakeSentenceCase NoCaseChange mkbibemph "
    "mkbibitalic mkbibbold mkbibacro natexlab nolinebreak linebreak nobreak "
    "allowbreak sloppy raggedright ensuremath textln textlf textos string url path".split()
)
RAISED = {
    **dict.fromkeys(["textsuperscript", "mkbibsuperscript"], raised),
    **dict.fromkeys(["textsubscript", "mkbibsubscript"], lowered),
}
QUOTES = frozenset("enquote mkbibquote".split())
# Commands that say how to sort, and print nothing.
UNPRINTED = frozenset("noopsort SortNoop sortnoop noop".split())
WITH_ARGUMENT = QUOTES | UNPRINTED | RAISED.keys()
# The categories of pylatexenc that have characters for commands.
KNOWN_CATEGORIES = ("latex-base", "advanced-symbols", "nonascii-specials")


@dataclass
class Decoded:
    """`text` is the visible text; `commands` has the unknown commands, which stay in it; `urls` has the URLs that the
    text contains, or leads to."""

    text: str
    commands: list[str] = field(default_factory=list)
    urls: list[str] = field(default_factory=list)


def decode(latex: str) -> Decoded:
    """The text of a field."""
    if not MARKS.search(latex):
        return Decoded(latex)
    urls: list[str] = []

    def stand_in(match: re.Match) -> str:
        urls.append(verbatim(match[1]))
        return f"{URL_BEGIN}{len(urls) - 1}{URL_END}"

    hrefs = [verbatim(match[1]) for match in HREF.finditer(latex)]
    marked = ACCENT_ALONE.sub(lambda match: ACCENTS_ALONE.get(match[1], match[1]), HREF.sub("", latex))
    marked = URL.sub(stand_in, marked)
    dollars = sum(match[0] == "$" for match in ESCAPED.finditer(marked))
    stand_ins = {"%": PERCENT} | ({"$": DOLLAR} if dollars % 2 else {})
    marked = ESCAPED.sub(lambda match: stand_ins.get(match[0], match[0]), marked)
    writer = _Text()
    try:
        text = writer.text_of(marked)
    except RecursionError:
        # The text has hundreds of braces within braces.
        return Decoded(latex, ["text within hundreds of braces"])
    text = STAND_IN.sub(lambda match: urls[int(match[1])], text)
    return Decoded(text.translate(CHARACTERS), writer.commands, urls + hrefs)


def verbatim(latex: str) -> str:
    """The text of a field that has a URL or an identifier, in which programs use commands only as escapes."""
    text = " ".join(latex.split())
    if whole := URL.fullmatch(text):
        text = whole[1]
    text = re.sub(r"\{?\\(?:textasciitilde|~|sim)(?:\{\}|\s)?\}?|\$\\sim\$", "~", text)
    text = CHARACTER.sub(lambda match: SYMBOLS.get(match[1], "_"), text)
    text = re.sub(r"\{?\\([_%&#$ {}^])\}?", r"\1", text)
    return re.sub(r"\A\{(.*)\}\Z", r"\1", text)


class _Text(latex2text.LatexNodes2Text):
    """Collects unknown commands, and keeps them in the text with their arguments."""

    context = latex2text.get_default_latex_context_db().filter_context(keep_categories=KNOWN_CATEGORIES)
    parsing_context = latexwalker.get_default_latex_context_db().filter_context(keep_categories=KNOWN_CATEGORIES)

    def __init__(self) -> None:
        super().__init__(self.context)
        self.commands: list[str] = []

    def text_of(self, latex: str) -> str:
        walker = latexwalker.LatexWalker(latex, latex_context=self.parsing_context, tolerant_parsing=True)
        return self.nodelist_to_text(walker.get_latex_nodes()[0])

    def nodelist_to_text(self, nodelist) -> str:
        """The text of consecutive nodes; a group may be the argument of the command before it."""
        texts = []
        before = None
        for node in nodelist:
            name = getattr(before, "macroname", None)
            is_group = node.isNodeType(latexwalker.LatexGroupNode) and node.delimiters[0] == "{"
            is_argument = is_group and name is not None and not _arguments(before)
            if is_argument and name in QUOTES:
                texts.append(f"“{self.node_to_text(node)}”")
            elif is_argument and name in RAISED:
                texts.append(RAISED[name](self.node_to_text(node)))
            elif is_argument and name in UNPRINTED:
                pass
            elif is_argument and self._is_unknown(before):
                texts.append(node.latex_verbatim())
                # The next node may be a further argument.
                continue
            else:
                texts.append(self.node_to_text(node))
            before = node
        return "".join(texts)

    def macro_node_to_text(self, node) -> str:
        name = node.macroname
        if name in SYMBOLS:
            return SYMBOLS[name]
        if name in STYLES:
            return self.nodelist_to_text(_arguments(node))
        if not self._is_unknown(node):
            return super().macro_node_to_text(node)
        self.commands.append(f"\\{name}")
        return node.latex_verbatim()

    def _is_unknown(self, node) -> bool:
        name = node.macroname
        if name in SYMBOLS or name in STYLES or name in WITH_ARGUMENT:
            return False
        # pylatexenc fails at a command without an argument that it expects.
        lacks_argument = self.parsing_context.get_macro_spec(name) is not None and not _arguments(node)
        spec = self.context.get_macro_spec(name)
        return spec is None or (spec.discard and not spec.simplify_repl) or lacks_argument

    def math_node_to_text(self, node) -> str:
        return node.latex_verbatim()


def _arguments(node) -> list:
    given = node.nodeargd and node.nodeargd.argnlist or []
    return [argument for argument in given if argument is not None]
