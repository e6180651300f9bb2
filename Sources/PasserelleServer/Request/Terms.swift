public import PasserelleAnswers
public import PasserelleModel

/// How a question is asked, whatever it is: in which language, as of which day, and what for.
public struct Terms: Sendable {
  /// The language of the answer.
  public var language: Language
  /// The day as of which it holds; `nil` for today.
  public var day: Day?
  /// What it is for, if that was said.
  public var purpose: Purpose?
}

extension Terms {
  /// The purposes that a question may have; the command line has the same.
  public static let purposes: [Purpose] = [.study, .regulated, .work]

  /// Reads `lang`, `asOf` and `purpose` of a query or a form; an empty item says nothing.
  ///
  /// - Parameters:
  ///   - items: The items.
  ///   - library: Knows the languages.
  ///   - preferred: The language if none is named; English if `nil`.
  /// - Throws: `Problem` that names the item which does not do.
  public init(
    _ items: [ServerRequest.Item], in library: LibraryState, preferring preferred: String? = nil
  ) throws(Problem) {
    func value(_ name: String) -> String? {
      items.first { $0.name == name && !$0.value.isEmpty }?.value
    }
    let name = value("lang") ?? preferred ?? "en"
    guard let language = library.languages[name] else {
      throw .badItem(
        "lang", "there are no messages in '\(name)'",
        hint: "there are: \(library.languages.names.joined(separator: ", "))")
    }
    self.language = language
    day = try value("asOf").map { text throws(Problem) in
      guard let date = CalendarDate(text) else {
        throw .badItem(
          "asOf", "'\(text)' is not \(CalendarDate.expectation)", hint: CalendarDate.hint)
      }
      return date.lastDay
    }
    purpose = try value("purpose").map { text throws(Problem) in
      guard let purpose = Self.purposes.first(where: { $0.rawValue == text }) else {
        let names = Self.purposes.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        throw .badItem("purpose", "'\(text)' is not a purpose", hint: "write \(names)")
      }
      return purpose
    }
  }
}
