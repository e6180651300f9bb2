public import PasserelleKit
internal import Synchronization

/// What an adapter said of a source, and what it found wrong with it.
public struct Reading: Sendable {
  /// The statements in their order, each with its place.
  public private(set) var statements: [(statement: Statement, position: SourcePosition)] = []
  /// The diagnostics in their order.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Lets an adapter read a source in this process, without a host.
  ///
  /// Each statement is written as the contract has it and read back, as it would be on its way to a
  /// host.
  ///
  /// - Parameters:
  ///   - source: What to read.
  ///   - adapter: What reads it.
  public init(of source: Source, with adapter: some Adapter) {
    let said = Mutex<[(Statement, SourcePosition)]>([])
    let found = Mutex<[Diagnostic]>([])
    let writer = GraphWriter(
      emit: { statement, position in
        do throws(Diagnostic) {
          let received = try Statement(statement.fields, at: position)
          said.withLock { $0.append((received, position)) }
        } catch {
          found.withLock { $0.append(error) }
        }
        return true
      },
      report: { diagnostic in found.withLock { $0.append(diagnostic) } })
    do throws(Diagnostic) {
      try adapter.read(source.remarking { writer.report($0) }, into: writer)
    } catch {
      found.withLock { $0.append(error) }
    }
    statements = said.withLock { $0.map { (statement: $0.0, position: $0.1) } }
    diagnostics = found.withLock { $0 }
  }

  /// Lets an adapter read texts as the files of one source.
  public init(of files: [(name: String, text: String)], with adapter: some Adapter) {
    self.init(of: Sample(files).source, with: adapter)
  }

  /// Lets an adapter read a text as a file with the given name.
  public init(of text: String, named name: String, with adapter: some Adapter) {
    self.init(of: Source(parts: [SourcePart(name: name, text: text)]), with: adapter)
  }

  /// The frameworks that were stated.
  public var frameworks: [Framework] {
    statements.compactMap { if case .framework(let value) = $0.statement { value } else { nil } }
  }

  /// The mapping sets that were stated.
  public var mappingSets: [MappingSet] {
    statements.compactMap { if case .mappings(let value) = $0.statement { value } else { nil } }
  }

  /// The agreements that were stated.
  public var agreements: [Agreement] {
    statements.compactMap { if case .agreement(let value) = $0.statement { value } else { nil } }
  }

  /// The concepts that were stated.
  public var concepts: [Concept] {
    statements.compactMap { if case .concept(let value) = $0.statement { value } else { nil } }
  }

  /// The links that were stated.
  public var links: [Link] {
    statements.compactMap { if case .link(let value) = $0.statement { value } else { nil } }
  }

  /// The documents that were stated.
  public var documents: [Document] {
    statements.compactMap { if case .document(let value) = $0.statement { value } else { nil } }
  }

  /// The procedures of recognition that were stated.
  public var procedures: [Procedure] {
    statements.compactMap { if case .procedure(let value) = $0.statement { value } else { nil } }
  }

  /// The profiles that were stated.
  public var profiles: [Profile] {
    statements.compactMap { if case .profile(let value) = $0.statement { value } else { nil } }
  }

  /// What the profile's person brings.
  public var assets: [Asset] {
    statements.compactMap { if case .asset(let value) = $0.statement { value } else { nil } }
  }

  /// The further names that were stated.
  public var names: [Name] {
    statements.compactMap { if case .name(let value) = $0.statement { value } else { nil } }
  }

  /// The notes that were stated.
  public var notes: [Note] {
    statements.compactMap { if case .note(let value) = $0.statement { value } else { nil } }
  }
}
