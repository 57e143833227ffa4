import ArgumentParser

@main
struct WaslCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wasl",
    abstract: "Align Arabic and English text that say the same thing.",
    subcommands: [SegmentCommand.self])
}
