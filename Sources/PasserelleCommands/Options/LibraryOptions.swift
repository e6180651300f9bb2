internal import ArgumentParser
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

/// Opens the library for a command.
struct LibraryOptions: ParsableArguments {
  // Any command may be the one that builds the library, so that all have it; few need to hear of it.
  @Flag(
    name: .customLong("in-process"),
    help: ArgumentHelp(
      "Run adapters in this process, without protection: to debug one.", visibility: .hidden))
  var isInProcess = false

  func library() throws -> Library {
    try Library(at: locations) { Console.note($0) }
  }

  var locations: Locations {
    var locations = Locations.standard()
    if isInProcess { locations.isolation = .inProcess }
    return locations
  }
}

/// The day that decides which versions of frameworks a question means.
struct DateOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Answer as of this date (2016, 2016-05 or 2016-05-31); today where it is not given.",
      valueName: "date"))
  var asOf: String?

  /// The day; of a year or a month, the last.
  func day() throws -> Day {
    guard let asOf else { return .today() }
    guard let date = CalendarDate(asOf) else {
      throw ValidationError(
        "'\(asOf.printable)' is not \(CalendarDate.expectation); \(CalendarDate.hint)")
    }
    return date.lastDay
  }
}

/// Asks a question of one state of the store.
struct Inquiry {
  let graph: StoredGraph
  let vantage: Vantage
  let resolver: IdentifierResolver
  private let log = Log()

  /// How names were understood where that is not plain from the answer.
  var understandings: [Phrase] { log.understandings.map { Phrase($0) } }

  private final class Log {
    var understandings: [String] = []
  }

  init(_ graph: StoredGraph, day: Day) throws {
    self.graph = graph
    vantage = try Vantage(graph, day: day)
    resolver = IdentifierResolver(graph, day: day)
  }

  /// Finds the concept that a person means.
  ///
  /// - Throws: `IdentifierError` where there is none, or more than one.
  func concept(_ text: String) throws -> ConceptRecord {
    switch try resolver.concept(text) {
    case .found(let id):
      guard let record = try graph.concept(id) else {
        throw IdentifierError(text: text, candidates: [], near: [])
      }
      try noteTitle(text, understoodAs: record)
      return record
    case .ambiguous(let candidates):
      let versions = try Set(candidates.map(\.framework)).compactMap(graph.framework)
      throw IdentifierError(
        text: text, candidates: try candidates.compactMap { try graph.concept($0) }, near: [],
        dayOutside: versions.allSatisfy { !$0.validity.contains(vantage.day) } ? vantage.day : nil
      )
    case .unknown(let near):
      throw IdentifierError(text: text, candidates: [], near: near)
    case .unknownFramework(let name, let near):
      throw IdentifierError(text: name, candidates: [], near: near, isFramework: true)
    }
  }

  /// Notes that a title was looked up, and how many others there are that have its words: one that
  /// stands alone word by word may still not be the one on the certificate.
  private func noteTitle(_ text: String, understoodAs record: ConceptRecord) throws {
    guard !text.contains(":"),
      try graph.concepts(titled: text).contains(where: { $0.id == record.id })
    else { return }
    let others = Set(try graph.search(text, limit: 500).map(\.id)).subtracting([record.id])
      .filter { $0.code != nil && $0.framework != record.id.framework }
    let more =
      others.isEmpty
      ? ""
      : "; \(others.count) \(others.count == 1 ? "title" : "titles") of other frameworks have these "
        + "words, too: 'passerelle search' lists them"
    log.understandings.append("'\(text)' was understood as \(record.id)\(more)")
  }

  /// The frameworks that a name, an alias or a country means; none where it means nothing.
  func places(named text: String) throws -> [Framework] {
    let found = try resolver.frameworks(text)
    guard found.isEmpty, let code = CountryNames.code(of: text) else { return found }
    return try resolver.frameworks(code)
  }

  /// Finds what was published under a name: a set of mappings, an agreement, or the frameworks that a
  /// name, an alias or a country means.
  func publications(_ text: String) throws -> [FrameworkName] {
    if let name = FrameworkName(text), try graph.publications().contains(name) { return [name] }
    return try frameworks(text).map(\.name)
  }

  /// Finds the frameworks that a name, an alias or a country means.
  func frameworks(_ text: String) throws -> [Framework] {
    let found = try resolver.frameworks(text)
    if !found.isEmpty { return found }
    guard let code = CountryNames.code(of: text) ?? CountryCode(text.uppercased())?.description
    else {
      let near = try resolver.near(text)
      throw IdentifierError(
        text: text, candidates: [], near: near.isEmpty ? CountryNames.near(text) : near,
        isFramework: true)
    }
    let frameworks = try resolver.frameworks(code)
    guard !frameworks.isEmpty else {
      throw UncoveredCountry(code: code, name: CountryNames.name(of: code))
    }
    return frameworks
  }
}

/// A country of which nothing is held: that says nothing about its qualifications.
struct UncoveredCountry: Error, CustomStringConvertible {
  var code: String
  var name: String?

  var description: String {
    "no framework of \(name.map { "\($0) (\(code))" } ?? code) is in the library, and nothing was searched; "
      + "'passerelle list frameworks' shows what there is, 'passerelle import' adds a descriptor"
  }
}

/// A name that means nothing, or several things.
struct IdentifierError: Error, CustomStringConvertible {
  var text: String
  var candidates: [ConceptRecord]
  var near: [String]
  var isFramework = false
  /// The day that was asked about, where none of the candidates' versions was in force on it.
  var dayOutside: Day?

  var description: String {
    guard candidates.isEmpty else {
      let list = candidates.map { "  \($0.id)  \($0.concept.title.preferred ?? "")" }
      let outside = dayOutside.map { "\nnone of them was in force on \($0)" } ?? ""
      return
        "'\(text.printable)' is ambiguous: it may be\n\(list.joined(separator: "\n").printableLines)"
        + outside
    }
    let what = isFramework ? "framework or country" : "concept"
    let hint =
      near.isEmpty
      ? "try 'passerelle search', or 'passerelle list frameworks'"
      : "did you mean \(near.map { "'\($0)'" }.joined(separator: ", "))?"
    return "no \(what) is named '\(text.printable)'; \(hint)"
  }
}

extension String {
  /// The lines with what a terminal would act on written as escapes.
  var printableLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map(\.printable)
      .joined(separator: "\n")
  }
}
