internal import Foundation
package import Passerelle
internal import PasserelleGraph
internal import PasserelleModel

/// Makes a statement of comparability of the profile on each row.
package struct AssessClerk: BatchClerk {
  package static let neededColumns = ["reference"]
  package static let answerColumns = [
    "number", "finding", "summary", "indication", "ask first", "may be claimed", "understood as",
    "reference level", "same level there", "level on award", "level", "workload", "quality",
    "profile", "learning outcomes", "declared", "precedents", "indications", "decides",
    "validates prior learning", "sources", "missing", "caveats",
  ]

  /// What the rows ask for unless they say it themselves.
  package struct Defaults: Sendable {
    package var destination: String?
    package var purpose: Purpose?
    /// The language in which the statements are written.
    package var language: String

    package init(destination: String?, purpose: Purpose?, language: String) {
      (self.destination, self.purpose, self.language) = (destination, purpose, language)
    }

    /// The columns without which a table does not say what it asks for.
    package var neededColumns: [String] {
      (destination == nil ? ["for"] : []) + (purpose == nil ? ["purpose"] : [])
    }
  }

  /// Makes statements for one order; the same few orders come back row after row.
  package typealias Making = (ComparabilityOrder) throws -> ComparabilityMaker

  private let make: Making
  private let defaults: Defaults
  private var makers: [ComparabilityOrder: Result<ComparabilityMaker, BatchProblem>] = [:]
  private let profiles: ProfileSource
  let words: CellWords
  /// A file of nothing but different orders must not fill the memory.
  private static let mostMakers = 1_000

  /// Creates a clerk.
  package init(
    _ defaults: Defaults, profiles: ProfileSource, in language: Language, make: @escaping Making
  ) {
    (self.defaults, self.profiles, self.make) = (defaults, profiles, make)
    words = CellWords(language)
  }

  package mutating func answer(to row: BatchReader.Row) throws -> BatchAnswer {
    let answer = try statement(on: row)
    return switch row.content {
    case .cells: .cells(cells(of: answer))
    case .json: .members("\"statement\":\(try answer.jsonLine(in: words.language))")
    }
  }

  /// The statement that a row asks for.
  mutating func statement(on row: BatchReader.Row) throws -> ComparabilityAnswer {
    switch row.content {
    case .cells(let cells):
      do {
        let maker = try maker(for: cells["for"], cells["purpose"])
        return try statement(of: Self.profile(of: cells), by: maker)
      } catch let problem as BatchProblem {
        // The place is one in the profile that was made of the row.
        throw BatchProblem(words: problem.words)
      }
    case .json(let bytes):
      let (profile, destination, purpose) = Self.parts(of: bytes)
      return try statement(of: profile, by: maker(for: destination, purpose))
    }
  }

  // MARK: - What is asked for

  /// What makes the statements that a row asks for: what it says itself, before what is said of all.
  private mutating func maker(
    for destination: String?, _ purpose: String?
  ) throws -> ComparabilityMaker {
    func said(_ text: String?) -> String? {
      text.map(\.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let destination = said(destination) ?? defaults.destination else {
      throw BatchProblem(words: "the row names no destination: fill 'for', or use '--for'")
    }
    let order = ComparabilityOrder(
      destination: destination, purpose: try said(purpose).map(Self.purpose) ?? asked(),
      language: defaults.language)
    if let known = makers[order] { return try known.get() }
    let made: Result<ComparabilityMaker, BatchProblem>
    do {
      made = .success(try make(order))
    } catch let error
      where error is UnknownName || error is UncoveredCountry || error is QuestionError
    {
      made = .failure(BatchProblem(words: "\(error)"))
    }
    if makers.count >= Self.mostMakers { makers.removeAll() }
    makers[order] = made
    return try made.get()
  }

  private func asked() throws -> Purpose {
    guard let purpose = defaults.purpose else {
      throw BatchProblem(words: "the row names no purpose: fill 'purpose', or use '--purpose'")
    }
    return purpose
  }

  private static func purpose(_ text: String) throws -> Purpose {
    guard let purpose = Purpose(text.lowercased()), purpose != .priorLearning else {
      throw BatchProblem(
        words: "'\(text.printable)' is not a purpose; write 'study', 'regulated' or 'work'")
    }
    return purpose
  }

  /// A line of JSON as a profile, and what the line asks for beside it.
  private static func parts(of line: [UInt8]) -> ([UInt8], destination: String?, purpose: String?) {
    let object = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
    guard var profile = object, profile["for"] != nil || profile["purpose"] != nil else {
      return (line, nil, nil)
    }
    let (destination, purpose) = (profile["for"] as? String, profile["purpose"] as? String)
    // What is no text stays in the profile, where it is an unknown key.
    if destination != nil { profile["for"] = nil }
    if purpose != nil { profile["purpose"] = nil }
    let rest = try? JSONSerialization.data(withJSONObject: profile, options: [.sortedKeys])
    return (rest.map(Array.init) ?? line, destination, purpose)
  }

  // MARK: - Statements

  private func statement(
    of json: [UInt8], by maker: ComparabilityMaker
  ) throws -> ComparabilityAnswer {
    let (record, problems) = profiles.profile(inJSON: json, named: "row")
    if let problem = problems.first(where: { $0.severity == .error }) {
      throw Self.problem(problem)
    }
    guard let record else { throw BatchProblem(words: "the row states no profile") }
    do {
      return try maker.answer(to: record)
    } catch let problem as Diagnostic {
      throw Self.problem(problem)
    }
  }

  private static func problem(_ diagnostic: Diagnostic) -> BatchProblem {
    let hint = diagnostic.hint.map { "; \($0)" } ?? ""
    return BatchProblem(
      words: diagnostic.summary + hint, column: max(1, diagnostic.position.column))
  }

  // MARK: - CSV

  /// The keys of a certificate and of work, by the columns that they stand in.
  private static let certificate = [
    "title": "title", "country": "country", "id": "id", "date": "date", "body": "body",
    "field": "field", "sector": "sector", "workload": "workload", "document": "document",
  ]
  private static let experience = [
    "work": "title", "occupation": "occupation", "work country": "country", "years": "years",
    "evidence": "evidence",
  ]

  /// A row as a profile in JSON: with one certificate, and one piece of work, where it has any.
  private static func profile(of cells: BatchReader.Cells) throws -> [UInt8] {
    func object(_ columns: [String: String]) -> [String: String] {
      Dictionary(
        columns.compactMap { column, key in
          cells[column].map(\.trimmed).flatMap { $0.isEmpty ? nil : (key, $0) }
        }, uniquingKeysWith: { first, _ in first })
    }
    var profile: [String: Any] = object(
      ["reference": "reference", "from": "from", "target": "target"])
    profile["profile"] = 1
    let (certificate, experience) = (object(certificate), object(experience))
    if !certificate.isEmpty { profile["certificates"] = [certificate] }
    if !experience.isEmpty { profile["experience"] = [experience] }
    return Array(
      try JSONSerialization.data(withJSONObject: profile, options: [.sortedKeys]))
  }
}
