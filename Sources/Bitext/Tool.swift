/// How Wasl names itself in files and messages.
public enum Tool {
  /// The name of the command.
  public static let name = "wasl"
  /// By semantic versioning.
  public static let version = "0.1.0"
}
