internal import PasserelleAnswers
internal import PasserelleModel

/// A request for a page, with what all pages understand: the language, the day, the purpose.
struct PageRequest: Sendable {
  typealias Item = ServerRequest.Item

  let request: ServerRequest
  let route: PageRoute
  /// Where the site is reached; empty if unknown.
  let base: String
  /// The words of the page.
  let say: Language
  /// All languages that there are.
  let languages: Languages
  /// The day as of which the page holds; today if `nil`.
  let day: Day?
  /// Whether the day that was asked for is not one.
  let hasBadDay: Bool
  let purpose: Purpose?

  /// Reads a request; `nil` if there are no languages at all.
  init?(_ request: ServerRequest, at route: PageRoute, base: String, in languages: Languages) {
    guard let language = Self.language(of: request, among: languages) else { return nil }
    self.request = request
    self.route = route
    self.base = base
    self.languages = languages
    say = language
    let asOf = request["asOf"]?.trimmedField ?? ""
    day = Day(asOf)
    hasBadDay = !asOf.isEmpty && day == nil
    purpose = request["purpose"].flatMap { Purpose(rawValue: $0) }
  }

  /// A value of the query without space around it; `nil` if it is empty.
  subscript(name: String) -> String? {
    request[name].flatMap { $0.trimmedField.isEmpty ? nil : $0.trimmedField }
  }

  /// Whether the page is to be read on paper.
  var isPrint: Bool { request["view"] == "print" }

  // MARK: - Language

  private static func language(of request: ServerRequest, among all: Languages) -> Language? {
    if let named = request["lang"].flatMap({ all[$0] }) { return named }
    let wanted = (request.headers["accept-language"] ?? "").prefix(1_000).split(separator: ",")
      .map { range -> (tag: String, weight: Double) in
        let parts = range.split(separator: ";").map(\.description.trimmedField)
        let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
          .flatMap { Double($0.dropFirst(2)) }
        return (parts.first?.lowercased() ?? "", weight ?? 1)
      }.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
      .filter { $0.element.weight > 0 }
    for (_, range) in wanted {
      let primary = range.tag.split(separator: "-").first.map(String.init) ?? ""
      if let language = all[range.tag] ?? all[primary] { return language }
    }
    return all["en"] ?? all.names.first.flatMap { all[$0] }
  }

  // MARK: - Addresses

  /// What every link of the page hands on.
  private var kept: [Item] {
    request.query.filter { ["lang", "asOf"].contains($0.name) && !$0.value.isEmpty }
  }

  /// The address of a page, with what every link hands on.
  func address(_ route: PageRoute, _ items: [Item] = []) -> String {
    Self.address(
      route.path, items + kept.filter { item in !items.contains { $0.name == item.name } })
  }

  /// The address of this page, with some items of its query in place of others.
  func address(with items: [Item], without dropped: Set<String> = []) -> String {
    let names = Set(items.map(\.name)).union(dropped)
    return Self.address(route.path, request.query.filter { !names.contains($0.name) } + items)
  }

  /// The address of this page with one thing named in place of another.
  func address(naming name: String, for old: String) -> String {
    let items = request.query.map { $0.value.trimmedField == old ? Item($0.name, name) : $0 }
    return Self.address(route.path, items.filter { !Self.ofLink.contains($0.name) })
  }

  /// What a permanent link has, and a link that leads on has not.
  static let ofLink: Set<String> = ["graph", "parts", "view"]

  static func address(_ path: String, _ items: [Item]) -> String {
    guard !items.isEmpty else { return path }
    return path + "?"
      + items.map { "\($0.name.percentEncoded)=\($0.value.percentEncoded)" }.joined(separator: "&")
  }
}

extension StringProtocol {
  /// The text without white space around it.
  var trimmedField: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// The text as it may stand in a segment of a path and in a query.
  var percentEncoded: String {
    utf8.reduce(into: "") { result, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "@"),
        UInt8(ascii: ","):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
