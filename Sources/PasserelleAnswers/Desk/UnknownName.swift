internal import PasserelleModel

/// A name that means nothing here.
public struct UnknownName: Error, CustomStringConvertible {
  /// What the name was taken for.
  public enum Subject: Sendable {
    /// A level, a qualification or anything else with a code.
    case concept
    /// A framework or a country.
    case framework
  }

  /// The name.
  public let text: String
  /// Names that are near it; empty if there are none.
  public let near: [String]
  /// What it was taken for.
  public let subject: Subject
  /// What the framework notes on the code: that it was left out, and why.
  public let notes: [String]
  /// The frameworks that it names where a concept is asked for: of a country, or by their own names.
  public let frameworks: [String]

  init(
    _ text: String, near: [String], _ subject: Subject = .concept, notes: [String] = [],
    frameworks: [String] = []
  ) {
    (self.text, self.near, self.subject) = (text, near, subject)
    (self.notes, self.frameworks) = (notes, frameworks)
  }

  /// The error in English, with what may have been meant.
  public var description: String {
    guard frameworks.isEmpty else {
      let all = frameworks.joined(separator: ", ")
      return "'\(text.printable)' is a whole framework (\(all)); one level or title is asked for"
    }
    let what = subject == .concept ? "concept" : "framework or country"
    let names = near.map { "'\($0)'" }.joined(separator: ", ")
    return "no \(what) is named '\(text.printable)'"
      + (near.isEmpty ? "" : "; did you mean \(names)?")
      + (hasLostZeros
        ? " A spreadsheet may have taken the zeros in front of the code."
        : notes.map { " (\($0.printable))" }.joined())
  }

  /// Whether a name that is near has the same code, with zeros in front.
  private var hasLostZeros: Bool {
    let code = text.codePart
    return near.map(\.codePart).contains { other in
      other.count > code.count && other.drop { $0 == "0" } == code
    }
  }
}

extension String {
  /// What follows the first colon.
  fileprivate var codePart: Substring {
    firstIndex(of: ":").map { self[index(after: $0)...] } ?? self[...]
  }
}

/// A country without any framework in the library: that says nothing about its qualifications.
public struct UncoveredCountry: Error, CustomStringConvertible {
  /// The code of the country.
  public let code: String
  /// Its English name.
  public let name: String?

  /// The error in English.
  public var description: String {
    "the library has no framework of \(name.map { "\($0) (\(code))" } ?? code), and nothing was searched"
  }
}

/// A question that cannot be asked so.
public struct QuestionError: Error, CustomStringConvertible {
  /// What is wrong with it, in English.
  public let description: String

  package init(_ description: String) {
    self.description = description
  }
}
