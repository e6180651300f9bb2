internal import PasserelleGraph
internal import PasserelleModel

/// Writes one answer for people: in a language, with an ink, its sources numbered as they are met.
public struct Pen {
  let say: Language
  let ink: Ink
  private let citations = Citations()

  /// Creates a pen for one answer.
  public init(_ language: Language, ink: Ink = .plain) {
    (say, self.ink) = (language.writing(.text, noting: MetLanguages()), ink)
  }

  /// The mark of a source, such as `[2]`, and that what it marks was not verified.
  func mark(_ evidence: EvidenceAnswer) -> String {
    let mark = ink.faint("[\(citations.number(of: evidence))]")
    return evidence.verified ? mark : "\(mark) \(say(EvidenceGrade.unverified))"
  }

  /// The list of the sources that were marked; no lines if there are none.
  var sources: [String] {
    let languages = say.remarkOnLanguages().map { ["", $0] } ?? []
    guard !citations.sources.isEmpty else { return languages }
    return ["", say(.answerSources)]
      + citations.sources.enumerated().flatMap { index, source in
        source.lines(by: self).enumerated().map { line, text in
          (line == 0 ? "  [\(index + 1)]" : "").padded(to: 6) + ink.faint(text)
        }
      } + languages
  }

  /// The remarks under their heading; no lines if there are none.
  func remarks(_ phrases: [Phrase]) -> [String] {
    phrases.isEmpty
      ? [] : [say(.answerPleaseNote)] + phrases.map { "  - \(say($0).printable)" }
  }
}

/// The sources of an answer in text: each once, by number.
///
/// An answer is based on a few documents many times over. Named in full at every link, they would hide
/// the answer itself.
final class Citations {
  private var numbers: [EvidenceAnswer.Citation: Int] = [:]
  private(set) var sources: [EvidenceAnswer] = []

  func number(of evidence: EvidenceAnswer) -> Int {
    let citation = evidence.citation
    if let number = numbers[citation] { return number }
    sources.append(evidence)
    numbers[citation] = sources.count
    return sources.count
  }
}

extension String {
  /// The text with spaces behind it, one at least.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - columns))
  }
}

extension Pen {
  /// Facts under their names, in two columns; a fact without a value is left out.
  func columns(_ facts: [(name: String, values: [String])], indent: String) -> [String] {
    let shown = facts.map { ($0.name, $0.values.filter { !$0.isEmpty }) }.filter { !$0.1.isEmpty }
    let width = (shown.map(\.0.columns).max() ?? 0) + 2
    return shown.map { name, values in
      indent + name.padded(to: width) + values.joined(separator: say.clauses).printable
    }
  }
}
