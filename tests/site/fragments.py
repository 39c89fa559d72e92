"""Fragments of the URL of this catalogue's page, and their meaning."""

from urllib.parse import quote

# Each fragment, the equivalent filters for the library, and the language.
FRAGMENTS = [
    ("", {}, "ko"),
    ("q=qlora", {"q": "qlora"}, "ko"),
    ("q=" + quote("문서"), {"q": "문서"}, "ko"),
    ("q=Weights%20%26%20B", {"q": "Weights & B"}, "ko"),
    ("q=no%20entry%20says%20this", {"q": "no entry says this"}, "ko"),
    ("category=peft", {"category": "peft"}, "ko"),
    ("category=no_such_category", {}, "ko"),
    ("from=2022&to=2023", {"from": "2022", "to": "2023"}, "ko"),
    ("category=peft&from=2022&to=2023", {"category": "peft", "from": "2022", "to": "2023"}, "ko"),
    ("lang=en", {}, "en"),
    ("q=dora&category=quantization&lang=en", {"q": "dora", "category": "quantization"}, "en"),
    ("vit&lang=en", {}, "en"),
    ("q=LoRA%2B", {"q": "LoRA+"}, "ko"),
    ("q=%22let%27s", {"q": "\"let's"}, "ko"),
    ("q=" + quote("GÉRON"), {"q": "GÉRON"}, "ko"),
    ("q=arxiv.org", {"q": "arxiv.org"}, "ko"),  # a search ignores links, and also the page's own words (next line)
    ("q=BibTeX", {"q": "BibTeX"}, "ko"),
    ("q=100%", {"q": "100%"}, "ko"),
    ("q=", {}, "ko"),
    ("from=2024", {"from": "2024"}, "ko"),
    ("to=2018", {"to": "2018"}, "ko"),
    ("from=1990&to=2017", {"from": "1990", "to": "2017"}, "ko"),
    ("from=2023&to=2022", {"from": "2023", "to": "2022"}, "ko"),
    ("q=dora&lang=xx&from=soon", {"q": "dora"}, "ko"),
    ("category=tools_and_services&from=2017", {"category": "tools_and_services", "from": "2017"}, "ko"),
    ("q=" + quote("효율") + "&category=peft&to=2021", {"q": "효율", "category": "peft", "to": "2021"}, "ko"),
    ("q=dora&vit", {}, "ko"),  # the page shows the entry that the fragment names, even if a filter excludes it
]
