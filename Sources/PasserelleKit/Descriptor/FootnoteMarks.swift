public import PasserelleModel

/// The marks of footnotes that stand beside codes, as a head lists them: `marks: ["*", "(1)"]`, or
/// with what they mean: `marks: {"*": {en: only in part}}`.
public struct FootnoteMarks: Sendable {
  private let marks: [(mark: String, meaning: LocalizedText)]

  /// Reads the marks that a head lists.
  public init(_ head: SourceNode?) throws(Diagnostic) {
    guard let list = head?.child("marks"), !list.isNull else {
      marks = []
      return
    }
    let found: [(mark: String, meaning: LocalizedText)]
    if list.kind == .mapping {
      found = try list.children.map { node throws(Diagnostic) in
        (node.name, try list.localized(node.name))
      }
    } else {
      found = try (head?.all("marks") ?? []).map { node throws(Diagnostic) in
        (try node.scalar(), LocalizedText())
      }
    }
    // A longer mark may end with a shorter one.
    marks = found.filter { !$0.mark.isEmpty }.sorted { $0.mark.count > $1.mark.count }
  }

  /// The text without the marks at its ends, and what they mean.
  ///
  /// A text that is nothing but a mark stays as it is.
  func taken(off text: String) -> (code: String, meaning: LocalizedText) {
    var (code, meaning) = (text, LocalizedText())
    while let mark = marks.first(where: { code.hasMark($0.mark) }) {
      code =
        code.hasSuffix(mark.mark)
        ? String(code.dropLast(mark.mark.count)).trimmed
        : String(code.dropFirst(mark.mark.count)).trimmed
      meaning.join(mark.meaning)
    }
    return (code, meaning)
  }
}

extension String {
  fileprivate func hasMark(_ mark: String) -> Bool {
    count > mark.count && (hasSuffix(mark) || hasPrefix(mark))
  }
}

extension LocalizedText {
  /// Adds a text: in each language behind what is there.
  public mutating func join(_ other: LocalizedText) {
    for entry in other.entries {
      if let index = entries.firstIndex(where: { $0.language == entry.language }) {
        entries[index].text += "; \(entry.text)"
      } else {
        entries.append(entry)
      }
    }
  }
}
