#!/usr/bin/env python3
"""Makes the office documents that the tests of the readers read, by programs other than Wasl.

  python3 -m venv venv && venv/bin/pip install python-docx==1.2.0 openpyxl==3.1.5 python-pptx==1.0.2 odfpy==1.4.1
  apt-get install libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui
  venv/bin/python Tests/Scripts/office_fixtures.py Tests/DocumentsTests/Fixtures

The files in the repository were made by these versions, and by LibreOffice 7.4.7.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile

import docx
import openpyxl
import pptx
from odf import opendocument, style, table, text
from openpyxl.comments import Comment

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def package(path, parts):
    """Writes an OOXML package with the parts of a Word document."""
    kinds = {"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes",
             "comments": "comments", "header1": "header"}
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = f'<Override PartName="/word/document.xml" ContentType="{main}.document.main+xml"/>'
    relations = ""
    for number, name in enumerate(n for n in parts if n in kinds):
        overrides += f'<Override PartName="/word/{name}.xml" ContentType="{main}.{kinds[name]}+xml"/>'
        relations += f'<Relationship Id="rId{number}" Type="{base}/{kinds[name]}" Target="{name}.xml"/>'
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        def write(name, content):
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), declaration + content, zipfile.ZIP_DEFLATED)
        namespace = "http://schemas.openxmlformats.org/package/2006"
        write("[Content_Types].xml", f'<Types xmlns="{namespace}/content-types"><Default Extension="rels" '
              f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
              f'ContentType="application/xml"/>{overrides}</Types>')
        write("_rels/.rels", f'<Relationships xmlns="{namespace}/relationships"><Relationship Id="r" '
              f'Type="{base}/officeDocument" Target="word/document.xml"/></Relationships>')
        write("word/_rels/document.xml.rels", f'<Relationships xmlns="{namespace}/relationships">{relations}</Relationships>')
        for name, content in parts.items():
            write(f"word/{name}.xml", content)


def run(content, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{content}</w:t></w:r>'


def paragraph(content, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{content if content.startswith('<') else run(content) if content else ''}</w:p>"


def item(content, number, level=0):
    return paragraph(content, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(number, form, shown, more=""):
    return (f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{shown}"/>'
            f'<w:pPr><w:ind w:left="{720 * (number + 1)}" w:hanging="360"/></w:pPr></w:lvl>')


def word_like(path):
    """What Word writes, with the parts that no library makes."""
    styles = f"""<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="clause"><w:name w:val="Clause Head"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="c"><w:name w:val="caption"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="ar"><w:name w:val="Arabic"/><w:basedOn w:val="a"/><w:pPr><w:bidi/></w:pPr><w:rPr><w:rtl/></w:rPr></w:style>
</w:styles>"""
    bullet = level(0, "bullet", "\uf0b7").replace("</w:lvl>", '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr></w:lvl>')
    numbering = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "decimal", "%1.%2")}{level(2, "lowerLetter", "%3)")}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">{bullet}</w:abstractNum><w:abstractNum w:abstractNumId="2">{level(0, "arabicAbjad", "%1-")}</w:abstractNum>
<w:abstractNum w:abstractNumId="3">{level(0, "upperRoman", "%1.")}{level(1, "decimal", "%1.%2", "<w:isLgl/>")}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num></w:numbering>"""
    note = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    footnotes = f"""<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>{run(" Counted in working days.")}</w:p></w:footnote>
<w:footnote w:id="2"><w:p>{run("Of the removed sentence.")}</w:p></w:footnote></w:footnotes>"""
    endnotes = f'<w:endnotes {W}><w:endnote w:id="1"><w:p>{run("See the price list.")}</w:p></w:endnote></w:endnotes>'
    comments = f'<w:comments {W}><w:comment w:id="0" w:author="A"><w:p>{run("Is this right?")}</w:p></w:comment></w:comments>'
    header = f'<w:hdr {W}><w:p>{run("Draft of the workshop")}</w:p></w:hdr>'
    inside = f'<w:txbxContent>{paragraph("Mind the wet paint")}{paragraph("Open after noon")}</w:txbxContent>'
    box = (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" '
           f'simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
           f'<wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph">'
           f'<wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="2000000" cy="600000"/><wp:wrapSquare wrapText="bothSides"/>'
           f'<wp:docPr id="7" name="Box 7"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
           f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2000000" cy="600000"/></a:xfrm>'
           f'<a:prstGeom prst="rect"/></wps:spPr><wps:txbx>{inside}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor>'
           f'</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict></mc:Fallback>'
           f'</mc:AlternateContent></w:r>')

    def cell(content, properties=""):
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"

    gone = '<w:del w:id="8"><w:r><w:delText>gone</w:delText></w:r></w:del>'
    inner = (f'<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell(paragraph("small left"))}{cell(paragraph("small right"))}</w:tr></w:tbl>')
    rows = (f'<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell(paragraph("Part"))}{cell(paragraph("القطعة", chr(60) + "w:bidi/>"))}</w:tr>'
            f'<w:tr>{cell(item("", 1))}{cell(paragraph("Brush") + inner + paragraph("with handle"))}</w:tr>'
            f'<w:tr>{cell(paragraph("wide"), chr(60) + "w:gridSpan w:val=" + chr(34) + "2" + chr(34) + "/>")}</w:tr>'
            f'<w:tr>{cell(paragraph("tall"), "<w:vMerge w:val=" + chr(34) + "restart" + chr(34) + "/>")}{cell(paragraph("upper"))}</w:tr>'
            f'<w:tr>{cell(paragraph(""), "<w:vMerge/>")}{cell(paragraph("lower"))}</w:tr>'
            f'<w:tr><w:trPr><w:del w:id="9"/></w:trPr>{cell(paragraph(gone))}{cell(paragraph(gone))}</w:tr>')
    field = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
             '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("Article 4") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    body = "".join([
        paragraph("Rules of the workshop", '<w:pStyle w:val="1"/>'), paragraph("Opening", '<w:pStyle w:val="clause"/>'),
        paragraph(run("The workshop opens at nine") + note.format(1) + run(" every day") + box + run(" but Friday.") +
                  '<w:r><w:commentReference w:id="0"/></w:r>'),
        item("Wash the brush.", 1), item("Use warm water.", 1, 1), item("Use soft soap.", 1, 1), item("not too much", 1, 2),
        item("Dry the brush.", 1), item("Hang it up.", 1, 1), item("A new count begins.", 3), item("It goes on.", 3),
        item("a round mark", 2), item("الحرف الأول", 4), item("الحرف الثاني", 4), item("الحرف الثالث", 4), item("Roman", 5),
        item("Legal", 5, 1),
        paragraph(run("Kept ") + f'<w:del w:id="1"><w:r><w:delText>deleted words</w:delText></w:r>{note.format(2)}</w:del>' +
                  f'<w:ins w:id="2">{run("and added ")}</w:ins><w:moveFrom w:id="3">{run("moved away ")}</w:moveFrom>' + run("text.")),
        "<w:p><w:pPr><w:rPr><w:del w:id='4'/></w:rPr></w:pPr>" + run("Two halves ") + "</w:p>", paragraph("become one."),
        paragraph(run("As ") + field + run(" says") + run(" secretly", "<w:vanish/>") + run(".")),
        f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{paragraph('Name of the client')}</w:sdtContent></w:sdt>",
        paragraph(run("One") + "<w:r><w:tab/></w:r>" + run("two") + "<w:r><w:br/></w:r>" + run("three") +
                  '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r><w:hyperlink>' + run("four") + "</w:hyperlink>"),
        f'<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr><w:tblGrid/>{rows}</w:tbl>',
        paragraph("Table 1: the parts", '<w:pStyle w:val="c"/>'),
        paragraph("نصّ عربيّ باتّجاهه", '<w:pStyle w:val="ar"/>'),
        paragraph(run("The end") + '<w:r><w:endnoteReference w:id="1"/></w:r>' + run(".")),
    ])
    document = f'<w:document {W} {MORE}><w:body>{body}<w:sectPr/></w:body></w:document>'
    package(path, {"document": document, "styles": styles, "numbering": numbering, "footnotes": footnotes,
                   "endnotes": endnotes, "comments": comments, "header1": header})


def python_docx(path):
    document = docx.Document()
    document.add_heading("The garden book", 0)
    document.add_heading("Watering", 1)
    document.add_paragraph("Water the beds in the evening.")
    for words in ["First the roses", "then the mint"]:
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("a loose leaf", style="List Bullet")
    grid = document.add_table(rows=2, cols=3)
    for cell, words in zip([c for row in grid.rows for c in row.cells],
                           ["No.", "Plant", "النبات", "1", "Mint", "النعناع"]):
        cell.text = words
    grid.cell(0, 0).merge(grid.cell(0, 1))
    document.add_paragraph("اسقِ الأحواض مساءً.")
    document.save(path)


def openpyxl_book(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Stock"
    sheet.sheet_view.rightToLeft = True
    rows = [["No.", "Article", "الصنف", "Price", "Share", "Day"], [1, "Lamp", "مصباح", 1250.5, 0.125, 45292],
            [2, "Rope\nof hemp", "حبل", -3.14159, 1, 45292.75], [None, "wide", None, True, "=1/0", 12345678.9]]
    for row in rows:
        sheet.append(row)
    for number in (2, 3):
        sheet.cell(number, 4).number_format = "#,##0.00"
        sheet.cell(number, 5).number_format = "0.0%"
    sheet["F2"].number_format = "yyyy-mm-dd"
    sheet["F3"].number_format = "d mmmm yyyy h:mm AM/PM"
    sheet["E4"] = "text"
    sheet.merge_cells("B4:C4")
    sheet["B2"].comment = Comment("not read", "A")
    hidden = book.create_sheet("Secret")
    hidden.append(["hidden words"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Notes").append(["The second sheet"])
    book.save(path)


def python_pptx(path):
    show = pptx.Presentation()
    slide = show.slides.add_slide(show.slide_layouts[1])
    slide.shapes.title.text = "Safety in the kitchen"
    body = slide.placeholders[1].text_frame
    body.text = "Keep knives dry"
    for words, depth in [("and sharp", 1), ("Wash your hands", 0)]:
        more = body.add_paragraph()
        more.text, more.level = words, depth
    box = slide.shapes.add_textbox(0, 0, 3000000, 500000)
    box.text_frame.text = "Ask before you cook"
    slide.notes_slide.notes_text_frame.text = "Show the knife here."
    slide = show.slides.add_slide(show.slide_layouts[5])
    slide.shapes.title.text = "السلامة في المطبخ"
    grid = slide.shapes.add_table(2, 2, 0, 1500000, 4000000, 800000).table
    for place, words in [((0, 0), "Tool"), ((0, 1), "الأداة"), ((1, 0), "Knife"), ((1, 1), "سكين")]:
        grid.cell(*place).text = words
    show.save(path)


def odfpy_text(path):
    document = opendocument.OpenDocumentText()
    numbers = text.ListStyle(name="L1")
    numbers.addElement(text.ListLevelStyleNumber(level="1", numformat="1", numsuffix="."))
    numbers.addElement(text.ListLevelStyleNumber(level="2", numformat="1", displaylevels="2", numsuffix=")"))
    document.automaticstyles.addElement(numbers)
    right = style.Style(name="R", family="paragraph")
    right.addElement(style.ParagraphProperties(writingmode="rl-tb"))
    document.automaticstyles.addElement(right)
    document.text.addElement(text.H(outlinelevel=2, text="The ferry"))
    words = text.P(text="It leaves at six")
    note = text.Note(noteclass="footnote", id="n1")
    note.addElement(text.NoteCitation(text="1"))
    body = text.NoteBody()
    body.addElement(text.P(text="Not in winter."))
    note.addElement(body)
    words.addElement(note)
    words.addText(" from the pier.")
    document.text.addElement(words)
    outer = text.List(stylename=numbers)
    for name, inner in [("Buy a ticket.", ["At the gate."]), ("Come aboard.", [])]:
        entry = text.ListItem()
        entry.addElement(text.P(text=name))
        if inner:
            deeper = text.List()
            for words in inner:
                below = text.ListItem()
                below.addElement(text.P(text=words))
                deeper.addElement(below)
            entry.addElement(deeper)
        outer.addElement(entry)
    document.text.addElement(outer)
    document.text.addElement(text.P(text="تغادر العبّارة في السادسة.", stylename=right))
    grid = table.Table(name="T")
    for cells in [["Hour", "الساعة"], ["six", "السادسة"]]:
        row = table.TableRow()
        for words in cells:
            cell = table.TableCell()
            cell.addElement(text.P(text=words))
            row.addElement(cell)
        grid.addElement(row)
    document.text.addElement(grid)
    document.save(path)


def libre_office(source, ending, folder):
    """Turns a document into another form."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", ending, "--outdir",
                        folder, source], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    word_like(f"{folder}/workshop.docx")
    python_docx(f"{folder}/garden.docx")
    openpyxl_book(f"{folder}/stock.xlsx")
    python_pptx(f"{folder}/kitchen.pptx")
    odfpy_text(f"{folder}/ferry.odt")
    for source, endings in {"workshop.docx": ["odt", "rtf", "fodt", "doc"], "stock.xlsx": ["ods", "xls"],
                            "kitchen.pptx": ["odp"]}.items():
        for ending in endings:
            libre_office(f"{folder}/{source}", ending, folder)


if __name__ == "__main__":
    main()
