package import Passerelle
internal import PasserelleModel

/// The adapters that can be used, what they read, and where they are.
public struct AdapterListAnswer: TabularAnswer {
  /// The kind of answer.
  public static let kind = "adapters"

  /// An adapter.
  public struct Row: Encodable, Sendable {
    /// Its name.
    public let adapter: String
    /// Its version.
    public let version: String
    /// The version of the contract that it was built for.
    public let abi: Int
    /// The dialects that it reads.
    public let dialects: [String]
    /// What it is for.
    public let summary: String
    /// The maps that come with the program and that it reads tables by.
    public let maps: [String]
    /// The file of its module.
    public let path: String
  }

  /// The adapters.
  public let adapters: [Row]

  package init(_ adapters: [HostedAdapter], _ maps: [BundledMap]) {
    self.adapters = adapters.map { adapter in
      Row(
        adapter: adapter.manifest.id, version: adapter.manifest.version, abi: Int(adapter.abi),
        dialects: adapter.manifest.dialects.map(\.name), summary: adapter.manifest.summary,
        maps: maps.filter { $0.adapter == adapter.manifest.id }.map(\.name), path: adapter.path)
    }
  }

  /// The answer for people, line by line: aligned columns.
  public func lines(by pen: Pen) -> [String] {
    guard !adapters.isEmpty else { return [] }
    let maps = adapters.filter { !$0.maps.isEmpty }.map { row in
      "maps of \(row.adapter): \(row.maps.joined(separator: ", "))"
    }
    return [table(withMaps: false).text] + maps
  }

  /// A row for each adapter.
  public func table(in language: Language) -> Table { table(withMaps: true) }

  /// People read the maps below the table: there are many, and of few adapters.
  private func table(withMaps: Bool) -> Table {
    Table(
      columns: ["adapter", "version", "abi", "dialects", "summary", "path"]
        + (withMaps ? ["maps"] : []),
      rows: adapters.map { row in
        [
          row.adapter, row.version, "ABI \(row.abi)", row.dialects.joined(separator: " "),
          row.summary, row.path,
        ] + (withMaps ? [row.maps.joined(separator: " ")] : [])
      })
  }
}

/// The adapters that a user trusts, by the hash of their modules.
public struct TrustedAdapterListAnswer: TabularAnswer {
  /// The kind of answer.
  public static let kind = "trusted-adapters"

  /// A trusted adapter.
  public struct Row: Encodable, Sendable {
    /// Its name.
    public let adapter: String
    /// Its version.
    public let version: String
    /// The SHA-256 of its module.
    public let sha256: String
    /// Where the module is.
    public let module: String
  }

  /// The adapters.
  public let adapters: [Row]

  package init(_ entries: [TrustList.Entry], foundBy loader: AdapterLoader) {
    adapters = entries.map {
      Row(
        adapter: $0.name, version: $0.version, sha256: $0.hash, module: loader.whereabouts(of: $0))
    }
  }

  /// The answer for people, line by line: aligned columns.
  public func lines(by pen: Pen) -> [String] {
    adapters.isEmpty ? [] : [table(in: pen.say).text]
  }

  /// A row for each adapter.
  public func table(in language: Language) -> Table {
    Table(
      columns: ["adapter", "version", "sha-256", "module"],
      rows: adapters.map { [$0.adapter, $0.version, $0.sha256, $0.module] })
  }
}
