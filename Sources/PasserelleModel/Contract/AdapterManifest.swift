/// Who an adapter is and what it reads.
public struct AdapterManifest: Hashable, Sendable {
  /// A way of writing that the adapter reads.
  public struct Dialect: Hashable, Sendable {
    /// The name, lower case with hyphens: `descriptor-yaml`.
    public var name: String
    /// The media types, where there are any.
    public var mediaTypes: [String]
    /// The patterns of file names: `*.yaml`.
    public var filePatterns: [String]
    /// The XML root elements or YAML top keys.
    public var roots: [String]

    /// Creates a dialect.
    public init(
      name: String, mediaTypes: [String] = [], filePatterns: [String] = [], roots: [String] = []
    ) {
      self.name = name
      self.mediaTypes = mediaTypes
      self.filePatterns = filePatterns
      self.roots = roots
    }
  }

  /// The module's name: `Norway` for `libNorway.so`.
  public var id: String
  /// The adapter's version: `1.0.0`.
  public var version: String
  /// What it reads, in one line.
  public var summary: String
  /// The licence of the adapter's code, as an SPDX expression.
  public var licence: String
  /// Who wrote it.
  public var author: String
  /// What it reads.
  public var dialects: [Dialect]
  /// Whether the files of one import that the adapter is the surest of are the parts of one source.
  ///
  /// A release of many files is read so, whatever folders they are in; `identify` sees each alone.
  public var readsTogether: Bool

  /// Creates a manifest.
  public init(
    id: String, version: String, summary: String, licence: String, author: String,
    dialects: [Dialect], readsTogether: Bool = false
  ) {
    self.id = id
    self.version = version
    self.summary = summary
    self.licence = licence
    self.author = author
    self.dialects = dialects
    self.readsTogether = readsTogether
  }
}
