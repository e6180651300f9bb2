import FaultyDisk
import Foundation
import GRDB
import PasserelleModel
import TestSupport
import Testing

@testable import PasserelleStore

/// What is left of a store when the power goes, or the disk fails: the old content or the new, and never another.
///
/// The disk is in memory. `PASSERELLE_POWER_CUTS` says how many cuts are tried of each work; a campaign tries
/// many more than the suite.
@Suite(.serialized) struct PowerLossTests {
  /// What is done to a store with a framework in it.
  enum Work: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case importing, replacing, removing, copying, restoring, rebuilding, upgrading

    var testDescription: String { rawValue }
  }

  // Rebuilding is, for the store, an import after the other; 'Scripts/faults.py' kills the command itself.
  private static let path = FAULTY_ROOT + "graph.db"
  private static let cuts =
    Int(ProcessInfo.processInfo.environment["PASSERELLE_POWER_CUTS"] ?? "") ?? 25

  init() throws {
    PageChecks.install()
    try #require(faulty_install() == 0)
  }

  @Test(arguments: Work.allCases)
  func aCutLeavesTheOldContentOrTheNew(work: Work) throws {
    let states = try prepare(work)
    let new = try #require(states.last)
    faulty_restore()
    faulty_cut_at(0)
    try run(work)
    let changes = faulty_changes()
    try #require(changes > 0)
    var found: Set<String> = []
    for cut in 0..<Self.cuts {
      faulty_restore()
      faulty_cut_at(1 + Int64(cut) * 7_919 % changes)
      let isSaidToBeKept = (try? run(work)) != nil
      faulty_power_on(UInt64(cut))
      let left = try content()
      #expect(states.contains(left), "cut \(cut) leaves another content")
      if isSaidToBeKept { #expect(left == new, "what cut \(cut) met was said to be kept") }
      found.insert(left)
    }
    #expect(found.isSubset(of: states) && !found.isEmpty)
    faulty_clear()
  }

  /// The error of the call, whether it comes once or stays, ends the work or is overcome; it leaves no third state.
  @Test(arguments: Self.errors)
  func aCallThatFailsLeavesTheOldContentOrTheNew(kind: Int, error: Int32) throws {
    let states = try prepare(.importing)
    let new = try #require(states.last)
    for call in 1...Int64(max(4, Self.cuts / 5)) {
      for isForGood in [Int32(0), 1] {
        faulty_restore()
        faulty_fail(Int32(kind), call, error, isForGood)
        var told: (any Error)?
        do { try run(.importing) } catch { told = error }
        faulty_fail(Int32(kind), 0, 0, 0)
        let left = try content()
        #expect(states.contains(left))
        if told == nil { #expect(left == new) }
        if let told { #expect(told is StoreError, "\(told)") }
      }
    }
    faulty_clear()
  }

  /// On a disk without room for the index of a log, nothing is kept, and all can be asked.
  @Test func whatCannotBeWrittenCanBeRead() throws {
    let old = try #require(try prepare(.importing).first)
    faulty_restore()
    faulty_fail(Int32(FAULTY_MAP), 1, 5_386, 1)
    defer { faulty_fail(0, 0, 0, 0) }
    let store = try CompetenceStore(path: Self.path)
    #expect(store.isReadOnly)
    #expect(try store.read { try $0.hashOfContent() } == old)
    #expect { try store.write { _ in } } throws: { error in
      if case StoreError.fault(_, .writing) = error { true } else { false }
    }
    try store.queue.close()
    faulty_clear()
  }

  /// What SQLite is told of each kind of call.
  private static let errors: [(Int, Int32)] = [
    (Int(FAULTY_WRITE), 13), (Int(FAULTY_WRITE), 778), (Int(FAULTY_SYNC), 1034),
    (Int(FAULTY_TRUNCATE), 1546), (Int(FAULTY_READ), 266), (Int(FAULTY_OPEN), 14),
    (Int(FAULTY_MAP), 5386), (Int(FAULTY_DELETE), 2570),
  ]

  /// Makes the store, keeps it, and says what it holds before the work and after each step of it.
  private func prepare(_ work: Work) throws -> [String] {
    faulty_clear()
    if work == .upgrading {
      let file = Place.root.appending(path: "Tests/Stores/0.1.0.db").path
      let old = try DatabaseQueue(path: file)
      try old.writeWithoutTransaction {
        try $0.execute(sql: "VACUUM INTO ?", arguments: [Self.path])
      }
      try old.close()
    } else {
      let store = try CompetenceStore(path: Self.path)
      try store.write { try Self.framework("ie-nqf", levels: 60, into: $0) }
      try store.queue.close()
    }
    faulty_save()
    var states = [try content()]
    faulty_restore()
    for step in steps(of: work) {
      try run(step)
      states.append(try content())
    }
    return states
  }

  private typealias Step = (CompetenceStore) throws -> Void

  /// What the work does: each step is kept by itself.
  private func steps(of work: Work) -> [Step] {
    switch work {
    case .importing:
      [{ try $0.write { try Self.framework("de-nqf", levels: 200, into: $0) } }]
    case .replacing:
      [{ try $0.write { try Self.framework("ie-nqf", levels: 150, into: $0) } }]
    case .removing:
      [{ try $0.write { try $0.remove(#require(FrameworkName("ie-nqf"))) } }]
    case .copying:
      // It changes nothing, whatever becomes of the copy.
      [
        { store in
          _ = try? store.snapshot(to: FAULTY_ROOT + "copy.db")
          try store.write { _ in }
        }
      ]
    case .restoring:
      [
        { store in
          let backup = try CompetenceStore()
          try backup.write { try Self.framework("fr-nqf", levels: 90, into: $0) }
          _ = try backup.read { graph in try store.write { try $0.restore(from: graph) } }
        }
      ]
    case .rebuilding:
      ["fr-nqf", "de-nqf"].map { name in
        { try $0.write { try Self.framework(name, levels: 80, into: $0) } }
      }
    case .upgrading: [{ try $0.write { _ in } }]
    }
  }

  private func run(_ work: Work) throws {
    for step in steps(of: work) { try run(step) }
  }

  private func run(_ step: Step) throws {
    let store = try CompetenceStore(path: Self.path)
    defer { try? store.queue.close() }
    try step(store)
  }

  /// What the store holds, when all of it has been looked at.
  private func content() throws -> String {
    let store = try CompetenceStore(path: Self.path)
    defer { try? store.queue.close() }
    let check = try store.verify()
    #expect(check.isWhole, "\(check.problems)")
    return try store.read { try $0.hashOfContent() }
  }

  private static func framework(
    _ name: String, levels: Int, into transaction: ImportTransaction
  ) throws {
    let origin = ImportTransaction.Origin(adapter: "Plain", isBundled: false)
    var line = 0
    func add(_ statement: PasserelleModel.Statement) throws {
      line += 1
      try transaction.add(
        statement, at: SourcePosition(file: "\(name).yaml", line: line, column: 1), from: origin)
    }
    let framework = try #require(FrameworkName(name))
    try add(
      .framework(
        Framework(name: framework, kind: .qualificationsFramework, title: .english(name))))
    try add(.document(Document(key: "report", title: "The report")))
    for number in 1...levels {
      let id = try #require(Identifier("\(name):\(number)"))
      let title = "Level \(number), " + String(repeating: "and more of it, ", count: 20)
      var concept = Concept(id: id, kind: .level, title: .english(title))
      concept.source = "report"
      try add(.concept(concept))
    }
  }
}
