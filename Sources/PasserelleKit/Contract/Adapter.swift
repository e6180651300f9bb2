public import PasserelleModel

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
  /// Look at the names and the first bytes only, and expect anything. Judge what is broken by what is sound
  /// in it: `read` then says what is wrong, with its place.
  func identify(_ source: Source) -> Int

  /// Reads the source and says what stands there.
  ///
  /// - Throws: The problem that cannot be read past. Others are reported to the writer.
  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic)
}
