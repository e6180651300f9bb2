internal import PasserelleGraph
internal import PasserelleModel

/// One target of a value: a line of the table that recoding makes.
struct TargetRow {
  var id: Identifier
  var title: String
  /// What is said of it, each once: a relation of a mapping, or the finding on a level.
  var relations: [String]
  var cardinality: String
  var sources: [String]
  var remarks: [String]
}

/// Makes lines of a table of what corresponds to a concept.
struct TargetRows {
  private(set) var rows: [TargetRow] = []
  /// Where each target is among them.
  private var indices: [Identifier: Int] = [:]
  /// What stands at the levels next to the concept's own, if nothing is at its own.
  private(set) var neighbours: [Identifier] = []
  private let words: CellWords

  /// Makes the rows.
  ///
  /// - Parameters:
  ///   - found: What corresponds to the concept.
  ///   - listsAll: Whether what is only near, or binds in single cases only, is a target as well.
  ///   - words: How it is said.
  init(_ found: Correspondents, listingAll listsAll: Bool, in words: CellWords) {
    self.words = words
    let language = words.language
    let question = found.subject.items.first?.record.id
    for match in found.matches {
      guard listsAll || match.distance == 0 else {
        neighbours.append(match.record.id)
        continue
      }
      add(
        match.record.id, match.record.concept.name, match.finding.rawValue, "", match.links,
        CorrespondentsAnswer.Match(match, "").remarks(in: language))
    }
    for mapping in found.declared + (listsAll ? found.precedents : []) + found.mappings {
      add(mapping, mapping.links.flatMap { LinkAnswer($0).scope(in: language) })
    }
    for derived in found.derived.found {
      let via = derived.routes.map(\.id.description).joined(separator: ", ")
      let tie = question.flatMap(derived.tie.words)
      add(
        derived.id, derived.record?.concept.name ?? "", derived.tie.name,
        derived.cardinality.description, derived.allLinks,
        (via.isEmpty ? [] : [words.text(AnswerKey.recodeByWayOf(["ids": via]))])
          + (via.isEmpty && derived.tie != .undetermined
            ? [] : [tie].compactMap { $0 }.map(words.text)))
    }
    for mapping in found.compared {
      add(mapping, [words.text(AnswerKey.recodeNotBinding())])
    }
  }

  private mutating func add(_ mapping: Correspondents.Mapping, _ remarks: [String]) {
    add(
      mapping.id, mapping.record?.concept.name ?? "", mapping.relation.rawValue,
      mapping.cardinality.description, mapping.links, remarks)
  }

  /// Adds a target, or what else is said of one that is there.
  private mutating func add(
    _ id: Identifier, _ title: String, _ relation: String, _ cardinality: String,
    _ links: [LinkRecord], _ remarks: [String]
  ) {
    let source = words.sources(of: links)
    guard let index = indices[id] else {
      indices[id] = rows.count
      rows.append(
        TargetRow(
          id: id, title: title, relations: [relation], cardinality: cardinality,
          sources: source.isEmpty ? [] : [source], remarks: remarks))
      return
    }
    if rows[index].cardinality.isEmpty { rows[index].cardinality = cardinality }
    rows[index].relations.addNew(relation)
    if !source.isEmpty { rows[index].sources.addNew(source) }
    for remark in remarks { rows[index].remarks.addNew(remark) }
  }
}

extension [String] {
  fileprivate mutating func addNew(_ text: String) {
    if !contains(text) { append(text) }
  }
}
