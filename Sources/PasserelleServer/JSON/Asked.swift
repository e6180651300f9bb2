internal import PasserelleAnswers
internal import PasserelleModel
internal import PasserelleStore

/// A question of the JSON interface, read by the table of its route.
struct Asked {
  let terms: Terms
  let library: LibraryState
  private let items: [String: [String]]

  /// Reads the items of a query.
  ///
  /// An item that the route does not have is refused: a question with a misspelt `asOf` would have an answer
  /// that is true of another day.
  ///
  /// - Parameters:
  ///   - query: The items.
  ///   - parameters: What the route has.
  ///   - library: The state that answers.
  /// - Throws: `Problem` that names the item which does not do.
  init(
    _ query: [ServerRequest.Item], by parameters: [Parameter], from library: LibraryState
  ) throws(Problem) {
    var items: [String: [String]] = [:]
    for item in query {
      guard let parameter = parameters.first(where: { $0.name == item.name }) else {
        let names = parameters.map { "'\($0.name)'" }.joined(separator: ", ")
        throw .badItem(
          item.name, "there is no parameter '\(item.name)' here", hint: "there are: \(names)")
      }
      try parameter.check(item.value)
      items[item.name, default: []].append(item.value)
      guard (items[item.name] ?? []).count <= parameter.most else {
        throw .badItem(item.name, "'\(item.name)' is given more than \(parameter.most) times")
      }
    }
    for parameter in parameters where parameter.isRequired && items[parameter.name] == nil {
      throw .missingItem(parameter.name)
    }
    self.items = items
    self.library = library
    terms = try Terms(query, in: library)
  }

  /// The value of a parameter; empty if it is not given.
  subscript(name: String) -> String { items[name]?.first ?? "" }

  /// All values of a parameter.
  func all(_ name: String) -> [String] { items[name] ?? [] }

  /// The number of a parameter, if it is given.
  func number(_ name: String) -> Int? { items[name]?.first.flatMap { Int($0) } }

  /// Opens the desk that the command line asks, too.
  func desk() throws -> Desk { try library.desk(asOf: terms.day) }

  /// Opens the desk that statements are made at: as of a day, whenever they are made.
  func filingDesk() throws -> Desk { try Desk(library.graph, day: terms.day ?? library.today) }
}

extension Parameter {
  /// Sees to it that a value is one.
  fileprivate func check(_ value: String) throws(Problem) {
    guard !value.isEmpty else { throw .badItem(name, "'\(name)' is empty") }
    guard value.unicodeScalars.count <= Self.longest else {
      throw .badItem(name, "'\(name)' is longer than \(Self.longest) characters")
    }
    switch values {
    case .text, .day, .language: return
    case .number(let range, _):
      guard let number = Int(value), range.contains(number) else {
        throw .badItem(
          name, "'\(name)' takes a number from \(range.lowerBound) to \(range.upperBound)")
      }
    case .choice(let words):
      guard words.contains(value) else {
        let words = words.map { "'\($0)'" }.joined(separator: ", ")
        throw .badItem(name, "'\(value)' is no value of '\(name)'", hint: "write \(words)")
      }
    }
  }
}
