"""URLs: texts that are not URLs, and the characters that are percent-encoded."""

import tomllib
import unittest

from codegen.urls import encoded
from tests.support.generator import REAL_DATA


def urls_in(value: object) -> list[str]:
    if isinstance(value, list):
        return [url for item in value for url in urls_in(item)]
    if not isinstance(value, dict):
        return []
    own = [value[name] for name in ("url", "current_url") if name in value]
    return own + [url for item in value.values() for url in urls_in(item)]


class Urls(unittest.TestCase):
    def assert_encoded(self, cases: dict[str, str]) -> None:
        for text, url in cases.items():
            with self.subTest(text):
                self.assertEqual(encoded(text), url)
                self.assertEqual(encoded(url), url)

    def test_legal_characters_are_unchanged(self):
        urls = (
            *("http://a", "https://example.com", "https://example.com:8080/?a=b&c=%20#d", "HTTPS://Example.com/%e9%C9"),
            *("http://[fe80::1%25eth0]/", "http://[fe80::1%25en%31]:80/x", "http://a@[fe80::1%25eth0]"),
            *("https://1.2.3.4/~x", "https://[::1]/", "https://user:secret@[2001:db8::1]:80/", "https://a@b.example"),
            *("ftp://ftp.example/pub", "doi:10.1000/182", "mailto:someone@example.com", "urn:isbn:9780131103627"),
            *("file:///etc/hosts", "tel:+82-2-123", "https://a/-._~!$&'()*+,;=:@/?/?#/?", "git+ssh://a.example/b.git"),
        )
        self.assert_encoded({url: url for url in urls})

    def test_the_urls_of_this_catalogue_are_unchanged(self):
        urls = [url for path in REAL_DATA.glob("*.toml") for url in urls_in(tomllib.loads(path.read_text("utf-8")))]
        self.assertGreater(len(urls), 150)
        self.assert_encoded({url: url for url in urls})

    def test_encoded_characters(self):
        self.assert_encoded(
            {
                "https://a.example/two words": "https://a.example/two%20words",
                "https://예시.kr/ü?ä#ö": "https://%EC%98%88%EC%8B%9C.kr/%C3%BC?%C3%A4#%C3%B6",
                "https://a/\U0001f600": "https://a/%F0%9F%98%80",
                'https://a/"<>\\^`{|}': "https://a/%22%3C%3E%5C%5E%60%7B%7C%7D",
                "https://a/x[1]?y[]=[2]#[3]": "https://a/x%5B1%5D?y%5B%5D=%5B2%5D#%5B3%5D",
                "https://[::1]/[2]": "https://[::1]/%5B2%5D",
                "https://ü@[::1]:80/": "https://%C3%BC@[::1]:80/",
                "https://a/#b#c": "https://a/#b%23c",
                "doi:10.1890/0012(2006)87[1:ASO]2": "doi:10.1890/0012(2006)87%5B1:ASO%5D2",
            }
        )

    def test_percent_sign(self):
        self.assert_encoded(
            {
                "https://a/100%": "https://a/100%25",
                "https://a/%2": "https://a/%252",
                "https://a/%zz%20%%41": "https://a/%25zz%20%25%41",
            }
        )

    def test_texts_that_are_not_urls(self):
        texts = (
            *("", "x", "www.example.com", "/path", "//example.com", "https//example.com", "c:\\path", "x:y", "doi:"),
            *("https://", "https:", "https:/example.com", "https:///path", "https://?query", "https://#fragment"),
            *("http://[zz]/", "http://[fe80::1%eth0]/", "http://[fe80::1%25]/", "http://[::1", "http://a@[zz]/"),
            *("http://:80/", "http://user@/", "ftp:x", "FTP://", ":x", "1a:x", "a b:c", "é1:x"),
        )
        for text in texts:
            with self.subTest(text):
                self.assertIsNone(encoded(text))
