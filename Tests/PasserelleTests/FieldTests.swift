import Foundation
import Passerelle
import PasserelleGraph
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

/// No field of a statement vanishes on its way from an adapter to an answer, a file, and back.
struct FieldTests {
  private static let cases = FollowedStatement.all.flatMap(\.cases)

  @Test(arguments: FollowedStatement.all)
  func everyFieldIsFollowed(statement: FollowedStatement) {
    #expect(Set(statement.stored) == Set(statement.followed), "add the field to the list")
    #expect(statement.filled == statement.stored, "give the field a value of its own")
    for field in statement.cases { #expect(field.full != field.changed, "\(field)") }
  }

  @Test(arguments: cases)
  func crossesTheContract(field: FieldCase) throws {
    for statement in [field.full, field.changed] {
      let place = SourcePosition(file: "x", line: 1, column: 1)
      #expect(try Statement(statement.fields, at: place) == statement)
    }
  }

  @Test(arguments: cases)
  func isReadBackFromTheStore(field: FieldCase) throws {
    let statement = field.changed
    let store = try Self.store(of: field.context + Self.documented(statement))
    let (read, asked) = try store.read { graph in
      (try Self.statements(of: graph).flatMap(\.statements), try graph.answers(about: statement))
    }

    #expect(read.contains(statement))
    // A document is not asked for by itself.
    if case .document = statement { return }
    #expect(asked.contains(statement))
  }

  @Test(arguments: cases)
  func changesTheContentHash(field: FieldCase) throws {
    let hashes = try [field.full, field.changed].map { statement in
      try Self.store(of: field.context + Self.documented(statement))
        .read { try $0.contentHash() }
    }
    #expect(hashes[0] != hashes[1])
  }

  @Test func aGlobalNameLeadsToTheConceptThatHasIt() throws {
    var concept = Concept(id: FollowedStatement.id("named"), kind: .level, title: .english("N"))
    (concept.uri, concept.source) = ("https://example.org/named", "act")
    var link = Link(
      from: Identifier(FollowedStatement.name), .relatedMatch, to: FollowedStatement.id("other"),
      source: "act")
    link.toURI = concept.uri
    let store = try Self.store(of: FollowedStatement.head + [.concept(concept), .link(link)])

    #expect(try store.read { try $0.links().first?.link.to } == concept.id)
  }

  @Test(arguments: [ExportFormat.yaml, .xml, .csv])
  func survivesAnExport(format: ExportFormat) throws {
    let graph = try Self.store(of: Descriptors.all)
    let (before, after, loss, problems) = try Self.roundTrip(graph, as: format)

    #expect(problems == [])
    #expect(loss.kinds.map(\.kind) == [])
    #expect(before.map(\.name) == after.map(\.name))
    for (before, after) in zip(before, after) {
      for statement in before.statements where !after.statements.contains(statement) {
        Issue.record("of \(before.name) is lost: \(statement)")
      }
      #expect(before.statements.count == after.statements.count)
    }
  }

  @Test(arguments: [ExportFormat.yaml, .xml], Descriptors.beyond)
  func whatADescriptorCannotCarryIsCounted(
    format: ExportFormat, beyond: Descriptors.Beyond
  ) throws {
    let graph = try Self.store(of: beyond.statements)
    let (_, _, loss, problems) = try Self.roundTrip(graph, as: format)

    #expect(loss.kinds.map(\.kind) == [beyond.testDescription])
    #expect(problems == [], "what is written reads back")
  }

  @Test(arguments: Descriptors.beyond)
  func aBundleCarriesWhatADescriptorCannot(beyond: Descriptors.Beyond) throws {
    let graph = try Self.store(of: beyond.statements)
    let (before, after, loss, problems) = try Self.roundTrip(graph, as: .csv)

    // What a link leads to is not in the bundle either.
    #expect(problems.filter { !$0.contains("[unknown-code]") } == [])
    #expect(loss.kinds.map(\.kind) == [])
    #expect(before.map(\.statements) == after.map(\.statements))
  }

  // MARK: - Helpers

  /// What is to be said of publications that stand alone.
  private static let expected = ["unknown-framework", "open-ends", "unused-source"]

  typealias Publication = (name: String, statements: [Statement])

  /// The statement, with its documents behind it if it opens a publication.
  private static func documented(_ statement: Statement) -> [Statement] {
    switch statement {
    case .framework, .mappings, .agreement: [statement] + FollowedStatement.head.dropFirst()
    default: [statement]
    }
  }

  private static func store(of statements: [Statement]) throws -> CompetenceStore {
    let store = try CompetenceStore()
    try store.write { transaction in
      for (line, statement) in statements.enumerated() {
        try transaction.add(
          statement, at: SourcePosition(file: "fields", line: line + 1, column: 1),
          from: .init(adapter: "Fields", isBundled: false))
      }
    }
    return store
  }

  private static func statements(of graph: StoredGraph) throws -> [Publication] {
    try graph.publications().map { name in
      var statements: [Statement] = []
      try graph.statements(of: name) { statements.append($0) }
      return (name.description, statements)
    }
  }

  /// What a store holds, and what it holds when it was written to files and read from them.
  private static func roundTrip(
    _ store: CompetenceStore, as format: ExportFormat
  ) throws -> (before: [Publication], after: [Publication], loss: LossReport, problems: [String]) {
    let place = try Place()
    defer { place.remove() }
    var locations = place.locations
    locations.frameworks = nil
    let files = place.folder.appending(path: "files.\(format)").path
    let (before, loss) = try store.read { graph in
      let loss = try GraphExport(graph, ExportOrder(format, to: files), on: "2026-11-25")
        .write(graph.publications()).loss
      return (try statements(of: graph), loss)
    }
    let (after, problems) = try Library(at: locations).rehearsing(SourceFile.files(at: files)) {
      report, graph in
      (
        try statements(of: graph),
        // The publications of one test stand alone.
        report.diagnostics.filter { !Self.expected.contains($0.id.rawValue) }.map(\.description)
      )
    }
    return (before, after, loss, problems)
  }
}

extension StoredGraph {
  /// What the graph answers when it is asked for the statement itself.
  fileprivate func answers(about statement: Statement) throws -> [Statement] {
    switch statement {
    case .framework(let framework):
      return [try self.framework(framework.name).map(Statement.framework)].compactMap(\.self)
    case .mappings(let mappings): return try self.mappings(mappings.name)
    case .agreement: return try agreements().map { .agreement($0.agreement) }
    case .concept(let concept):
      return [try self.concept(concept.id)].compactMap { $0?.concept }.map { .concept($0) }
    case .link(let link): return try links(from: link.from).map { .link($0.link) }
    case .note(let note): return try notes(about: note.about).map { .note($0.note) }
    case .name(let name): return try names(of: name.concept).map { .name($0.name) }
    case .procedure:
      return try procedures(of: FollowedStatement.name).map { .procedure($0.procedure) }
    case .document, .profile, .asset: return []
    }
  }

  /// A set of mappings is only read whole.
  private func mappings(_ name: FrameworkName) throws -> [Statement] {
    var found: [Statement] = []
    try statements(of: name) { found.append($0) }
    return found
  }
}
