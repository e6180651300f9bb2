/// How much of each thing a reader takes from a stranger's file before it refuses by name.
///
/// The figures and their reasons are in `Documentation/Limits.md`.
public struct SourceLimits: Sendable {
  /// The bytes of a document that is read whole: a descriptor is small, a table belongs in CSV.
  public var documentBytes = 4 << 20
  /// What the author of a document that is larger can do.
  public var documentHint = "a descriptor is small; put long lists in CSV, or split the file"
  /// The bytes of a file that is streamed.
  public var streamBytes = 4 << 30
  /// The bytes that one record of a stream may take when it is held as a tree.
  public var recordBytes = 8 << 20
  /// Nested XML elements.
  public var xmlDepth = 64
  /// Attributes of one XML element.
  public var xmlAttributes = 64
  /// Bytes of one XML start tag.
  public var xmlTagBytes = 64 << 10
  /// Bytes of one XML name.
  public var nameBytes = 256
  /// Bytes of one key of YAML or JSON; YAML itself allows no longer ones.
  public var keyBytes = 1_024
  /// Bytes of one text, in any format.
  public var textBytes = 1 << 20
  /// Nested collections of YAML or JSON.
  public var collectionDepth = 50
  /// Events of a YAML or values of a JSON document.
  public var events = 1_000_000
  /// YAML aliases to a mapping or a sequence.
  public var collectionAliases = 50
  /// Nodes that YAML aliases may add to a document.
  public var aliasedNodes = 100_000
  /// Bytes of text that YAML aliases may add to a document.
  public var aliasedBytes = 4 << 20
  /// Bytes of one row of a table.
  public var rowBytes = 4 << 20
  /// Columns of a table.
  public var columns = 1_024

  /// Creates the limits that hold unless a reader is told otherwise.
  public init() {}
}
