"""Barcodes in chat: photos as they come from a phone, the register and who keeps it, printing."""

import random
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy.orm import Session

from benchmarks.barcode_scenes import jpeg, label, scene
from bot.code_reader import CodeReader
from bot.files import FileStore
from core.messages import Address, Attachment, AttachmentKind, Inbound
from core.texts import say
from handlers.effects.link_code import new_link_code
from reports.barcode_symbols import Symbol, png
from reports.made import makers
from storage.models import Audit, Evidence, Fact, Person, Product
from tests.handlers.village import Village

NUMBER = "8934588012112"
LINK = "https://id.gs1.org"


async def photo(village: Village, who: str, content: bytes, tmp_path: Path, text: str = "") -> str:
    """Send a file the way the inbox does: kept, looked at if somebody asks, handled."""
    files = FileStore(tmp_path / "files")
    stored = await files.store(_pieces(content), 20_000_000)
    kind = AttachmentKind.PHOTO if stored.mime.startswith("image/") else AttachmentKind.DOCUMENT
    came = Attachment(kind, stored=stored.key, mime=stored.mime, size=stored.size)
    inbound = Inbound(Address("test", f"demo-{who}"), text=text, attachments=(came,))
    return await village.send(
        await CodeReader(village.db, files, village.knowledge.turns.looks_for_codes).read(inbound)
    )


async def _pieces(content: bytes) -> AsyncIterator[bytes]:
    yield content


def taken(number: str = f"0{NUMBER}", angle: float = 12) -> bytes:
    chance = random.Random(3)
    return jpeg(scene(label(number, Symbol.EAN_13, chance), chance, angle))


async def rows(village: Village, model: type[Product] | type[Audit] | type[Evidence]) -> int:
    return await village.db.read(lambda session: session.query(model).count())


async def keep(village: Village, who: str = "an", number: str = f"0{NUMBER}") -> str:
    await village.press(who, f"pa:{number}")
    await village.say(who, "Tuong ot")
    await village.say(who, "Ho Binh")
    return await village.say(who, "ok")


async def test_a_photo_with_no_words_is_answered_and_can_still_go_into_a_report(
    village: Village, tmp_path: Path
) -> None:
    said = await photo(village, "an", taken(), tmp_path)
    assert NUMBER in said
    assert "GS1" in said
    labels = {button.token: button.label for button in village.last["demo-an"].buttons()}
    (loose,) = [token for token in labels if token.startswith("lfq:")]
    assert await rows(village, Evidence) == 1
    asked = await village.press("an", loose)
    assert "1" in asked
    assert any(button.token.startswith("lf:") for button in village.last["demo-an"].buttons())


async def test_photos_of_a_report_are_not_looked_at(village: Village, tmp_path: Path) -> None:
    await village.press("an", "new:measuring_inspection")
    assert NUMBER not in await photo(village, "an", taken(), tmp_path)
    await village.say("an", "/huy")
    with_words = await photo(
        village, "an", taken(), tmp_path, "hom nay kiem tra 23 can cho ngu, 2 cai khong dat"
    )
    assert NUMBER not in with_words
    assert "23" in with_words


async def test_a_photo_without_a_code_is_taken_as_before_unless_one_was_asked_for(
    village: Village, tmp_path: Path
) -> None:
    plain = jpeg(Image.effect_noise((640, 480), 50))
    await photo(village, "an", plain, tmp_path)
    assert any(button.token.startswith("lf:") for button in village.last["demo-an"].buttons())
    await village.say("an", "/mavach")
    first = await photo(village, "an", plain, tmp_path)
    assert first == village.knowledge.texts.render(say("barcode-none"), "vi")
    assert NUMBER in await village.say("an", NUMBER)


async def test_a_list_in_a_file_is_told_by_rows(village: Village, tmp_path: Path) -> None:
    listed = f"{NUMBER}\n4006381333931\n8934588012113\n"
    said = await photo(village, "an", listed.encode(), tmp_path)
    assert "3" in said
    assert "8934588012113" in said
    people = "012345678901\n098765432109\n023456789012\n"
    assert "012345678901" not in await photo(village, "an", people.encode(), tmp_path)


async def test_a_number_belongs_to_the_business_that_reported_its_prefix_until_a_product_says_more(
    village: Village,
) -> None:
    await report(village, "8934588")
    said = await village.say("an", NUMBER)
    assert "Hop tac xa Ngam" in said
    await village.press("an", f"pa:0{NUMBER}")
    await village.say("an", "Tuong ot")
    (offered, _) = village.last["demo-an"].buttons()
    assert offered.label == "Hop tac xa Ngam"
    await village.press("an", offered.token)
    await village.say("an", "ok")
    assert "Tuong ot" in await village.say("binh", NUMBER)
    assert "Tuong ot" in await village.say("an", "18934588012119")
    # the number that is meant by a slip is the one that is known here
    assert f"• {NUMBER}" in (await village.say("an", "8934588012121")).splitlines()[2]
    assert "Tuong ot" not in await village.say("em", NUMBER)


async def report(village: Village, code: str) -> None:
    reporter = await village.person_id("an")

    def stored(session: Session) -> None:
        fact = Fact(
            tenant_id=session.get_one(Person, reporter).tenant_id,
            type="org_certified",
            type_version=1,
            receipt="CN-1",
            draft_key="cn",
            occurred_from=date(2026, 5, 1),
            occurred_to=date(2026, 5, 1),
            reporter_id=reporter,
            fields={"org": "Hop tac xa Ngam", "kind": "msmv", "code": code, "valid_until": "2026-05-10"},
            status="confirmed",
            recorded_at=village.now,
        )
        session.add(fact)

    await village.db.write(stored)


async def test_a_number_stands_in_the_register_once_and_every_change_is_noted(village: Village) -> None:
    noted = await rows(village, Audit)
    assert NUMBER in await keep(village)
    assert await rows(village, Audit) == noted + 1
    again = await keep(village, "dung")
    assert NUMBER in again
    assert await rows(village, Product) == 1
    product = await village.db.read(lambda session: session.query(Product).one().id)
    await village.press("an", f"pd:{product}:yes")
    await village.press("an", f"pd:{product}:yes")
    assert await rows(village, Audit) == noted + 2
    await keep(village)
    assert await rows(village, Product) == 2


async def test_who_may_not_keep_the_register_cannot(village: Village) -> None:
    await keep(village)
    for token in (f"pa:0{NUMBER}", "pd:1", "pd:1:yes", "pv:1:save"):
        before = await rows(village, Product)
        await village.press("binh", token)
        assert await rows(village, Product) == before
    for who, number in (("binh", 1), ("em", 0)):
        await village.press(who, "pr")
        listed = [button for button in village.last[f"demo-{who}"].buttons() if "Tuong ot" in button.label]
        assert len(listed) == number
    assert "Tuong ot" not in await village.press("em", "po:1")


async def test_only_what_is_in_the_register_is_printed(village: Village) -> None:
    await keep(village)
    make = makers(village.knowledge.catalogue, village.knowledge.texts)["barcode"]
    await village.press("binh", "pp:1")
    assert len(village.last["demo-binh"].buttons()) == 8
    for symbol in (Symbol.EAN_13, Symbol.ITF_14, Symbol.QR):
        await village.press("binh", f"pp:1:{symbol}:png")
        asked = village.last["demo-binh"].made
        assert asked is not None
        file = make(Session(), asked.of)()
        assert (file.name, file.whole) == (f"{symbol}-{NUMBER}.png", True)
        assert file.content == png(f"0{NUMBER}", symbol, LINK)
    await village.press("binh", "pp:1:qr:svg")
    drawn = village.last["demo-binh"].made
    assert drawn is not None
    assert make(Session(), drawn.of)().mime == "image/svg+xml"
    for token in ("pp:1:ean8:png", "pp:1:ean13:exe", "pp:2:qr:png"):
        await village.press("binh", token)
        assert village.last["demo-binh"].made is None, token
    await village.press("em", "pp:1:qr:png")
    assert village.last["demo-em"].made is None


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_code_to_link_a_channel_is_never_a_short_barcode(village: Village) -> None:
    assert "96385074" in await village.say("an", "9638 5074")
    for _ in range(50):
        assert "EAN-8" not in await village.say("an", new_link_code())
