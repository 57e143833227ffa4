/// Small documents of every office format, to be damaged.
extension Seeds {
  static let word =
    "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>نص</w:t><w:tab/><w:br/><w:t xml:space=\"preserve\"> b</w:t></w:r>"
    + "</w:p><w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del><mc:Fallback><w:t>f</w:t></mc:Fallback></w:p>"
    + "</w:body></w:document>"
  static let notes = "<w:footnotes><w:footnote><w:p><w:r><w:t>Note</w:t></w:r></w:p></w:footnote></w:footnotes>"
  static let openDocument =
    "<office:document-content><office:body><office:text><text:h>عنوان</text:h><text:p>نص<text:s text:c=\"2\"/>b"
    + "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body>"
    + "</text:note><office:annotation><text:p>c</text:p></office:annotation><text:line-break/></text:p></office:text>"
    + "</office:body></office:document-content>"
  static let container = "<container><rootfiles><rootfile full-path=\"O/p.opf\"/></rootfiles></container>"
  static let package =
    "<package><manifest><item id=\"a\" href=\"c%201.xhtml\"/><item id=\"n\" href=\"n.xhtml\" properties=\"nav\"/></manifest>"
    + "<spine><itemref idref=\"a\"/><itemref idref=\"n\"/></spine></package>"

  static let wordStyles =
    "<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"en-US\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>"
    + "</w:docDefaults><w:style w:styleId=\"a\" w:default=\"1\"><w:basedOn w:val=\"b\"/><w:pPr><w:bidi/></w:pPr></w:style>"
    + "<w:style w:styleId=\"b\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"a\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
    + "</w:numPr></w:pPr></w:style></w:styles>"
  static let numbering =
    "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
    + "w:val=\"arabicAbjad\"/><w:lvlText w:val=\"%1.%2%\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:lvlRestart w:val=\"0\"/></w:lvl>"
    + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride "
    + "w:val=\"7\"/></w:lvlOverride></w:num></w:numbering>"
  static let wordTable =
    "<w:document><w:body><w:tbl><w:tr><w:trPr><w:tblHeader/><w:gridBefore w:val=\"1\"/></w:trPr><w:tc><w:tcPr><w:gridSpan "
    + "w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:p><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/>"
    + "</w:numPr></w:pPr></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr><w:tr>"
    + "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
    + "<w:r><w:t>c</w:t><w:fldChar w:fldCharType=\"end\"/><w:txbxContent><w:p><w:r><w:t>نص</w:t></w:r></w:p></w:txbxContent>"
    + "<w:footnoteReference w:id=\"1\"/><w:sym w:char=\"F0E0\"/></w:r></w:p></w:body></w:document>"

  static let sheet =
    "<worksheet><sheetViews><sheetView rightToLeft=\"1\"/></sheetViews><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
    + "<c r=\"C1\" s=\"1\"><v>45292.75</v></c></row><row r=\"3\"><c t=\"inlineStr\"><is><t>نص</t></is></c><c s=\"2\"><v>-1.5e3</v>"
    + "</c></row></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>"
  static let sheetStyles =
    "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-2000401]#,##0.0#;(0%);&quot;x&quot;\"/></numFmts><cellXfs>"
    + "<xf numFmtId=\"0\"/><xf numFmtId=\"22\"/><xf numFmtId=\"170\"><alignment readingOrder=\"2\"/></xf></cellXfs></styleSheet>"
  static let slide =
    "<p:sld><p:cSld><p:spTree><p:sp><p:nvPr><p:ph type=\"title\"/></p:nvPr><p:txBody><a:p><a:pPr lvl=\"1\" rtl=\"1\"><a:buAutoNum "
    + "type=\"arabic1Minus\" startAt=\"3\"/></a:pPr><a:r><a:rPr lang=\"ar\"/><a:t>نص</a:t></a:r><a:br/></a:p></p:txBody></p:sp>"
    + "<p:graphicFrame><a:tbl><a:tr><a:tc gridSpan=\"2\"><a:txBody><a:p><a:r><a:t>b</a:t></a:r></a:p></a:txBody></a:tc><a:tc "
    + "hMerge=\"1\"/></a:tr></a:tbl></p:graphicFrame></p:spTree></p:cSld></p:sld>"
  static let openSheet =
    "<office:document-content><office:body><office:spreadsheet><table:table><table:table-row table:number-rows-repeated=\"3\">"
    + "<table:table-cell table:number-columns-repeated=\"2\"><text:p>نص</text:p></table:table-cell></table:table-row>"
    + "</table:table></office:spreadsheet></office:body></office:document-content>"
  static let openSlides =
    "<office:document-content><office:body><office:presentation><draw:page><draw:frame presentation:class=\"title\">"
    + "<draw:text-box><text:list><text:list-item><text:p>نص</text:p></text:list-item></text:list></draw:text-box></draw:frame>"
    + "<presentation:notes><draw:frame><text:p>n</text:p></draw:frame></presentation:notes></draw:page></office:presentation>"
    + "</office:body></office:document-content>"

  static let flat = utf8(
    "<office:document><office:styles><text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" "
      + "style:num-format=\"1\" style:num-suffix=\".\" text:display-levels=\"9\"/></text:list-style><style:style "
      + "style:name=\"P\" style:family=\"paragraph\" style:parent-style-name=\"P\"/></office:styles><office:body><text:list "
      + "text:style-name=\"L\"><text:list-item text:start-value=\"4\"><text:p text:style-name=\"P\">نص</text:p></text:list-item>"
      + "</text:list><text:p>a<draw:frame><draw:text-box><text:p>b</text:p></draw:text-box></draw:frame>c</text:p></office:body>"
      + "</office:document>")

  static let rtf = utf8(
    "{\\rtf1\\ansi\\ansicpg1256\\deff0{\\fonttbl{\\f0\\fcharset178 Arial;}{\\f1\\fcharset2 Symbol;}}{\\stylesheet{\\s1\\outlinelevel0 "
      + "heading 1;}}\\pard\\s1\\uc1\\u1587\\'d3\\'e3 x\\par{\\listtext\\f1\\'b7\\tab}b{\\*\\footnote\\pard c}\\par\\trowd\\clvmgf"
      + "\\cellx1\\cellx2\\pard\\intbl d\\cell e{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv b}}{\\shptxt f\\par}}}\\cell\\row\\pard{\\v g}"
      + "{\\deleted h}{\\field{\\*\\fldinst i}{\\fldrslt j}}\\u55357?\\u56911?\\par}")
  static let rtfTokens = [
    "{", "}", "\\par ", "\\cell ", "\\row", "\\intbl", "\\itap3 ", "\\nestcell ", "\\bin9 ", "\\u-1?", "\\uc9 ",
    "{\\*\\footnote ",
    "{\\shptxt ", "{\\listtext ", "\\'e", "\\f1 ",
  ]

  static let signatures: [[UInt8]] =
    archives.sorted { $0.key < $1.key }.map { zip($0.value) } + rtf + flat + html
    + [[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0x57, 0, 0x6F, 0], [0xFF, 0xFE, 0x3C, 0, 0x54, 0, 0x53, 0]]

  private static func relations(_ type: String, _ target: String) -> [UInt8] {
    Array("<Relationships><Relationship Id=\"r1\" Type=\"x/\(type)\" Target=\"\(target)\"/></Relationships>".utf8)
  }

  /// The parts of an archive, by the form.
  static let archives: [String: [(name: String, content: [UInt8])]] = [
    "docx": [
      ("word/document.xml", Array(word.utf8)), ("word/footnotes.xml", Array(notes.utf8)),
      ("word/styles.xml", Array(wordStyles.utf8)), ("word/numbering.xml", Array(numbering.utf8)),
    ],
    "doctable": [
      ("word/document.xml", Array(wordTable.utf8)), ("word/footnotes.xml", Array(notes.utf8)),
      ("word/numbering.xml", Array(numbering.utf8)),
    ],
    "odt": [("content.xml", Array(openDocument.utf8))],
    "ods": [("content.xml", Array(openSheet.utf8))],
    "odp": [("content.xml", Array(openSlides.utf8))],
    "xlsx": [
      ("xl/workbook.xml", Array("<workbook><sheets><sheet r:id=\"r1\"/></sheets></workbook>".utf8)),
      ("xl/_rels/workbook.xml.rels", relations("worksheet", "s.xml")), ("xl/s.xml", Array(sheet.utf8)),
      ("xl/styles.xml", Array(sheetStyles.utf8)),
    ],
    "pptx": [
      ("ppt/presentation.xml", Array("<p:presentation><p:sldId r:id=\"r1\"/></p:presentation>".utf8)),
      ("ppt/_rels/presentation.xml.rels", relations("slide", "s.xml")), ("ppt/s.xml", Array(slide.utf8)),
    ],
    "epub": [
      ("META-INF/container.xml", Array(container.utf8)), ("O/p.opf", Array(package.utf8)),
      ("O/c 1.xhtml", html[0]),
    ],
  ]
}
