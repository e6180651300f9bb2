import AdapterPages
import Foundation
import Passerelle
import PasserelleModel
import PasserelleStore
import PasserelleTesting
import TestSupport
import Testing

/// What is stated twice is told, and changes nothing else.
struct TwiceToldTests {
  /// The adapters whose statements the store takes.
  static let adapters: [String] = {
    let folder = Place.root.appending(path: "Documentation/Adapters")
    let pages = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return pages.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }
      .filter { !["README", "Profiles"].contains($0) }.sorted()
  }()

  @Test func everyAdapterIsAmongThem() {
    #expect(Self.adapters.count >= 15)
  }

  @Test(arguments: adapters, [false, true])
  func statingTheSampleTwiceChangesNothingButTheDiagnostics(adapter: String, isPlain: Bool) throws {
    let once = try Self.stating(adapter, .once, isPlain: isPlain)
    #expect(once.statements > 1)
    for way in [Way.eachTwice, .allTwice] {
      let twice = try Self.stating(adapter, way, isPlain: isPlain)
      #expect(twice.hash == once.hash, "\(way)")
      #expect(twice.diagnostics.count > once.diagnostics.count, "\(way)")
      #expect(
        twice.diagnostics.filter { !once.diagnostics.contains($0) }.allSatisfy {
          Self.kinds.contains($0.id.rawValue)
        }, "\(way)")
    }
  }

  /// What is said of something that is there twice.
  private static let kinds: Set = [
    "duplicate-code", "duplicate-framework", "duplicate-pair", "duplicate-source",
    "duplicate-statement", "self-reference", "duplicate-language",
  ]

  private enum Way {
    case once
    /// Each statement, and then once more.
    case eachTwice
    /// All statements, and then all of them once more.
    case allTwice
  }

  private struct Outcome {
    var hash: String
    var statements: Int
    var diagnostics: [Diagnostic]
  }

  private static let origin = ImportTransaction.Origin(adapter: "Test", isBundled: false)

  /// Reads the sample of an adapter's page, by values or by the bytes of the contract.
  private static func stating(_ name: String, _ way: Way, isPlain: Bool) throws -> Outcome {
    let source = try AdapterPage(of: name).sample.source
    let adapter = try AdapterLoader(Place.bundledOnly).adapter(named: name)
    let store = try CompetenceStore()
    var (diagnostics, statements): ([Diagnostic], Int) = ([], 0)
    try store.write { transaction in
      var failure: (any Error)?
      func state(_ statement: Statement, _ position: SourcePosition) {
        do {
          try transaction.add(statement, at: position, from: origin)
        } catch let error as Diagnostic {
          diagnostics.append(error)
        } catch {
          failure = error
        }
      }
      for _ in 0..<(way == .allTwice ? 2 : 1) {
        adapter.read(
          source,
          emit: { statement, position in
            statements += 1
            state(statement, position)
            if way == .eachTwice, !statement.opensAPublication { state(statement, position) }
            return true
          },
          emitPlain: { statement in
            guard isPlain else { return false }
            do {
              guard try transaction.addPlain(statement, naming: { source.parts[$0].name }) else {
                return false
              }
              statements += 1
              // Where the plain way leaves it to the long one, that must say what is wrong.
              guard way == .eachTwice else { return true }
              return try transaction.addPlain(statement) { source.parts[$0].name }
            } catch {
              failure = error
              return true
            }
          },
          report: { _ in })
      }
      diagnostics += try transaction.problems()
      if let failure { throw failure }
    }
    return Outcome(
      hash: try store.read { try $0.contentHash() }, statements: statements,
      diagnostics: diagnostics)
  }
}

extension Statement {
  fileprivate var opensAPublication: Bool {
    switch self {
    case .framework, .mappings, .agreement: true
    default: false
    }
  }
}
