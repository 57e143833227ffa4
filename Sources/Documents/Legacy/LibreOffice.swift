internal import WaslBitext
internal import WaslSystemIO

/// Reads the forms that Microsoft Office had before 2007, which LibreOffice turns into its own where it is installed.
enum LibreOffice {
  /// A large document takes LibreOffice some seconds; longer it hangs.
  private static let patience = 180

  static func document(_ bytes: [UInt8], _ format: DocumentFormat, name: String) throws(WaslError) -> DocumentBuilder {
    let (ending, result): (String, DocumentFormat) =
      switch format {
      case .xls: ("xls", .ods)
      case .ppt: ("ppt", .odp)
      default: ("doc", .odt)
      }
    let folder = try TemporaryDirectory()
    let input = try folder.write(bytes, as: "input.\(ending)")
    // A profile of its own: a LibreOffice that is open would take the work over and say nothing.
    _ = try ExternalProgram.output(
      "soffice",
      [
        "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--norestore", "--convert-to",
        result.rawValue, "--outdir", "\(folder.path)/output", input,
      ],
      about: name,
      advice:
        "install LibreOffice (Debian: libreoffice-\(component(result))-nogui), or save the document in a newer form",
      seconds: patience, isQuiet: true)
    let output: [UInt8]
    do { output = try InputFile.read("\(folder.path)/output/input.\(result.rawValue)") } catch {
      throw WaslError(
        .input, "LibreOffice cannot read it", at: .init(file: name), advice: "save the document in a newer form")
    }
    return try result.officeDocument(of: output, name: name)
  }

  private static func component(_ format: DocumentFormat) -> String {
    switch format {
    case .ods: "calc"
    case .odp: "impress"
    default: "writer"
    }
  }
}
