/// What control words of RTF name: groups with contents of their own, and characters.
enum RTFDestinations {
  enum Kind {
    case text, fonts, styles, mark, note, box, shape
    case skipped(Omissions.Kind?)
  }

  /// What a group holds that begins with the word; nil when it is no destination that is known.
  static func destination(_ word: String) -> Kind? {
    switch word {
    case "fonttbl": .fonts
    case "stylesheet": .styles
    case "listtext", "pntext": .mark
    case "footnote": .note
    case "shptxt", "dptxbxtext": .box
    case "shpinst", "do": .shape
    // The text of an object, a field and a Unicode form; properties of a row in a row.
    case "result", "fldrslt", "ud", "nesttableprops", "mailmerge": .text
    case "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf":
      .skipped(.headersAndFooters)
    case "annotation": .skipped(.comments)
    case "objdata": .skipped(.embeddedObjects)
    default: skipped.contains(word) ? .skipped(nil) : nil
    }
  }

  private static let skipped: Set<String> = [
    "colortbl", "info", "pict", "shppict", "nonshppict", "shprslt", "fldinst", "listtable", "listoverridetable",
    "revtbl",
    "rsidtbl", "generator", "themedata", "colorschememapping", "datastore", "latentstyles", "xmlnstbl", "filetbl",
    "nonesttables", "atnid", "atnauthor", "atntime", "atnref", "atndate", "atrfstart", "atrfend", "bkmkstart",
    "bkmkend",
    "objclass", "objname", "objalias", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "pgdsctbl",
    "private", "xe", "tc", "tcn", "rxe", "formfield", "datafield", "template", "panose", "falt", "fontemb", "pn", "txe",
  ]

  static let characters: [String: String] = [
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": "\u{2003}", "enspace": "\u{2002}", "qmspace": "\u{2005}", "zwj": "\u{200D}", "zwnj": "\u{200C}",
    "zwbo": "\u{200B}", "zwnbo": "\u{2060}", "ltrmark": "\u{200E}", "rtlmark": "\u{200F}",
  ]
}
