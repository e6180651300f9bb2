import Foundation
import Passerelle
import PasserelleModel
import PasserelleStore
import TestSupport

/// A store with a graph made at random of everything that an answer may have to tell: referencing,
/// conflicts, nulls, comparisons, declarations and decisions with their scope, what only indicates,
/// versions, notes, and sources that were not seen.
///
/// What its sources say is in capitals, so that the words of answers can be told apart.
struct RandomGraph {
  let store: CompetenceStore
  let names: [String]
  private let folder: URL

  init(seed: Int) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "random-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    store = try CompetenceStore(path: folder.appending(path: "graph.db").path)
    var draft = Draft(dice: Dice(seed: seed))
    draft.references()
    for name in ["aa-nqf", "bb-nqf", "cc-nqf@2010", "cc-nqf@2020"] { draft.framework(name) }
    draft.agreement()
    names = draft.names
    let statements = draft.statements
    try store.write { transaction in
      for (line, statement) in statements.enumerated() {
        try transaction.add(
          statement, at: SourcePosition(file: "random.yaml", line: line + 1, column: 1),
          from: .init(adapter: "Plain", isBundled: false))
      }
      _ = try transaction.problems()
    }
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}

/// Statements as they are drawn.
private struct Draft {
  var dice: Dice
  private(set) var statements: [Statement] = []
  private(set) var names: [String] = []
  private var levels: [Identifier] = []

  init(dice: Dice) { self.dice = dice }

  private mutating func chance(_ oneIn: Int) -> Bool {
    Int.random(in: 0..<oneIn, using: &dice) == 0
  }

  mutating func references() {
    for name in ["eqf", "aqrf"] {
      open(name, kind: .metaFramework)
      for code in 1...4 { concept("\(name):\(code)", .level) }
    }
    open("cls-nqf", kind: .educationLevels)
    for code in 1...2 { concept("cls-nqf:\(code)", .educationLevel) }
  }

  private mutating func open(_ name: String, kind: FrameworkKind) {
    guard let name = FrameworkName(name) else { return }
    var framework = Framework(name: name, kind: kind, title: .english(name.description))
    framework.countries = CountryCode(String(name.series.prefix(2)).uppercased()).map { [$0] } ?? []
    if kind != .qualificationsFramework { framework.countries = [] }
    if name.version == "2010" { framework.validity.to = CalendarDate("2019-12-31") }
    if name.version == "2020" { framework.validity.from = CalendarDate("2020-01-01") }
    statements.append(.framework(framework))
    documents()
  }

  private mutating func documents() {
    for key in ["report", "other", "rumour"] {
      var document = Document(key: key, title: "\(key.uppercased())")
      document.isOfficial = key != "rumour"
      document.isVerified = key != "rumour"
      document.date = chance(3) ? nil : CalendarDate("20\(Int.random(in: 10...29, using: &dice))")
      document.via = chance(3) ? "COPY" : nil
      statements.append(.document(document))
    }
  }

  private mutating func source() -> String {
    ["report", "other", "rumour"].randomElement(using: &dice) ?? ""
  }

  private mutating func concept(_ text: String, _ kind: ConceptKind) {
    guard let id = Identifier(text) else { return }
    var concept = Concept(id: id, kind: kind, title: .english("TITLE \(text)"))
    concept.source = source()
    statements.append(.concept(concept))
    names.append(text)
    if kind == .level { levels.append(id) }
  }

  mutating func framework(_ name: String) {
    open(name, kind: .qualificationsFramework)
    let others = levels.filter {
      $0.framework.description != "eqf" && $0.framework.description != "aqrf"
    }
    for code in 1...4 {
      concept("\(name):\(code)", .level)
      place("\(name):\(code)")
    }
    if name == "aa-nqf" {
      // A level that spans two reference levels by one source.
      concept("\(name):wide", .level)
      for level in ["eqf:2", "eqf:3"] { link("\(name):wide", .referencedTo, level, by: "report") }
    }
    for code in ["x", "y"] {
      concept("\(name):\(code)", .qualification)
      for _ in 0...(chance(3) ? 1 : 0) {
        link("\(name):\(code)", .atLevel, "\(name):\(Int.random(in: 1...4, using: &dice))")
      }
      if chance(4) { place("\(name):\(code)") }
    }
    indicate(name, others)
    for other in others.shuffled(using: &dice).prefix(4) {
      stated("\(name):\(Int.random(in: 1...4, using: &dice))", other.description)
    }
    if name == "cc-nqf@2020" {
      for code in 1...3 { link("\(name):\(code)", .supersedes, "cc-nqf@2010:\(code)") }
    }
    if chance(2), let about = Identifier("\(name):2") {
      var note = Note(about: about, text: .english("NOTE"), source: source())
      note.isVerified = !chance(2)
      statements.append(.note(note))
    }
  }

  /// States what only indicates: classes of statistics, views of centres, links of the framework as a whole.
  private mutating func indicate(_ name: String, _ others: [Identifier]) {
    for code in ["1", "2", "3", "x", "y"] where chance(2) {
      link("\(name):\(code)", .classifiedAs, "cls-nqf:\(Int.random(in: 1...2, using: &dice))")
    }
    for code in ["x", "y"] {
      guard let other = others.randomElement(using: &dice) else { continue }
      link("\(name):\(code)", .evaluatedAs, other.description)
    }
    if chance(2) { link(name, chance(2) ? .comparedTo : .referencedTo, "aqrf") }
  }

  /// Links a concept to reference levels, in one of the ways that sources do.
  private mutating func place(_ id: String) {
    let reference = chance(4) ? "aqrf" : "eqf"
    for _ in 0...(chance(4) ? 1 : 0) {
      let level = "\(reference):\(Int.random(in: 1...4, using: &dice))"
      switch Int.random(in: 0..<8, using: &dice) {
      case 0: link(id, .comparedTo, level)
      case 1: link(id, .belowScale, reference)
      case 2: link(id, .notReferenced, reference)
      case 3: break
      default: link(id, .referencedTo, level)
      }
    }
  }

  /// States something between two concepts.
  private mutating func stated(_ from: String, _ to: String) {
    let relations: [Relation] = [.declaredEquivalent, .closeMatch, .notUsable, .noneAgreed]
    let relation = relations.randomElement(using: &dice) ?? .closeMatch
    chance(2) ? link(from, relation, to) : link(to, relation, from)
  }

  private mutating func link(
    _ from: String, _ relation: Relation, _ to: String, by document: String? = nil
  ) {
    guard let from = Identifier(from), let to = Identifier(to) else { return }
    var link = Link(from: from, relation, to: to, source: document ?? source())
    link.isVerified = !chance(5)
    if relation == .evaluatedAs { link.purposes = chance(2) ? [] : [.work] }
    if relation == .declaredEquivalent || relation == .precedent {
      link.parties = chance(2) ? [] : ["MINISTRY A", "MINISTRY B"]
      link.purposes = chance(2) ? [] : [.work]
      link.conditions = chance(2) ? [] : ["CONDITION"]
    }
    if relation == .precedent {
      link.outcome = .compensation
      link.date = CalendarDate("2021-05-01")
    }
    statements.append(.link(link))
  }

  /// Decisions on individual cases.
  mutating func agreement() {
    guard let name = FrameworkName("decisions-aa") else { return }
    statements.append(
      .agreement(Agreement(name: name, kind: .precedents, title: .english("DECISIONS"))))
    documents()
    for _ in 0..<3 {
      link(
        "aa-nqf:\(Int.random(in: 1...4, using: &dice))", .precedent,
        "bb-nqf:\(Int.random(in: 1...4, using: &dice))")
    }
  }
}
