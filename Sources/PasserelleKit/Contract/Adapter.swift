/// What reads one dialect: one authority's, or one format's, way of writing frameworks.
///
/// An adapter knows its dialect and nothing else. It gets a located source and says what stands
/// there; checking, storing and answering are the host's.
///
/// ```swift
/// struct Norway: Adapter {
///   static let manifest = AdapterManifest(id: "Norway", version: "1.0.0", …)
///   func identify(_ source: Source) -> Int { … }
///   func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) { … }
/// }
///
/// @_cdecl("passerelle_adapter_Norway")
/// public func passerelleAdapterNorway() -> UnsafeRawPointer { AdapterModule.export(Norway()) }
/// ```
///
/// Keep no state between two reads, and leave Foundation out: loading it takes longer than most
/// reads.
public protocol Adapter: Sendable {
  /// Who the adapter is and what it reads.
  static var manifest: AdapterManifest { get }

  /// Returns how sure the adapter is that it reads this source: 0 (no) to 100 (certainly).
  ///
  /// Look at the names and the first bytes only, and expect anything.
  func identify(_ source: Source) -> Int

  /// Reads the source and says what stands there.
  ///
  /// - Throws: The problem that cannot be read past. Others are reported to the writer.
  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic)
}

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

  /// Creates a manifest.
  public init(
    id: String, version: String, summary: String, licence: String, author: String,
    dialects: [Dialect]
  ) {
    self.id = id
    self.version = version
    self.summary = summary
    self.licence = licence
    self.author = author
    self.dialects = dialects
  }
}
