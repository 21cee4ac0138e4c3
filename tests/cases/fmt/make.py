#!/usr/bin/env python3
"""Writes the samples: what the tools of translators make of `sources/` and of the built-in locales.

They were made with fluent.syntax 0.19.0, translate-toolkit 3.20.4 (with its extra `fluent`) and
moz.l10n 0.15.0:

    python3 -m venv target/fmt
    target/fmt/bin/pip install fluent.syntax==0.19.0 'translate-toolkit[fluent]==3.20.4' moz.l10n==0.15.0
    target/fmt/bin/python tests/cases/fmt/make.py

What a tool cannot read is left out, and told.
"""

from pathlib import Path

from fluent.syntax import FluentParser, FluentSerializer, ast
from moz.l10n.formats import Format
from moz.l10n.message import parse_message
from moz.l10n.model import (
    CatchallKey,
    Comment,
    Entry,
    Expression,
    PatternMessage,
    Resource,
    Section,
    SelectMessage,
    VariableRef,
)
from moz.l10n.resource import parse_resource, serialize_resource
from translate.storage.fluent import FluentFile, FluentUnit

HERE = Path(__file__).resolve().parent
LOCALES = HERE.parent.parent.parent / "locales"


def fluent_syntax(text):
    return FluentSerializer(with_junk=True).serialize(FluentParser().parse(text))


def translate_toolkit(text):
    return bytes(FluentFile.parsestring(text.encode())).decode()


def moz_l10n(text):
    return "".join(serialize_resource(parse_resource(Format.fluent, text), Format.fluent))


def made_by_fluent_syntax():
    """A tree that was never read from a file."""

    def message(name, *elements, attributes=()):
        value = ast.Pattern(list(elements)) if elements else None
        return ast.Message(ast.Identifier(name), value, list(attributes))

    def choice(*variants):
        selector = ast.VariableReference(ast.Identifier("n"))
        made = []
        for index, (key, *elements) in enumerate(variants):
            last = index == len(variants) - 1
            made.append(ast.Variant(ast.Identifier(key), ast.Pattern(list(elements)), last))
        return ast.Placeable(ast.SelectExpression(selector, made))

    text = ast.TextElement
    string = ast.Placeable(ast.StringLiteral("x"))
    inner = choice(("one", text("eins\nzwei")), ("other", text("viele\n\n  tief")))
    body = [
        ast.Comment("Erst"),
        ast.ResourceComment("Datei"),
        ast.GroupComment("Gruppe"),
        ast.GroupComment(""),
        message("lines", text("a\nb\n\n\nc  \n  d")),
        message("placeable-first", string, text(" b\nc")),
        message("placeable-lines", text("a\n"), string, text("\n  "), string, text("\nb")),
        message("choices", text("a "), inner, text(" b\n"), inner),
        message("nested", choice(("one", inner, text("!")), ("other", text(".x "), inner))),
        message("in-placeable", ast.Placeable(inner)),
        message(
            "attributes",
            attributes=[
                ast.Attribute(ast.Identifier("b"), ast.Pattern([text("[a\nb")])),
                ast.Attribute(ast.Identifier("a"), ast.Pattern([inner])),
            ],
        ),
        ast.Comment("Zwischen"),
        ast.Comment("Zuletzt"),
    ]
    return FluentSerializer().serialize(ast.Resource(body))


def made_by_translate_toolkit():
    """Units with texts as a translator types them."""
    store = FluentFile()
    for name, source in [
        ("short", "Kort."),
        ("lines", "Första raden\nandra raden\n\n  djupare"),
        ("choice", "{ $n ->\n    [one] en\n   *[other] { $n } stycken\n}"),
        ("inline", "Det finns { $n ->\n[one] en\n*[other] flera\n} här"),
        ("attributes", "Värde\n.title = Titel\n.action = Gör\n  så här"),
        ("dot", "{ \".\" }punkt"),
    ]:
        unit = FluentUnit(source=source, unit_id=name)
        store.addunit(unit)
        if name == "lines":
            unit.addnote("En anteckning\nmed två rader")
    return bytes(store).decode()


def made_by_moz_l10n():
    """Messages as Pontoon has them, with text that means something in Fluent."""
    texts = ["a\nb", "{ x }", "  a  ", "\n\na", "a\n\n\nb", "a\n.b\n[c\n*d\n}e", ".a\n b", "", "*[a] b"]
    entries = [
        Entry((f"text-{index}",), value=PatternMessage([text])) for index, text in enumerate(texts)
    ]
    entries += [
        Entry(
            ("properties",),
            comment="Was\n\n  es ist",
            value=PatternMessage([]),
            properties={"title": PatternMessage(["T"]), "accesskey": PatternMessage(["A\nB"])},
        ),
        Entry(("-term",), value=PatternMessage(["Ding"]), properties={"z": PatternMessage(["Z"])}),
    ]
    two = SelectMessage(
        declarations={
            "n": Expression(VariableRef("n"), "number"),
            "m": Expression(VariableRef("m"), "string"),
        },
        selectors=(VariableRef("n"), VariableRef("m")),
        variants={
            ("one", "a"): ["Ein ", Expression(VariableRef("n")), "\nund"],
            ("one", CatchallKey()): [" Ein"],
            (CatchallKey("other"), "a"): [".Viele"],
            (CatchallKey("other"), CatchallKey()): ["Viele\n\n[hier"],
        },
    )
    hoisted = parse_message(Format.fluent, "Du hast { $n ->\n [one] eins\n *[other] viele\n } noch")
    entries += [Entry(("two",), value=two), Entry(("hoisted",), value=hoisted)]
    sections = [
        Section((), entries[:4], comment="Erste"),
        Section((), [Comment("Für sich"), *entries[4:8], Comment("Dann"), Comment("Noch")]),
        Section((), entries[8:], comment="Dritte\nGruppe"),
    ]
    resource = Resource(Format.fluent, sections, comment="Datei\n\nmit Lücke")
    return "".join(serialize_resource(resource, Format.fluent))


TOOLS = {
    "fluent.syntax": (fluent_syntax, made_by_fluent_syntax),
    "translate-toolkit": (translate_toolkit, made_by_translate_toolkit),
    "moz.l10n": (moz_l10n, made_by_moz_l10n),
}


def main():
    sources = {path.stem: path for path in sorted((HERE / "sources").glob("*.ftl"))}
    sources |= {path.parent.name: path for path in sorted(LOCALES.glob("*/errors.ftl"))}
    for name, (written, made) in TOOLS.items():
        folder = HERE / name
        folder.mkdir(exist_ok=True)
        for stem, path in sources.items():
            try:
                text = written(path.read_text(encoding="utf-8"))
            except (ValueError, TypeError) as error:
                print(f"{name}: cannot read {stem}: {error}")
                continue
            (folder / f"{stem}.ftl").write_text(text, encoding="utf-8", newline="")
        (folder / "made.ftl").write_text(made(), encoding="utf-8", newline="")


main()
