import ArgumentParser
import WaslBitext
import WaslSystemIO

struct SRXCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "srx",
    abstract: "Print the segmentation rules as SRX 2.0, for OmegaT, Okapi and other tools.",
    usage: "wasl srx [<options>]",
    discussion: """
      The rules hold the abbreviations, initials, list numbers and closing marks that 'wasl segment' knows, as far as \
      regular expressions before and after a position can express them.

      EXAMPLES
        wasl srx -o wasl.srx
      """)

  @OptionGroup(title: "Output") var output: TextOutput
  @OptionGroup(title: "Messages") var messages: MessageOptions

  func run() throws {
    try output.write { sink in
      let languages = [(Language.arabic, "Arabic", "(?i)ar.*"), (.english, "English", "(?i)en.*")]
      sink.append(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <srx xmlns="http://www.lisa.org/srx20" version="2.0">
          <header segmentsubflows="yes" cascade="no">
            <formathandle type="start" include="no"/>
            <formathandle type="end" include="yes"/>
            <formathandle type="isolated" include="no"/>
          </header>
          <body>
            <languagerules>

        """)
      for (language, name, _) in languages {
        sink.append("      <languagerule languagerulename=\"\(name)\">\n")
        for rule in SRXRules(language: language).rules {
          sink.append("        <rule break=\"\(rule.breaks ? "yes" : "no")\"><beforebreak>")
          sink.appendEscapedForXML(rule.before)
          sink.append("</beforebreak><afterbreak>")
          sink.appendEscapedForXML(rule.after)
          sink.append("</afterbreak></rule>\n")
        }
        sink.append("      </languagerule>\n")
      }
      sink.append("    </languagerules>\n    <maprules>\n")
      for (_, name, pattern) in languages {
        sink.append("      <languagemap languagepattern=\"\(pattern)\" languagerulename=\"\(name)\"/>\n")
      }
      sink.append("    </maprules>\n  </body>\n</srx>\n")
    }
  }
}
