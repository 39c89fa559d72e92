"""Names as the readers hand them on."""

from ..names import AND_OTHERS, Name, split


def parts_of(name: Name) -> dict[str, str]:
    """The table of a name in parts, or of a whole one."""
    parts = {
        "family": name.family,
        "given": name.given,
        "particle": name.particle,
        "dropping-particle": name.dropping_particle,
        "suffix": name.suffix,
        "literal": name.literal,
    }
    return {part: text for part, text in parts.items() if text}


def read_name(text: str) -> dict[str, str] | str:
    """A name as RIS and EndNote have it: the family name, the given names and the suffix, with commas between them, or
    a whole name; "others" for those not named."""
    text = " ".join(text.split())
    if AND_OTHERS.fullmatch(text):
        return "others"
    if text.endswith(","):
        # EndNote's way to keep a name whole.
        return {"literal": text.rstrip(", ")}
    if "{" in text or "}" in text:
        # Braces mean nothing here.
        return {"literal": text}
    name = split(text)
    parts = [part.strip() for part in text.split(",")]
    if name.literal and name.is_doubtful and 2 <= len(parts) <= 3 and all(parts):
        name = Name(*parts[:2], suffix="".join(parts[2:]))
    return parts_of(name)
