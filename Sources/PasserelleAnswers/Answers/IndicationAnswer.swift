public import PasserelleGraph
internal import PasserelleModel

/// Weaker knowledge beside a finding: it never changes what was found.
public struct IndicationAnswer: Encodable, Sendable {
  /// One of the two, and where it is placed.
  public struct Side: Encodable, Sendable {
    /// Its identifier.
    public let id: String
    /// Its preferred title.
    public let title: String
    /// The title in all languages that it is given in.
    public let titles: [Label]
    /// The levels or classes that it reaches; the framework alone if it is only linked as a whole.
    public let levels: [String]
    /// The links that say so.
    public let links: [LinkAnswer]
  }

  /// What it is based on, by its token: `comparison`.
  public let kind: String
  /// The framework or classification that the sides are placed in.
  public let basis: String
  /// How the sides compare, by its token: `same`; `nil` if there is only one.
  public let alignment: String?
  /// Whether everything that it is based on was seen in its source.
  public let verified: Bool
  /// The indication in a sentence.
  public let summary: Phrase
  /// The sides, in the order of the question.
  public let sides: [Side]

  init(_ indication: Indication) {
    kind = indication.kind.rawValue
    basis = indication.basis.description
    alignment = indication.alignment?.rawValue
    verified = indication.isVerified
    summary = indication.words
    sides = indication.sides.map(Side.init)
  }

  /// The links of all sides, each once.
  var links: [LinkAnswer] {
    sides.flatMap(\.links).reduce(into: []) { links, link in
      if !links.contains(link) { links.append(link) }
    }
  }

  /// The indication in one line, after its kind.
  func line(in say: Language) -> String {
    let kind = Indication.Kind(rawValue: kind).map { say($0) } ?? kind
    return say(.indicationLine, ["kind": kind, "summary": say(summary)])
  }
}

extension Indication {
  /// The indication in one line, after its kind.
  func line(in say: Language) -> String {
    say(.indicationLine, ["kind": say(kind), "summary": say(words)])
  }
}

extension IndicationAnswer.Side {
  init(_ side: Indication.Side) {
    id = side.id.description
    title = side.title.preferred ?? ""
    titles = side.title.labels
    levels = side.ends.map(\.description)
    links = side.links.answers
  }
}

extension [Indication] {
  /// The indications as answers show them.
  var answers: [IndicationAnswer] { map(IndicationAnswer.init) }
}
