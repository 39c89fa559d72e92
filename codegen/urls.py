"""URLs as people write them, and as RFC 3986 requires them."""

import re
from urllib.parse import quote

URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):(.+)", re.DOTALL)

# Schemes that require a host.
SCHEMES_WITH_HOST = ("http", "https", "ftp")
# An IPv6 address in brackets may name its zone (RFC 6874).
IPV6 = r"\[[0-9A-Fa-f:.]+(?:%25(?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})+)?\]"
HOST = re.compile(rf"//(?:[^/?#]*@)?(?:{IPV6}|[^/?#:@\[\]]+)(?=[:/?#]|$)")

# A host in brackets; all other brackets are encoded.
IPV6_HOST = re.compile(rf"//(?:[^/?#\[\]]*@)?({IPV6})(?=[:/?#]|$)")

# The characters allowed in addition to letters, digits and "-._~"; "#" begins the fragment and is allowed nowhere else.
LEGAL = "!$%&'()*+,/:;=?@"
LONE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


def encoded(text: str) -> str | None:
    """The URL, in which exactly the characters that a URL cannot contain are percent-encoded; None if it is not
    absolute."""
    url = URL.fullmatch(text)
    if not url:
        return None
    scheme, rest = url.groups()
    if scheme.lower() in SCHEMES_WITH_HOST and not HOST.match(rest):
        return None
    ipv6 = IPV6_HOST.match(rest)
    begin, end = ipv6.span(1) if ipv6 else (0, 0)
    address, hash_sign, fragment = rest[end:].partition("#")
    return f"{scheme}:{_quoted(rest[:begin])}{rest[begin:end]}{_quoted(address)}{hash_sign}{_quoted(fragment)}"


def _quoted(text: str) -> str:
    return quote(LONE_PERCENT.sub("%25", text), safe=LEGAL)
