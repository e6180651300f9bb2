internal import PasserelleGraph
internal import PasserelleModel

/// Says facts about concepts in cells of a table, each concept looked up once.
///
/// What a cell says is what a batch or a recoded column says. A cell is never empty because nothing was
/// found: a reader would take it for a fault, and "no official link" is an answer.
package final class FactFinder {
  private let desk: Desk
  private let words: CellWords
  private let comparer: Comparer
  private let finder: CorrespondentFinder
  private var subjects: [String: Subject] = [:]
  private var places: [String: Place] = [:]
  private var found: [Question: TargetList] = [:]
  /// A request that names nothing but different concepts must not fill the memory.
  private static let most = 2_000

  private enum Subject {
    case known(NamedConcept, Comparison)
    /// Why the name means no one concept.
    case unknown(String)
  }

  private enum Place {
    case known([Framework])
    case unknown(String)
  }

  private struct Question: Hashable {
    var id: Identifier
    var place: String
  }

  /// Creates a finder at a desk.
  package init(_ desk: Desk, in language: Language) {
    self.desk = desk
    words = CellWords(language)
    comparer = Comparer(desk.vantage)
    finder = CorrespondentFinder(desk.vantage)
  }

  /// Says a fact about a concept.
  ///
  /// - Parameters:
  ///   - fact: The fact.
  ///   - name: The concept.
  ///   - place: The country or framework that the fact is about, if it is about one.
  /// - Returns: The cell, which is not empty.
  /// - Throws: Errors of the store.
  package func cell(_ fact: Fact, of name: String, at place: String?) throws -> String {
    let text =
      switch try subject(name) {
      case .unknown(let why): why
      case .known(let named, let comparison):
        if fact.needsPlace || (fact.mayHavePlace && place != nil) {
          try cell(fact, of: named, comparison, in: place)
        } else {
          try cell(fact, of: named, comparison)
        }
      }
    return text.isEmpty ? words.text(AnswerKey.placeNone()) : text
  }

  // MARK: - Of the concept itself

  private func cell(
    _ fact: Fact, of named: NamedConcept, _ comparison: Comparison
  ) throws -> String {
    let (concept, language) = (named.record.concept, words.language)
    let item = comparison.items.first
    switch fact {
    case .title: return concept.title.in(language.name) ?? concept.id.description
    case .code: return concept.id.codeText
    case .kind: return concept.tier ?? language(concept.kind)
    case .framework: return item?.framework.heading ?? concept.id.framework.description
    case .country: return list(item?.framework.countries.map(\.description) ?? [])
    case .level:
      return list(try desk.vantage.placer.levels(of: named.record).map(\.level.description))
    case .referenceLevel:
      let levels = item.map(words.levels) ?? ""
      return levels.isEmpty ? language(Finding.noOfficialLink) : levels
    case .finding: return comparison.finding.rawValue
    case .summary: return words.headline(of: comparison)
    case .indications: return words.indications(comparison.indications)
    case .sources: return words.sources(of: item?.links ?? [])
    case .caveats:
      return remarks([named.understanding].compactMap { $0 } + comparison.caveats)
    case .asOf: return desk.day.description
    case .target, .targetTitle, .statisticalClass: return ""
    }
  }

  // MARK: - In a country or framework

  private func cell(
    _ fact: Fact, of named: NamedConcept, _ comparison: Comparison, in place: String?
  ) throws -> String {
    guard let place else { return words.text(ReconciliationKey.noPlace()) }
    switch try self.place(place) {
    case .unknown(let why): return why
    case .known(let frameworks) where fact == .statisticalClass:
      let names = Set(frameworks.map(\.name))
      let classes = comparison.indications
        .filter { $0.kind == .statistics && names.contains($0.basis) }
      return list(classes.flatMap { $0.sides.first?.ends ?? [] }.map(\.description))
    case .known(let frameworks):
      let targets = try targets(of: named.record, in: frameworks, at: place)
      return cell(fact, targets)
    }
  }

  private func cell(_ fact: Fact, _ targets: TargetList) -> String {
    let rows = targets.rows
    switch fact {
    case .target: return rows.isEmpty ? targets.reason(in: words) : list(rows.map(\.id.description))
    case .targetTitle: return rows.isEmpty ? targets.reason(in: words) : list(rows.map(\.title))
    case .finding: return list(targets.findings)
    case .indications:
      return words.indications(targets.found.indications, leftOut: targets.found.indicationsLeftOut)
    case .sources:
      return rows.isEmpty ? words.sources(of: targets.nulls) : list(rows.flatMap(\.sources))
    case .caveats: return remarks(targets.found.caveats)
    default: return ""
    }
  }

  private func targets(
    of record: ConceptRecord, in frameworks: [Framework], at place: String
  ) throws -> TargetList {
    let question = Question(id: record.id, place: place)
    if let known = found[question] { return known }
    let list = TargetList(
      try finder.find(record, in: frameworks), listingAll: false, in: words)
    if found.count >= Self.most { found.removeAll() }
    found[question] = list
    return list
  }

  // MARK: - Names

  private func subject(_ name: String) throws -> Subject {
    if let known = subjects[name] { return known }
    let made: Subject
    do {
      let named = try desk.concept(name)
      made = .known(named, try comparer.compare([named.record]))
    } catch let unknown as UnknownName {
      made = .unknown(unknown.description)
    } catch let ambiguity as Ambiguity {
      let lines = ambiguity.answer.lines(by: Pen(words.language)).map(\.trimmed)
      made = .unknown(lines.joined(separator: "; "))
    }
    if subjects.count >= Self.most { subjects.removeAll() }
    subjects[name] = made
    return made
  }

  private func place(_ name: String) throws -> Place {
    if let known = places[name] { return known }
    let made: Place
    do {
      made = .known(try desk.destinations(name))
    } catch let error where error is UnknownName || error is UncoveredCountry {
      made = .unknown("\(error)")
    }
    if places.count >= Self.most { places.removeAll() }
    places[name] = made
    return made
  }

  // MARK: - Cells

  /// Things in one cell, each once.
  private func list(_ texts: [String]) -> String {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }.joined(separator: "; ")
  }

  private func remarks(_ phrases: [Phrase]) -> String {
    phrases.map(words.text).joined(separator: " | ")
  }
}
