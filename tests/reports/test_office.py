"""Papers as the office program finds them: what is described once and copied is the same everywhere."""

from reports import office


def test_cells_of_equal_text_are_equal_from_the_first_to_the_last() -> None:
    rows = [["a", "b"], *[["Chợ Ngăm", "DC1-6 và DC2-T11"]] * 3]
    table = office.grid(office.new_document(), rows, [3, 3])
    first, *others = ([each._tc.xml for each in row.cells] for row in table.rows[1:])
    assert others == [first, first]


def test_letters_and_places_of_another_kind_stay_another() -> None:
    table = office.frame(office.new_document(), rows=1, widths=[3, 3])
    left, right = table.rows[0].cells
    made = [
        office.cell(into, "x", size=size, bold=bold, middle=bold)
        for into, size, bold in ((left, 11, True), (right, 13, False), (left, 13, False), (left, 11, True))
    ]
    letters = [(each.runs[0].font.size.pt, each.runs[0].bold) for each in made if each.runs[0].font.size]
    assert letters == [(11, True), (13, False), (13, False), (11, True)]
    assert made[0].alignment == made[3].alignment != made[1].alignment == made[2].alignment
    assert [round(each.width.cm, 2) for each in (left, right) if each.width] == [3, 3]
