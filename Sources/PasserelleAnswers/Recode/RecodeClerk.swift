internal import Foundation
internal import Passerelle
internal import PasserelleGraph
package import PasserelleModel
internal import PasserelleStore

/// Finds what corresponds to the code on each row: a row comes out for each target.
///
/// It recodes a column from one framework to another, and answers rows that name a concept and a place
/// each. Surveys repeat their codes, so that a value is looked up once.
package struct RecodeClerk: BatchClerk {
  package static let neededColumns: [String] = []
  package static let answerColumns = [
    "understood", "target", "target code", "target title", "relation", "cardinality", "targets",
    "source", "repair", "remark",
  ]

  /// What the rows ask.
  package enum Question: Sendable {
    /// The codes of one framework stand in a column; the numbers in it are known if it was read before.
    case column(String, from: String, to: String, seen: Set<String>)
    /// A row names a concept in `id`, and a country or framework in `in` if they are not all the same.
    case named(in: String?)

    /// The columns that a table must have.
    package var neededColumns: [String] {
      switch self {
      case .column(let name, _, _, _): [BatchReader.name(name)]
      case .named(let place): ["id"] + (place == nil ? ["in"] : [])
      }
    }

    /// The columns that come in, without those of the same name that an earlier run may have added.
    package func answerColumns(beside header: [String]) -> [String] {
      let taken = Set(header.map(BatchReader.name))
      guard case .column(let name, _, _, _) = self else { return RecodeClerk.answerColumns }
      return RecodeClerk.answerColumns.map { taken.contains($0) ? "\(name) \($0)" : $0 }
    }
  }

  private let desk: Desk
  private let finder: CorrespondentFinder
  private let purpose: Purpose?
  private let words: CellWords
  private let question: Question
  /// The framework of a column, and where its codes go.
  private let column: (name: String, book: CodeBook, targets: [Framework])?
  private var books: [FrameworkName: CodeBook] = [:]
  private var places: [String: [Framework]] = [:]
  private let memory: RecodeMemory

  /// Creates a clerk at a desk.
  ///
  /// - Parameters:
  ///   - desk: The desk.
  ///   - question: What the rows ask.
  ///   - purpose: What the answers are for.
  ///   - language: The language of titles and remarks.
  ///   - memory: What is made of values, which all clerks of a batch share.
  /// - Throws: `UnknownName`, `UncoveredCountry` or `QuestionError` if a framework of a column is not one.
  package init(
    _ desk: Desk, _ question: Question, for purpose: Purpose? = nil, in language: Language,
    remembering memory: RecodeMemory = RecodeMemory()
  ) throws {
    (self.desk, self.question, self.purpose) = (desk, question, purpose)
    self.memory = memory
    finder = CorrespondentFinder(desk.vantage)
    words = CellWords(language)
    guard case .column(let name, let from, let to, let seen) = question else {
      column = nil
      return
    }
    let (source, target) = (try desk.oneFramework(from), try desk.oneFramework(to))
    guard source.name != target.name else {
      throw QuestionError("'\(from.printable)' and '\(to.printable)' are the same framework")
    }
    column = (
      BatchReader.name(name), try CodeBook(source, seen: seen, in: desk.graph), [target]
    )
  }

  package mutating func answer(to row: BatchReader.Row) throws -> BatchAnswer {
    switch row.content {
    case .cells(let cells): return .targets(try value(of: cells))
    case .json(let bytes):
      guard case .named(let place) = question else {
        throw BatchProblem(words: "the file is not a table")
      }
      return try line(bytes, in: place)
    }
  }

  package static func answer(of problem: BatchProblem, as form: BatchReader.Form) -> BatchAnswer {
    guard case .csv(let separator) = form else {
      return .members("\"finding\":\"error\",\"problem\":\(problem.words.jsonQuoted)")
    }
    return .targets(unmatched(RecodedValue("", reason: problem.words), at: separator))
  }

  /// What is made of the value in a row.
  package mutating func value(of cells: BatchReader.Cells) throws -> RecodedValue {
    if let column {
      let cell = cells[column.name] ?? ""
      return try remembered([cell]) { clerk in
        try clerk.value(cell, read: column.book.read(cell), in: column.targets, at: cells.separator)
      }
    }
    guard case .named(let given) = question else { return RecodedValue("") }
    let name = cells["id"]?.trimmed ?? ""
    let own = cells["in"]?.trimmed ?? ""
    guard let place = own.isEmpty ? given : own else {
      throw BatchProblem(words: "the row names no place: fill 'in', or use '--in'")
    }
    guard !name.isEmpty else { throw BatchProblem(words: "'id' is empty") }
    return try remembered([name, place]) { clerk in
      try clerk.value(
        name, read: clerk.understand(name), in: clerk.targets(place), at: cells.separator)
    }
  }

  private mutating func remembered(
    _ key: [String], _ make: (inout RecodeClerk) throws -> RecodedValue
  ) throws -> RecodedValue {
    if let known = memory[key] { return known }
    let made = try make(&self)
    memory[key] = made
    return made
  }

  // MARK: - Rows that name a concept

  private mutating func understand(_ name: String) throws -> CodeBook.Result {
    if let colon = name.firstIndex(of: ":") {
      let found = try desk.resolver.frameworks(String(name[..<colon]))
      if found.count == 1, try desk.knowsFramework(String(name[..<colon])) {
        let book = try books[found[0].name] ?? CodeBook(found[0], in: desk.graph)
        books[found[0].name] = book
        return book.read(String(name[name.index(after: colon)...]))
      }
    }
    do {
      let named = try desk.concept(name)
      return .read(
        CodeBook.Reading(id: named.record.id, repairs: [], doubt: named.understanding))
    } catch let unknown as UnknownName {
      throw BatchProblem(words: unknown.description)
    } catch let ambiguity as Ambiguity {
      let lines = ambiguity.answer.lines(by: Pen(words.language)).map(\.trimmed)
      throw BatchProblem(words: lines.joined(separator: "; "))
    }
  }

  private mutating func targets(_ place: String) throws -> [Framework] {
    if let known = places[place] { return known }
    do {
      let found = try desk.destinations(place)
      if places.count >= RecodeMemory.most { places.removeAll() }
      places[place] = found
      return found
    } catch let error where error is UnknownName || error is UncoveredCountry {
      throw BatchProblem(words: "\(error)")
    }
  }

  private struct Line: Decodable {
    var id: String
    var `in`: String?
  }

  private mutating func line(_ bytes: [UInt8], in given: String?) throws -> BatchAnswer {
    guard let line = try? JSONDecoder().decode(Line.self, from: Data(bytes)) else {
      throw BatchProblem(words: "the line is not a JSON object with 'id' and 'in'")
    }
    guard let place = line.in ?? given else {
      throw BatchProblem(words: "the line names no place: fill 'in', or use '--in'")
    }
    switch try understand(line.id.trimmed) {
    case .unread(let why): throw BatchProblem(words: words.text(why))
    case .read(let reading):
      guard let record = try desk.graph.concept(reading.id) else {
        throw BatchProblem(words: UnknownName(line.id, near: []).description)
      }
      let answer = try desk.equivalents(
        of: NamedConcept(record: record), in: targets(place), for: purpose,
        understandings: reading.repairs + [reading.doubt].compactMap { $0 })
      return BatchAnswer(line: try answer.jsonLine(in: words.language))
    }
  }

  // MARK: - Values

  private func value(
    _ text: String, read result: CodeBook.Result, in targets: [Framework], at separator: UInt8
  ) throws -> RecodedValue {
    var value = RecodedValue(text)
    let reading: CodeBook.Reading
    switch result {
    case .unread(let why):
      value.reason = words.text(why)
      return Self.unmatched(value, at: separator)
    case .read(let known): reading = known
    }
    guard let record = try desk.graph.concept(reading.id) else {
      return Self.unmatched(value, at: separator)
    }
    value.understood = reading.id.description
    value.repair = reading.repairs.map(words.text).joined(separator: "; ")
    let found = try finder.find(record, in: targets, for: purpose)
    let list = TargetList(found, listingAll: column == nil, in: words)
    let gaps = found.caveats.filter { Self.gaps.contains($0.key) }
    let remarks = ([reading.doubt].compactMap { $0 } + gaps).map(words.text)
    guard !list.rows.isEmpty else {
      let why = list.why.isEmpty ? [AnswerKey.placeNoLink()] : list.why
      value.reason = (why.map(words.text) + remarks).joined(separator: "; ")
      return Self.unmatched(
        value, by: list.nullRelations, words.sources(of: list.nulls), at: separator)
    }
    value.targets = list.rows.count
    value.isOnlyCompared = list.rows.allSatisfy { $0.relations == [Relation.comparedTo.rawValue] }
    let rows = list.rows.map { row in
      [
        value.understood, row.id.description, row.id.code?.description ?? "", row.title,
        row.relations.joined(separator: "; "), row.cardinality, "\(value.targets)",
        row.sources.joined(separator: "; "), value.repair,
        (row.remarks + remarks).joined(separator: "; "),
      ]
    }
    value.write(rows, at: separator)
    return value
  }

  /// What tells that a list of targets is not whole.
  private static let gaps: Set<String> = [
    Caveat.partsUnlinked.key, Caveat.leftOut.key, Caveat.denied.key, Caveat.searchEnded.key,
  ]

  /// A value without targets: one row that says why.
  private static func unmatched(
    _ value: RecodedValue, by relation: String = "", _ source: String = "", at separator: UInt8
  ) -> RecodedValue {
    var value = value
    value.write(
      [[value.understood, "", "", "", relation, "", "0", source, value.repair, value.reason]],
      at: separator)
    return value
  }
}

extension Desk {
  /// The one framework that a name means.
  ///
  /// - Throws: `QuestionError` if there are several.
  fileprivate func oneFramework(_ name: String) throws -> Framework {
    let found = try frameworks(name)
    guard found.count == 1 else {
      let names = found.map { "'\($0.name)'" }.joined(separator: ", ")
      throw QuestionError("'\(name.printable)' has several frameworks; name one of them: \(names)")
    }
    return found[0]
  }
}
