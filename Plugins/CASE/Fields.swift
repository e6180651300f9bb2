import PasserelleKit

/// What CASE says of something that has no field of its own: a note for each value, which an export to
/// CASE writes back.
struct Fields {
  private let texts: [(text: String, position: SourcePosition)]
  private let language: LanguageTag

  /// Takes the fields of a node, except for some.
  init(_ node: SourceNode, except read: Set<String>, in language: LanguageTag) {
    texts = node.details(except: read)
    self.language = language
  }

  func state(about id: Identifier, in register: Register) throws(Diagnostic) {
    for (text, position) in texts {
      try register.describe(
        id, LocalizedText([LocalizedText.Entry(language, text)]), at: position)
    }
  }
}

extension SourceNode {
  /// The members of an object that say something, each as `name: value`; a list of texts gives one for
  /// each of them, and what has a structure is written in JSON.
  func details(except read: Set<String>) -> [(text: String, position: SourcePosition)] {
    children.filter { !read.contains($0.name) && !$0.isEmpty }.flatMap { member in
      let values = member.kind == .sequence ? member.children : [member]
      let isPlain = values.allSatisfy { $0.kind == .scalar }
      return (isPlain ? values : [member]).map { value in
        ("\(member.name): \(isPlain ? value.text : value.json)", value.position)
      }
    }
  }

  /// The node in JSON, on one line.
  private var json: String {
    switch kind {
    case .mapping:
      "{\(children.map { "\($0.name.quoted): \($0.json)" }.joined(separator: ", "))}"
    case .sequence: "[\(children.map(\.json).joined(separator: ", "))]"
    default: isQuoted ? text.quoted : text
    }
  }
}

extension String {
  /// The text as JSON has it.
  fileprivate var quoted: String {
    unicodeScalars.reduce(into: "\"") { quoted, scalar in
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    } + "\""
  }
}
