extension Seeds {
  /// PDF files without a table of objects, which are put together from their objects: damage is no matter to that.
  static let pdfFiles: [[UInt8]] = [
    """
    %PDF-1.4
    1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
    2 0 obj << /Type /Pages /Count 1 /Kids [3 0 R] >> endobj
    3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /L 5 0 R /A 6 0 R >>
    /XObject << /F 9 0 R >> >> >> endobj
    4 0 obj << /Length 330 >> stream
    BT /L 12 Tf 14 TL 72 700 Td (Date: 6 January 2026 \\(first\\)) Tj T* [(wi) -20 (de) -400 (gap)] TJ ET
    q 1 0 0 1 0 0 cm /F Do Q 72 600 400 1 re f 0 0 600 800 re W n
    /Span << /ActualText <FEFF0628064E> >> BDC BT /A 12 Tf 400 650 Td <0001000200030004> Tj ET EMC
    BT /A 12 Tf 1 0 0 1 400 620 Tm [<0001> 120 <0002> -300 <00030004>] TJ ET
    BI /W 1 /H 1 ID x EI
    endstream endobj
    5 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [65 /Aacute /uni0644] >> >> endobj
    6 0 obj << /Type /Font /Subtype /Type0 /BaseFont /Test /Encoding /Identity-H /DescendantFonts [7 0 R] /ToUnicode 8 0 R >>
    endobj
    7 0 obj << /Type /Font /Subtype /CIDFontType2 /DW 500 /W [1 [600 500] 3 4 250] /CIDToGIDMap /Identity >> endobj
    8 0 obj << /Length 190 >> stream
    1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfchar <0001> <0633> <0002> <06440627> endbfchar
    2 beginbfrange <0003> <0004> [<0645> <064E>] <0005> <0009> <0660> endbfrange
    endstream endobj
    9 0 obj << /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 32 >> stream
    BT /L 9 Tf 72 30 Td (12) Tj ET
    endstream endobj
    trailer << /Root 1 0 R >>
    """
  ].map { Array($0.utf8) }
}
