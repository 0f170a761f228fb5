"""Photos of codes are read however they were taken; the shell says what the chat says."""

import io
import json
import random
from pathlib import Path

import pytest
import typer
import zxingcpp
from PIL import Image
from typer.testing import CliRunner

from benchmarks.barcode_scenes import CONDITIONS, gtin, jpeg, label, scene
from bot.code_photos import NoPicture, read_codes
from bot.commands import barcodes
from bot.number_files import NoList, read_numbers
from core.errors import SettingsError
from core.gs1.scans import meaning
from reports.barcode_symbols import Symbol, WrongSymbol, png, svg, symbols_for

NUMBER = "08934588012112"
LINK = "https://id.gs1.org"
CARTON = "18938505010004"


def kept(folder: Path, photo: Image.Image) -> Path:
    path = folder / "photo.jpg"
    path.write_bytes(jpeg(photo))
    return path


def test_what_is_drawn_is_read_back_in_its_right_size(tmp_path: Path) -> None:
    path = tmp_path / "drawn.png"
    for number in (NUMBER, CARTON, "00000096385074"):
        for symbol in symbols_for(number):
            path.write_bytes(png(number, symbol, LINK))
            (found,) = zxingcpp.read_barcodes(Image.open(path).convert("L"))
            held = f"{LINK}/01/{number}" if symbol is Symbol.QR else number
            assert held.endswith(found.text) if symbol is not Symbol.QR else found.text == held
            assert 'mm" viewBox="0 0' in svg(number, symbol, LINK)
    drawn = Image.open(io.BytesIO(png(NUMBER, Symbol.EAN_13, LINK)))
    # GS1: an EAN-13 of 100 % is 37.29 mm wide
    assert drawn.width / drawn.info["dpi"][0] * 25.4 == pytest.approx(37.29, abs=0.01)


def test_a_number_is_drawn_as_what_can_hold_it_only() -> None:
    assert symbols_for(CARTON) == (Symbol.ITF_14, Symbol.QR)
    with pytest.raises(WrongSymbol):
        png(CARTON, Symbol.EAN_13, LINK)


def test_codes_are_read_off_photos_that_are_spoiled_moderately(tmp_path: Path) -> None:
    chance = random.Random(11)
    for condition in CONDITIONS:
        if not condition.moderate:
            continue
        number, angle = gtin(chance), chance.choice((0, 15, 30, 45, 90))
        photo = scene(label(number, Symbol.EAN_13, chance), chance, angle, condition.larger)
        found = read_codes(kept(tmp_path, condition.degrade(photo, chance)))
        assert [scan.text for scan in found] == [number[1:]], (condition.name, angle)


def test_several_codes_on_one_photo_are_all_read_those_of_gs1_first(tmp_path: Path) -> None:
    page = zxingcpp.create_barcode("https://example.com/a", zxingcpp.BarcodeFormat.QRCode)
    elements = zxingcpp.create_barcode(f"(01){CARTON}(10)AB", zxingcpp.BarcodeFormat.DataMatrix, gs1=True)
    photo = Image.new("L", (900, 900), 255)
    for at, code in enumerate((page, elements)):
        photo.paste(Image.fromarray(zxingcpp.write_barcode_to_image(code, scale=6)), (40, 40 + 300 * at))
    photo.paste(Image.open(io.BytesIO(png(NUMBER, Symbol.EAN_13, LINK))).convert("L").reduce(2), (350, 40))
    found = read_codes(kept(tmp_path, photo))
    assert {scan.text for scan in found} == {"https://example.com/a", f"(01){CARTON}(10)AB", NUMBER[1:]}
    assert found[-1].text == "https://example.com/a"
    assert meaning(found[-1]) is None


def test_a_photo_without_a_code_and_a_file_that_is_none(tmp_path: Path) -> None:
    assert read_codes(kept(tmp_path, Image.effect_noise((800, 600), 60))) == ()
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(jpeg(Image.new("L", (500, 500)))[:200])
    with pytest.raises(NoPicture):
        read_codes(broken)


def test_lists_are_read_from_texts_and_refused_from_what_is_none(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        path.write_bytes("Tên;Mã\r\nÔ;8934588012112\r\n".replace("Tên", "Ten").encode(encoding))
        assert [(row.row, row.digits) for row in read_numbers(path)] == [(2, NUMBER[1:])]
    path.write_bytes(b"PK\x03\x04 no workbook")
    with pytest.raises(NoList):
        read_numbers(path)


def test_the_shell_says_what_each_is_and_whether_all_are_right(tmp_path: Path) -> None:
    app = typer.Typer()
    app.command()(barcodes.barcode)
    run = CliRunner()
    drawn = tmp_path / "code.png"
    drawn.write_bytes(png(NUMBER, Symbol.QR, LINK))
    said = run.invoke(app, ["--json", NUMBER[1:], str(drawn), f"(01){CARTON}(17)261231"])
    assert said.exit_code == 0, said.output
    number, photo, elements = map(json.loads, said.output.splitlines())
    assert (number["gtin14"], number["country"], number["right"]) == (NUMBER, "Vietnam", True)
    assert photo["codes"][0]["number"]["digits"] == NUMBER[1:]
    assert elements["elements"][1]["meant"] == "2026-12-31"
    said = run.invoke(app, ["8934588012113", "--locale", "en"])
    assert said.exit_code == 1
    assert "the last digit should be 2" in said.output
    listed = tmp_path / "list.txt"
    listed.write_text("8934588012112\n893458801211\n", "utf-8")
    said = run.invoke(app, [str(listed), "--json"])
    assert said.exit_code == 1
    assert json.loads(said.output)["wrong"] == [{"row": 2, "digits": "893458801211", "expected": "9"}]


@pytest.mark.parametrize("given", [["no_such.png"], ["8934588012112", "--print", "qr"]])
def test_the_shell_refuses_in_a_sentence(given: list[str]) -> None:
    app = typer.Typer()
    app.command()(barcodes.barcode)
    said = CliRunner().invoke(app, given)
    assert isinstance(said.exception, SettingsError)
