"""Runs Node scripts that need global npm packages."""

import json
from functools import cache
from pathlib import Path

from tests.support.running import need, output_of, skip


@cache
def root() -> Path:
    """The directory of npm's global packages."""
    return Path(output_of("npm", "root", "--global").strip())


def need_packages(*packages: str) -> None:
    """Skips the check if a package, such as ajv@8, is not installed in this major version."""
    need("node", "npm")
    for package in packages:
        name, _, major = package.rpartition("@")
        description = root() / name / "package.json"
        if not description.exists() or json.loads(description.read_bytes())["version"].split(".")[0] != major:
            skip(f"npm package {name} {major} is not installed: npm install --global {package}")


def output_of_script(script: Path, *arguments: object, **options: object) -> str:
    """The output of a script."""
    return output_of("node", script, root(), *arguments, **options)


def mistakes_in(documents: list, schema: Path) -> list[list[str]]:
    """The mistakes that ajv finds in each document, as one line each."""
    written = output_of_script(Path(__file__).with_name("validate.mjs"), schema, input=json.dumps(documents))
    return [
        [f"{each['instancePath']} {each['message']} {json.dumps(each['params'])}" for each in found]
        for found in json.loads(written)
    ]
