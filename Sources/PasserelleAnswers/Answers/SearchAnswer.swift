public import PasserelleGraph
internal import PasserelleModel

/// The labels that have some words.
public struct SearchAnswer: TabularAnswer {
  /// The kind of answer.
  public static let kind = "search"

  /// A label, and what it is a label of.
  public struct Hit: Encodable, Sendable {
    /// The concept.
    public let id: String
    /// The countries of its framework.
    public let countries: [String]
    /// What kind of thing it is.
    public let kind: String
    /// The levels at which it is placed in its framework.
    public let levels: [String]
    /// The reference levels that it reaches, with what qualifies them: `compared:eqf:5`.
    public let reference: [String]
    /// The language of the label.
    public let language: String
    /// The label.
    public let label: String
    /// Why it was found: `exact`, `name`, `words`, `prefix` or `near`.
    public let match: String
    /// What kind of name the label is, if it is neither the title nor another label of the same source.
    public let nameKind: String?
    /// Whether such a name was seen in its source.
    public let nameVerified: Bool?
    /// The title, if the label is such a name.
    public let title: String?
  }

  /// The day as of which levels are given.
  public let asOf: String
  /// The hits, best first.
  public let hits: [Hit]
  /// What must be said about them if they are not exactly what was asked for.
  public let remark: Phrase?

  /// The answer for people, line by line: aligned columns, or a block for each hit where those are too
  /// wide.
  public func lines(by pen: Pen) -> [String] {
    guard !hits.isEmpty else { return [] }
    let columns = ["id", "country", "kind", "level", "reference", "language", "label"]
    return [
      Table(columns: columns, rows: hits.map { $0.cells(in: pen.say) })
        .text(within: pen.ink.width)
    ]
  }

  /// A row for each hit.
  public func table(in language: Language) -> Table {
    Table(
      columns: [
        "id", "country", "kind", "level", "reference", "language", "label", "match", "name",
      ],
      rows: hits.map { $0.cells(kind: $0.kind) + [$0.label, $0.match, $0.nameKind ?? ""] })
  }
}

extension SearchAnswer.Hit {
  /// What stands before the label.
  fileprivate func cells(kind: String) -> [String] {
    [
      id, countries.joined(separator: " "), kind, levels.joined(separator: " "),
      reference.joined(separator: " "), language,
    ]
  }

  fileprivate func cells(in say: Language) -> [String] {
    cells(kind: say.kind(kind)) + [words(in: say)]
  }

  /// The label; a further name with its kind, and with the title: `Gesellenbrief (colloquial):
  /// Journeyman's certificate`.
  fileprivate func words(in say: Language) -> String {
    guard let kind = nameKind.flatMap({ NameKind($0) }) else { return label }
    let remarks = [say(kind)] + (nameVerified == false ? [say(EvidenceGrade.unverified)] : [])
    let named = "\(label) (\(remarks.joined(separator: say.separator)))"
    return title.map { "\(named): \($0)" } ?? named
  }
}
