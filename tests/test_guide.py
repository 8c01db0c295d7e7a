"""The guide says what is so: every command can be asked, every key is in the table, every picture and page is there."""

import re
import shlex
from pathlib import Path

import pytest

from facilitator import __version__
from facilitator.command_line import main
from facilitator.command_line.whole import whole_parser
from facilitator.commands import COMMANDS, KEY_NAMES
from facilitator.texts import languages
from facilitator.texts.languages import LANGUAGES, _

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(page.name for page in (DOCS / "fi").glob("*.md"))
GUIDE = [(language, page) for language in LANGUAGES for page in PAGES]
READ_ONLY = (("doctor",), ("stored",), ("cards", "list"), ("cards", "show"), ("plans", "export"))
"""What is done as well, besides being understood."""


def text_of(language: str, page: str) -> str:
    return (DOCS / language / page).read_text("utf-8")


def commands_in(text: str) -> list[str]:
    """Every command of ours in blocks and spans of code."""
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL))
    spans = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    lines = [*blocks.splitlines(), *spans]
    lines += [found for line in lines for found in re.findall(r"\$\((facilitator [^)]*)\)", line)]
    return [line for line in lines if line.split()[:1] == ["facilitator"]]


def test_the_guide_is_whole_in_every_language():
    assert len(PAGES) >= 7
    for language in LANGUAGES:
        assert sorted(page.name for page in (DOCS / language).glob("*.md")) == PAGES
    for page in PAGES:
        told = {language: sorted(map(_shape, commands_in(text_of(language, page)))) for language in LANGUAGES}
        assert told["fi"] == told["sv"] == told["en"], page


def _shape(command: str) -> str:
    """A command without the names of files, which each language has its own."""
    return re.sub(r"[\w/.-]+\.(json|pdf|md)|--lang \w+|(?<=new )[\w-]+", "…", command)


@pytest.mark.parametrize(("language", "page"), [*GUIDE, ("", "README.md")])
def test_every_command_is_understood_and_what_only_reads_is_done(
    language: str, page: str, capsys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    languages.use("en")
    text = text_of(language, page) if language else (ROOT / page).read_text("utf-8")
    for command in commands_in(text):
        words = shlex.split(command)[1:]
        if "|" in words:
            words = words[: words.index("|")]
        whole_parser().parse_args(words)  # leaves with a sentence, and so the test fails, when it is not understood
        if tuple(words[:2]) in READ_ONLY or tuple(words[:1]) in READ_ONLY:
            assert main.run(words) == 0, command
    capsys.readouterr()
    languages.use("en")


@pytest.mark.parametrize(("language", "page"), GUIDE)
def test_every_key_is_in_the_table_and_is_called_so(language: str, page: str):
    languages.use(language)
    known: dict[str, set[str]] = {}
    for command in COMMANDS:
        for key in command.keys:
            known.setdefault(_(KEY_NAMES.get(key, "")) or key, set()).add(_(command.label))
    text = text_of(language, page)
    if page == "trouble.md":  # what stands at the beginning of a paragraph is what has happened
        text = re.sub(r"^\*\*[^*]+[.!]\*\*", "", text, flags=re.MULTILINE)
    wrong = []
    for key, label in re.findall(r"\*\*(\\\*|[^*\n]+)\*\*(?: \*([^*\n]+)\*)?", text):
        key = key.replace("\\", "")
        if key not in known or (label and label not in known[key]):
            wrong.append((key, label, sorted(known.get(key, ()))))
    assert wrong == []


@pytest.mark.parametrize(("language", "page"), [*GUIDE, ("", "README.md")])
def test_every_link_leads_somewhere(language: str, page: str):
    path = DOCS / language / page if language else ROOT / page
    links = re.findall(r"\]\(([^)#\s]+)", path.read_text("utf-8"))
    assert [link for link in links if "://" not in link and not (path.parent / link).exists()] == []
    if language and page != "README.md" and page != "beyond.md":
        assert any(link.endswith(f"-{language}.svg") for link in links), "a page has a picture"
    assert not re.search(r"pypi|pythonhosted", path.read_text("utf-8"))


def test_the_file_to_install_is_this_version():
    texts = [(ROOT / "README.md").read_text("utf-8"), *(text_of(language, "install.md") for language in LANGUAGES)]
    named = {version for text in texts for version in re.findall(r"facilitator-([\d.]+)-py3", text)}
    assert named == {__version__}


def test_pictures_are_small_and_load_nothing_from_elsewhere():
    pictures = list((DOCS / "pictures").glob("*.svg"))
    assert len(pictures) >= 18
    for picture in pictures:
        text = picture.read_text("utf-8")
        assert len(text) < 80_000
        assert not re.search(r"url\(\s*['\"]?http|href=\"http", text)
        assert str(ROOT) not in text
