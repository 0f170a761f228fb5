"""What an Excel workbook holds beside the rows: styles, the list of sheets, what refers to what."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import quoteattr

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"

#: the styles of cells: days, moments, and texts that stay texts when somebody edits them; 0 is none of these
DAY, MOMENT, TEXT = 1, 2, 3
_PLAIN = 'fontId="0" fillId="0" borderId="0"'
_STYLES = (
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>'
    '<numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    f'<cellStyleXfs count="1"><xf numFmtId="0" {_PLAIN}/></cellStyleXfs>'
    f'<cellXfs count="4"><xf numFmtId="0" {_PLAIN} xfId="0"/>'
    f'<xf numFmtId="164" {_PLAIN} xfId="0" applyNumberFormat="1"/>'
    f'<xf numFmtId="165" {_PLAIN} xfId="0" applyNumberFormat="1"/>'
    f'<xf numFmtId="0" {_PLAIN} xfId="0" quotePrefix="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
)
#: the beginning of a sheet: its heading and its first column stay in sight
SHEET_TOP = (
    f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>'
    "</sheetView></sheetViews><sheetData>"
)


def parts(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Where each part beside the sheets of these names goes in the archive, and what it is."""
    numbered = list(enumerate(names, 1))
    sheets = "".join(f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>' for n, name in numbered)
    book = f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>'
    links = "".join(_link(n, "worksheet", f"worksheets/sheet{n}.xml") for n, _ in numbered)
    styles = _link(len(names) + 1, "styles", "styles.xml")
    yield "xl/workbook.xml", _HEAD + book
    yield "xl/_rels/workbook.xml.rels", _links(links + styles)
    yield "_rels/.rels", _links(_link(1, "officeDocument", "xl/workbook.xml"))
    yield "xl/styles.xml", f'{_HEAD}<styleSheet xmlns="{_MAIN}">{_STYLES}</styleSheet>'
    kinds = "".join(_kind(f"worksheets/sheet{n}.xml", "worksheet") for n, _ in numbered)
    yield "[Content_Types].xml", _types(kinds)


def _link(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def _links(links: str) -> str:
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _kind(name: str, kind: str) -> str:
    return f'<Override PartName="/xl/{name}" ContentType="{_KIND}.{kind}+xml"/>'


def _types(sheets: str) -> str:
    others = (
        f'<Default Extension="rels" ContentType="{_RELATIONS}"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    own = _kind("workbook.xml", "sheet.main") + _kind("styles.xml", "styles")
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{others}{own}{sheets}</Types>'
