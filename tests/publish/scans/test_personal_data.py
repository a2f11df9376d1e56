"""Personal data is found in every kind of file, however it is written, and in nothing that only looks like it."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest

from generator.compute.personal import Kind, personal, plainly
from generator.publish.reading.files import File, unpacked
from tests.conftest import REPOSITORY
from tests.publish.plants import BROKEN, PLANTED, identities, mobiles, passports, spoken

_COUNT = 200


@pytest.mark.parametrize("kind", PLANTED)
def test_every_planted_number_is_found_in_every_kind_of_file(kind: str) -> None:
    """ID numbers, mobile numbers and passports, wherever in the file they are, none is missed and none invented."""
    numbers = [*identities(_COUNT), *mobiles(_COUNT), *passports(_COUNT)]
    assert found_in(kind, PLANTED[kind](numbers)) == set(numbers)


@pytest.mark.parametrize("kind", PLANTED)
def test_every_number_in_chinese_digits_is_found_in_every_kind_of_file(kind: str) -> None:
    """As it is read out."""
    numbers = [*identities(_COUNT), *mobiles(_COUNT)]
    assert found_in(kind, PLANTED[kind]([spoken(number) for number in numbers])) == set(numbers)


@pytest.mark.parametrize("kind", BROKEN)
def test_every_broken_number_is_found_in_every_kind_of_file(kind: str) -> None:
    """ID numbers over two lines and over three cells, mobile numbers in two pieces and in their three groups."""
    persons, phones = list(identities(_COUNT)), list(mobiles(_COUNT))
    rows = [
        *(
            [f"第{row}人身份证", one[:6], one[6:14], one[14:]] if row % 2 else [one[:10], one[10:]]
            for row, one in enumerate(persons)
        ),
        *(
            [f"第{row}个手机", one[:3], one[3:7], one[7:]]
            if row % 2
            else [f"第{row}个手机", one[:7], one[7:]]
            for row, one in enumerate(phones)
        ),
    ]
    assert found_in(kind, BROKEN[kind](rows)) == {*persons, *phones}


def found_in(kind: str, content: bytes) -> set[str]:
    """The personal data in a file and what is packed in it."""
    file = File(f"site/x.{kind}", content)
    texts = [text for each in (file, *unpacked(file)) for _, text in each.texts]
    return {found.plain for text in texts for found in personal(text)}


@pytest.mark.parametrize(
    ("text", "kind", "masked"),
    [
        ("电话13800138000。", Kind.MOBILE, "138****8000"),
        ("138 0013 8000", Kind.MOBILE, "138****8000"),
        ("138-0013-8000", Kind.MOBILE, "138****8000"),
        ("138.0013.8000", Kind.MOBILE, "138****8000"),
        ("+86 13800138000", Kind.MOBILE, "138****8000"),
        ("8613800138000", Kind.MOBILE, "138****8000"),
        ("tel13800138000", Kind.MOBILE, "138****8000"),
        ("１３８００１３８０００", Kind.MOBILE, "138****8000"),
        ("138－0013　8000", Kind.MOBILE, "138****8000"),
        ("1 3 8 0 0 1 3 8 0 0 0", Kind.MOBILE, "138****8000"),
        ("138\u200b0013\u200d8000", Kind.MOBILE, "138****8000"),
        ("①③⑧00138000", Kind.MOBILE, "138****8000"),
        ("11010119900307771X", Kind.IDENTITY, None),
        ("350524 19900307 7717", Kind.IDENTITY, None),
        ("440308199901010012", Kind.IDENTITY, "44*************012"),
        ("440308 1999 0101 0012", Kind.IDENTITY, "44*************012"),
        ("4403-0819-9901-0100-12", Kind.IDENTITY, "44*************012"),
        ("４４０３０８１９９９０１０１００１２", Kind.IDENTITY, "44*************012"),
        ("身份证440308199901010012号", Kind.IDENTITY, "44*************012"),
        ("6222 0212 3456 7890 128", Kind.CARD, "6222***********0128"),
        ("6228480402564890018", Kind.CARD, "6228***********0018"),
        ("一三八〇〇一三八〇〇〇", Kind.MOBILE, "138****8000"),
        ("壹叁捌 零零壹叁 捌零零零", Kind.MOBILE, "138****8000"),
        ("138零零138000", Kind.MOBILE, "138****8000"),
        ("联系人一13800138000", Kind.MOBILE, "138****8000"),
        ("四四〇三〇八一九九九〇一〇一〇〇一二", Kind.IDENTITY, "44*************012"),
        ("4403081999\r\n01010012", Kind.IDENTITY, "44*************012"),
        ("身份证号,440308,19990101,0012", Kind.IDENTITY, "44*************012"),
        ("身份证号|4|4|0|3|0|8|1|9|9|9|0|1|0|1|0|0|1|2|", Kind.IDENTITY, "44*************012"),
        ("手机：13800\n138000", Kind.MOBILE, "138****8000"),
        ("联系电话138-0013-\n8000", Kind.MOBILE, "138****8000"),
        ("E12345678", Kind.PASSPORT, "E*****678"),
        ("G 1234 5678", Kind.PASSPORT, "G*****678"),
        ("EA1234567", Kind.PASSPORT, "E*****567"),
        ("Ｅ１２３４５６７８", Kind.PASSPORT, "E*****678"),
        ("公务护照PE1234567", Kind.PASSPORT, "P*****567"),
        ("护照号码,d12345678", Kind.PASSPORT, "D*****678"),
        ("回乡证H1234567890", Kind.PERMIT, "H*******890"),
        ("往来港澳通行证CA1234567", Kind.PERMIT, "C*****567"),
        ("台胞证号：12345678", Kind.PERMIT, "1****678"),
        ("someone@example.com", Kind.MAIL, "s******************"),
        ("someone＠example.com", Kind.MAIL, "s******************"),
        ("家住凤城镇新华路12号", Kind.HOME, "家住凤********"),
        ("家庭住址：凤城镇新华路12号", Kind.HOME, "家庭住***********"),
        ("明德小区3栋2单元501室", Kind.HOME, "栋2单*****"),
    ],
)
def test_numbers_are_found_however_they_are_written(text: str, kind: Kind, masked: str | None) -> None:
    """Spaces, hyphens, points, full-width digits, characters of no width; shown only masked. `None`: not valid."""
    found = [one for one in personal(text) if one.kind is kind]
    assert [one.masked for one in found] == ([masked] if masked else [])


@pytest.mark.parametrize(
    "text",
    [
        "安司〔2019〕44号",
        "0595-23232323",
        "12348",
        "400-610-6206",
        "2019年8月29日至2020年12月31日",
        "106 45 48 13 35 16 14 5 20",
        "2018 2019 2020 2021",
        "1.50 0.50 13.00 80.00 20.00 100.00",
        "11350524003804129X",
        "12345678901234567890123456789",
        "440308199901010013",  # a false check digit
        "440308199902300019",  # a day that does not exist
        "6228480402564890019",  # a false check digit
        "M19 6.41 17.59 5 12 10.59 6.41 5 5 6.41 10.59 12",
        "a13800138000b",
        "1380013\n8000",  # nothing announces it
        "电话接听量\n1520\n3012\n155",
        "第一季度\n138\n0013\n8000",
        "身份证440308\n19990101\n0013",  # a false check digit
        "440308\n19990101\n0012",  # nothing announces it
        "4,4,0,3,0,8,1,9,9,9,0,1,0,1,0,0,1,2",  # nothing announces it
        "一三五七九",
        "G20190829",  # a letter and a day
        "护照办理G20190829",
        "g12345678",  # nothing announces it
        "D12345678",
        "C12345678",
        "E123456789",
        "12E12345678",
        "12345678",
        "urn:uuid:d8a31ffe-f727-5f48-be68-c03f5b836e33",
        "lunr@2.3.9",
        "@media print",
        "安溪县凤城镇民主路1号",
    ],
)
def test_what_only_looks_like_it_is_not_found(text: str) -> None:
    """Document numbers, office phones, hotlines, tables of figures, digests, drawings."""
    assert list(personal(text)) == []


def test_digests_are_no_numbers() -> None:
    """None among twenty thousand digests, whole or cut short, on lines of their own or in a row, where papers are named."""
    whole = [hashlib.sha256(str(number).encode()).hexdigest() for number in range(20_000)]
    for digests in (whole, [digest[:16] for digest in whole], [digest[:40] for digest in whole]):
        assert list(personal("身份证、护照、手机\n" + "\n".join(digests))) == []
        assert list(personal(" ".join(digests))) == []


@pytest.mark.parametrize("between", ["\n", ",", "|", "、"])
def test_figures_that_follow_one_another_are_no_numbers(between: str) -> None:
    """None in a column of a hundred thousand figures and days, though its head names what numbers there could be."""
    draw = random.Random(5)
    figures = [str(draw.randrange(10 ** draw.randrange(1, 10))) for _ in range(90_000)]
    figures += [f"{draw.randrange(2015, 2021)}{draw.randrange(1, 13):02}15" for _ in range(10_000)]
    draw.shuffle(figures)
    assert list(personal(between.join(("护照、手机", *figures)))) == []


def test_the_bureau_s_own_texts_hold_nothing_personal() -> None:
    """No false finding in the data and the prose of the reference bureau, nor in the handbook of the program."""
    texts = [
        path.read_text("utf-8")
        for pattern in ("data/**/*.yml", "content/**/*.md", "docs/handbook/*.md")
        for path in Path(REPOSITORY).glob(pattern)
    ]
    handbook_examples = {"13800138000", "zhenggong@example.gov.cn"}
    assert len(texts) > 100
    assert {one.plain for text in texts for one in personal(text)} <= handbook_examples


def test_an_allowance_may_be_written_as_the_number_is() -> None:
    """With its spaces or without; other words are taken as they are."""
    assert plainly("138 0013 8000") == plainly("13800138000") == "13800138000"
    assert plainly("map.png") == "map.png"
