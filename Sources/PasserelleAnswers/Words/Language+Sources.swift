internal import PasserelleGraph
internal import PasserelleModel
internal import Synchronization

/// The languages of what sources say in an answer, besides the reader's.
final class MetLanguages: Sendable {
  private let tags = Mutex<Set<LanguageTag>>([])

  func note(_ tag: LanguageTag) { tags.withLock { _ = $0.insert(tag) } }

  /// The languages in order.
  var all: [LanguageTag] {
    tags.withLock { Array($0) }.sorted { $0.description < $1.description }
  }
}

// Our own words are in the reader's language. What a source says stays in the source's: it is marked,
// here and nowhere else.
extension Language {
  /// What a source says, in the reader's language if it does; marked if not: `une convention [fr]`.
  func source(_ text: LocalizedText) -> String? {
    text.entry(for: name).map { source($0.text, in: $0.language) }
  }

  /// What a source says in a language.
  func source(_ text: String, in tag: LanguageTag) -> String {
    guard !tag.isVariety(of: name), !tag.isUnspoken else { return isolated(text) }
    switch form {
    case .data: return isolated(text)
    case .text:
      met?.note(tag)
      return "\(isolated(text)) [\(tag)]"
    case .page, .site:
      met?.note(tag)
      return MarkedText.source(text, in: tag.description)
    }
  }

  /// Texts that are read one after the other, each with its full stop; those of one language are marked
  /// once.
  func sources(_ texts: [LocalizedText]) -> [String] {
    let runs = texts.compactMap { $0.entry(for: name) }
      .reduce(into: [LocalizedText.Entry]()) { runs, entry in
        let sentence = entry.text.hasSuffix(".") ? entry.text : "\(entry.text)."
        if let last = runs.last, last.language == entry.language {
          runs[runs.count - 1].text += " \(sentence)"
        } else {
          runs.append(LocalizedText.Entry(entry.language, sentence))
        }
      }
    return runs.map { source($0.text, in: $0.language) }
  }

  /// A value as it stands in a sentence: in a language that is written from right to left, what is
  /// written from left to right keeps its direction to itself.
  func isolated(_ value: String) -> String {
    guard isRightToLeft, value.needsIsolation else { return value }
    if isForPages { return MarkedText.isolated(value) }
    let safe = value.hasIsolates && !value.hasWholeIsolates ? value.withoutIsolates : value
    return "\u{2068}\(safe)\u{2069}"
  }

  /// A sentence in which values that follow one another, as in `ie-nqf:8 referencedTo eqf:6`, keep one
  /// direction together.
  func joiningIsolates(_ sentence: String) -> String {
    guard isRightToLeft, !isForPages else { return sentence }
    return sentence.replacing("\u{2069} \u{2068}", with: " ")
  }

  /// How the marks of other languages are explained under the sources; `nil` if there are none.
  func remarkOnLanguages(_ naming: (LanguageTag) -> String? = { _ in nil }) -> String? {
    guard let all = met?.all, !all.isEmpty else { return nil }
    let names = all.map { tag in
      naming(tag).map { "[\(tag)] \($0)" } ?? "[\(tag)]"
    }
    return self(.sourcesLanguages, ["languages": names.joined(separator: separator)])
  }
}

extension LanguageTag {
  /// Whether it names no language: undetermined, several, or none at all.
  fileprivate var isUnspoken: Bool { ["und", "mul", "zxx"].contains(description) }
}

extension String {
  /// Whether the text reads from left to right: its first letter does, or it has signs and no letter.
  fileprivate var needsIsolation: Bool {
    var depth = 0
    for scalar in unicodeScalars {
      switch scalar {
      case "\u{2068}", MarkedText.start: depth += 1
      case "\u{2069}", MarkedText.end: depth -= 1
      case _ where depth == 0 && scalar.properties.isAlphabetic: return !scalar.isRightToLeft
      default: break
      }
    }
    return !isEmpty && !utf8.allSatisfy { (0x30...0x39).contains($0) } && !hasIsolates
  }

  fileprivate var hasIsolates: Bool { unicodeScalars.contains(where: \.isIsolate) }

  fileprivate var withoutIsolates: String {
    String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isIsolate }))
  }
}

extension Unicode.Scalar {
  /// Whether the scalar belongs to a script that is written from right to left.
  var isRightToLeft: Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }
}
